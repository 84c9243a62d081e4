"""赋权批次 Every step of a batch goes through `begin` or `perform`: check → write → record, one transaction. Page, API and command call the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from yizhi.desk.matters.models import Item
from yizhi.desk.matters.queries import county_on
from yizhi.desk.papers.telling import Told, recorded, refuse_ahead
from yizhi.desk.people.identity import Identity
from yizhi.desk.record.actions import Act, append, lock, once, open_dossier, same_or_refuse, told_before
from yizhi.desk.record.models import Entry
from yizhi.rules.authority import Known
from yizhi.rules.batches import STEPS, Draft, against, fold
from yizhi.rules.batches import Batch as State
from yizhi.rules.refusal import Reason, Refusal, bad_input

from .around import Around, around, happened
from .capacity import snapshot
from .models import Batch, BatchLine, BatchSide
from .permitting import found, refuse_others
from .publishing import publish
from .shapes import read


@dataclass(frozen=True, slots=True)
class Done:
    """A step that is on the record. `repeated`: it was there already, with the same content."""

    entry: Entry
    batch: Batch
    repeated: bool


def begin(identity: Identity, told: Told, *, now: datetime) -> Done:
    """拟订批次 Open a batch: who says what they think follows from its lines. Raises `BadInput` for what cannot be read.

    The facts are as `Draft.as_facts` writes them, towns by their codes; `sides` are found, not told.
    """
    return once(lambda: _begun(identity, told, now))


@transaction.atomic
def _begun(identity: Identity, told: Told, now: datetime) -> Done:
    assert told.kind == "draft_batch"
    refuse_others(identity, STEPS[told.kind], told.facts)
    draft = _complete(told.facts)
    act = _act(identity, told, draft.as_facts(), now)
    earlier = told_before(told.id)
    if earlier is not None:
        same_or_refuse(earlier, act, earlier.dossier_id)
        return Done(earlier, found(identity, earlier.dossier_id), repeated=True)
    dossier = open_dossier(at=now)
    entry = append(lock(dossier.number), act, now=now)
    batch = Batch(dossier=dossier, kind=draft.kind)
    _copy(batch, fold(happened([entry])), (), now)
    batch.save(force_insert=True)
    _copy_draft(batch, draft)
    return Done(entry, batch, repeated=False)


@transaction.atomic
def perform(identity: Identity, dossier: str, told: Told, *, now: datetime) -> Done:
    """办一步 Do one step of a batch. Raises `Absent` when it is not this identity's to see, `Refusal` with every reason in the way."""
    batch = found(identity, dossier)
    held = lock(dossier)
    today = timezone.localdate(now)
    given = _complete(told.facts).as_facts() if told.kind == "amend_batch" else read(told.kind, told.facts, today=today)
    earlier = told_before(told.id)
    if earlier is not None:
        same_or_refuse(earlier, _act(identity, told, given, now), dossier)
        return Done(earlier, batch, repeated=True)
    refuse_others(identity, STEPS[told.kind], given)
    scene = around(dossier, today=today)
    reasons = against(scene.state, told.kind, given, scene.doing(told.kind)) or _strange(scene, told.kind, given)
    if reasons:
        raise Refusal(reasons)
    facts = {**given, **_consequences(identity, batch, scene, told.kind, given, now)}
    entry = append(held, _act(identity, told, given, now, facts), now=now)
    _after(batch, scene, entry, now)
    return Done(entry, batch, repeated=False)


def _consequences(
    identity: Identity, batch: Batch, scene: Around, kind: str, facts: Mapping[str, Any], now: datetime
) -> dict[str, Any]:
    """Do what a step does outside the batch and return what the record keeps of it."""
    if kind == "give_opinion":
        entered = {"装备": facts.get("equipment", ""), "人员（补充）": facts.get("staff", "")}
        return {"capacity": snapshot(scene, facts["body"], entered, timezone.localdate(now))}
    if kind == "publish_batch":
        return {"allocations": publish(identity, scene, now=now)}
    return {}


def _strange(scene: Around, kind: str, facts: Mapping[str, Any]) -> tuple[Reason, ...]:
    """Return the reason against a case or a training that has nothing to do with the batch."""
    if kind == "settle_case":
        effects = {one.case.dossier: one.effect for one in scene.touches.cases if one.settles}
        if facts["case"] not in effects:
            return (Reason("not-touched", "这个案件不用在这个批次里安排。", cure="核对案卷主号。", about="case"),)
        if effects[facts["case"]] == "people" and facts["choice"] != "continue":
            sentence = "收回委托，名义上的机关不变，不用移送。"
            return (Reason("same-body", sentence, "行政处罚法 第20条", cure="选“原机关继续办”。", about="choice"),)
    if kind == "record_training" and facts["body"] not in scene.owners:
        return (
            Reason("not-an-owner", "培训由赋权的部门做。", "实施方案 三(六)", cure="选批次里的部门。", about="body"),
        )
    return ()


def _after(batch: Batch, scene: Around, entry: Entry, now: datetime) -> None:
    state = around(batch.dossier_id, today=scene.today).state
    _copy(batch, state, scene.takers, now)
    batch.save()
    if entry.kind == "amend_batch":
        BatchLine.objects.filter(batch=batch).delete()
        BatchSide.objects.filter(batch=batch).delete()
        _copy_draft(batch, state.draft)
    if entry.kind == "publish_batch":
        facts = entry.facts["allocations"]
        lines = list(BatchLine.objects.filter(batch=batch).order_by("id"))
        for line, fact in zip(lines, facts, strict=True):
            line.allocation = fact
        BatchLine.objects.bulk_update(lines, ["allocation"], batch_size=200)


def _copy(batch: Batch, state: State, takers: Sequence[str], now: datetime) -> None:
    for name, value in copies(state, takers).items():
        setattr(batch, name, value)
    batch.last_at = now


def copies(state: State, takers: Sequence[str]) -> dict[str, Any]:
    """Return the columns of a batch as its record gives them."""
    return {
        "kind": state.draft.kind,
        "title": state.draft.title,
        "stage": state.stage_with(takers),
        "starts_on": state.starts_on,
        "transition_until": state.draft.transition_until,
        "instrument": state.instrument,
        "published_on": state.published_on,
        "filed_on": date.fromisoformat(state.filing["filed_on"]) if state.filing else None,
        "to_file": state.to_file,
    }


def _copy_draft(batch: Batch, draft: Draft) -> None:
    BatchLine.objects.bulk_create(
        BatchLine(batch=batch, item_id=line.item, town_id=line.town, mode=line.mode, basis=line.basis)
        for line in draft.lines
    )
    BatchSide.objects.bulk_create(BatchSide(batch=batch, body_id=side) for side in draft.sides)


def _complete(facts: Mapping[str, Any]) -> Draft:
    """Read a draft and find its sides: the departments that hold the powers, then the towns. Raises `BadInput`."""
    draft = Draft.of({**facts, "sides": []})
    known, towns = county_on(draft.starts_on)
    _refuse_unknown(draft, known, towns)
    owners = dict.fromkeys(known.item(line.item).owner for line in draft.lines)
    sides = (*owners, *dict.fromkeys(towns[line.town] for line in draft.lines))
    return replace(draft, sides=tuple(dict.fromkeys(sides)))


def _refuse_unknown(draft: Draft, known: Known, towns: Mapping[str, str]) -> None:
    kept = set(Item.objects.filter(code__in={line.item for line in draft.lines}).values_list("code", flat=True))
    for line in draft.lines:
        if line.item not in kept or line.item not in known.items:
            raise bad_input("lines", f"没有编码为“{line.item}”的事项。", "先录入事项。", "unknown-item")
        if line.town not in towns:
            raise bad_input("lines", f"“{line.town}”不是已录入机关的镇（街道）。", "核对镇（街道）。", "unknown-town")


def _act(
    identity: Identity, told: Told, given: Mapping[str, Any], now: datetime, facts: Mapping[str, Any] | None = None
) -> Act:
    refuse_ahead(told, now)
    return recorded(identity, told, given if facts is None else facts, body=identity.body, said=given)
