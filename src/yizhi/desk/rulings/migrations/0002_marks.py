"""Every change of these tables changes a mark."""

from django.db import migrations

from yizhi.desk.record.marks import mark, unmark

TABLES = ("rulings_ruling",)


class Migration(migrations.Migration):
    dependencies = [("rulings", "0001_initial"), ("record", "0003_marks")]
    operations = [migrations.RunPython(mark("rulings", *TABLES), unmark(*TABLES))]
