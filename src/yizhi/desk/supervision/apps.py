from importlib import import_module

from django.apps import AppConfig


class Room(AppConfig):
    name = "yizhi.desk.supervision"
    label = "supervision"
    verbose_name = "执法监督"

    def ready(self) -> None:
        """Let 待办 and 期限 know what waits for whom, until when; models can only be imported now. 待办 reads the limits too."""
        import_module("yizhi.desk.supervision.work")
