"""Collections in the back office."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Count, Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html

from accounts.admin.base import STAFF, ScopedAdmin, ScopedInline, person
from exercises.admin.downloads import zip_response
from exercises.admin.objects import found_or_404
from exercises.models import Collection, Exercise
from exercises.permissions import can_change_collection
from exercises.queries import collections_visible_to, exercises_visible_to
from exercises.services import exported_collection


class ExerciseInline(ScopedInline):
    """The exercises of a collection, to be put in order. They are written on their own pages."""

    model = Exercise
    visible_to = exercises_visible_to
    may_change = STAFF
    fields = ("position", "exercise_link", "state")
    readonly_fields = ("exercise_link", "state")
    verbose_name_plural = "exercises, in their order"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Exercise]:
        return super().get_queryset(request).select_related("published").order_by("position", "pk")

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return isinstance(obj, Collection) and can_change_collection(person(request), obj)

    @admin.display(description="Exercise")
    def exercise_link(self, exercise: Exercise) -> str:
        """A link to its page."""
        address = reverse("admin:exercises_exercise_change", args=[exercise.pk])
        return format_html('<a href="{}">{}</a>', address, exercise.title)

    @admin.display(description="State")
    def state(self, exercise: Exercise) -> str:
        """Whether students see it."""
        return exercise.state


@admin.register(Collection)
class CollectionAdmin(ScopedAdmin):
    """A teacher writes her own collections, and reads those that are published."""

    visible_to = collections_visible_to
    may_add = may_change = STAFF
    list_display = ("title", "author", "exercise_count", "published", "order", "progress_link")
    list_filter = ("published",)
    list_select_related = ("author",)
    search_fields = ("title", "summary")
    fields = ("title", "slug", "summary", "text", "order", "published")
    prepopulated_fields = {"slug": ("title",)}
    inlines = (ExerciseInline,)

    class Media:
        css: ClassVar = {"all": ("exercises/back-office.css",)}

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        kwargs["labels"] = {"slug": "Short name"}
        return super().get_form(request, obj, change, **kwargs)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Collection]:
        return super().get_queryset(request).annotate(exercise_total=Count("exercises"))

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        return self.inlines if obj else ()

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (not isinstance(obj, Collection) or can_change_collection(person(request), obj))

    def save_model(self, request: HttpRequest, obj: Collection, form: Any, change: bool) -> None:
        if not change:
            obj.author = person(request)
        super().save_model(request, obj, form, change)

    def get_urls(self) -> list[URLPattern]:
        own = path(
            "<path:object_id>/download/",
            self.admin_site.admin_view(self.download_view),
            name="exercises_collection_download",
        )
        return [own, *super().get_urls()]

    def download_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The collection as a ZIP, which can be uploaded at another school."""
        collection = found_or_404(self, request, object_id)
        exported, messages = exported_collection(collection)
        return zip_response(collection.slug, [exported], messages)

    @admin.display(description="Exercises", ordering="exercise_total")
    def exercise_count(self, collection: Collection) -> int:
        """How many there are."""
        return collection.exercise_total  # type: ignore[attr-defined]

    @admin.display(description="Progress")
    def progress_link(self, collection: Collection) -> str:
        """A link to the page of `assessment` that shows how students are doing."""
        address = reverse("assessment:progress", args=[collection.pk])
        return format_html('<a href="{}">Progress</a>', address)
