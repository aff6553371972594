"""Tracks in Exercism's layout become collections: https://exercism.org/docs/building/tracks describes the files."""

from exercises.document.exercism.track import is_track, read_track

__all__ = ["is_track", "read_track"]
