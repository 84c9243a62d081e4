from importlib import import_module

from django.apps import AppConfig


class Room(AppConfig):
    name = "yizhi.desk.parties"
    label = "parties"
    verbose_name = "相对人"

    def ready(self) -> None:
        """Let the import of tables know how parties are read; models can only be imported now."""
        import_module("yizhi.desk.parties.importing")
