from django.apps import AppConfig


class Room(AppConfig):
    name = "yizhi.desk.rulings"
    label = "rulings"
    verbose_name = "争议裁定"
