from django.apps import AppConfig


class Room(AppConfig):
    name = "yizhi.desk.cases"
    label = "cases"
    verbose_name = "案件"
