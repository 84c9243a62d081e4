from django.urls import path

from . import pages

urlpatterns = [
    path("parties/", pages.parties, name="parties"),
    path("parties/new/", pages.new_party, name="party-new"),
    path("parties/<str:code>/", pages.party, name="party"),
    path("parties/<str:code>/correct/", pages.correct_party, name="party-correct"),
]
