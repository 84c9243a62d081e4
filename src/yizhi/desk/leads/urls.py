from django.urls import path

from . import pages

urlpatterns = [
    path("ask/", pages.ask, name="ask"),
    path("leads/", pages.lead_list, name="leads"),
    path("leads/list.xlsx", pages.lead_table, name="leads-xlsx"),
    path("leads/register/", pages.register, name="register-lead"),
    path("leads/<str:dossier>/", pages.lead, name="lead"),
    path("leads/<str:dossier>/settle/", pages.settle, name="settle-lead"),
]
