"""Addresses with which a student joins a class."""

from django.urls import path

from accounts.views import joining

urlpatterns = [
    path("", joining.join, name="join"),
    path("<str:code>/", joining.join_with_code, name="join-code"),
]
