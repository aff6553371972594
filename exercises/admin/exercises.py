"""Exercises in the back office: the form, and the pages around it."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from accounts.admin.base import STAFF, ScopedAdmin, person
from exercises.admin import checks, parts, publishing, texts, trying, uploading
from exercises.forms.checks import FORMS
from exercises.forms.fields import CodeField, TopicsField
from exercises.models import Exercise
from exercises.permissions import can_change
from exercises.queries import collections_changeable_by, exercises_visible_to
from exercises.services import publishing as publishing_services
from exercises.services.working_copies import touch


class ExerciseForm(forms.ModelForm):
    """The scalar fields of an exercise."""

    topics = TopicsField(required=False, help_text="With commas between them, as: loops, strings")
    text = CodeField(
        rows=18,
        help_text="What to do, in Markdown. A picture among the files: ![What it shows](pictures/name.png)",
    )
    credit = CodeField(rows=2, help_text="Whose idea it was, and under which licence.")

    class Meta:
        model = Exercise
        labels: ClassVar = {"slug": "Short name"}
        fields = (
            "title", "slug", "collection", "position", "summary", "difficulty", "topics", "text", "main_path",
            "show_solution", "credit", "archived",
        )  # fmt: skip


@admin.register(Exercise)
class ExerciseAdmin(ScopedAdmin):
    """A teacher writes her own exercises; all that are published can be read and copied by every teacher."""

    form = ExerciseForm
    visible_to = exercises_visible_to
    choices = {"collection": collections_changeable_by}
    may_add = may_change = STAFF
    change_form_template = "admin/exercises/exercise/change_form.html"
    change_list_template = "admin/exercises/exercise/change_list.html"
    list_display = ("title", "collection", "author", "difficulty", "topic_list", "state")
    list_filter = ("difficulty", "archived")
    list_select_related = ("collection", "author", "published")
    search_fields = ("title", "summary")
    prepopulated_fields = {"slug": ("title",)}
    inlines = (parts.ExerciseFileInline, parts.CheckInline, parts.HintInline)

    class Media:
        css: ClassVar = {"all": ("exercises/back-office.css",)}

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        return self.inlines if obj else ()

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Exercise]:
        return super().get_queryset(request).defer("trial", "published__document", "published__recorded")

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (not isinstance(obj, Exercise) or can_change(person(request), obj))

    def save_model(self, request: HttpRequest, obj: Exercise, form: Any, change: bool) -> None:
        if not change:
            obj.author = person(request)
            obj.position = Exercise.objects.filter(collection=obj.collection).count()
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if any(formset.has_changed() for formset in formsets):
            touch(form.instance)

    def response_add(
        self, request: HttpRequest, obj: Exercise, post_url_continue: str | None = None
    ) -> HttpResponse:
        """On to its files, checks and hints."""
        messages.success(request, "Now add its files, checks and hints.")
        return publishing.back_to(obj)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        exercise = kwargs.get("obj")
        if exercise is not None:
            context["why_not"] = publishing_services.why_not_publishable(exercise)
            context["kinds"] = [(kind, form.kind.label, form.about) for kind, form in FORMS.items()]  # type: ignore[attr-defined]
            context["may_change"] = self.has_change_permission(request, exercise)
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self) -> list[URLPattern]:
        """The pages around the form. Each asks for the row as this person may see it."""
        pages = [
            ("upload/", uploading.upload_page, "upload"),
            ("<path:object_id>/checks/add/<slug:kind>/", checks.add_check_page, "check-add"),
            ("<path:object_id>/checks/<int:check_id>/", checks.check_page, "check"),
            ("<path:object_id>/text/", texts.text_page, "text"),
            ("<path:object_id>/download/", texts.download, "download"),
            ("<path:object_id>/files/<slug:role>/<path:file>", trying.file, "file"),
            ("<path:object_id>/preview/", trying.preview_page, "preview"),
            ("<path:object_id>/try/", trying.try_page, "try"),
            ("<path:object_id>/trial/", trying.trial, "trial"),
            ("<path:object_id>/publish/", publishing.publish, "publish"),
            ("<path:object_id>/duplicate/", publishing.duplicate, "duplicate"),
        ]
        own = [
            path(pattern, self._page(view), name=f"exercises_exercise_{name}")
            for pattern, view, name in pages
        ]
        return [*own, *super().get_urls()]

    def _page(self, view: Any) -> Any:
        def page(request: HttpRequest, **ids: Any) -> HttpResponse:
            return view(self, request, **ids)

        return self.admin_site.admin_view(page)

    @admin.display(description="Topics")
    def topic_list(self, exercise: Exercise) -> str:
        """The topics in one line."""
        return ", ".join(exercise.topics)
