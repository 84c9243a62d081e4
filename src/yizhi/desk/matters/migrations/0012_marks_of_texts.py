from django.db import migrations

from yizhi.desk.record.marks import mark, unmark


class Migration(migrations.Migration):

    dependencies = [
        ('matters', '0011_benchmarks_of_two_levels'),
    ]

    operations = [
        migrations.RunPython(mark("statutes", "matters_statuteversion"), unmark("matters_statuteversion")),
    ]
