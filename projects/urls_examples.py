"""Addresses of the examples. The public site has no projects, so nothing can be copied there."""

from django.urls import URLPattern, include, path

from projects.views import examples

public_patterns: list[URLPattern] = [
    path("", examples.example_list, name="list"),
    path("<slug:slug>/", examples.example, name="example"),
]
school_patterns = [*public_patterns, path("<slug:slug>/copy/", examples.copy, name="copy")]

public = [path("examples/", include((public_patterns, "examples")))]
school = [path("examples/", include((school_patterns, "examples")))]
