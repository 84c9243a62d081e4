"""Our cast: 甲 officer, 乙 partner, 丙 reviewer, 己 head; 丁 is the party. A case file is written act by act."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from yizhi.rules.procedure import (
    CaseState,
    Circumstances,
    Entry,
    Procedure,
    Proposal,
    blocks,
    complete,
    fold,
    judge,
)
from yizhi.rules.refusal import Reason

OFFICERS = ("甲", "乙")
ALL_ROLES = frozenset(["officer", "approver", "reviewer", "legal_reviewer", "clerk"])


@dataclass
class CaseFile:
    """A case written act by act; `do` must succeed, `try_` returns the codes that stand in the way."""

    procedure: Procedure
    circumstances: Circumstances
    entries: list[Entry] = field(default_factory=list)

    @property
    def state(self) -> CaseState:
        return fold(self.procedure, self.entries)

    def judge(self, kind: str, at: str, /, officers: tuple[str, ...] | None = None, **facts: Any) -> tuple[Reason, ...]:
        return judge(self.procedure, self.state, self.proposal(kind, at, officers, facts), self.seen(kind, at))

    def proposal(self, kind: str, at: str, officers: tuple[str, ...] | None, facts: Mapping[str, Any]) -> Proposal:
        act = self.procedure.act(kind)
        named = OFFICERS if officers is None and act and act.present else officers or ()
        return Proposal(kind, datetime.fromisoformat(at), facts, named)

    def seen(self, kind: str, at: str) -> Circumstances:
        """The circumstances of the day: the clock shows the moment of the act, a reviewer reviews, everything else is as it was."""
        actor = "丙" if kind in ("review_case", "review_legality", "review_after_hearing") else self.circumstances.actor
        now = max(self.circumstances.now, datetime.fromisoformat(at))
        return replace(self.circumstances, actor=actor, now=now)

    def try_(self, kind: str, at: str, /, officers: tuple[str, ...] | None = None, **facts: Any) -> list[str]:
        return [reason.code for reason in blocks(self.judge(kind, at, officers, **facts))]

    def do(self, kind: str, at: str, /, officers: tuple[str, ...] | None = None, **facts: Any) -> "CaseFile":
        proposal, seen = self.proposal(kind, at, officers, facts), self.seen(kind, at)
        reasons = blocks(judge(self.procedure, self.state, proposal, seen))
        assert not reasons, (kind, at, [(reason.code, reason.sentence) for reason in reasons])
        act = self.procedure.act(kind)
        assert act
        filled = complete(act, self.state, proposal, seen.dictionary)
        entry = Entry(
            f"{len(self.entries) + 1}",
            kind,
            proposal.done_at,
            actor=seen.actor,
            officers=proposal.officers,
            facts=filled,
        )
        self.entries.append(entry)
        return self

    def with_(self, **changes: Any) -> "CaseFile":
        return CaseFile(self.procedure, replace(self.circumstances, **changes), list(self.entries))


def codes(reasons: tuple[Reason, ...]) -> list[str]:
    return [reason.code for reason in blocks(reasons)]


def only(
    case: CaseFile, kind: str, at: str, code: str, /, officers: tuple[str, ...] | None = None, **facts: Any
) -> Reason:
    """The one reason of that code; it is written for a reader: sentence, article, cure."""
    found = [reason for reason in case.judge(kind, at, officers, **facts) if reason.code == code]
    assert len(found) == 1, [reason.code for reason in case.judge(kind, at, officers, **facts)]
    assert found[0].sentence.endswith("。") and found[0].article
    return found[0]


LEAD = {"source": "patrol", "found_on": "2026-03-02", "place_text": "锦花村河岸", "description": "有人倾倒装修垃圾"}
INQUIRY = {
    "person_asked": "丁",
    "place_text": "镇执法办公室",
    "started_at": "2026-03-05T09:00",
    "ended_at": "2026-03-05T10:00",
    "credentials_shown": True,
    "rights_told": True,
    "asked_alone": True,
    "record_confirmed": "read",
    "recorded": True,
    "questions": "问：什么时候倒的？答：三月一日。",
}
POINTS = {f"point_{point}": "sound" for point in ("body", "procedure", "facts", "law", "power", "papers", "crime")}
GROUNDS = {
    "facts_found": "2026年3月1日在锦花村河岸倾倒建筑垃圾6.4立方米",
    "evidence_summary": "现场笔录、询问笔录、照片",
    "violated": "《演示规定》第一条",
    "basis": "《演示规定》第二条",
}
PROPOSED = {
    "proposed_penalty_kinds": ["fine"],
    "proposed_fine_yuan": "800.00",
    "discretion_reason": "已自行清运一半，无同类记录",
}
SERVED = {"service_method": "direct", "recipient": "丁", "recipient_relation": "self"}


def opened(case: CaseFile) -> CaseFile:
    """Registered on Monday 2 March 2026, assessed, opened on Wednesday the 4th with 甲 and 乙 in charge."""
    return (
        case.do("register_lead", "2026-03-02T09:00", **LEAD, act_day="2026-03-01")
        .do("assess_lead", "2026-03-03T09:00", finding="属实", proposal="建议立案")
        .do("open_case", "2026-03-04T09:00", handlers=["甲", "乙"], grounds="有初步证据，应受处罚")
    )


def concluded(case: CaseFile, **more: Any) -> CaseFile:
    """Investigated and ended on Monday 16 March."""
    facts = GROUNDS | PROPOSED | {"gravity": "ordinary", "proposal": "罚款800元"} | more
    return (
        opened(case)
        .do("tell_rights", "2026-03-05T08:50", rights_told=True, service_address="锦花村1组1号")
        .do("inquire", "2026-03-05T10:05", **INQUIRY)
        .do("conclude_investigation", "2026-03-16T09:00", **facts)
    )


def approved(case: CaseFile, kind: str = "case_review", **more: Any) -> CaseFile:
    """Reviewed and agreed to on Friday 20 March."""
    act, points = ("review_case", {}) if kind == "case_review" else ("review_legality", POINTS)
    return (
        concluded(case, **more)
        .do("submit_review", "2026-03-17T09:00", review_kind=kind)
        .do(act, "2026-03-20T09:00", outcome="agree", reviewer_opinion="事实清楚，同意", **points)
    )


def notified(case: CaseFile, served_on: str = "2026-03-23", kind: str = "case_review", **more: Any) -> CaseFile:
    """Notified and served, on Monday 23 March unless said otherwise."""
    notice = {"hearing_told": False, "hearing_reason": "数额不大", "contact_phone": "0838-0000000"} | more
    return (
        approved(case, kind)
        .do("order_correction", "2026-03-20T10:00", demand="三日内清运完毕")
        .do("prior_notice", "2026-03-20T11:00", **notice)
        .do("serve_notice", f"{served_on}T15:00", served_on=served_on, **SERVED)
    )


def served(case: CaseFile, fine: str = "800.00", **more: Any) -> CaseFile:
    """Fined, and served on Wednesday 25 March 2026: to be paid by Thursday 9 April."""
    return (
        notified(case, proposed_fine_yuan=fine)
        .do("waive_defence", "2026-03-24T09:00")
        .do("decide_penalty", "2026-03-25T09:00", **more)
        .do("serve_decision", "2026-03-25T15:00", served_on="2026-03-25", **SERVED)
    )


DEMAND = {"demand_for": "court", "perform_by": "2026-10-20", "perform_way": "到指定银行缴纳", "demand_yuan": "800.00"}


def demanded(case: CaseFile, day: str = "2026-10-09", **more: Any) -> CaseFile:
    """Demanded and served on one day, Friday 9 October unless said otherwise."""
    return case.do("demand", f"{day}T09:00", **DEMAND | more).do(
        "serve_demand", f"{day}T15:00", served_on=day, **SERVED
    )
