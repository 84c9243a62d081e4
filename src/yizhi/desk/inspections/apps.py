from django.apps import AppConfig


class Room(AppConfig):
    name = "yizhi.desk.inspections"
    label = "inspections"
    verbose_name = "行政检查"
