"""The one base of every page in the back office: nobody sees, chooses or changes rows that are not hers."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, cast

from django.contrib.admin import ModelAdmin, TabularInline
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import Field, ForeignKey, ManyToManyField, Model, QuerySet
from django.forms import ModelChoiceField, ModelMultipleChoiceField
from django.http import Http404, HttpRequest, HttpResponse

from accounts.enums import Role
from accounts.models import User
from accounts.permissions import is_staff

VisibleTo = Callable[[User], QuerySet[Any]]
STAFF = frozenset({Role.TEACHER, Role.ADMINISTRATOR})
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})
NOBODY: frozenset[Role] = frozenset()


def person(request: HttpRequest) -> User:
    """Who asks. The site lets nobody in who is not signed in."""
    return cast(User, request.user)


class Scoped(BaseModelAdmin):
    """Narrows rows and choices to what the person may see, and rights to her role.

    `visible_to` gives the rows; `choices` gives, for each relation that a form shows, what may be chosen. A
    relation without an entry offers nothing: forgetting one hides rows, it does not leak them.
    """

    model: type[Model]
    visible_to: ClassVar[VisibleTo]
    choices: ClassVar[Mapping[str, VisibleTo]] = {}
    may_add: ClassVar[frozenset[Role]] = NOBODY
    may_change: ClassVar[frozenset[Role]] = NOBODY
    may_delete: ClassVar[frozenset[Role]] = NOBODY

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        visible = type(self).visible_to(person(request)).values("pk")
        return super().get_queryset(request).filter(pk__in=visible)

    def formfield_for_foreignkey(
        self, db_field: ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> ModelChoiceField | None:
        kwargs["queryset"] = self._choices_of(db_field, request)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(
        self, db_field: ManyToManyField, request: HttpRequest, **kwargs: Any
    ) -> ModelMultipleChoiceField | None:
        kwargs["queryset"] = self._choices_of(db_field, request)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **kwargs: Any) -> Any:
        """Without the buttons that open other models in pop-ups."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        widget = getattr(field, "widget", None)
        for button in ("add", "change", "delete", "view"):
            if isinstance(widget, RelatedFieldWidgetWrapper):
                setattr(widget, f"can_{button}_related", False)
        return field

    def has_module_permission(self, request: HttpRequest) -> bool:
        return is_staff(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return is_staff(request.user) and self._is_visible(request, obj)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self._has_role(request, self.may_add)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self._has_role(request, self.may_change) and self._is_visible(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self._has_role(request, self.may_delete) and self._is_visible(request, obj)

    def _choices_of(self, db_field: ForeignKey | ManyToManyField, request: HttpRequest) -> QuerySet[Any]:
        visible = self.choices.get(db_field.name)
        if visible is None:
            return db_field.related_model._default_manager.none()
        return visible(person(request)).complex_filter(db_field.get_limit_choices_to())

    def _has_role(self, request: HttpRequest, roles: frozenset[Role]) -> bool:
        return is_staff(request.user) and request.user.role in roles

    def _is_visible(self, request: HttpRequest, obj: Model | None) -> bool:
        """True for no row in particular. Rows that a form is about were fetched through `get_queryset`."""
        if obj is None or not isinstance(obj, self.model):
            return True
        return type(self).visible_to(person(request)).filter(pk=obj.pk).exists()


class ScopedAdmin(Scoped, ModelAdmin):
    """The pages of one model."""

    view_on_site = False
    list_per_page = 50
    list_max_show_all = 500
    show_full_result_count = False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The list, under the plain name of what it holds."""
        title = str(self.opts.verbose_name_plural).capitalize()
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Only filters that the page shows: `?password__startswith=` would read a hash letter by letter."""
        shown = self.get_list_filter(request)
        return lookup in {getattr(one, "parameter_name", f"{one}__exact") for one in shown}

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Any, object_id: str
    ) -> HttpResponse:
        """Not there and not yours are one answer."""
        raise Http404


class ScopedInline(Scoped, TabularInline):
    """Rows of another model on a page. Rights follow the page's own row, which was fetched as visible."""

    extra = 0
    view_on_site = False
