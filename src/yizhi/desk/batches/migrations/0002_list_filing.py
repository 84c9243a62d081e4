"""When the towns' lists that a batch changed were filed; published batches from before still are to be filed."""

from typing import Any

from django.db import migrations, models


def published_before(apps: Any, editor: Any) -> None:
    """Mark the batches that changed a town's list of powers and were published before filing was kept."""
    changed = apps.get_model("batches", "BatchLine").objects.filter(mode="conferral").values("batch")
    rows = apps.get_model("batches", "Batch").objects.filter(published_on__isnull=False, pk__in=changed)
    rows.update(to_file=True)


class Migration(migrations.Migration):

    dependencies = [
        ('batches', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='batch',
            name='filed_on',
            field=models.DateField(null=True, verbose_name='清单备案日'),
        ),
        migrations.AddField(
            model_name='batch',
            name='to_file',
            field=models.BooleanField(default=False, verbose_name='清单待备案'),
        ),
        migrations.RunPython(published_before, migrations.RunPython.noop),
    ]
