"""Every change of these tables changes a mark."""

from django.db import migrations

from yizhi.desk.record.marks import mark, unmark

TABLES = ("places_county", "places_town", "places_village", "places_area", "places_membership")


class Migration(migrations.Migration):
    dependencies = [("places", "0001_initial"), ("record", "0003_marks")]
    operations = [
        migrations.RunPython(mark("places", *TABLES), unmark(*TABLES)),
    ]
