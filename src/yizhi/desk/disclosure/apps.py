from importlib import import_module

from django.apps import AppConfig


class Room(AppConfig):
    name = "yizhi.desk.disclosure"
    label = "disclosure"
    verbose_name = "公示"

    def ready(self) -> None:
        """Let 待办 and 期限 know what waits here for whom; models can only be imported now."""
        for name in ("work", "limits"):
            import_module(f"yizhi.desk.disclosure.{name}")
