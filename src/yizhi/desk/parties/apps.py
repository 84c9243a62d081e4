from django.apps import AppConfig


class Room(AppConfig):
    name = "yizhi.desk.parties"
    label = "parties"
    verbose_name = "相对人"
