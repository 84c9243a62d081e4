"""拒绝都一样 What may not be done is refused by page, API and command with the same code, sentence, article and cure; nothing is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from tests.cast import Cast, at, build, fresh
from tests.doors import Deed, by_api, by_command, by_page, shows
from yizhi.desk.cases.actions import OnSpot, begin_on_spot
from yizhi.desk.cases.models import Case
from yizhi.desk.cases.tests.test_ordinary_case import PAIR, PRESENT, REST, WAY, go, lead_of
from yizhi.desk.record.models import Entry

pytestmark = pytest.mark.django_db
NOW = at("2026-12-20 18:00")
EVERY = {kind: facts for _, kind, _, facts in WAY + REST}


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every door read the same clock."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@dataclass(frozen=True)
class World:
    """The cast, and one dossier for each act before which a row of the table stands; each test undoes what it wrote."""

    cast: Cast
    before: dict[str, str]
    begun: str


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        cast = build()
        kinds = sorted({row[1] for row in TABLE})
        yield World(cast, {kind: upto(cast, kind, f"2026-05-{31 - at}") for at, kind in enumerate(kinds)}, begun(cast))
        transaction.set_rollback(True)


@pytest.fixture
def cast(world: World, db: None) -> Cast:
    return world.cast


def upto(cast: Cast, kind: str, on: str = "2026-06-01") -> str:
    """A dossier of a deed of its own day, on which everything before `kind` has been done; all of it for no kind."""
    dossier = lead_of(cast, on=on)
    kinds = [row[1] for row in WAY + REST]
    go(cast, dossier, (WAY + REST)[: kinds.index(kind)] if kind else WAY + REST)
    return dossier


def begun(cast: Cast) -> str:
    deed = OnSpot(
        item="cg-1",
        town="510681109",
        party="p-ding",
        act_day=at("2026-06-01").date(),
        officers=PAIR,
        facts={"found_on": "2026-06-01", "place_text": "河边", "description": "倒垃圾", "credentials_shown": True},
    )
    return begin_on_spot(
        cast.jia, deed, id=fresh(), kind="show_credentials", done_at=at("2026-06-01"), now=NOW
    ).entry.dossier_id


# before which act the dossier stands · who · what is tried · when · other facts than usual · what is answered
TABLE = (
    ("跳过核查就立案", "assess_lead", "ji", "open_case", "2026-06-03T09:00", {}, "act-missing"),
    ("没有立案就检查", "open_case", "jia", "record_scene", "2026-06-04T09:30", {}, "act-out-of-order"),
    ("没有送审就审核", "submit_review", "bing", "review_case", "2026-06-12T09:00", {}, "act-out-of-order"),
    ("没有审核就告知", "review_case", "jia", "prior_notice", "2026-06-15T09:00", {}, "act-out-of-order"),
    ("没有送达告知就决定", "serve_notice", "ji", "decide_penalty", "2026-06-24T09:00", {}, "notice-not-served"),
    ("没有决定就送达", "decide_penalty", "jia", "serve_decision", "2026-06-25T09:00", {}, "act-out-of-order"),
    ("没有结案就归档", "close_case", "jia", "archive_case", "2026-07-02T09:00", {}, "act-out-of-order"),
    ("立案两次", "tell_rights", "ji", "open_case", "2026-06-04T09:00", {}, "act-doubled"),
    ("决定两次", "serve_decision", "ji", "decide_penalty", "2026-06-25T09:00", {}, "act-doubled"),
    ("倒签立案", "open_case", "ji", "open_case", "2026-06-01T08:00", {}, "act-backdated"),
    ("倒签决定", "decide_penalty", "ji", "decide_penalty", "2026-06-14T09:00", {}, "act-backdated"),
    ("办理时间还没有到", "assess_lead", "jia", "assess_lead", "2026-12-21T09:00", {}, "act-in-future"),
    ("送达日还没有到", "serve_notice", "jia", "serve_notice", "2026-06-15T11:00", {"served_on": "2026-06-20"}, "act-in-future"),
    ("陈述申辩期没有满", "decide_penalty", "ji", "decide_penalty", "2026-06-22T09:00", {}, "defence-period-running"),
    ("比告知的重", "decide_penalty", "ji", "decide_penalty", "2026-06-24T09:00", {"fine_yuan": "301.00"}, "heavier-than-notified"),
    ("承办人自己立案", "open_case", "jia", "open_case", "2026-06-03T09:00", {}, "role-not-allowed"),
    ("负责人去调查", "record_scene", "ji", "record_scene", "2026-06-04T09:30", {}, "role-not-allowed"),
    ("承办人自己审核", "review_case", "jia", "review_case", "2026-06-12T09:00", {}, "role-not-allowed"),
    ("司法行政部门作决定", "decide_penalty", "justice", "decide_penalty", "2026-06-24T09:00", {}, "role-not-allowed"),
    ("一个人承办", "open_case", "ji", "open_case", "2026-06-03T09:00", {"handlers": ["o-jia"]}, "officers-too-few"),
    ("别的机关的人承办", "open_case", "ji", "open_case", "2026-06-03T09:00", {"handlers": ["o-jia", "o-wu"]}, "officers-too-few"),
    ("没有这个人", "open_case", "ji", "open_case", "2026-06-03T09:00", {"handlers": ["o-jia", "o-none"]}, "officer-unknown"),
    ("没有填齐", "assess_lead", "jia", "assess_lead", "2026-06-02T09:00", {"finding": ""}, "fields-missing"),
    ("金额看不懂", "decide_penalty", "ji", "decide_penalty", "2026-06-24T09:00", {"fine_yuan": "三百"}, "fact-unreadable"),
    ("归档以后再办", "", "jia", "record_payment", "2026-07-03T09:00", {}, "case-archived"),
    ("没有这个环节", "assess_lead", "jia", "rank_officers", "2026-06-02T09:00", {}, "act-unknown"),
    ("别的片区的人", "assess_lead", "wu", "assess_lead", "2026-06-02T09:00", {}, "not-found"),
    ("系统管理员", "assess_lead", "administrator", "assess_lead", "2026-06-02T09:00", {}, "not-found"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("before", "who", "kind", "moment", "other", "code"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_refused_alike(world: World, cast: Cast, tmp_path, capsys, before, who, kind, moment, other, code) -> None:
    dossier = world.before[before]
    facts = {key: value for key, value in {**EVERY.get(kind, {}), **other}.items() if value != ""}
    refused_alike(
        Deed(getattr(cast, who), dossier, kind, moment, facts, present(dossier, kind)), tmp_path, capsys, code
    )


def present(dossier: str, kind: str) -> tuple[str, ...]:
    """Those in charge, who do an act on the spot; nobody while nobody is in charge."""
    case = Case.objects.filter(dossier=dossier).first()
    return tuple(case.handlers) if case and kind in PRESENT else ()


def refused_alike(deed: Deed, folder, capsys, code: str) -> None:
    before = list(Entry.objects.values_list("id", flat=True).order_by("id"))
    api, command, page = by_api(deed), by_command(deed, folder, capsys), by_page(deed)
    assert api.status in (404, 409) and command.status == 2 and page.status == api.status, (api, page.status)
    assert api.reasons == command.reasons
    assert code in api.codes, api.reasons
    for reason in api.reasons:
        assert reason.sentence.endswith("。"), reason
        if reason.severity == "stop":
            assert reason.cure and shows(page, reason), reason
    assert list(Entry.objects.values_list("id", flat=True).order_by("id")) == before


SUMMARY = (
    ("没有告知就决定", "decide_on_spot", {"penalty_kinds": ["warning"], "recipient": "丁例"}, "act-missing"),
    ("没有查明就告知", "tell_on_spot", {"proposed_penalty_kinds": ["warning"], "rights_told": True, "discretion_reason": "轻微。"}, "act-out-of-order"),
    ("再出示一次证件", "show_credentials", {"found_on": "2026-06-01", "place_text": "河边", "description": "倒垃圾", "credentials_shown": True}, "act-doubled"),
    ("普通程序的环节", "open_case", {"handlers": ["o-jia", "o-yi"], "grounds": "有。"}, "act-unknown"),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "facts", "code"), [row[1:] for row in SUMMARY], ids=[row[0] for row in SUMMARY])
def test_on_the_spot_refused_alike(world: World, cast: Cast, tmp_path, capsys, kind, facts, code) -> None:
    deed = Deed(cast.jia, world.begun, kind, "2026-06-01T09:30", facts, PAIR if kind != "open_case" else ())
    refused_alike(deed, tmp_path, capsys, code)


def entries(dossier: str) -> Iterator[tuple[object, ...]]:
    for entry in Entry.objects.filter(dossier=dossier).order_by("seq"):
        facts = {key: value for key, value in entry.facts.items() if key not in ("papers", "act_day", "found_on")}
        yield entry.kind, entry.done_at, entry.actor, entry.officers, entry.body, facts


def test_the_three_doors_write_the_same(cast: Cast, tmp_path, capsys) -> None:
    dossiers = [upto(cast, "tell_rights", f"2026-05-{29 + number}") for number in range(3)]
    for door, dossier in zip((by_api, by_page, lambda deed: by_command(deed, tmp_path, capsys)), dossiers, strict=True):
        told = door(Deed(cast.jia, dossier, "tell_rights", "2026-06-04T09:00", EVERY["tell_rights"], PAIR))
        assert told.status in (201, 302, 0), told
    # The deeds are of three days; from the assessment on nothing else may tell the three apart.
    first, second, third = (list(entries(dossier))[2:] for dossier in dossiers)
    assert first == second == third and first[-1][0] == "tell_rights"


def test_told_again_by_another_door_it_is_the_same_act(cast: Cast, tmp_path, capsys) -> None:
    dossier = upto(cast, "assess_lead")
    deed = Deed(cast.jia, dossier, "assess_lead", "2026-06-02T09:00", EVERY["assess_lead"])
    assert by_api(deed).status == 201 and by_api(deed).status == 200
    assert by_command(deed, tmp_path, capsys).status == 0 and by_page(deed).status == 302
    assert Entry.objects.filter(dossier=dossier, kind="assess_lead").count() == 1
    other = Deed(deed.who, dossier, deed.kind, deed.at, {"finding": "没有。", "proposal": "不立案。"}, id=deed.id)
    refused_alike(other, tmp_path, capsys, "entry-conflict")


def test_with_nothing_left_out_the_way_leads_to_the_archive(world: World, cast: Cast) -> None:
    """Otherwise the table above would prove nothing: its acts go through in their place."""
    assert Case.objects.get(dossier=world.before[""]).stage == "archived"
