"""Index the bigram column."""

from django.db import migrations

from yizhi.desk.record.finding import drop_search, index_search


class Migration(migrations.Migration):
    dependencies = [("leads", "0001_initial")]
    operations = [migrations.RunPython(index_search("leads_lead"), drop_search("leads_lead"))]
