"""Addresses of the public site."""

from django.urls import include, path

from projects import urls_examples

urlpatterns = [
    path("", include("schools.urls")),
    *urls_examples.public,
    path("", include("schools.urls_guide")),
]

handler400 = "schools.errors.bad_request"
handler403 = "schools.errors.forbidden"
handler404 = "schools.errors.not_found"
handler500 = "schools.errors.server_error"
