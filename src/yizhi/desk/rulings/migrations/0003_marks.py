"""Every change of these tables changes a mark."""

from django.db import migrations

from yizhi.desk.record.marks import mark, unmark

TABLES = ("rulings_ruling", "rulings_hearingsum")


class Migration(migrations.Migration):
    dependencies = [("rulings", "0002_hearing_sums"), ("record", "0003_marks")]
    operations = [migrations.RunPython(mark("rulings", *TABLES), unmark(*TABLES))]
