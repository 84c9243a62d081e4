"""What one request asks of the database stays as it is: one more query for every act, officer or case would be noticed here.

Counted is the second request: the first finds out what the process then remembers (`record/marks.py`).
"""

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.cast import Cast, at, build

from yizhi.desk.cases.actions import OnSpot, begin_on_spot
from yizhi.desk.people.models import Account
from yizhi.desk.people.tokens import issue_token

START = at("2026-06-01 09:00")
SCENE = {"found_on": "2026-06-01", "place_text": "河边", "description": "倒装修垃圾一袋", "credentials_shown": True}
LIST, DETAIL, PAGE, CREATE = 2, 3, 6, 18


@pytest.fixture
def cast(db, settings, tmp_path) -> Cast:
    settings.EVIDENCE_ROOT = tmp_path / "evidence"
    return build()


def begun(cast: Cast) -> str:
    deed = OnSpot(
        item="cg-1",
        town="510681109",
        party="p-ding",
        act_day=START.date(),
        officers=("o-jia", "o-yi"),
        facts=SCENE,
    )
    done = begin_on_spot(cast.jia, deed, id=uuid.uuid4(), kind="show_credentials", done_at=START, now=START)
    return done.entry.dossier_id


@pytest.fixture
def bearer(cast: Cast) -> dict[str, str]:
    now = timezone.now()
    account = Account.objects.get(username=cast.jia.account)
    token = issue_token(
        account=account, identity=cast.jia, name="取数", scope="write", expires_at=now + timedelta(days=1), now=now
    )
    return {"Authorization": f"Bearer {token}"}


@pytest.mark.parametrize("cases", [1, 5], ids=["一件", "五件"])
def test_a_list_asks_the_same_however_long(cases, cast, client: Client, bearer, django_assert_num_queries) -> None:
    for _ in range(cases):
        begun(cast)
    client.get("/api/v1/cases", headers=bearer)
    with django_assert_num_queries(LIST):
        found = client.get("/api/v1/cases", headers=bearer)
    assert len(found.json()["items"]) == cases


def test_one_case_with_its_limits(cast, client: Client, bearer, django_assert_num_queries) -> None:
    dossier = begun(cast)
    client.get(f"/api/v1/cases/{dossier}", headers=bearer)
    with django_assert_num_queries(DETAIL):
        assert client.get(f"/api/v1/cases/{dossier}", headers=bearer).status_code == 200


def test_the_page_of_a_case_asks_no_name_twice_over(cast, client: Client, django_assert_max_num_queries) -> None:
    dossier = begun(cast)
    client.force_login(Account.objects.get(username=cast.jia.account))
    client.get(f"/cases/{dossier}/")
    with django_assert_max_num_queries(PAGE):
        assert client.get(f"/cases/{dossier}/").status_code == 200


def test_beginning_on_the_spot(cast, django_assert_max_num_queries) -> None:
    begun(cast)
    with django_assert_max_num_queries(CREATE):
        begun(cast)
