"""A correction of an allocation says why."""

from django.db import migrations, models

from yizhi.desk.record.marks import mark, unmark


class Migration(migrations.Migration):
    dependencies = [("matters", "0009_sayings")]
    operations = [
        migrations.RunPython(unmark("matters_allocation"), mark("matters", "matters_allocation")),
        migrations.AddField(
            "allocation", "why", models.CharField("为什么更正", blank=True, max_length=500, default=""), preserve_default=False
        ),
        migrations.RunPython(mark("matters", "matters_allocation"), unmark("matters_allocation")),
    ]
