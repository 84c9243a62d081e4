"""Take away the index of entries by dossier: the one of dossier and place contains it. The guarded table itself stays as it is."""

import django.db.models.deletion
from django.db import migrations, models

NAME = "record_entry_dossier_id_ce2d2a5a"


class Migration(migrations.Migration):
    dependencies = [("record", "0003_marks")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(f"DROP INDEX {NAME}", f"CREATE INDEX {NAME} ON record_entry (dossier_id)"),
                migrations.RunSQL(f"DROP INDEX IF EXISTS {NAME}_like", migrations.RunSQL.noop),
            ],
            state_operations=[
                migrations.AlterField(
                    "entry",
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="record.dossier",
                        verbose_name="案卷",
                        db_index=False,
                    ),
                )
            ],
        )
    ]
