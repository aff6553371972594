"""Addresses of the run origin: static runtime files and the frame page, nothing that knows a person."""

from django.urls import include, path

urlpatterns = [path("", include("runtime_static.urls"))]
