from django.urls import path

from . import hearing_sum_pages, pages, rule_pages

urlpatterns = [
    path("rules/", rule_pages.rule_list, name="rules"),
    path("rules/<str:id>/", rule_pages.rule, name="rule"),
    path("disputes/", pages.disputes, name="disputes"),
    path("disputes/<str:id>/", pages.ruling, name="ruling"),
    path("hearing-sums/", hearing_sum_pages.hearing_sums, name="hearing-sums"),
    path("hearing-sums/<str:domain>/new/", hearing_sum_pages.new_sum, name="hearing-sum-new"),
    path("hearing-sums/<str:fact>/confirm/", hearing_sum_pages.confirm, name="hearing-sum-confirm"),
]
