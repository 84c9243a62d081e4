"""A letter that is entered or ends changes the mark of these facts."""

from django.db import migrations

from yizhi.desk.record.marks import mark, unmark


class Migration(migrations.Migration):
    dependencies = [("matters", "0006_marks")]
    operations = [migrations.RunPython(mark("matters", "matters_dutyletter"), unmark("matters_dutyletter"))]
