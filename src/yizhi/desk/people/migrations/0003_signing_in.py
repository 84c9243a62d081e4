"""When somebody signed in last is not kept; wrong tries are, for a quarter of an hour."""

from django.db import migrations, models

from yizhi.desk.record.marks import mark, unmark

SIGNERS = ("people_account",)
COLUMNS = ("username", "name", "officer_id", "is_active", "demo", "password")


class Migration(migrations.Migration):
    dependencies = [("people", "0002_marks")]
    operations = [
        migrations.RunPython(unmark(*SIGNERS), mark("accounts", *SIGNERS, of=COLUMNS)),
        migrations.RemoveField("account", "last_login"),
        migrations.RunPython(mark("accounts", *SIGNERS, of=COLUMNS), unmark(*SIGNERS)),
        migrations.CreateModel(
            name="WrongSignIn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("username", models.CharField(db_index=True, max_length=64, verbose_name="账号")),
                ("at", models.DateTimeField(verbose_name="时间")),
            ],
        ),
    ]
