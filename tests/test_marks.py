"""改动印记 Every table that who-sees-what stands on changes its mark; what ends now ends now, also in another process that remembers."""

import subprocess
import sys
from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.utils import timezone

from tests.cast import LIANSHAN, XIAOHAN, Cast, build
from tests.installation import on_the_run_s_database
from yizhi.desk.matters.models import Allocation
from yizhi.desk.matters.queries import ask
from yizhi.desk.people.accounts import end_appointment, switch_account, withdraw_token
from yizhi.desk.people.identity import identities
from yizhi.desk.people.models import Account, Appointment, Certificate, Posting, Token
from yizhi.desk.people.tokens import bearer, issue_token
from yizhi.desk.places.models import Membership
from yizhi.desk.record.facts import correct
from yizhi.desk.record.marks import marks

# Everything in these rooms is remembered, and of the matters what an answer and a count of days stand on.
WHOLE_ROOMS = ("places", "bodies", "people", "rulings")
OF_MATTERS = {
    f"matters_{name}" for name in ("item", "itemversion", "allocation", "calendarday", "saying", "statuteversion")
}
NO_FACTS = {"people_wrongsignin"}
KINDS = ("places", "bodies", "people", "accounts", "rulings", "matters", "calendar", "statutes")
SQLITE = "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%%\\_mark\\_insert' ESCAPE '\\'"
POSTGRES = "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE '%%\\_mark'"

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return build()


def test_every_table_of_facts_changes_a_mark():
    models = [model for room in WHOLE_ROOMS for model in apps.get_app_config(room).get_models()]
    with connection.cursor() as cursor:
        cursor.execute(SQLITE if connection.vendor == "sqlite" else POSTGRES)
        marked = {table for (table,) in cursor.fetchall()}
    missing = ({model._meta.db_table for model in models} | OF_MATTERS) - marked - NO_FACTS
    assert not missing, (
        "record/marks.py:mark is a step of the migration that makes a table, and of one that makes it anew"
    )


def test_an_undone_change_leaves_the_old_mark_and_the_next_one_is_new(cast):
    before = marks(*KINDS)
    with transaction.atomic():
        Account.objects.filter(username="jia").update(name="改名")
        during = marks(*KINDS)
        transaction.set_rollback(True)
    assert marks(*KINDS) == before != during
    Account.objects.filter(username="jia").update(name="改名")
    assert marks(*KINDS) not in (before, during)


def test_signing_in_is_no_change(cast, client):
    account = Account.objects.get(username=cast.jia.account)
    account.set_password("lianshan-2026-ok")
    account.save()
    before = marks(*KINDS)
    told = {"username": account.username, "password": "lianshan-2026-ok"}
    assert client.post("/sign-in/", {**told, "password": "wrong"}).status_code == 401
    assert client.post("/sign-in/", told).status_code == 302
    assert marks(*KINDS) == before


def token_of(cast: Cast) -> str:
    now = timezone.now()
    account = Account.objects.get(username=cast.jia.account)
    return issue_token(
        account=account, identity=cast.jia, name="试", scope="read", expires_at=now + timedelta(days=1), now=now
    )


class Keeper:
    account, role = "admin", "administrator"


def stop_account(cast: Cast) -> None:
    switch_account(by=Keeper(), username=cast.jia.account, usable=False)


def dismiss(cast: Cast) -> None:
    held = Appointment.objects.get(account__username=cast.jia.account)
    end_appointment(by=Keeper(), username=cast.jia.account, appointment=held.pk, valid_to=timezone.localdate())


def withdraw(cast: Cast) -> None:
    token = Token.objects.get(account__username=cast.jia.account)
    withdraw_token(by=Keeper(), username=cast.jia.account, digest=token.digest, now=timezone.now())


@pytest.mark.parametrize("end", [stop_account, dismiss, withdraw], ids=["停用账号", "免职", "收回令牌"])
def test_a_token_ends_now(end, cast):
    plain = token_of(cast)
    assert bearer(plain, now=timezone.now())
    end(cast)
    assert bearer(plain, now=timezone.now()) is None


def test_a_token_ends_at_its_own_moment(cast):
    plain = token_of(cast)
    assert bearer(plain, now=timezone.now())
    assert bearer(plain, now=timezone.now() + timedelta(days=1)) is None


def test_a_town_that_leaves_the_area_is_seen_no_longer(cast):
    today, now = timezone.localdate(), timezone.now()
    account = Account.objects.get(username=cast.jia.account)
    area = Membership.objects.get(town=LIANSHAN).area_id
    added = Membership.objects.create(
        fact="m-more", area_id=area, town_id=XIAOHAN, valid_from=today, recorded_at=now, recorded_by="试"
    )
    assert identities(account, on=today)[0].sight.sees("town-xiaohan", XIAOHAN)
    correct(Membership, added.fact, what="这条", by="试", now=now, valid_from=today - timedelta(days=9), valid_to=today)
    assert not identities(account, on=today)[0].sight.sees("town-xiaohan", XIAOHAN)


def test_a_posting_that_ends_takes_its_name_away(cast):
    today, now = timezone.localdate(), timezone.now()
    account = Account.objects.get(username=cast.jia.account)
    lent = Posting.objects.create(
        fact="p-试",
        officer_id=cast.jia.officer,
        area_id="area-a",
        acts_for=["dept-cg"],
        valid_from=today,
        recorded_at=now,
    )
    assert "dept-cg" in {identity.body for identity in identities(account, on=today)}
    correct(Posting, lent.fact, what="这条", by="试", now=now, valid_from=today - timedelta(days=9), valid_to=today)
    assert "dept-cg" not in {identity.body for identity in identities(account, on=today)}


def asked(cast: Cast) -> bool:
    today = timezone.localdate().isoformat()
    officers = [cast.jia.officer, cast.yi.officer]
    return ask({"item": "cg-1", "town": LIANSHAN, "on": today, "action": "open_case", "officers": officers}).allowed


def revoke(cast: Cast) -> None:
    row = Certificate.objects.known().get(officer=cast.jia.officer)
    periods = [{"status": "revoked", "from": "2020-01-01", "to": None}]
    correct(Certificate, row.fact, what="这本证", by="试", now=timezone.now(), status_periods=periods)


def recall(cast: Cast) -> None:
    row = Allocation.objects.known().get(item="cg-1", town=LIANSHAN)
    correct(Allocation, row.fact, what="这条", by="试", now=timezone.now(), published_on=None)


@pytest.mark.parametrize("end", [revoke, recall], ids=["吊销证件", "收回权属"])
def test_an_answer_follows_now(end, cast):
    assert asked(cast)
    end(cast)
    assert not asked(cast)


def test_a_session_taken_away_opens_no_page(cast, client):
    client.force_login(Account.objects.get(username=cast.jia.account))
    assert client.get("/cases/").status_code == 200
    Session.objects.all().delete()
    assert client.get("/cases/").status_code == 302


REMEMBERING = """
import sys
import django; django.setup()
from django.utils import timezone
from yizhi.desk.people.tokens import bearer
for line in sys.stdin:
    print("held" if bearer(line.strip(), now=timezone.now()) else "ended", flush=True)
"""
ISSUE = """
import django; django.setup()
from datetime import timedelta
from django.utils import timezone
from yizhi.desk.people.identity import identities
from yizhi.desk.people.models import Account
from yizhi.desk.people.tokens import issue_token
now = timezone.now(); account = Account.objects.get(username="jia")
identity = identities(account, on=timezone.localdate(now))[0]
print(issue_token(account=account, identity=identity, name="试", scope="read", expires_at=now + timedelta(days=1), now=now))
"""
WITHDRAW = """
import django; django.setup()
from django.utils import timezone
from yizhi.desk.people.models import Token
Token.objects.update(expires_at=timezone.now())
"""


@pytest.mark.slow
def test_a_token_withdrawn_by_one_process_ends_in_another_that_remembers_it(tmp_path):
    house = on_the_run_s_database(tmp_path / "house")
    house.fill()
    plain = house.python("-c", ISSUE).stdout.strip()
    words = [sys.executable, "-c", REMEMBERING]
    with subprocess.Popen(
        words, env=house.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=house.home
    ) as other:

        def says() -> str:
            assert other.stdin and other.stdout
            other.stdin.write(plain + "\n")
            other.stdin.flush()
            return other.stdout.readline().strip()

        assert [says(), says()] == ["held", "held"]
        assert house.python("-c", WITHDRAW).returncode == 0
        assert says() == "ended"
        assert other.stdin
        other.stdin.close()
