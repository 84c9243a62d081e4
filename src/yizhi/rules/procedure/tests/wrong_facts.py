"""Ways in which an act can be done wrongly, made from its row: a fact left out or turned round, another day, other people, another domain.

Nothing here knows a guard. What no single wrong fact can show, because it lies further back in the case, is a scene of `scenes`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from yizhi.rules.procedure import Act, Circumstances, Procedure, complete
from yizhi.rules.procedure.benchmark import Tier
from yizhi.rules.procedure.elsewhere import Elsewhere
from yizhi.rules.procedure.guards import people
from yizhi.rules.procedure.hearing_sum import HearingSum
from yizhi.rules.procedure.judge import ALWAYS
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.state import day_of
from yizhi.rules.procedure.table import Guard
from yizhi.rules.procedure.tests.driver import Step
from yizhi.rules.procedure.visiting import Counted, InPlan, Standing
from yizhi.rules.refusal import Reason

DOMAINS = ("住建/城管", "市场监管", "农业", "交通")
DAYS_LATER = (0, 1, 4, 12, 40, 120, 400, 1300)
TIER = Tier("一般", "数量不大", "罚款100元至300元", "省级机关", False, "演示基准", Decimal(100), Decimal(300))
OWN_TIER = replace(TIER, own=True, issuer="本机关")
TOO_FEW = Reason("officers-too-few", "只有一人。", "行政处罚法 第42条", cure="再派一人。")
EXPIRED = Reason("certificate-expired", "乙的执法证已经到期。", "行政处罚法 第42条", "note")
VISITS: tuple[Mapping[str, Any], ...] = (
    {"standing": None},
    {"standing": Standing(date(2020, 1, 1), "别的机关", False)},
    {"unpublished": ("演示事项",)},
    {"outside": "别的镇"},
    {"counted": (Counted("住建", 2, 2),)},
    {"elsewhere": ("别的机关",)},
    {"powers": (TOO_FEW,)},
    {"powers": (EXPIRED,)},
    {"planned": date(2020, 1, 1)},
    {"plan": InPlan(2026, date(2026, 1, 1), dict.fromkeys(("daily", "special"), ("演示事项",)), {})},
)
"""What can be wrong around a visit."""


def guards_of(act: Act) -> tuple[Guard, ...]:
    """Every guard that looks at an act of this row."""
    pair = (people.two_officers,) if act.present or act.authority else ()
    return (*ALWAYS, *pair, *act.guards)


def judging_of(procedure: Procedure, step: Step) -> Judging:
    act = procedure.act(step.proposal.kind)
    assert act is not None
    facts = complete(act, step.state, step.proposal, step.circumstances.dictionary)
    return Judging(procedure, act, step.state, step.proposal, step.circumstances, facts)


def wrongly(procedure: Procedure, step: Step) -> Iterator[Step]:
    """The same act done wrongly in one way each."""
    act = procedure.act(step.proposal.kind)
    assert act is not None
    yield step
    yield from (replace(step, proposal=replace(step.proposal, officers=who)) for who in ((), ("甲",), ("壬", "丙")))
    yield from (replace(step, circumstances=seen) for seen in _elsewise(step))
    yield from (_told(step, facts) for facts in _facts_turned(act, step))
    yield from (
        _moved(step, days, domain)
        for domain in DOMAINS
        for days in DAYS_LATER
        if days or domain != step.circumstances.domain
    )
    yield _moved(step, -30, step.circumstances.domain)


def later(step: Step) -> Iterator[Step]:
    """The same act done on that day and on later ones."""
    return (_moved(step, days, step.circumstances.domain) for days in DAYS_LATER)


def _told(step: Step, facts: Mapping[str, Any]) -> Step:
    return replace(step, proposal=replace(step.proposal, facts=facts))


def _moved(step: Step, days: int, domain: str) -> Step:
    """Done later, in another domain; a day of service goes along."""
    at = step.proposal.done_at + timedelta(days=days)
    moved = {
        key: at.date().isoformat()
        for key in ("served_on", "result_on", "hearing_requested_on")
        if key in step.proposal.facts
    }
    proposal = replace(step.proposal, done_at=at, facts={**step.proposal.facts, **moved})
    return replace(
        step,
        proposal=proposal,
        circumstances=replace(step.circumstances, now=max(at, step.circumstances.now), domain=domain),
    )


def _elsewise(step: Step) -> Iterator[Circumstances]:
    """Other people, another party, another county around the same act."""
    here = step.circumstances
    day = (
        day_of(step.state.known("act_day"))
        or day_of(step.proposal.facts.get("act_day"))
        or step.proposal.done_at.date()
    )
    other = Elsewhere("市场监管局", "倾倒建筑垃圾", True, day, day, running=True)
    fined = replace(other, running=False, decided_on=day, fined=Decimal(200))
    yield replace(here, roles=frozenset())
    yield replace(here, actor="甲")
    yield replace(here, reviewer_qualified=False)
    yield replace(here, reviewer_qualified=None)
    yield replace(here, now=step.proposal.done_at - timedelta(days=2))
    yield replace(here, party_kind="organisation")
    yield replace(here, born=date(day.year - 12, 1, 1))
    yield replace(here, review_triggers=frozenset(["public_interest"]))
    yield replace(here, hearing_sum=HearingSum(Decimal(100), Decimal(100), True, "演示标准 第1条"))
    yield from (replace(here, elsewhere=(one,)) for one in (other, fined))
    yield from (replace(here, visiting=replace(here.visiting, **wrong)) for wrong in VISITS if here.visiting)
    for wrong in ({"contested": "pending"}, {"contested": "over"}, {"same": "另一件"}, {"likewise": "另一件"}):
        yield replace(here, oversight=replace(here.oversight, **wrong))
    for tier in (TIER, OWN_TIER):
        yield replace(here, benchmark=(tier,))


def _facts_turned(act: Act, step: Step) -> Iterator[dict[str, Any]]:
    """Each fact left out, turned round, too much, too early or too late."""
    told, seen = dict(step.proposal.facts), step.circumstances
    for field in act.fields:
        if field.key in told:
            yield {key: value for key, value in told.items() if key != field.key}
        for other in others(field.key, seen, step.proposal.done_at):
            yield told | {field.key: other}


def others(key: str, seen: Circumstances, at: datetime) -> Iterator[Any]:
    fact = seen.dictionary.facts[key]
    if fact.kind == "choice":
        yield from fact.choices
    elif fact.kind == "choices":
        yield from ([code] for code in fact.choices)
    else:
        yield from _of_kind(fact.kind, at)


def _of_kind(kind: str, at: datetime) -> Iterator[Any]:
    days = (-1000, -400, -20, -1, 1, 3, 60)
    night = at.replace(hour=22)
    by_kind: Mapping[str, tuple[Any, ...]] = {
        "yesno": (True, False),
        "date": tuple((at + timedelta(days=days)).date().isoformat() for days in days),
        "datetime": (*((at + timedelta(days=days)).isoformat() for days in days), night.isoformat()),
        "money": ("0.00", "0.01", "300.00", "50000.00"),
        "integer": (1, 61),
        "officers": (["甲"], ["庚", "庚"], ["庚", "辛", "壬"]),
        "people": (["己"], ["子", "丑", "寅"]),
        "text": ("别的",),
        "longtext": ("停止供水、供电",),
    }
    return iter(by_kind.get(kind, ()))
