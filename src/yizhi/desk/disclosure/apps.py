from importlib import import_module

from django.apps import AppConfig


class Room(AppConfig):
    name = "yizhi.desk.disclosure"
    label = "disclosure"
    verbose_name = "公示"

    def ready(self) -> None:
        """Let 待办 know what waits here for whom; models can only be imported now."""
        import_module("yizhi.desk.disclosure.work")
