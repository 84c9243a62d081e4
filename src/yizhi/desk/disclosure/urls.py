from django.urls import path

from . import pages, public_pages

urlpatterns = [
    path("disclosure/", pages.disclosures, name="disclosures"),
    path("disclosure/cases/<str:dossier>/", pages.draft, name="disclosure-draft"),
    path("disclosure/<str:dossier>/", pages.disclosure, name="disclosure"),
    path("disclosure/<str:dossier>/acts/<str:kind>/", pages.step, name="disclosure-step"),
    path("public/disclosure/", public_pages.public_list, name="public-disclosures"),
    path("public/disclosure/list.csv", public_pages.public_file, {"form": "csv"}, name="public-disclosures-csv"),
    path("public/disclosure/list.json", public_pages.public_file, {"form": "json"}, name="public-disclosures-json"),
    path("public/disclosure/<str:dossier>/", public_pages.public_record, name="public-disclosure"),
]
