"""Addresses of what students find of assignments, and of the page that everybody lands on."""

from django.urls import URLPattern, URLResolver, include, path

from assessment.views import home
from assessment.views.students import assignment, handing_in, listing, receipt, working

ASSIGNMENT = "<int:assignment_id>/"

assignment_patterns: list[URLPattern | URLResolver] = [
    path("", listing.assignment_list, name="list"),
    path(ASSIGNMENT, assignment.assignment, name="assignment"),
    path(f"{ASSIGNMENT}work/<int:item_id>/", working.work, name="work"),
    path(f"{ASSIGNMENT}hand-in/", handing_in.hand_in, name="hand-in"),
    path(f"{ASSIGNMENT}receipts/<int:number>/", receipt.receipt, name="receipt"),
]

urlpatterns = [
    path("", home.home, name="home"),
    path("assignments/", include((assignment_patterns, "assignments"))),
]
