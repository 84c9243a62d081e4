"""填一件事 What the page of an act says while it is filled in: what is in the way, what is missing, which files it takes."""

from typing import Any

import pytest
from tests import story
from tests.cast import Cast, at, build, fresh
from tests.doors import signed_in

from yizhi.desk.cases.acting import form_of, open_act, reasons_for
from yizhi.desk.cases.actions import perform
from yizhi.desk.matters.models import Allocation
from yizhi.desk.papers.telling import Told

NOW = at("2026-06-08")
GOODS = {"seal_kind": "seizure", "seal_items": "手推车二辆", "seal_basis": "某法 第1条", "seal_reason": "可能转移。"}
SCOPE = {"seal_scope": True, "sealed_elsewhere": False}


@pytest.fixture
def cast(db: None, settings: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Cast:
    settings.EVIDENCE_ROOT = tmp_path
    made = build()
    Allocation.objects.update(coercion=True)
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    return made


@pytest.fixture
def dossier(cast: Cast) -> str:
    """An opened case with one photo that no act has used."""
    dossier = story.case(cast)
    story.evidence(cast, dossier)
    return dossier


def field(cast: Cast, dossier: str, kind: str, key: str, typed: dict[str, Any]) -> dict[str, Any]:
    acting = open_act(cast.jia, dossier, kind)
    reasons = reasons_for(acting, typed, done_at=NOW, now=NOW)
    form = form_of(acting, typed, reasons, checked=False, now=NOW)
    return next(one for one in form["fields"] if one["name"] == key)


def test_a_photo_of_another_act_is_not_proof_of_this_one(cast: Cast, dossier: str) -> None:
    (file,) = field(cast, dossier, "record_scene", "evidence", {})["draft"]
    assert file["ticked"]
    scene = {
        "started_at": "2026-06-08T09:00",
        "ended_at": "2026-06-08T09:20",
        "credentials_shown": True,
        "findings": "河边有装修垃圾一堆。",
        "place_text": "河岸",
    }
    told = Told(
        id=fresh(),
        kind="record_scene",
        done_at=NOW,
        facts=scene,
        officers=("o-jia", "o-yi"),
        evidence=(file["digest"],),
    )
    perform(cast.jia, dossier, told, now=NOW)
    assert not field(cast, dossier, "inquire", "evidence", {})["draft"][0]["ticked"]
    assert field(cast, dossier, "inquire", "evidence", {"evidence": [file["digest"]]})["draft"][0]["ticked"]


def test_goods_are_counted_again_on_the_spot(cast: Cast, dossier: str) -> None:
    approval = Told(id=fresh(), kind="approve_sealing", done_at=NOW, facts=GOODS | SCOPE)
    perform(cast.ji, dossier, approval, now=NOW)
    counted = field(cast, dossier, "seal_property", "seal_items", {})
    assert (counted["value"], counted["missing"]) == ("手推车二辆", False)
    assert field(cast, dossier, "seal_property", "seal_items", {"seal_items": "手推车一辆"})["value"] == "手推车一辆"


def test_what_is_typed_is_answered_at_once(cast: Cast, dossier: str) -> None:
    client = signed_in(cast.jia)
    page = f"/cases/{dossier}/acts/seal_property/"
    assert "还没有向负责人报告并经批准" not in client.get(page).content.decode()
    answer = client.post(f"{page}preview/", {"seal_urgent": "no"}).content.decode()
    for told in ('id="act-stops" hx-swap-oob="true"', 'id="act-bar" hx-swap-oob="true"', 'id="act-chip" hx-swap-oob'):
        assert told in answer
    assert answer.count("还没有向负责人报告并经批准") == 2 and "还差 1" in answer


def test_an_empty_field_is_marked_in_place_before_it_is_a_refusal(cast: Cast, dossier: str) -> None:
    page = signed_in(cast.jia).get(f"/cases/{dossier}/acts/collect_evidence/").content.decode()
    assert "现在不能" not in page and "还没选" in page


def test_a_lead_that_was_not_opened_shows_its_paper_and_settles_nothing_more(cast: Cast) -> None:
    dossier = story.lead(cast)
    assessed = Told(
        id=fresh(), kind="assess_lead", done_at=NOW, facts={"finding": "没有违法事实。", "proposal": "不予立案。"}
    )
    perform(cast.jia, dossier, assessed, now=NOW)
    client = signed_in(cast.ji)
    assert "找当事人" in client.get(f"/leads/{dossier}/").content.decode()
    reject = Told(id=fresh(), kind="reject_lead", done_at=NOW, facts={"reason": "没有违法事实。"})
    perform(cast.ji, dossier, reject, now=NOW)
    page = client.get(f"/leads/{dossier}/").content.decode()
    assert "不予立案审批表" in page and "找当事人" not in page and "还不能做" not in page
