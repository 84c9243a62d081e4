"""Keep the search index on SQLite in the order of the list; take away indexes that others contain. The index hangs on the table, which SQLite makes anew."""

import django.db.models.deletion
from django.db import migrations, models

from yizhi.desk.record.finding import drop_search, index_search
from yizhi.desk.record.finding_in_order import drop_in_order, index_in_order


def pointing(to: str, name: str, **more: bool) -> models.ForeignKey:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=to, verbose_name=name, db_index=False, **more
    )


class Migration(migrations.Migration):
    dependencies = [("cases", "0005_running_limits")]
    operations = [
        migrations.RunPython(drop_search("cases_case"), index_search("cases_case")),
        migrations.AlterField("case", "body", pointing("bodies.body", "名义")),
        migrations.AlterField("case", "town", pointing("places.town", "镇（街道）")),
        migrations.AlterField("case", "party", pointing("parties.party", "当事人", null=True)),
        migrations.RunPython(index_in_order("cases_case"), drop_in_order("cases_case")),
    ]
