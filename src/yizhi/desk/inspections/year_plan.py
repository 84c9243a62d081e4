"""年度检查计划 What a body inspects in a year: written anew as often as needed, published; only what was published binds.

How such a plan is filed and published is known from reprints only: pages say that the paragraphs are unconfirmed.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.models import Item
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Role
from yizhi.desk.record.actions import Act, append, lock, once, open_dossier, same_or_refuse, told_before
from yizhi.desk.record.models import Entry
from yizhi.rules.authority.cells import Cells
from yizhi.rules.procedure.visiting import STATE, InPlan
from yizhi.rules.refusal import BadInput, Reason, bad_input, refuse

from .models import Inspection, InspectionPlan

WRITE, PUBLISH = "write_inspection_plan", "publish_inspection_plan"
WRITERS = frozenset({Role.APPROVER, Role.LIAISON})
KINDS = {"daily": "日常检查", "special": "专项检查"}
YEARS = range(2025, 2100)
LONGEST = 200


def writes_plan(identity: Identity) -> bool:
    """Tell whether the identity writes and publishes the plan of its body: its head or its liaison, never the government's."""
    own = Body.objects.filter(pk=identity.body).exclude(kind=Body.Kind.GOVERNMENT)
    return identity.role in WRITERS and own.exists()


def write_plan(
    identity: Identity, year: int, lines: Sequence[Mapping[str, Any]], *, id: uuid.UUID, now: datetime
) -> Entry:
    """排定年度检查计划 Write the plan of one's own body anew: each line an item, daily or special, whom, how often a year at most.

    What was published stands until this is published too. Raises `inspection-plan-not-yours` and `BadInput` with every line that is wrong.
    """
    _permit(identity)
    facts = {"body": identity.body, "year": _year(year), "lines": _read(lines)}
    return once(lambda: _recorded(identity, WRITE, facts, id, now))


def publish_plan(
    identity: Identity, year: int, *, published_on: date, channel: str, id: uuid.UUID, now: datetime
) -> Entry:
    """公布年度检查计划 Note that the plan as it was last written is public from a day on. Raises `inspection-plan-empty` when nothing was written."""
    _permit(identity)
    if published_on > timezone.localdate(now):
        raise bad_input("published_on", "公布日期还没有到。", "写实际公布的日期。", "in-future")
    if not channel.strip() or len(channel) > LONGEST or "\x00" in channel:
        raise bad_input("channel", "没有写在哪里公布，或者太长。", f"写明网站、公告栏，不超过{LONGEST}字。")
    told = {"published_on": published_on.isoformat(), "channel": channel.strip()}
    facts = {"body": identity.body, "year": _year(year), **told}
    return once(lambda: _recorded(identity, PUBLISH, facts, id, now))


@transaction.atomic
def _recorded(identity: Identity, kind: str, facts: dict[str, Any], id: uuid.UUID, now: datetime) -> Entry:
    act = Act(id=id, kind=kind, done_at=now, actor=identity.account, body=identity.body, town="", facts=facts)
    earlier = told_before(id)
    if earlier is not None:
        return same_or_refuse(earlier, act, earlier.dossier_id)
    Body.objects.select_for_update().get(pk=identity.body)
    plan = InspectionPlan.objects.filter(body=identity.body, year=facts["year"]).first()
    if kind == PUBLISH and (plan is None or not plan.lines):
        raise refuse("inspection-plan-empty", "计划里还没有写要查什么，不能公布。", STATE, "先写进要查的事项。")
    dossier = plan.dossier if plan else open_dossier(at=now)
    entry = append(lock(dossier.number), act, now=now)
    made = plan or InspectionPlan(dossier=dossier, body_id=identity.body, year=facts["year"])
    for name, value in copies([*_entries(made), entry]).items():
        setattr(made, name, value)
    made.save()
    return entry


def copies(entries: Iterable[Entry]) -> dict[str, Any]:
    """Return the columns of a plan as its record gives them."""
    told: dict[str, Any] = {"lines": [], "published": [], "published_on": None, "channel": ""}
    for entry in {entry.pk: entry for entry in entries}.values():
        if entry.kind == WRITE:
            told["lines"] = entry.facts["lines"]
        else:
            day = date.fromisoformat(entry.facts["published_on"])
            told |= {"published": told["lines"], "published_on": day, "channel": entry.facts["channel"]}
    return told


def _entries(plan: InspectionPlan) -> Iterable[Entry]:
    return Entry.objects.filter(dossier=plan.dossier_id).order_by("seq")


def in_plan(body: str, items: Sequence[Item], party: str, day: date, visit: str = "") -> InPlan | None:
    """Return how items stand in the plan of a body that was published by the day `day`; `None` when none was."""
    plan = InspectionPlan.objects.filter(body=body, year=day.year, published_on__lte=day).first()
    if plan is None or plan.published_on is None:
        return None
    held = {(line["kind"], line["item"]): line["times"] for line in plan.published}
    return InPlan(
        day.year,
        plan.published_on,
        {kind: tuple(item.name for item in items if (kind, item.pk) not in held) for kind in KINDS},
        {
            kind: tuple(
                (item.name, held[kind, item.pk])
                for item in items
                if (kind, item.pk) in held and _visits(body, item.pk, party, day.year, visit) >= held[kind, item.pk]
            )
            for kind in KINDS
        },
    )


def _visits(body: str, item: str, party: str, year: int, visit: str) -> int:
    done = Inspection.objects.filter(body=body, items=item, visit__party=party, arrived_on__year=year)
    return done.exclude(visit=visit).count()


def _permit(identity: Identity) -> None:
    if not writes_plan(identity):
        raise refuse(
            "inspection-plan-not-yours",
            "年度检查计划由各机关的负责人、联络员排定和公布。",
            STATE,
            "请本机关的负责人或者联络员办理。",
        )


def _year(year: int) -> int:
    if year not in YEARS:
        raise bad_input("year", "年份看不懂。", "写作 2027。")
    return year


def _read(lines: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    faults: list[Reason] = []
    known = set(Item.objects.values_list("code", flat=True))
    read = [_line(Cells(line, f"lines[{number}]", faults), known) for number, line in enumerate(lines, start=1)]
    seen: set[tuple[str, str]] = set()
    for number, line in enumerate(read, start=1):
        if (line["kind"], line["item"]) in seen:
            sentence = f"lines[{number}]：这个事项在计划里写了两次。"
            faults.append(Reason("plan-line-twice", sentence, cure="合成一行。", about=f"lines[{number}].item"))
        seen.add((line["kind"], line["item"]))
    if faults:
        raise BadInput(faults)
    return read


def _line(row: Cells, known: set[str]) -> dict[str, Any]:
    item, kind, subjects = row.text("item"), row.choice("kind", tuple(KINDS)), row.text("subjects")
    times = row.row.get("times")
    if item and item not in known:
        row.fault("item", "没有这个事项。", "从已公布的检查事项里选。", "item-unknown")
    if not isinstance(times, int) or isinstance(times, bool) or not 1 <= times <= 365:
        row.fault("times", "同一家一年最多几次，要在 1 到 365 之间。", "写数字。", "bad-times")
    if len(subjects) > LONGEST or "\x00" in subjects:
        row.fault("subjects", f"不能超过 {LONGEST} 字。", "写短一些。", "too-long")
    return {"item": item, "kind": kind, "subjects": subjects.strip(), "times": times}
