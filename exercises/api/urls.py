"""Addresses of what the exercise page asks, below `/exercises/`."""

from django.urls import path

from exercises.api import views

EXERCISE = "<int:exercise_id>/"

urlpatterns = [
    path(f"{EXERCISE}attempts/", views.attempts, name="attempts"),
    path(f"{EXERCISE}attempts/<int:attempt_id>/", views.attempt, name="attempt"),
    path(f"{EXERCISE}hints/", views.hints, name="hints"),
    path(f"{EXERCISE}solution/", views.solution, name="solution"),
]
