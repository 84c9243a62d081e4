from django.urls import path

from . import pages

urlpatterns = [
    path("disputes/", pages.disputes, name="disputes"),
    path("disputes/<str:id>/", pages.ruling, name="ruling"),
]
