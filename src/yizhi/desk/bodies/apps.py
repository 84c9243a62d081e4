from django.apps import AppConfig


class Room(AppConfig):
    name = "yizhi.desk.bodies"
    label = "bodies"
    verbose_name = "机关"
