"""事项 What is done to items, allocations and answers. Nothing recorded is overwritten: a correction is a further row."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models.functions import Length
from django.utils import timezone

from yizhi.desk.people.identity import Identity
from yizhi.desk.record.models import DatedFact
from yizhi.rules.authority import Answer, matrix
from yizhi.rules.bigrams import bigrams
from yizhi.rules.refusal import Reason, Refusal, bad_input, refuse

from .facts import allocation_fact, book
from .models import Allocation, Item, ItemVersion, KeptAnswer


def keep_answer(
    identity: Identity, *, question: Mapping[str, Any], answer: Answer, words: str = "", now: datetime
) -> KeptAnswer:
    """留存答复 Keep a question and its answer as they were, under a number of the day such as 20261124-0138.

    Numbers run without gaps through the day; two who ask at once get two numbers.
    """
    day = f"{timezone.localtime(now):%Y%m%d}"
    kept = KeptAnswer(
        asked_at=now,
        asked_by=identity.account,
        body=identity.body,
        town=str(question.get("town", ""))[:9],
        words=words[:500],
        question=dict(question),
        answer=answer.as_dict(),
    )
    while True:
        kept.number = f"{day}-{_last(day) + 1:04d}"
        try:
            with transaction.atomic():
                kept.save(force_insert=True)
        except IntegrityError:
            continue
        return kept


def _last(day: str) -> int:
    numbers = KeptAnswer.objects.filter(number__startswith=f"{day}-").order_by(Length("number").desc(), "-number")
    last = numbers.values_list("number", flat=True).first()
    return int(last.rsplit("-", 1)[1]) if last else 0


@transaction.atomic
def enter_item(row: Mapping[str, Any], *, by: str, now: datetime) -> ItemVersion:
    """录入事项 Enter an item, or a new version of one from `from` on (default: today); the version before ends that day.

    `row`: code, name, kind, domain, owner, bases, deed, penalty_range, note, source_number, from (ISO days).
    """
    starts = date.fromisoformat(row["from"]) if row.get("from") else timezone.localdate(now)
    copy = {"name": row["name"], "kind": row["kind"], "domain": row["domain"], "owner_id": row["owner"]}
    search = bigrams(row["name"], row.get("deed", ""), row["code"])
    given = {"source_number": row["source_number"]} if row.get("source_number") is not None else {}
    item, _ = Item.objects.update_or_create(code=row["code"], defaults={**copy, **given, "search": search})
    before = ItemVersion.objects.known().filter(item=item, valid_to=None).first()
    if before is not None:
        _give_way(before, starts, by=by, now=now)
    return ItemVersion.objects.create(
        fact=item.code,
        item=item,
        valid_from=starts,
        recorded_at=now,
        recorded_by=by,
        bases=row.get("bases", []),
        deed=row.get("deed", ""),
        penalty_range=row.get("penalty_range", ""),
        note=row.get("note", ""),
        **copy,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """权属一条 What an allocation says. Codes of item and town; `fact` empty for a new one."""

    item: str
    town: str
    mode: str
    valid_from: date
    valid_to: date | None = None
    published_on: date | None = None
    decision: str = ""
    basis: str = ""
    letter: str = ""
    transition_until: date | None = None
    transition_body: str = ""
    on_recall: str = ""
    coercion: bool = False


@transaction.atomic
def enter_allocation(grant: Grant, *, by: str, now: datetime) -> Allocation:
    """录入权属 Enter a new allocation. Refused when two bodies would hold one power, or a department's power is not the county's."""
    row = _allocation(grant, _new_fact(grant), by=by, now=now)
    refuse_grant(grant, row.fact, now)
    row.save(force_insert=True)
    return row


@transaction.atomic
def correct_allocation(fact: str, grant: Grant, *, by: str, now: datetime) -> Allocation:
    """更正或者收回权属 Say anew what an allocation is; the row before stays as it was known. Raises `BadInput` for an unknown one."""
    before = Allocation.objects.select_for_update().known().filter(fact=fact).first()
    if before is None:
        raise bad_input("fact", "没有这条权属。", "核对编号。", "unknown-allocation")
    if (before.item_id, before.town_id) != (grant.item, grant.town):
        raise bad_input("item", "更正不能换成别的事项或者镇（街道）。", "收回这一条，再录入新的。", "allocation-moved")
    row = _allocation(grant, fact, by=by, now=now)
    refuse_grant(grant, fact, now)
    _supersede(before, now)
    row.save(force_insert=True)
    return row


def refuse_grant(grant: Grant, fact: str, now: datetime, beside: tuple[Grant, ...] = ()) -> None:
    """Raise a refusal with everything that keeps an allocation from counting or makes two bodies hold one power.

    `beside`: other grants that are entered together with it.
    """
    reasons = grant_faults(grant, fact, now, beside)
    if reasons:
        raise Refusal(reasons)


def grant_faults(grant: Grant, fact: str, now: datetime, beside: tuple[Grant, ...] = ()) -> list[Reason]:
    """Return every reason against an allocation on the days on which it or another one changes; see `refuse_grant`."""
    known = book()
    if not Item.objects.filter(code=grant.item).exists():
        return [Reason("unknown-item", f"没有编码为“{grant.item}”的事项。", cure="先录入事项。", about="item")]
    if grant.town not in known.towns:
        return [
            Reason("unknown-town", f"“{grant.town}”不是已录入机关的镇（街道）。", cure="核对镇（街道）。", about="town")
        ]
    if grant.valid_to is not None and grant.valid_to <= grant.valid_from:
        return [Reason("bad-interval", "止日不晚于起日。", cure="核对起止日期；止日是失效的第一天。", about="valid_to")]
    town = known.towns[grant.town]
    others = [row for row in known.allocations if (row.item, row.town) == (grant.item, town) and row.id != fact]
    drafts = [_as_fact(each, f"{fact}-{number}", town, now) for number, each in enumerate(beside, 1)]
    own = _as_fact(grant, fact, town, now)
    rows = [*others, *drafts, own]
    days = {
        day
        for row in rows
        for day in (row.starts_on, row.transition_until, row.published_on)
        if day and own.covers(day)
    }
    found: dict[str, Reason] = {}
    for day in sorted({grant.valid_from, *days}):
        world = known.without_cache(day, rows)
        holding = matrix(world, [grant.item], [town], day)[(grant.item, town)]
        for finding in holding.findings:
            if finding.code in FORBIDDEN and finding.about in (fact, grant.item):
                found.setdefault(finding.code, replace(finding.as_reason(), severity="stop"))
    return list(found.values())


FORBIDDEN = frozenset(
    {
        "holder-conflict",
        "conferral-above-county",
        "conferral-without-decision",
        "entrustment-without-basis",
        "transition-body-missing",
    }
)


def _as_fact(grant: Grant, fact: str, town: str, now: datetime) -> Any:
    return allocation_fact(_allocation(grant, fact, by="", now=now), town)


def _allocation(grant: Grant, fact: str, *, by: str, now: datetime) -> Allocation:
    if grant.mode not in Allocation.Mode.values:
        raise bad_input("mode", "权属方式只有法定、赋权、委托。", "从这三种里选。", "unknown-mode")
    return Allocation(
        fact=fact,
        item_id=grant.item,
        town_id=grant.town,
        mode=grant.mode,
        valid_from=grant.valid_from,
        valid_to=grant.valid_to,
        published_on=grant.published_on,
        decision=grant.decision,
        basis=grant.basis,
        letter=grant.letter,
        transition_until=grant.transition_until,
        transition_body=grant.transition_body,
        on_recall=grant.on_recall,
        coercion=grant.coercion,
        recorded_at=now,
        recorded_by=by,
    )


def _new_fact(grant: Grant) -> str:
    """Return a code nobody has used for an allocation of this item in this town."""
    start = f"{grant.item[:40]}@{grant.town}#"
    used = set(Allocation.objects.filter(item=grant.item, town=grant.town).values_list("fact", flat=True))
    return next(f"{start}{number}" for number in range(1, len(used) + 2) if f"{start}{number}" not in used)


def _give_way(before: ItemVersion, starts: date, *, by: str, now: datetime) -> None:
    """Let the version before end where the new one starts; one that never held is only superseded."""
    earlier = before.valid_from
    _supersede(before, now)
    if earlier < starts:
        before.pk, before.valid_to, before.recorded_at, before.recorded_by = None, starts, now, by
        before.superseded_at = None
        before.save(force_insert=True)


def _supersede(row: DatedFact, now: datetime) -> None:
    if row.recorded_at >= now:
        raise refuse("corrected-too-early", "更正的时间不晚于原来录入的时间。", "", "稍后再试。")
    type(row)._default_manager.filter(pk=row.pk).update(superseded_at=now)
