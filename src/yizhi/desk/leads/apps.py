from django.apps import AppConfig


class Room(AppConfig):
    name = "yizhi.desk.leads"
    label = "leads"
    verbose_name = "线索"
