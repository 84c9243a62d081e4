from importlib import import_module

from django.apps import AppConfig


class Room(AppConfig):
    name = "yizhi.desk.inspections"
    label = "inspections"
    verbose_name = "行政检查"

    def ready(self) -> None:
        """Let the page of a party show its visits; models can only be imported now."""
        import_module("yizhi.desk.inspections.at_party")
