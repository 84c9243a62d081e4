"""Benchmarks of two levels: made above the county, or by one of its own bodies; ranges in times of a value."""

from typing import Any

from django.db import migrations, models


def whose(apps: Any, editor: Any) -> None:
    """Tell the tiers that one of the county's own bodies made."""
    names = apps.get_model("bodies", "Body").objects.values("name")
    apps.get_model("matters", "BenchmarkTier").objects.filter(issuer__in=names).update(level="county")


class Migration(migrations.Migration):

    dependencies = [
        ('matters', '0010_why_corrected'),
    ]

    operations = [
        migrations.AddField(
            model_name='benchmarktier',
            name='level',
            field=models.CharField(choices=[('upper', '上级'), ('county', '本县')], default='upper', max_length=8, verbose_name='层级'),
        ),
        migrations.AddField(
            model_name='benchmarktier',
            name='refines',
            field=models.CharField(blank=True, max_length=64, verbose_name='细化的上级阶次'),
        ),
        migrations.AddField(
            model_name='benchmarktier',
            name='times_of',
            field=models.CharField(blank=True, max_length=8, verbose_name='按什么的倍数'),
        ),
        migrations.RunPython(whose, migrations.RunPython.noop),
    ]
