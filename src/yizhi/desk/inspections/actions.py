"""检查 Every act of a visit goes through `plan`, `replan` or `perform`: check → write → record, one transaction for all parts it concerns."""

import secrets
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.models import Item
from yizhi.desk.papers.proceeding import Done, proceed
from yizhi.desk.papers.telling import Told
from yizhi.desk.parties.actions import make_known
from yizhi.desk.people.identity import Identity
from yizhi.desk.record.actions import ALPHABET, conflict, lock, once, open_dossier, told_before
from yizhi.desk.record.models import Entry
from yizhi.rules.procedure.visiting import STATE
from yizhi.rules.refusal import Absent, BadInput, Reason, Refusal, bad_input, refuse

from . import queries
from .checking import Checked, check
from .folding import copies_of
from .following import follow, lead_from
from .knowing import COMING, answer_of, items_words, visiting_of, visits_of
from .models import Inspection, Visit
from .shapes import Change, Plan, Share

PLANNING, URGENT, BEGINNING = "plan_inspection", "inspect_urgently", "begin_inspection"
ON_SITE = frozenset({BEGINNING, URGENT, "record_inspection"})
WORKED_OUT = ("times_this_year", "joint_bodies", "inspection_items", "visit_code")
CODE_LENGTH = 8


def plan(
    identity: Identity, wanted: Plan, *, id: uuid.UUID, done_at: datetime, now: datetime, kind: str = PLANNING
) -> Visit:
    """安排检查 Plan a visit, joint where several bodies have a part; with `kind` `inspect_urgently` begin one on the spot.

    The same id told again returns the visit already planned. Raises `BadInput`, `Absent`, and `Refusal` with every reason.
    """
    assert kind in {PLANNING, URGENT}
    return once(lambda: _planned(identity, wanted, id, done_at, now, kind))


@transaction.atomic
def _planned(identity: Identity, wanted: Plan, id: uuid.UUID, done_at: datetime, now: datetime, kind: str) -> Visit:
    earlier = told_before(uuid.uuid5(id, wanted.shares[0].body)) if wanted.shares else None
    if earlier is not None:
        return _again(identity, wanted, earlier, id, done_at, now, kind)
    joined = _joined(wanted)
    checked = check(identity, wanted, joined, now=now)
    visit = joined or _visit(identity, wanted, checked)
    if joined is None:
        visit.save(force_insert=True)

    def one(share: Share, body: Body, items: Sequence[Item]) -> Done:
        part = _opened(visit, share, body, items, checked, now)
        make_known(party=visit.party, town=visit.town_id, body=body.pk)
        return _do(identity, part, _told(visit, wanted, share, items, id=id, done_at=done_at, kind=kind), now)

    _all_or_none(partial(one, *each) for each in checked.shares)
    return visit


def _all_or_none(deeds: Iterable[Callable[[], Done]]) -> list[Done]:
    """Do every deed, or raise one refusal with what stands in the way of any of them; the caller's transaction takes all back."""
    done: list[Done] = []
    found: dict[tuple[str, str], Reason] = {}
    for deed in deeds:
        try:
            with transaction.atomic():
                done.append(deed())
        except (Absent, BadInput):
            raise
        except Refusal as refusal:
            found |= {(reason.code, reason.sentence): reason for reason in refusal.reasons}
    if found:
        raise Refusal(found.values())
    return done


def _again(
    identity: Identity, wanted: Plan, earlier: Entry, id: uuid.UUID, done_at: datetime, now: datetime, kind: str
) -> Visit:
    """Return the visit that was planned under this id; with other items or other words the id is refused."""
    visit = queries.part(identity, earlier.dossier_id).visit
    for share in wanted.shares:
        part = visit.parts.filter(body=share.body).first()
        before = told_before(uuid.uuid5(id, share.body))
        if part is None or before is None or {item.pk for item in part.items.all()} != set(share.items):
            raise conflict()
        told = _told(visit, wanted, share, list(part.items.all()), id=id, done_at=done_at, kind=kind)
        kept = {key: before.facts[key] for key in WORKED_OUT if key in before.facts}
        _do(identity, part, replace(told, facts={**told.facts, **kept}), now)
    return visit


def _joined(wanted: Plan) -> Visit | None:
    if not wanted.join:
        return None
    visit = Visit.objects.select_for_update().filter(pk=wanted.join).first()
    if visit is None or not visit.parts.filter(stage__in=COMING).exists():
        raise bad_input("join", "没有这次可以并入的检查。", "刷新以后重新选。", "visit-not-joinable")
    return visit


def _visit(identity: Identity, wanted: Plan, checked: Checked) -> Visit:
    assert wanted.starts_at is not None and wanted.ends_at is not None
    return Visit(
        code="".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH)),
        party=checked.party,
        town=checked.town,
        village_id=wanted.village or None,
        place=wanted.place,
        starts_at=wanted.starts_at,
        ends_at=wanted.ends_at,
        kind=wanted.kind,
        planned_by=identity.account,
        demo=wanted.demo,
    )


def _opened(
    visit: Visit, share: Share, body: Body, items: Sequence[Item], checked: Checked, now: datetime
) -> Inspection:
    answer = answer_of(items[0].pk, visit.town_id, share.officers, visit.party_id, checked.day)
    part = Inspection(
        dossier=open_dossier(at=now),
        visit=visit,
        body=body,
        town=visit.town,
        mode=answer.mode or "",
        recheck_of=checked.recheck_of,
        last_at=now,
    )
    part.save(force_insert=True)
    part.items.set(items)
    return part


def _told(
    visit: Visit, wanted: Plan, share: Share, items: Sequence[Item], *, id: uuid.UUID, done_at: datetime, kind: str
) -> Told:
    """Return the first act of one body's part: what the plan says, and what is worked out from what is known."""
    start = timezone.localtime(visit.starts_at)
    facts: dict[str, Any] = {
        "inspection_kind": visit.kind,
        "inspection_reason": wanted.reason,
        "inspect_from": f"{start:%Y-%m-%dT%H:%M}",
        "inspect_until": f"{timezone.localtime(visit.ends_at):%Y-%m-%dT%H:%M}",
        "inspection_items": items_words(items, start.date()),
        "handlers": list(share.officers),
        "place_text": queries.place_of(visit),
        "times_this_year": visits_of(visit.party_id, start.year, apart_from=visit.pk) + 1,
        **wanted.facts,
        **_together(visit, [one.body for one in wanted.shares]),
    }
    if kind == URGENT:
        facts["visit_code"] = visit.pk
    own = uuid.uuid5(id, share.body)
    officers = tuple(share.officers) if kind in ON_SITE else ()
    return Told(id=own, kind=kind, done_at=done_at, facts=facts, officers=officers)


def _together(visit: Visit, more: Sequence[str] = ()) -> dict[str, str]:
    """Return the bodies that go together in words; nothing where one goes alone."""
    held = [*visit.parts.exclude(stage="withdrawn").values_list("body", flat=True), *more]
    names = list(Body.objects.filter(pk__in=held).order_by("pk").values_list("short_name", flat=True))
    return {"joint_bodies": "、".join(names)} if len(names) > 1 else {}


@transaction.atomic
def replan(identity: Identity, code: str, change: Change, *, id: uuid.UUID, done_at: datetime, now: datetime) -> Visit:
    """改安排 Plan all parts that are not yet notified anew; what was approved is to be approved again."""
    visit = queries.visit(identity, code)
    if visit.parts.exclude(stage__in=("planned", "approved", "withdrawn")).exists():
        raise refuse("visit-begun", "已经通知或者到场，不能再改安排。", STATE, "不去的撤销，另行安排。", "starts_at")
    if (
        visit.parts.exclude(stage="withdrawn").count()
        > queries.parts(identity).filter(visit=visit).exclude(stage="withdrawn").count()
    ):
        cure = "请片区队长改；不一起去的，撤销本机关的，另行安排。"
        raise refuse("visit-of-others", "这次检查还有别的机关，您不能替它改时间。", STATE, cure, "starts_at")
    visit.starts_at, visit.ends_at = change.starts_at, change.ends_at
    visit.save(update_fields=["starts_at", "ends_at"])
    start, end = (f"{timezone.localtime(at):%Y-%m-%dT%H:%M}" for at in (change.starts_at, change.ends_at))

    def one(dossier: str) -> Done:
        part = queries.part(identity, dossier)
        before = Entry.objects.filter(dossier=dossier, kind=PLANNING).order_by("-seq").first()
        kept = {} if before is None else {key: value for key, value in before.facts.items() if key != "answers"}
        officers = list(change.officers.get(dossier, part.handlers))
        facts = {**kept, "inspect_from": start, "inspect_until": end, "handlers": officers, **_together(visit)}
        facts |= {"answers": dict(change.answers)} if change.answers else {}
        told = Told(id=uuid.uuid5(id, dossier), kind=PLANNING, done_at=done_at, facts=facts)
        return _do(identity, part, told, now)

    rows = visit.parts.exclude(stage="withdrawn").order_by("body").values_list("dossier", flat=True)
    _all_or_none(partial(one, dossier) for dossier in rows)
    return queries.visit(identity, code)


@transaction.atomic
def perform(identity: Identity, code: str, told: Told, parts: Sequence[str], *, now: datetime) -> list[Done]:
    """办理 Do one act on one or several parts of a visit, all or none. Raises `Absent`, and `Refusal` with every reason in the way."""
    visit = queries.visit(identity, code)
    found = [queries.part(identity, dossier) for dossier in sorted(set(parts))]
    if not found or any(part.visit_id != visit.pk for part in found):
        raise bad_input("parts", "没有选哪个机关的检查。", "选一个或者几个。", "parts-missing")
    if told.kind == PLANNING:
        raise bad_input("kind", "改安排要写时间和人员。", "用“改安排”。", "use-replan")
    own = ((part, replace(told, id=id_on(told.id, part.pk))) for part in found)
    return _all_or_none(partial(_one, identity, part, one, now) for part, one in own)


def id_on(id: uuid.UUID, part: str) -> uuid.UUID:
    """Return the id under which an act told once stands on one part: the same each time it is told."""
    return uuid.uuid5(id, part)


def _one(identity: Identity, part: Inspection, told: Told, now: datetime) -> Done:
    facts = {key: value for key, value in told.facts.items() if key != "recheck_dossier"}
    if told.kind in {"notify_inspection", URGENT}:
        facts["visit_code"] = part.visit_id
    if told.kind in {"approve_inspection", "notify_inspection"}:
        facts |= _together(part.visit)
    if told.kind == "hand_over_lead":
        facts["lead_dossier"] = lead_from(identity, part, id=told.id, done_at=told.done_at, now=now)
    officers = tuple(told.officers) or (tuple(part.handlers) if told.kind in ON_SITE else ())
    done = _do(identity, part, replace(told, facts=facts, officers=officers), now)
    if not done.repeated:
        follow(part, done, lambda other, more: _do(identity, other, more, now))
    return done


def _do(identity: Identity, part: Inspection, told: Told, now: datetime) -> Done:
    held = lock(part.pk)
    part.refresh_from_db()
    officers = tuple(told.facts.get("handlers") or ()) or tuple(told.officers) or tuple(part.handlers)
    ground = replace(queries.ground_of(part), visiting=visiting_of(part, officers, _day(part, told)))
    done = proceed(identity, ground, held, told, now=now)
    if not done.repeated:
        for column, value in copies_of(done.state).items():
            setattr(part, column, value)
        part.save()
    return done


def _day(part: Inspection, told: Told) -> date:
    """Return the day an act is judged by: on the spot the day it is done, before that the day planned."""
    if told.kind in ON_SITE:
        return timezone.localdate(told.done_at)
    text = str(told.facts.get("inspect_from") or "")
    return date.fromisoformat(text[:10]) if text else timezone.localdate(part.visit.starts_at)
