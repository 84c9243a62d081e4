from django.apps import AppConfig


class Room(AppConfig):
    name = "yizhi.desk.people"
    label = "people"
    verbose_name = "人员"
