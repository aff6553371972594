"""Addresses for signing in and out. The names are those that allauth looks for."""

from django.urls import path

from accounts.views import signing_in

urlpatterns = [
    path("login/", signing_in.sign_in, name="account_login"),
    path("logout/", signing_in.sign_out, name="account_logout"),
    path("password/", signing_in.change_password, name="account_change_password"),
]
