"""Every change of these tables changes a mark."""

from django.db import migrations

from yizhi.desk.record.marks import mark, unmark

MATTERS = ("matters_item", "matters_itemversion", "matters_allocation")
CALENDAR = ("matters_calendarday",)


class Migration(migrations.Migration):
    dependencies = [("matters", "0005_catalogue_and_citation_findings"), ("record", "0003_marks")]
    operations = [
        migrations.RunPython(mark("matters", *MATTERS), unmark(*MATTERS)),
        migrations.RunPython(mark("calendar", *CALENDAR), unmark(*CALENDAR)),
    ]
