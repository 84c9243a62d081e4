from django.urls import path

from . import pages, plan_pages

urlpatterns = [
    path("supervision/", pages.matters, name="supervision"),
    path("supervision/new/", pages.register, name="register-matter"),
    path("supervision/findings/", pages.findings, name="findings"),
    path("supervision/plan/", plan_pages.plan, name="supervision-plan"),
    path("supervision/plan/line/", plan_pages.plan_line, name="supervision-plan-line"),
    path("supervision/plan/without/", plan_pages.plan_without, name="supervision-plan-without"),
    path("supervision/people/", pages.people, name="supervisors"),
    path("supervision/people/new/", pages.certificate, name="supervision-certificate"),
    path("supervision/<str:dossier>/", pages.one_matter, name="matter"),
    path("supervision/<str:dossier>/case/", pages.case, name="supervised-case"),
    path("supervision/<str:dossier>/files/<uuid:id>", pages.file, name="supervision-file"),
    path("supervision/<str:dossier>/papers/<int:number>.pdf", pages.paper, name="supervision-paper"),
    path("supervision/<str:dossier>/acts/<str:kind>/", pages.act, name="matter-act"),
    path("supervision/<str:dossier>/acts/<str:kind>/preview/", pages.preview, name="matter-act-preview"),
]
