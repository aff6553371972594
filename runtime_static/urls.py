"""Addresses of the run origin."""

from django.urls import path, register_converter

from runtime_static import views, wheels
from runtime_static.policies import PolicyConverter

register_converter(PolicyConverter, "policy")
register_converter(wheels.DigestConverter, "sha256")

urlpatterns = [
    path("frame/code/<slug:package>/<slug:digest>.json", views.code, name="runtime-code"),
    path("frame/<policy:policy>/", views.frame, name="runtime-frame"),
    path("frame/open/probe/", views.probe, name="runtime-probe"),
    path("frame/<policy:policy>/<slug:fingerprint>/", views.frame, name="runtime-frame-kept"),
    path("frame/<policy:policy>/<slug:digest>/worker.js", views.worker, name="runtime-worker"),
    path("wheels/<sha256:digest>.whl", wheels.wheel, name="runtime-wheel"),
]
