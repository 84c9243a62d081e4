"""Every address of the product. Each room names its own; the API has one tree."""

from django.urls import include, path

from . import pages
from .api import api

urlpatterns = [
    path("sign-in/", pages.sign_in, name="sign-in"),
    path("sign-out/", pages.sign_out, name="sign-out"),
    path("identity/", pages.take_identity, name="take-identity"),
    path("healthz", pages.health, name="health"),
    path("fitness/", pages.fitness, name="fitness"),
    path("gallery/", pages.gallery, name="gallery"),
    path("api/v1/", api.urls),
    path("", include("yizhi.desk.disclosure.urls")),
    path("", include("yizhi.desk.supervision.urls")),
    path("", include("yizhi.desk.batches.urls")),
    path("", include("yizhi.desk.cases.urls")),
    path("", include("yizhi.desk.inspections.urls")),
    path("", include("yizhi.desk.leads.urls")),
    path("", include("yizhi.desk.papers.urls")),
    path("", include("yizhi.desk.parties.urls")),
    path("", include("yizhi.desk.matters.urls")),
    path("", include("yizhi.desk.rulings.urls")),
    path("", include("yizhi.desk.people.urls")),
    path("", include("yizhi.desk.bodies.urls")),
    path("", include("yizhi.desk.places.urls")),
]
handler400 = "yizhi.web.pages.unreadable"
handler404 = "yizhi.web.pages.not_found"
handler500 = "yizhi.web.pages.broken"
