"""Keep what was settled for a case when the power was taken back. The search index hangs on the table, which SQLite makes anew."""

from django.db import migrations, models

from yizhi.desk.record.finding import drop_search, index_search


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_search")]
    operations = [
        migrations.RunPython(drop_search("cases_case"), index_search("cases_case")),
        migrations.AddField(
            "case",
            "on_recall",
            models.CharField(blank=True, default="", max_length=12, verbose_name="权力收回后怎样办"),
        ),
        migrations.RunPython(index_search("cases_case"), drop_search("cases_case")),
    ]
