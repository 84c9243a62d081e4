"""Where the institution is that collects fines for a body: every decision that fines must say it."""

from django.db import migrations, models

from yizhi.desk.record.marks import mark, unmark


class Migration(migrations.Migration):
    dependencies = [("bodies", "0004_never_an_office")]
    operations = [
        migrations.RunPython(unmark("bodies_body"), mark("bodies", "bodies_body")),
        migrations.AddField(
            model_name="body",
            name="payee_address",
            field=models.CharField("罚款代收机构地址", max_length=128, blank=True, default=""),
            preserve_default=False,
        ),
        migrations.RunPython(mark("bodies", "bodies_body"), unmark("bodies_body")),
    ]
