"""接口照实发送 What the list and one case send without being read again is exactly what the interface's own shapes say."""

import json
import uuid
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from ninja import Schema
from tests.cast import Cast, at, build

from yizhi.desk.cases import ordered, queries
from yizhi.desk.cases.actions import OnSpot, begin_on_spot
from yizhi.desk.cases.api import ActOut, CaseDetail, CasePage, act_out
from yizhi.desk.cases.models import Case
from yizhi.desk.papers.models import Paper
from yizhi.desk.papers.proceeding import Done
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Account
from yizhi.desk.people.tokens import issue_token
from yizhi.desk.record.sending import sent
from yizhi.rules.bigrams import query_terms

NOW = at("2026-06-01 09:00")
SCENE = {"found_on": "2026-06-01", "place_text": "河边", "description": "倒装修垃圾一袋", "credentials_shown": True}

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(settings, tmp_path) -> Cast:
    settings.EVIDENCE_ROOT = tmp_path / "evidence"
    return build()


def begun(cast: Cast) -> Done:
    deed = OnSpot(
        item="cg-1",
        town="510681109",
        party="p-ding",
        act_day=NOW.date(),
        officers=("o-jia", "o-yi"),
        facts=SCENE,
    )
    return begin_on_spot(cast.jia, deed, id=uuid.uuid4(), kind="show_credentials", done_at=NOW, now=NOW)


def begin(cast: Cast) -> str:
    return begun(cast).entry.dossier_id


def ask(cast: Cast, client: Client, address: str) -> Any:
    now = timezone.now()
    account = Account.objects.get(username=cast.jia.account)
    token = issue_token(
        account=account, identity=cast.jia, name="试", scope="read", expires_at=now + timedelta(days=1), now=now
    )
    return client.get(address, headers={"Authorization": f"Bearer {token}"})


def agrees(shape: type[Schema], body: bytes) -> None:
    """The bytes have the shape, no key more, and say the same when they are told again by it."""
    told = json.loads(body)
    assert json.loads(shape.model_validate_json(body).model_dump_json()) == told


@pytest.mark.parametrize("address", ["", "?count=true", "?limit=1", "?q=装修", "?q=河边", "?stage=nowhere", "?q=!"])
def test_a_list_has_the_shape_of_the_interface(address, cast, client):
    begin(cast), begin(cast)
    agrees(CasePage, ask(cast, client, f"/api/v1/cases{address}").content)


def test_one_case_has_the_shape_of_the_interface(cast, client):
    agrees(CaseDetail, ask(cast, client, f"/api/v1/cases/{begin(cast)}").content)


def test_what_an_act_led_to_has_the_shape_of_the_interface(cast):
    paper = Paper(position=1, name="行政处罚决定书", number="示意〔2026〕1号")
    agrees(ActOut, sent(act_out(replace(begun(cast), papers=(paper,)))).content)


WANTED = (
    {},
    {"stage": "shown"},
    {"body": "town-lianshan"},
    {"body": "dept-cg"},
    {"town": "510681109", "procedure": "summary", "party": "p-ding"},
    {"due_before": date(2026, 6, 5)},
    {"ended": False},
    {"ended": True},
    {"q": "装修"},
    {"q": "丁例 建筑"},
    {"q": "没有的词"},
    {"q": "!"},
    {"q": "倾"},
    {"q": "倾倒", "stage": "identified"},
    {"q": "倾倒", "after": "20260601-HHHHHH"},
    {"q": "倾倒", "after": "2026"},
    {"after": "20260601-99999"},
)


def holds(case: Case, terms: list[str]) -> bool:
    """Look for the words as one would by hand."""
    words = case.search.split()
    return bool(terms) and all(
        any(word.startswith(term[:-1]) if term.endswith("*") else word == term for word in words) for term in terms
    )


def by_hand(identity: Identity, asked: queries.Wanted) -> list[tuple[Any, ...]]:
    rows = queries._narrowed(queries.visible(identity), asked)
    if asked.q:
        rows = rows.filter(pk__in=[case.pk for case in rows if holds(case, query_terms(asked.q))])
    return list(rows.values_list(*queries.COLUMNS)[:20])


@pytest.mark.parametrize("frequent", [0, 2000], ids=["常见的词", "少见的词"])
def test_the_prepared_list_gives_what_the_query_gives(frequent, cast, monkeypatch):
    monkeypatch.setattr(ordered, "FREQUENT", frequent)
    begin(cast), begin(cast)
    for who in ("jia", "wu", "captain", "justice", "administrator", "posted_as_town", "ji"):
        identity = getattr(cast, who)
        for wanted in WANTED:
            asked = queries.Wanted(**wanted)
            expected = by_hand(identity, asked)
            assert queries.listed(identity, asked, 20) == expected, (who, wanted)
            assert list(queries.cases(identity, asked, 20).values_list(*queries.COLUMNS)) == expected, (who, wanted)
            assert queries.count(identity, asked) == (len(expected), True)


def test_the_search_index_follows_what_is_changed_and_taken_away(cast):
    kept, gone = (Case.objects.get(pk=begin(cast)) for _ in range(2))
    kept.search = kept.search.replace("倾倒", "沙石")
    kept.save()
    gone.delete()
    found = {q: [row[0] for row in queries.listed(cast.jia, queries.Wanted(q=q), 20)] for q in ("倾倒", "沙石")}
    assert found == {"倾倒": [], "沙石": [kept.pk]}


def test_what_is_begun_on_the_spot_names_its_dossier(cast, client):
    now = timezone.now()
    account = Account.objects.get(username=cast.jia.account)
    token = issue_token(
        account=account, identity=cast.jia, name="试", scope="write", expires_at=now + timedelta(days=1), now=now
    )
    told = {
        "id": str(uuid.uuid4()),
        "item": "cg-1",
        "town": "510681109",
        "party": "p-ding",
        "act_day": "2026-06-01",
        "officers": ["o-jia", "o-yi"],
        "facts": SCENE,
        "done_at": NOW.isoformat(),
    }
    bearer = {"Authorization": f"Bearer {token}"}
    begun = client.post("/api/v1/cases", told, content_type="application/json", headers=bearer)
    assert begun.status_code == 201, begun.content.decode()
    assert client.get(f"/api/v1/cases/{begun.json()['dossier']}", headers=bearer).status_code == 200
