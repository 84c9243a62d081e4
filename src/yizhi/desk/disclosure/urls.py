from django.urls import path

from . import own_pages, pages, public_bodies, public_pages

urlpatterns = [
    path("disclosure/", pages.disclosures, name="disclosures"),
    path("disclosure/cases/<str:dossier>/", pages.draft, name="disclosure-draft"),
    path("disclosure/before/", own_pages.before, name="prior-disclosure"),
    path("disclosure/figures/", own_pages.figures, name="figures"),
    path("disclosure/figures/<str:dossier>/", own_pages.one_year, name="figures-of-year"),
    path("disclosure/figures/<str:dossier>/acts/<str:kind>/", own_pages.figures_step, name="figures-step"),
    path("disclosure/applications/", own_pages.applications, name="applications"),
    path("disclosure/applications/new/", own_pages.new_application, name="application-new"),
    path("disclosure/applications/<str:dossier>/", own_pages.application, name="application"),
    path("disclosure/applications/<str:dossier>/acts/<str:kind>/", own_pages.application_step, name="application-step"),
    path("disclosure/<str:dossier>/", pages.disclosure, name="disclosure"),
    path("disclosure/<str:dossier>/acts/<str:kind>/", pages.step, name="disclosure-step"),
    path("public/disclosure/", public_pages.public_list, name="public-disclosures"),
    path("public/disclosure/list.csv", public_pages.public_file, {"form": "csv"}, name="public-disclosures-csv"),
    path("public/disclosure/list.json", public_pages.public_file, {"form": "json"}, name="public-disclosures-json"),
    path("public/disclosure/<str:dossier>/", public_pages.public_record, name="public-disclosure"),
    path("public/bodies/", public_bodies.public_bodies, name="public-bodies"),
    path("public/bodies/<str:code>/", public_bodies.public_body, name="public-body"),
    path("public/figures/", public_bodies.public_years, name="public-figures"),
    path("public/figures/<str:dossier>/", public_bodies.public_year, name="public-figures-of-year"),
]
