"""Submissions in the back office: who has handed in what, and the way to marking it."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Exists, Model, OuterRef, QuerySet, Subquery, Value
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.admin.base import ScopedAdmin, person
from accounts.admin.filters import ClassroomFilter
from accounts.models import Enrolment
from accounts.queries import classrooms_visible_to
from assessment.enums import Outcome, Progress
from assessment.marks import points_text
from assessment.models import HandIn, Release, Submission
from assessment.queries.assignments import assignments_visible_to, submissions_visible_to
from assessment.queries.queue import TO_MARK, in_state

NOTHING = "–"
KEPT = ("class", "state")  # filters that the marking screen goes on with


class StudentsClassFilter(ClassroomFilter):
    """One of the person's classes."""

    student_field = "student"


class AssignmentFilter(admin.SimpleListFilter):
    """One of the assignments that the person sees."""

    title = "assignment"
    parameter_name = "assignment"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [
            (str(one.pk), one.title) for one in assignments_visible_to(person(request)).filter(archived=False)
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Submission]) -> QuerySet[Submission]:
        chosen = self.value()
        if chosen is None:
            return queryset
        return (
            queryset.filter(assignment=int(chosen))
            if chosen.isascii() and chosen.isdigit()
            else queryset.none()
        )


class StateFilter(admin.SimpleListFilter):
    """Where they stand; “To mark” is handed in and not decided."""

    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [(TO_MARK, "To mark"), *Progress.choices]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Submission]) -> QuerySet[Submission]:
        return in_state(queryset, self.value() or "")


class SubmissionList(ChangeList):
    """Its rows lead to the marking screen, which goes on to the next of the same list."""

    def url_for_result(self, result: Model) -> str:
        chosen = {key: self.params[key] for key in KEPT if key in self.params}
        query = f"?{urlencode(chosen)}" if chosen else ""
        return reverse("assessment:mark", args=[result.pk]) + query


@admin.register(Submission)
class SubmissionAdmin(ScopedAdmin):
    """To look at and to mark; students make them, and nobody deletes one."""

    visible_to = submissions_visible_to
    actions = None
    preserve_filters = False
    list_display = ("student", "standing", "mark", "marked", "late", "class_names", "assignment")
    list_filter = (AssignmentFilter, StudentsClassFilter, StateFilter)
    list_select_related = ("student", "assignment")
    search_fields = ("student__display_name", "student__username", "assignment__title")
    ordering = ("assignment", "student__display_name", "student__username")
    change_list_template = "assessment/marking_list.html"

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        """Without what is the same in every row."""
        chosen = {"assignment": "assignment", "class": "class_names"}
        same = {column for name, column in chosen.items() if request.GET.get(name)}
        return [column for column in self.list_display if column not in same]

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return SubmissionList

    def get_queryset(self, request: HttpRequest) -> QuerySet[Submission]:
        latest = HandIn.objects.filter(submission=OuterRef("pk")).order_by("-number")
        classes = Enrolment.objects.filter(
            student=OuterRef("student"),
            classroom__assignments=OuterRef("assignment"),
            classroom__in=classrooms_visible_to(person(request)).values("pk"),
        )
        names = classes.order_by().values("student").annotate(names=StringAgg("classroom__name", Value(", ")))
        released = Release.objects.filter(hand_in=OuterRef("latest")).order_by("-released_at", "-pk")
        return (
            super()
            .get_queryset(request)
            .annotate(
                latest=Subquery(latest.values("pk")[:1]),
                late_by=Subquery(latest.values("late_by")[:1]),
                noted=Subquery(latest.values("marking__points")[:1]),
                noted_of=Subquery(latest.values("marking__of")[:1]),
                outcome=Subquery(latest.values("marking__outcome")[:1]),
                classes=Subquery(names.values("names")[:1]),
            )
            .annotate(
                shown=Subquery(released.values("points")[:1]),
                shown_of=Subquery(released.values("of")[:1]),
                is_released=Exists(released),
            )
        )

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The list; of one assignment with what is done for all of it."""
        chosen = request.GET.get("assignment", "")
        number = int(chosen) if chosen.isascii() and chosen.isdigit() and len(chosen) < 19 else 0
        assignment = assignments_visible_to(person(request)).filter(pk=number).first() if number else None
        context = {"assignment": assignment, "classroom": request.GET.get("class", "")}
        return super().changelist_view(request, {**context, **(extra_context or {})})

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The marking screen stands for the form. Raises Http404."""
        found = self.get_object(request, object_id)
        if found is None:
            raise Http404
        return redirect("assessment:mark", found.pk)

    @admin.display(description="Classes", empty_value=NOTHING)
    def class_names(self, submission: Submission) -> str | None:
        """Those of the assignment that the student is in, as far as the person sees them."""
        return submission.classes  # type: ignore[attr-defined]

    @admin.display(description="State", ordering="state")
    def standing(self, submission: Submission) -> str:
        """Where it stands, and whether it is excused."""
        label = submission.get_state_display()
        return f"{label}, excused" if submission.excused else label

    @admin.display(description="Late", ordering="late_by")
    def late(self, submission: Submission) -> str:
        """Whether the latest hand-in came late."""
        return "Late" if submission.late_by else NOTHING  # type: ignore[attr-defined]

    @admin.display(description="Mark", ordering="noted")
    def mark(self, submission: Any) -> str:
        """What the student sees, else what is noted."""
        points, of = (
            (submission.shown, submission.shown_of)
            if submission.is_released
            else (submission.noted, submission.noted_of)
        )
        return NOTHING if points is None else f"{points_text(points)} of {points_text(of)}"

    @admin.display(description="Marking")
    def marked(self, submission: Any) -> str:
        """How far marking is."""
        if submission.is_released:
            return "Released"
        if submission.outcome is None:
            return NOTHING
        return "Begun" if submission.outcome == Outcome.UNDECIDED else "Ready to release"
