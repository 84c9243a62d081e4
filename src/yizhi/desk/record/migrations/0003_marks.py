"""The marks that change with every change of the facts."""

from django.db import migrations

from yizhi.desk.record.marks import drop_table, make_table


class Migration(migrations.Migration):
    dependencies = [("record", "0002_append_only")]
    operations = [migrations.RunPython(make_table, drop_table)]
