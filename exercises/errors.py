"""Why something cannot be done. Each text is one plain sentence for the person who asked."""


class ExerciseError(Exception):
    """Something that changes nothing."""


class NotPublishableError(ExerciseError):
    """The working copy cannot be published as it is."""


class OtherAttemptError(ExerciseError):
    """A nonce that was used for another attempt."""


class TooMuchError(ExerciseError):
    """A limit of `exercises.limits` would be passed."""


class ImportRefusedError(ExerciseError):
    """What was read is not stored."""
