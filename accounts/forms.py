"""Forms for signing in."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm
from django.core.validators import MaxLengthValidator

from accounts.names import LONGEST_USERNAME, normalise_username

LONGEST_PASSWORD = 1000  # longer ones only cost time to hash


class SignInForm(LoginForm):
    """allauth's form with the names that password managers and screen readers know."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name, password = self.fields["login"], self.fields["password"]
        name.label, password.label = "Username", "Password"
        password.help_text = ""
        password.validators.append(
            MaxLengthValidator(LONGEST_PASSWORD, "A password has 1000 characters at most.")
        )
        name.widget.attrs.update(
            autocomplete="username", autocapitalize="none", spellcheck="false", maxlength=LONGEST_USERNAME
        )
        password.widget.attrs["autocomplete"] = "current-password"
        for field in (name, password):
            field.widget.attrs.pop("placeholder", None)
        if not self.is_bound or not self.data.get("login"):
            name.widget.attrs["autofocus"] = True
        else:  # the name is kept, so the password is what to type next
            password.widget.attrs["autofocus"] = True

    def clean_login(self) -> str:
        return normalise_username(self.cleaned_data["login"])


class NewPasswordForm(ChangePasswordForm):
    """One's own password, chosen anew."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        must_change = self.user.must_change_password
        labels = {
            "oldpassword": "Code that you were given" if must_change else "Present password",
            "password1": "New password",
            "password2": "New password again",
        }
        for name, label in labels.items():
            field = self.fields[name]
            field.label = label
            field.validators.append(MaxLengthValidator(LONGEST_PASSWORD))
            field.widget.attrs.pop("placeholder", None)
        self.fields["oldpassword"].help_text = ""
        self.fields[
            "password1"
        ].help_text = "At least 8 characters. Three or four words are easy to remember."
