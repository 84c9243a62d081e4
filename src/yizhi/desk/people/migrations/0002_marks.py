"""Every change of these tables changes a mark."""

from django.db import migrations

from yizhi.desk.record.marks import mark, unmark

PEOPLE = ("people_officer", "people_service", "people_certificate", "people_posting", "people_recusal")
ACCOUNTS = ("people_appointment", "people_token")
SIGNERS = ("people_account",)
COLUMNS = ("username", "name", "officer_id", "is_active", "demo", "password")


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial"), ("record", "0003_marks")]
    operations = [
        migrations.RunPython(mark("people", *PEOPLE), unmark(*PEOPLE)),
        migrations.RunPython(mark("accounts", *ACCOUNTS), unmark(*ACCOUNTS)),
        migrations.RunPython(mark("accounts", *SIGNERS, of=COLUMNS), unmark(*SIGNERS)),
    ]
