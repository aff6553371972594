"""Why something cannot be done. Each text is one plain sentence for the person who asked."""


class AssessmentError(Exception):
    """Something that changes nothing."""


class HandInError(AssessmentError):
    """An assignment that cannot be begun, opened or handed in, and why."""


class NothingToDoError(AssessmentError):
    """A batch without an attempt to run."""


class NotOpenError(AssessmentError):
    """The batch was finished, published or cancelled before."""


class ResultsError(AssessmentError):
    """Results that do not belong to the attempt that they name."""


class ChangedMeanwhileError(AssessmentError):
    """Somebody else has saved the marking since it was read."""


class NotLatestError(AssessmentError):
    """The student has handed in again."""


class NotDecidedError(AssessmentError):
    """A marking without an outcome."""


class MarkingError(AssessmentError):
    """Points, a time or a comment that cannot be noted."""


class NotSettableError(AssessmentError):
    """Something that an assignment does not allow as it is: publishing, withdrawing, removing a part."""
