from django.apps import AppConfig


class Room(AppConfig):
    name = "yizhi.desk.papers"
    label = "papers"
    verbose_name = "文书"
