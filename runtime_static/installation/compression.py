"""Precompressed neighbours (.br, .gz) that the static file server sends instead of the file itself."""

import gzip
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli  # type: ignore[import-untyped]

BROTLI = ".br"
COMPRESSIBLE = (".js", ".mjs", ".css", ".json", ".svg", ".wasm")
LARGE = 4_000_000
BEST = 11
QUICK = 9  # a seventh of the time, a sixth more bytes
WORTHWHILE = 0.95


def compress_folder(folder: Path, quality: int = BEST) -> None:
    """Compress what gains by it; the wasm takes half a minute at best quality."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix in COMPRESSIBLE]
    compress_files(files, quality)


def compress_files(files: Iterable[Path], quality: int = BEST) -> None:
    """Compress in a few threads, the largest first."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        ordered = sorted(files, key=lambda path: -path.stat().st_size)
        list(pool.map(lambda path: compress_file(path, quality), ordered))


def size_on_the_wire(path: Path) -> int:
    """Bytes that a browser loads for this file."""
    packed = path.with_name(path.name + BROTLI)
    return (packed if packed.is_file() else path).stat().st_size


def compress_file(path: Path, quality: int = BEST) -> None:
    """Write `path.br` and `path.gz`, each only when it is clearly smaller than the file."""
    data = path.read_bytes()
    window = 24 if len(data) > LARGE else 22  # the largest files gain by a window of 16 MB
    for suffix, packed in (
        (BROTLI, brotli.compress(data, quality=quality, lgwin=window)),
        (".gz", gzip.compress(data, compresslevel=9, mtime=0)),
    ):
        if len(packed) < len(data) * WORTHWHILE:
            path.with_name(path.name + suffix).write_bytes(packed)
