"""What a teacher's browser has found when it ran attempts again."""

from assessment.models.batch import Batch
from assessment.models.verdict import Verdict

__all__ = ["Batch", "Verdict"]
