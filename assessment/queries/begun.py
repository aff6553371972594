"""Work that was not handed in: the projects in which a student, or her group, has begun items of an assignment."""

from assessment.models import GroupMember, ItemWork, Submission
from exercises.models import Work
from projects.models import Project


def begun_projects(submission: Submission) -> dict[int, Project]:
    """By item: her own, else that of her group that was changed last; none for what nobody has begun. Four queries."""
    group = GroupMember.objects.filter(
        assignment=submission.assignment_id, group__members__student=submission.student_id
    )
    students = {submission.student_id, *group.values_list("student", flat=True)}
    items = dict(submission.assignment.items.values_list("exercise", "pk"))
    works = Work.objects.filter(student__in=students, exercise__in=[key for key in items if key])
    found = [(items[one.exercise_id], one.student_id, one.project) for one in works.select_related("project")]
    templates = ItemWork.objects.filter(student__in=students, item__assignment=submission.assignment_id)
    found += [(one.item_id, one.student_id, one.project) for one in templates.select_related("project")]
    found.sort(key=lambda one: (one[1] == submission.student_id, one[2].changed_at))
    return {item: project for item, _, project in found}
