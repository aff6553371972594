"""The shared browser runtime: what is shipped, and the run origin that serves it."""

from django.apps import AppConfig


class RuntimeStaticConfig(AppConfig):
    name = "runtime_static"
    verbose_name = "Browser runtime"
