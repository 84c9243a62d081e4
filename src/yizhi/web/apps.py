from django.apps import AppConfig


class Roof(AppConfig):
    name = "yizhi.web"
    label = "web"
    verbose_name = "屋顶"
