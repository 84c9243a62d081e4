"""谁能打开什么 Every route × every account, against one table that a reader can check; a route the table does not know fails."""

import csv
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from tests import routes
from tests.cast import build
from yizhi.desk.people.models import Account
from yizhi.desk.people.tokens import issue_token

TABLE = Path(__file__).with_name("routes.csv")
PEOPLE = {
    "nobody": "",
    "officer": "jia",
    "approver": "ji",
    "reviewer": "bing",
    "captain": "captain",
    "posted": "posted_as_town",
    "department": "posted_as_department",
    "justice": "justice",
    "administrator": "administrator",
    "stranger": "wu",
}
BLIND = ("stranger", "administrator", "nobody")
pytestmark = pytest.mark.django_db


def expected():
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {(row["route"], row["method"]): row for row in csv.DictReader(file)}


@pytest.fixture
def world(settings, tmp_path):
    settings.EVIDENCE_ROOT, settings.DEMO = tmp_path / "evidence", True
    cast = build()
    return cast, routes.told(cast)


class Visitor:
    """One of the people, with a browser and a token; nothing that a request does stays."""

    def __init__(self, cast, who):
        self.client, self.headers = Client(raise_request_exception=False), {}
        if PEOPLE[who]:
            identity = getattr(cast, PEOPLE[who])
            account = Account.objects.get(username=identity.account)
            self.client.force_login(account)
            session = self.client.session
            session["identity"] = identity.key
            session.save()
            now = timezone.now()
            token = issue_token(
                account=account,
                identity=identity,
                name="试",
                scope="write",
                expires_at=now + timedelta(days=1),
                now=now,
            )
            self.headers = {"Authorization": f"Bearer {token}"}

    def ask(self, method, path):
        more = {"headers": self.headers, "content_type": "application/json"} if path.startswith("/api/") else {}
        kept = self.client.cookies.copy()
        with transaction.atomic():
            answer = (
                self.client.generic(method, path, **more) if method != "POST" or more else self.client.post(path, {})
            )
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            transaction.set_rollback(True)
        # Signing out or taking another identity is undone in the browser as well.
        self.client.cookies = kept
        return answer.status_code, body


def test_the_table_knows_every_route_and_no_other():
    assert sorted(set(routes.walk())) == sorted(expected())


@pytest.mark.parametrize("who", PEOPLE)
def test_everybody_gets_what_the_table_says(world, who):
    cast, values = world
    visitor = Visitor(cast, who)
    wrong = []
    for (route, method), row in expected().items():
        status, _ = visitor.ask(method, routes.address(route, values))
        if str(status) != row[who]:
            wrong.append(f"{method} {route}: {status}, the table says {row[who]}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("who", BLIND)
def test_what_is_not_theirs_shows_nowhere(world, who):
    cast, values = world
    visitor = Visitor(cast, who)
    secrets = [
        values["case"],
        values["lead"],
        values["number"],
        "丁例",
        "路边有人倒渣土",
        "现场记录.txt",
        "51068119900307001X",
    ]
    shown = []
    for route, method in expected():
        path = routes.address(route, values)
        status, body = visitor.ask(method, path)
        echoed = body.decode("utf-8", "replace").replace(path, "")
        shown += [f"{method} {route} ({status}): {secret}" for secret in filter(None, secrets) if secret in echoed]
    assert not shown, "\n".join(shown)


def test_absent_and_forbidden_look_the_same_to_a_stranger(world):
    cast, values = world
    visitor = Visitor(cast, "stranger")
    different = []
    for route, method in expected():
        theirs, nothing = routes.address(route, values), routes.address(route, values, absent=True)
        if theirs == nothing or method != "GET" or route.startswith(PUBLIC):
            continue
        first, second = (normal(visitor.ask(method, path), path, values) for path in (theirs, nothing))
        if first != second:
            different.append(f"{method} {route}")
    assert not different, "\n".join(different)


# What every signed-in person may read: items, lists, calendars, bodies, places, published plans of inspection, and who serves where.
PUBLIC = (
    "rules/",
    "items/",
    "statutes/",
    "lists/",
    "issued-lists/",
    "letters/",
    "instruments/",
    "public/",
    "allocations/",
    "bodies/",
    "officers/",
    "certificates/",
    "imports/",
    "inspections/plans/",
    "api/v1/items/",
    "api/v1/issued-lists/",
)


def normal(answer, path, values):
    status, body = answer
    text = body.decode("utf-8", "replace").replace(path, "")
    for value in (*map(str, values.values()), *routes.ABSENT.values()):
        text = text.replace(value, "") if len(value) > 6 else text
    return status, "" if "csrfmiddlewaretoken" in text else text
