"""A person of one school."""

from collections.abc import Collection
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone

from accounts.enums import Role
from accounts.names import LONGEST_USERNAME, normalise_username, validate_username


class UserManager(BaseUserManager["User"]):
    """Finds people by the normalised name; makes the first administrator of a school (`createsuperuser`)."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username=normalise_username(username or ""))

    def create_superuser(self, username: str, password: str | None = None, **fields: Any) -> "User":
        """An administrator of the school."""
        person = self.model(username=username, role=Role.ADMINISTRATOR, **fields)
        person.set_password(password)
        person.full_clean()
        person.save(using=self._db)
        return person


class User(AbstractBaseUser):
    """A person. A user name and a display name are enough: no e-mail, no birthday.

    What she may do follows from her role alone, so there are no groups, permission rows or superusers.
    """

    username = models.CharField(
        "user name",
        max_length=LONGEST_USERNAME,
        unique=True,
        validators=[validate_username],
        error_messages={"unique": "Somebody in this school has this user name already."},
    )
    display_name = models.CharField(
        "name", max_length=100, blank=True, help_text="As classmates and teachers see it."
    )
    role = models.CharField(max_length=20, choices=Role.choices, default=Role.STUDENT)
    is_active = models.BooleanField(
        "may sign in", default=True, help_text="Take this away instead of deleting a person: her work stays."
    )
    must_change_password = models.BooleanField(default=False, editable=False)
    password_expires_at = models.DateTimeField(null=True, blank=True, editable=False)
    date_joined = models.DateTimeField(default=timezone.now, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "people"
        ordering = ("username",)
        constraints = [
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="user_role_is_known"),
            models.CheckConstraint(
                condition=models.Q(password_expires_at__isnull=True) | models.Q(must_change_password=True),
                name="user_only_codes_expire",
            ),
        ]

    def __str__(self) -> str:
        return self.display_name or self.username

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        """First in the one spelling, so that length and letters are judged as they will be stored."""
        self.username = normalise_username(self.username)
        self.display_name = " ".join(self.display_name.split())
        super().clean_fields(exclude)

    @classmethod
    def normalize_username(cls, username: str) -> str:
        """Django's forms ask here."""
        return normalise_username(username)

    @property
    def is_student(self) -> bool:
        return self.role == Role.STUDENT

    @property
    def is_administrator(self) -> bool:
        return self.role == Role.ADMINISTRATOR

    @property
    def is_staff(self) -> bool:
        """Whether the back office is open to her. Follows the role; it cannot be set."""
        return self.role in (Role.TEACHER, Role.ADMINISTRATOR)

    @property
    def has_own_password(self) -> bool:
        """Whether she chose one; a code that she was given is none."""
        return self.has_usable_password() and not self.must_change_password

    @property
    def needs_code(self) -> bool:
        """Whether she has neither a password of her own nor a code with which she could choose one."""
        return not self.has_usable_password() or (self.must_change_password and self.password_has_expired)

    @property
    def password_has_expired(self) -> bool:
        """Whether the password is a code that was not used in time."""
        return self.password_expires_at is not None and self.password_expires_at < timezone.now()

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """Never: `accounts.permissions` and the back office's base class decide, by role."""
        return False

    def has_perms(self, perm_list: list[str], obj: object = None) -> bool:
        """Never, as `has_perm`."""
        return False

    def has_module_perms(self, app_label: str) -> bool:
        """Whether the back office shows an app's heading at all."""
        return self.is_active and self.is_staff
