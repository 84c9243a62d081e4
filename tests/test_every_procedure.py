"""每种程序走一遍 The whole happy way of every procedure at the desk, told by page, API and command in turn; the driver follows the refusals."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from tests.cast import Cast, at, build, fresh
from tests.every_procedure import DeskDriver
from yizhi.desk.cases.actions import OnSpot, begin_on_spot
from yizhi.desk.cases.replay import differences
from yizhi.desk.cases.tests.test_ordinary_case import lead_of
from yizhi.desk.matters.models import Allocation
from yizhi.desk.record.queries import verify_dossier
from yizhi.rules.procedure import ORDINARY, SUMMARY, Procedure
from yizhi.rules.procedure.tests.driver import WORLD

NOW = at("2026-11-20 18:00")
BEGUN = "2025-03-03"
NOT_DISCLOSED = {"review_disclosure": {"disclosed": False, "reason": "不具有一定社会影响。"}}


@dataclass(frozen=True)
class Way:
    """Acts by their kinds, stages with @, in the order in which they are reached; what lies between is found."""

    name: str
    goals: tuple[str, ...]
    wishes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    procedure: Procedure = ORDINARY


INSTALMENTS = {"defer_payment": {"defer_kind": "instalments", "instalments": "四月一日400元，五月一日400元"}}
WAYS = (
    Way("简易程序", ("@archived",), procedure=SUMMARY),
    Way(
        "听证、集体讨论、分期缴纳",
        ("review_after_hearing", "discuss", "serve_deferral", "record_payment", "@archived"),
        {"prior_notice": {"hearing_told": True}, **INSTALMENTS},
    ),
    Way("登记保存、中止恢复、撤销立案", ("handle_hold", "resume_investigation", "withdraw_case", "@archived")),
    Way(
        "查封扣押、管辖争议、移送其他机关",
        ("serve_sealing_extension", "lift_sealing", "record_designation", "transfer_case", "@archived"),
        {"consult_jurisdiction": {"consult_result": "failed"}, "record_designation": {"designated_to": "theirs"}},
    ),
    Way("行政强制执行", ("suspend_enforcement", "resume_enforcement", "carry_out_enforcement", "end_enforcement")),
    Way("申请人民法院强制执行", ("apply_court", "court_answer")),
    Way("行刑衔接", ("hand_over_exhibits", "@archived"), {"police_answer": {"police_result": "filed"}}),
    Way("行政复议、行政诉讼", ("answer_review", "contest_result", "report_correction", "receive_suit", "answer_suit")),
    Way(
        "初次违法不予处罚",
        ("decide_no_penalty", "@archived"),
        {"decide_no_penalty": {"decision_kind": "first_offence"}},
    ),
    Way("终止调查", ("terminate_investigation", "@archived")),
    Way("不予立案", ("reject_lead", "@archived")),
)


@pytest.fixture
def cast(db: None, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cast:
    settings.EVIDENCE_ROOT = tmp_path / "evidence"
    made = build()
    Allocation.objects.update(coercion=True)
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    return made


@pytest.fixture
def begin(cast: Cast, tmp_path: Path, capsys: Any) -> Any:
    """Return what begins a dossier of a way."""

    def begun(way: Way) -> DeskDriver:
        dossier = on_the_spot(cast) if way.procedure is SUMMARY else lead_of(cast, on=BEGUN)
        case = DeskDriver(
            way.procedure, WORLD, {**NOT_DISCLOSED, **way.wishes}, datetime.fromisoformat(f"{BEGUN}T10:00")
        )
        case.cast, case.dossier, case.folder, case.capsys = cast, dossier, tmp_path, capsys
        return case

    return begun


def on_the_spot(cast: Cast) -> str:
    deed = OnSpot(
        item="cg-1",
        town="510681109",
        party="p-ding",
        act_day=at(BEGUN).date(),
        officers=("o-jia", "o-yi"),
        facts={"found_on": BEGUN, "place_text": "河边", "description": "倒垃圾一袋", "credentials_shown": True},
    )
    moment = at(f"{BEGUN} 09:30")
    done = begin_on_spot(cast.jia, deed, id=fresh(), kind="show_credentials", done_at=moment, now=moment)
    return str(done.entry.dossier_id)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_the_happy_way(way: Way, begin: Any) -> None:
    case = begin(way)
    for goal in way.goals:
        if goal.startswith("@"):
            case.lead_to(goal[1:])
        else:
            case.do(goal)
    assert verify_dossier(case.dossier) is None and not list(differences(now=NOW))
    assert len(way.goals) == 1 or set(case.by) == {"page", "command", "api"}


SIX_WAYS: Mapping[str, Mapping[str, Any]] = {
    "direct": {"recipient_relation": "self"},
    "left": {"witness": "王证", "service_reason": "本人拒绝签收"},
    "electronic": {},
    "entrusted": {"service_reason": "在外县居住，委托当地机关送达"},
    "post": {"post_result": "received", "service_reason": "外出务工"},
    "public_notice": {"published_where": "县政府网站", "service_reason": "多方查找，下落不明"},
}


def test_a_paper_is_served_in_six_ways(begin: Any) -> None:
    consent = {"e_service_consent": True, "e_service_account": "ding@example.invalid"}
    case = begin(Way("送达", (), {"tell_rights": consent}))
    case.do("tell_rights").do("order_correction")
    for method, facts in SIX_WAYS.items():
        case.copy_wish("serve_correction", {"recipient_relation": "agent", "service_method": method, **facts})
        case.do("serve_correction").wait(1)
    served = [entry.facts["service_method"] for entry in case.state.all("serve_correction")]
    assert served == list(SIX_WAYS)
