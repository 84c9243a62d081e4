from django.apps import AppConfig

from . import finding  # registers the `bigrams` look-up

__all__ = ["Room", "finding"]


class Room(AppConfig):
    name = "yizhi.desk.record"
    label = "record"
    verbose_name = "执法记录"
