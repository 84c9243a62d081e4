"""Let the database refuse any change of an entry or a seal."""

from django.db import migrations

from yizhi.desk.record.append_only import guard, unguard


class Migration(migrations.Migration):
    dependencies = [("record", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
