"""Keep the limits that run in a case, for the list by day. The search index hangs on the table, which SQLite makes anew."""

from django.db import migrations, models

from yizhi.desk.record.finding import drop_search, index_search


class Migration(migrations.Migration):
    dependencies = [("cases", "0004_lists_in_order")]
    operations = [
        migrations.RunPython(drop_search("cases_case"), index_search("cases_case")),
        migrations.AddField("case", "running", models.JSONField(default=list, verbose_name="在走的期限")),
        migrations.RunPython(index_search("cases_case"), drop_search("cases_case")),
    ]
