from django.apps import AppConfig


class Room(AppConfig):
    name = "yizhi.desk.places"
    label = "places"
    verbose_name = "区划与片区"
