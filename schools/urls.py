"""Addresses of the public site."""

from django.urls import path

from schools.views import site

app_name = "schools"
urlpatterns = [
    path("", site.home, name="home"),
    path("find/", site.find, name="find"),
    path("favicon.ico", site.favicon),
    path("robots.txt", site.robots, name="robots"),
]
