from importlib import import_module

from django.apps import AppConfig


class Room(AppConfig):
    name = "yizhi.desk.supervision"
    label = "supervision"
    verbose_name = "执法监督"

    def ready(self) -> None:
        """Let 待办 know which acts of supervision wait for whom; models can only be imported now."""
        import_module("yizhi.desk.supervision.work")
