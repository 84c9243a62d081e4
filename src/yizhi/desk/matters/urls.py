from django.urls import path

from . import citation_pages, import_pages, pages, upkeep

urlpatterns = [
    path("items/", pages.items, name="items"),
    path("items/new/", upkeep.new_item, name="item-new"),
    path("items/<str:code>/", pages.item, name="item"),
    path("items/<str:code>/pairs/", pages.pairs, name="item-pairs"),
    path("items/<str:code>/version/", upkeep.new_version, name="item-version"),
    path("items/<str:code>/boundary/", upkeep.new_boundary_card, name="boundary-card-new"),
    path("items/<str:code>/allocations/new/", upkeep.new_allocation, name="allocation-new"),
    path("allocations/<str:fact>/", upkeep.allocation, name="allocation"),
    path("lists/", pages.lists, name="lists"),
    path("lists/<str:area>/", pages.lists, name="list"),
    path("citations/", citation_pages.findings, name="citations"),
    path("citations/<int:number>/", citation_pages.finding, name="citation"),
    path("citations/<int:number>/replace/", citation_pages.replace, name="citation-replace"),
    path("citations/<int:number>/keep/", citation_pages.keep, name="citation-keep"),
    path("calendar/", pages.calendar, name="calendar"),
    path("imports/", import_pages.imports, name="imports"),
    path("imports/<str:kind>/", import_pages.import_file, name="import"),
]
