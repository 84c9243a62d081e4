"""Every change of these tables changes a mark."""

from django.db import migrations

from yizhi.desk.record.marks import mark, unmark

TABLES = ("bodies_body", "bodies_office", "bodies_seal")


class Migration(migrations.Migration):
    dependencies = [("bodies", "0002_town_does_not_know_its_body"), ("record", "0003_marks")]
    operations = [
        migrations.RunPython(mark("bodies", *TABLES), unmark(*TABLES)),
    ]
