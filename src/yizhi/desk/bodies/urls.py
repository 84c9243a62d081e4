from django.urls import path

from . import pages

urlpatterns = [
    path("bodies/", pages.bodies, name="bodies"),
    path("bodies/new/", pages.new_body, name="body-new"),
    path("bodies/<str:code>/", pages.body, name="body"),
    path("bodies/<str:code>/offices/new/", pages.new_office, name="office-new"),
    path("bodies/<str:code>/seals/new/", pages.new_seal, name="seal-new"),
]
