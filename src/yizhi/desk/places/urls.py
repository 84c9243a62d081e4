from django.urls import path

from . import pages

urlpatterns = [
    path("places/", pages.places, name="places"),
    path("places/change/", pages.change_membership, name="membership-change"),
    path("places/county/", pages.new_county, name="county-new"),
    path("places/areas/new/", pages.new_area, name="area-new"),
    path("places/towns/new/", pages.new_town, name="town-new"),
    path("places/villages/new/", pages.new_village, name="village-new"),
]
