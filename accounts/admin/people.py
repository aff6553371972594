"""People in the back office."""

from typing import Any, cast

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from django.forms import ModelChoiceField, ModelForm
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html

from accounts import services
from accounts.admin.base import STAFF, ScopedAdmin, person
from accounts.admin.filters import ClassroomFilter
from accounts.admin.forms import AddPersonForm, ChangePersonForm
from accounts.admin.sign_in_help import codes_page, help_page
from accounts.models import User
from accounts.permissions import can_give_password_code
from accounts.queries import classrooms_visible_to, people_visible_to, students_of
from accounts.services.passwords import FIRST_CODE_LIFETIME


def people_managed_by(user: User) -> QuerySet[User]:
    """Everybody for administrators, her students for a teacher."""
    return people_visible_to(user) if user.is_administrator else students_of(user)


@admin.register(User)
class PersonAdmin(ScopedAdmin):
    """A teacher adds students to her classes and helps them to sign in; administrators manage everybody."""

    visible_to = people_managed_by
    may_add = may_change = STAFF
    list_display = ("username", "display_name", "role", "class_names", "is_active")
    search_fields = ("username", "display_name")
    actions = ("give_codes",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        own = classrooms_visible_to(person(request)).filter(archived=False)
        enrolled = Prefetch("classrooms", queryset=own, to_attr="shown_classrooms")
        taught = Prefetch("taught_classrooms", queryset=own, to_attr="shown_taught")
        return super().get_queryset(request).prefetch_related(enrolled, taught)

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        return [ClassroomFilter, *(["role", "is_active"] if person(request).is_administrator else [])]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        if obj is not None:
            return [
                "username",
                "display_name",
                "role",
                "is_active",
                "class_names",
                "password_state",
                "sign_in_help",
            ]
        role = ["role"] if person(request).is_administrator else []
        return ["username", "display_name", *role, "classroom"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        if obj is None:
            return []
        shown = ["class_names", "password_state", "sign_in_help"]
        asker = person(request)
        if not asker.is_administrator:
            return ["username", "role", "is_active", *shown]
        return ["role", "is_active", *shown] if obj.pk == asker.pk else shown

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        kwargs["form"] = ChangePersonForm if obj else AddPersonForm
        form = super().get_form(request, obj, change, **kwargs)
        if "classroom" in form.base_fields:
            classroom = cast(ModelChoiceField, form.base_fields["classroom"])
            classroom.queryset = classrooms_visible_to(person(request)).filter(archived=False)
            classroom.required = not person(request).is_administrator
        return form

    def save_model(self, request: HttpRequest, obj: User, form: ModelForm, change: bool) -> None:
        if not change:
            self._add(obj, form)
            return
        super().save_model(request, obj, form, change)
        if "role" in form.changed_data:
            services.change_role(person=obj, role=obj.role)

    def response_add(
        self, request: HttpRequest, obj: User, post_url_continue: str | None = None
    ) -> HttpResponse:
        """The first password, once."""
        code = services.give_password_code(person=obj, lifetime=FIRST_CODE_LIFETIME)
        return codes_page(self, request, [(obj, code)], FIRST_CODE_LIFETIME)

    @admin.action(description="Give new passwords to the selected people")
    def give_codes(self, request: HttpRequest, queryset: QuerySet[User]) -> TemplateResponse:
        """A code for each, on a page to print."""
        people = list(queryset)
        if not all(can_give_password_code(person(request), one) for one in people):
            raise PermissionDenied
        codes = list(zip(people, services.give_password_codes(people=people), strict=True))
        for one in people:
            self.log_change(request, one, "Gave a new password.")
        return codes_page(self, request, codes, services.passwords.CODE_LIFETIME)

    def get_urls(self) -> list[URLPattern]:
        own = path(
            "<path:object_id>/sign-in-help/",
            self.admin_site.admin_view(self.sign_in_help_view),
            name="accounts_user_help",
        )
        return [own, *super().get_urls()]

    def sign_in_help_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Unlock a person, or give her a new password."""
        return help_page(self, request, object_id)

    @admin.display(description="Classes")
    def class_names(self, one: User) -> str:
        """The classes that she is in or teaches, of those that the person who asks may see."""
        shown = [*one.shown_classrooms, *one.shown_taught]  # type: ignore[attr-defined]
        return ", ".join(classroom.name for classroom in shown) or "–"

    @admin.display(description="Password")
    def password_state(self, one: User) -> str:
        """Whether she has one. Never what it is."""
        if not one.has_usable_password():
            return "none yet"
        if one.must_change_password:
            return (
                "a code that is no longer valid"
                if one.password_has_expired
                else "a code, to be changed at sign-in"
            )
        return "chosen in person"

    @admin.display(description="Signing in")
    def sign_in_help(self, one: User) -> str:
        """A link to the page that helps."""
        return format_html(
            '<a href="{}">Unlock, or give a new password</a>',
            reverse("admin:accounts_user_help", args=[one.pk]),
        )

    def message_unlocked(self, request: HttpRequest, one: User) -> None:
        """Say that it worked."""
        messages.success(request, f"{one} can try again now.")

    def _add(self, obj: User, form: ModelForm) -> None:
        made = services.add_person(username=obj.username, display_name=obj.display_name, role=obj.role)
        obj.__dict__.update(made.__dict__)
        if classroom := form.cleaned_data.get("classroom"):
            services.enrol(student=obj, classroom=classroom)
