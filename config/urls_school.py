"""Addresses of one school."""

from django.contrib import admin
from django.urls import include, path

from projects import urls_examples
from schools import device_views
from schools.views.site import favicon, robots

urlpatterns = [
    path("favicon.ico", favicon),
    path("robots.txt", robots),
    path("service-worker.js", device_views.service_worker, name="service-worker"),
    path("offline/", device_views.offline_page, name="offline"),
    path("manifest.webmanifest", device_views.web_app, name="web-app"),
    path("admin/", include("assessment.urls")),
    path("admin/", admin.site.urls),
    path("accounts/", include("accounts.urls")),
    path("join/", include("accounts.urls_join")),
    path("", include("assessment.urls_students")),
    path("", include("projects.urls")),
    path("", include("exercises.urls")),
    *urls_examples.school,
    path("", include("schools.urls_guide")),
]

handler400 = "schools.errors.bad_request"
handler403 = "schools.errors.forbidden"
handler404 = "schools.errors.not_found"
handler500 = "schools.errors.server_error"
