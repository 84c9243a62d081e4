from django.urls import path

from . import import_page, pages

urlpatterns = [
    path("batches/", pages.batches, name="batches"),
    path("batches/new/", pages.new_batch, name="new-batch"),
    path("batches/import/", import_page.import_lines, name="batch-import"),
    path("batches/watch/", pages.watch, name="watch"),
    path("batches/recall/", pages.recall, name="recall-item"),
    path("batches/<str:dossier>/", pages.batch, name="batch"),
    path("batches/<str:dossier>/minute/", pages.minute, name="minute"),
    path("batches/<str:dossier>/cases/", pages.settle, name="settle-cases"),
    path("batches/<str:dossier>/acts/<str:kind>/", pages.step, name="batch-step"),
]
