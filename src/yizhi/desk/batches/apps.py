from django.apps import AppConfig


class Room(AppConfig):
    name = "yizhi.desk.batches"
    label = "batches"
    verbose_name = "赋权批次"
