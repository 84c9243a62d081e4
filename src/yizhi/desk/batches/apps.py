from importlib import import_module

from django.apps import AppConfig


class Room(AppConfig):
    name = "yizhi.desk.batches"
    label = "batches"
    verbose_name = "赋权批次"

    def ready(self) -> None:
        """Let 待办 know which steps wait for whom, and imports how lines are read; models can only be imported now."""
        import_module("yizhi.desk.batches.importing")
        import_module("yizhi.desk.batches.work")
