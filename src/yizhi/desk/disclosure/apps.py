from django.apps import AppConfig


class Room(AppConfig):
    name = "yizhi.desk.disclosure"
    label = "disclosure"
    verbose_name = "公示"
