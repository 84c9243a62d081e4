"""Keep in which mode a lead's power is held. The search index hangs on the table, which SQLite makes anew for a further column."""

from django.db import migrations, models

from yizhi.desk.record.finding import drop_search, index_search


class Migration(migrations.Migration):
    dependencies = [("leads", "0002_search")]
    operations = [
        migrations.RunPython(drop_search("leads_lead"), index_search("leads_lead")),
        migrations.AddField("lead", "mode", models.CharField(blank=True, default="", max_length=12, verbose_name="方式")),
        migrations.RunPython(index_search("leads_lead"), drop_search("leads_lead")),
    ]
