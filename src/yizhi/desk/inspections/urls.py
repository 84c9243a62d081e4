from django.urls import path

from . import keeping_pages, pages, plan_pages, public_pages, year_pages

urlpatterns = [
    path("inspections/", pages.visits, name="inspections"),
    path("inspections/new/", plan_pages.new_visit, name="new-visit"),
    path("inspections/subjects/", keeping_pages.subjects, name="inspection-subjects"),
    path("inspections/subjects/new/", keeping_pages.new_subject, name="new-subject"),
    path("inspections/subjects/report/", keeping_pages.report, name="report-subjects"),
    path("inspections/subjects/<str:fact>/end/", keeping_pages.subject_ends, name="end-subject"),
    path("inspections/items/", keeping_pages.items, name="published-items"),
    path("inspections/items/new/", keeping_pages.new_item, name="publish-item"),
    path("inspections/items/<str:fact>/end/", keeping_pages.item_ends, name="end-item"),
    path("inspections/caps/", keeping_pages.caps, name="annual-caps"),
    path("inspections/caps/new/", keeping_pages.new_cap, name="new-cap"),
    path("inspections/plans/", year_pages.plans, name="inspection-plans"),
    path("inspections/plans/line/", year_pages.plan_line, name="inspection-plan-line"),
    path("inspections/plans/without/", year_pages.plan_without, name="inspection-plan-without"),
    path("inspections/plans/publish/", year_pages.plan_publish, name="publish-inspection-plan"),
    path("inspections/plans/<str:code>/", year_pages.plan, name="inspection-plan"),
    path("inspections/<str:code>/", pages.visit, name="visit"),
    path("inspections/<str:code>/change/", plan_pages.change, name="change-visit"),
    path("inspections/<str:code>/acts/<str:kind>/", pages.act, name="visit-act"),
    path("public/inspections/", public_pages.verify, name="verify-visit"),
]
