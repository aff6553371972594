"""Signing in and out and changing one's password: allauth's views, and none of its other pages."""

from allauth.account.views import LoginView, LogoutView, PasswordChangeView
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse

from accounts.forms import NewPasswordForm


class SignInView(LoginView):
    """The one page to sign in, for students and staff."""

    template_name = "accounts/sign_in.html"


class SignOutView(LogoutView):
    """Asks on GET, signs out on POST."""

    template_name = "accounts/sign_out.html"


class ChangePasswordView(PasswordChangeView):
    """One's own password."""

    template_name = "accounts/change_password.html"

    def form_valid(self, form: NewPasswordForm) -> HttpResponse:
        messages.success(self.request, "Your new password is saved.")
        return super().form_valid(form)


sign_in = SignInView.as_view()
sign_out = SignOutView.as_view()
change_password = login_required(ChangePasswordView.as_view())
