"""Addresses of the guide, on every host."""

from django.urls import path

from schools.views import guide

app_name = "guide"
urlpatterns = [
    path("how-it-works/", guide.how_it_works, name="how-it-works"),
    path("how-it-works/packages/", guide.packages, name="packages"),
    path("how-it-works/lessons/", guide.lessons, name="lessons"),
    path("how-it-works/exercises/", guide.exercises, name="exercises"),
    path("how-it-works/classes/", guide.classes, name="classes"),
    path("how-it-works/cors/", guide.cors, name="cors"),
    path("how-it-works/privacy/", guide.about_privacy, name="privacy"),
    path("check-a-url/", guide.check_a_url, name="check-a-url"),
]
