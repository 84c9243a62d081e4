"""The database refuses an office of a town as a body. SQLite makes the table anew for it, so its mark is set again."""

from django.db import migrations, models

from yizhi.desk.record.marks import mark, unmark

TABLE = "bodies_body"


class Migration(migrations.Migration):
    dependencies = [("bodies", "0003_marks")]
    operations = [
        migrations.RunPython(unmark(TABLE), mark("bodies", TABLE)),
        migrations.AddConstraint(
            model_name="body",
            constraint=models.CheckConstraint(
                condition=models.Q(("name__contains", "综合行政执法办公室"), _negated=True),
                name="body_never_an_office",
            ),
        ),
        migrations.RunPython(mark("bodies", TABLE), unmark(TABLE)),
    ]
