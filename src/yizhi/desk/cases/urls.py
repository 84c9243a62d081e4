from django.urls import path

from . import pages, self_check_pages

urlpatterns = [
    path("", pages.todo, name="todo"),
    path("limits/", pages.limits, name="limits"),
    path("cases/", pages.case_list, name="cases"),
    path("cases/list.xlsx", pages.case_table, name="cases-xlsx"),
    path("cases/on-spot/", pages.on_spot, name="on-spot"),
    path("cases/<str:dossier>/", pages.case, name="case"),
    path("cases/<str:dossier>/self-check/", self_check_pages.self_check, name="self-check"),
    path("cases/<str:dossier>/acts/<str:kind>/", pages.act, name="act"),
    path("cases/<str:dossier>/acts/<str:kind>/preview/", pages.preview, name="act-preview"),
]
