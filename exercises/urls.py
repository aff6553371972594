"""Addresses of exercises."""

from django.urls import URLPattern, URLResolver, include, path

from exercises.views import exercise, listing, pictures

exercise_patterns: list[URLPattern | URLResolver] = [
    path("", listing.exercise_list, name="list"),
    path("<int:exercise_id>/", exercise.exercise, name="exercise"),
    path("<int:exercise_id>/pictures/<path:picture>", pictures.picture, name="picture"),
    path("", include("exercises.api.urls")),
]

urlpatterns = [
    path("exercises/", include((exercise_patterns, "exercises"))),
]
