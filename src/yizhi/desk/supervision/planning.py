"""年度监督计划 Whom the county supervises in a year: every town that took powers is on it, and what is left out is said."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.models import Allocation
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Role
from yizhi.desk.record.actions import Act, append, lock, once, open_dossier, same_or_refuse, told_before
from yizhi.desk.record.models import Entry
from yizhi.rules.authority.cells import Cells
from yizhi.rules.procedure.oversight_plan import FOCUS, uncovered
from yizhi.rules.refusal import Absent, BadInput, Reason, bad_input, refuse

from .models import YearPlan
from .permitting import checks, heads

PLAN = "plan_supervision"
YEARS = range(2024, 2100)
LONGEST = 200


def enter_plan(
    identity: Identity, year: int, lines: Sequence[Mapping[str, Any]], *, id: uuid.UUID, now: datetime
) -> Entry:
    """排定年度监督计划 Write the plan of a year anew: each line a town's body, a month, and the parts of the focus looked at.

    What stood before stays on the record. Only the supervising body plans (`plan-not-yours`).
    """
    if not sees_plans(identity):
        raise Absent("这一页")
    if identity.role != Role.JUSTICE:
        raise refuse("plan-not-yours", "年度监督计划由司法行政部门排。", cure="请司法行政部门办理。")
    if year not in YEARS:
        raise bad_input("year", "年份看不懂。", "写作 2027。")
    facts = {"year": year, "lines": _read(lines, year)}
    return once(lambda: _entered(identity, facts, id, now))


@transaction.atomic
def _entered(identity: Identity, facts: dict[str, Any], id: uuid.UUID, now: datetime) -> Entry:
    told = Act(id=id, kind=PLAN, done_at=now, actor=identity.account, body=identity.body, town="", facts=facts)
    earlier = told_before(id)
    if earlier is not None:
        return same_or_refuse(earlier, told, earlier.dossier_id)
    plan = YearPlan.objects.filter(year=facts["year"]).first()
    dossier = plan.dossier if plan else open_dossier(at=now)
    entry = append(lock(dossier.number), told, now=now)
    made = plan or YearPlan(dossier=dossier, year=facts["year"])
    made.lines = facts["lines"]
    made.save()
    return entry


def _read(lines: Sequence[Mapping[str, Any]], year: int) -> list[dict[str, Any]]:
    faults: list[Reason] = []
    known = set(Body.objects.exclude(kind=Body.Kind.GOVERNMENT).values_list("code", flat=True))
    read = [_line(Cells(line, f"lines[{number}]", faults), known, year) for number, line in enumerate(lines, start=1)]
    if faults:
        raise BadInput(faults)
    return sorted(read, key=lambda line: (line["month"], line["body"]))


def _line(row: Cells, known: set[str], year: int) -> dict[str, Any]:
    body, month, parts, words = (
        row.text("body"),
        row.text("month"),
        row.texts("parts"),
        row.text("words", optional=True),
    )
    if body and body not in known:
        row.fault("body", "没有这个机关。", "从列表里选。", "body-missing")
    if month not in {f"{year}-{number:02d}" for number in range(1, 13)}:
        row.fault("month", f"“{month}”不是{year}年的月份。", f"写作 {year}-05。", "bad-month")
    if not parts or not set(parts) <= set(FOCUS):
        row.fault("parts", "要写明看哪些方面。", f"可以写：{'、'.join(FOCUS)}。", "unknown-parts")
    if len(words) > LONGEST or "\x00" in words:
        row.fault("words", f"不能超过 {LONGEST} 字。", "写短一些。", "too-long")
    return {"body": body, "month": month, "parts": sorted(parts), "words": words.strip()}


def sees_plans(identity: Identity) -> bool:
    """Tell whether the identity is shown the plans: who supervises in the whole county, and who decides for its government."""
    return checks(identity) or heads(identity)


def plan_of(identity: Identity, year: int) -> dict[str, Any]:
    """Return the plan of a year as plain values, with every town that holds powers and what the plan leaves out. Raises `Absent`."""
    if not sees_plans(identity):
        raise Absent("这一页")
    plan = YearPlan.objects.filter(year=year).first()
    lines: list[dict[str, Any]] = plan.lines if plan else []
    holders = bodies_with_powers(year)
    rows = Body.objects.values_list("code", "short_name", "name")
    names = {code: short or name for code, short, name in rows}
    lacking = uncovered(holders, [(line["body"], frozenset(line["parts"])) for line in lines])
    return {
        "year": year,
        "dossier": plan.dossier_id if plan else "",
        "lines": [{**line, "name": names.get(line["body"], line["body"])} for line in lines],
        "holders": list(holders),
        "uncovered": [{"body": code, "name": names[code], "parts": list(parts)} for code, parts in lacking.items()],
    }


def bodies_with_powers(year: int) -> tuple[str, ...]:
    """Return the bodies of the towns that hold a power given or entrusted to them at any time of a year, in the order of codes."""
    first, after = date(year, 1, 1), date(year + 1, 1, 1)
    held = Allocation.objects.known().filter(valid_from__lt=after).filter(Q(valid_to=None) | Q(valid_to__gt=first))
    towns = Body.objects.filter(kind=Body.Kind.TOWN, town__in=held.values("town")).order_by("code")
    return tuple(towns.values_list("code", flat=True))
