from django.urls import path

from . import pages

urlpatterns = [
    path("papers/", pages.paper_list, name="papers"),
    path("papers/<uuid:id>/", pages.paper, name="paper"),
    path("papers/<uuid:id>.pdf", pages.paper_pdf, name="paper-pdf"),
    path("cases/<str:dossier>/dossier.pdf", pages.whole_dossier, name="dossier-pdf"),
    path("lists/<str:area>/list.pdf", pages.sealed_list, name="list-pdf"),
    path("evidence/<uuid:id>", pages.evidence, name="evidence"),
]
