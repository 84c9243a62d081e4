from django.urls import path

from . import issued_pages, pages

urlpatterns = [
    path("papers/", pages.paper_list, name="papers"),
    path("papers/<uuid:id>/", pages.paper, name="paper"),
    path("papers/<uuid:id>.pdf", pages.paper_pdf, name="paper-pdf"),
    path("cases/<str:dossier>/dossier.pdf", pages.whole_dossier, name="dossier-pdf"),
    path("lists/<str:area>/list.pdf", pages.printed_list, name="list-pdf"),
    path("lists/<str:area>/issued/", issued_pages.issued_of_area, name="issued-lists"),
    path("issued-lists/<str:dossier>/", issued_pages.one_issued, name="issued-list"),
    path("public/lists/issued/<str:dossier>.pdf", issued_pages.issued_list_pdf, name="public-issued-list"),
    path("evidence/<uuid:id>", pages.evidence, name="evidence"),
]
