"""Index the bigram column."""

from django.db import migrations

from yizhi.desk.record.finding import drop_search, index_search


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0001_initial")]
    operations = [migrations.RunPython(index_search("disclosure_disclosure"), drop_search("disclosure_disclosure"))]
