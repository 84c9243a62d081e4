from django.apps import AppConfig


class Room(AppConfig):
    name = "yizhi.desk.matters"
    label = "matters"
    verbose_name = "事项"
