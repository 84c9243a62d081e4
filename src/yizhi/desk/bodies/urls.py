from django.urls import path

from . import pages, standing_pages

urlpatterns = [
    path("bodies/", pages.bodies, name="bodies"),
    path("bodies/new/", pages.new_body, name="body-new"),
    path("bodies/<str:code>/", pages.body, name="body"),
    path("bodies/<str:code>/offices/new/", pages.new_office, name="office-new"),
    path("bodies/<str:code>/seals/new/", pages.new_seal, name="seal-new"),
    path("bodies/<str:code>/standing/", standing_pages.standing, name="body-standing"),
    path("bodies/<str:code>/concentration/", standing_pages.concentration, name="body-concentration"),
]
