"""Since when a lead that was assessed waits for the decision whether a case is opened. Filled from the record by `yizhi record renew`."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("leads", "0003_mode")]
    operations = [
        migrations.AddField("lead", "waits_since", models.DateField(null=True, verbose_name="核查完、等着决定是否立案")),
    ]
