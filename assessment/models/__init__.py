"""What is set, handed in, run again by a teacher's browser, marked and released."""

from assessment.models.assignment import Assignment
from assessment.models.audience import Extension, Group, GroupMember
from assessment.models.batch import Batch
from assessment.models.gradebook import CategoryWeight, Gradebook
from assessment.models.hand_in import HandIn, HandInItem, ProjectSnapshot
from assessment.models.marking import CriterionMark, LineComment, Marking, Release, SavedComment
from assessment.models.parts import AssignmentItem, Criterion
from assessment.models.submission import ItemWork, Submission, SubmissionEvent
from assessment.models.verdict import Verdict

__all__ = [
    "Assignment",
    "AssignmentItem",
    "Batch",
    "CategoryWeight",
    "Criterion",
    "CriterionMark",
    "Extension",
    "Gradebook",
    "Group",
    "GroupMember",
    "HandIn",
    "HandInItem",
    "ItemWork",
    "LineComment",
    "Marking",
    "ProjectSnapshot",
    "Release",
    "SavedComment",
    "Submission",
    "SubmissionEvent",
    "Verdict",
]
