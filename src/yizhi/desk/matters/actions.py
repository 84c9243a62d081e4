"""事项 What is done to items, allocations and answers. Nothing recorded is overwritten: a correction is a further row."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from itertools import count
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models.functions import Length
from django.utils import timezone

from yizhi.desk.bodies.models import Body
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Posting, Service
from yizhi.desk.places.models import Area
from yizhi.desk.record.facts import correct, enter, fact_code
from yizhi.rules import authority
from yizhi.rules.authority import Answer
from yizhi.rules.authority.boundary import BODY
from yizhi.rules.bigrams import bigrams
from yizhi.rules.refusal import Reason, Refusal, bad_input

from .citations import recheck
from .correcting import correction_faults
from .granting import Grant, allocation_row, faults_together
from .models import Allocation, BoundaryCard, DutyLetter, Item, ItemVersion, KeptAnswer
from .versions import give_way, supersede

FEW = 500
ITEM_COPIES = ("name", "kind", "domain", "owner", "search", "source_number")


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
    """录入事项 Enter one item, as `enter_items` enters several."""
    return enter_items([row], by=by, now=now)[0]


@transaction.atomic
def enter_items(rows: Sequence[Mapping[str, Any]], *, by: str, now: datetime) -> list[ItemVersion]:
    """一并录入事项 Enter items, and new versions from `from` on (default: today), and check what they cite; all or none.

    The version before ends on that day. `rows`: code (each once), name, kind, domain, owner, bases, deed, penalty_range,
    note, source_number, from (ISO days).
    """
    codes = {row["code"] for row in rows}
    assert len(codes) == len(rows), "an item is entered once at a time"
    known, standing = Item.objects.all(), ItemVersion.objects.known().filter(valid_to=None)
    if len(codes) <= FEW:
        known, standing = known.filter(code__in=codes), standing.filter(item__in=codes)
    items = {item.code: item for item in known}
    before = {version.item_id: version for version in standing}
    new = [_told(items, row) for row in rows]
    Item.objects.bulk_create(item for item, is_new in new if is_new)
    Item.objects.bulk_update([item for item, is_new in new if not is_new], ITEM_COPIES, batch_size=FEW)
    versions = [_version(row, by=by, now=now) for row in rows]
    for version in versions:
        if version.item_id in before:
            give_way(before[version.item_id], version.valid_from, by=by, now=now)
    entered = ItemVersion.objects.bulk_create(versions)
    recheck(now=now, codes=codes if len(codes) <= FEW else None)
    return entered


def _told(items: Mapping[str, Item], row: Mapping[str, Any]) -> tuple[Item, bool]:
    """Return the item of a row with the copies of what the row says, and whether it is new."""
    item = items.get(row["code"]) or Item(code=row["code"])
    item.name, item.kind, item.domain, item.owner_id = row["name"], row["kind"], row["domain"], row["owner"]
    item.search = bigrams(row["name"], row.get("deed", ""), row["code"])
    if row.get("source_number") is not None:
        item.source_number = row["source_number"]
    return item, row["code"] not in items


def _version(row: Mapping[str, Any], *, by: str, now: datetime) -> ItemVersion:
    return ItemVersion(
        fact=row["code"],
        item_id=row["code"],
        valid_from=date.fromisoformat(row["from"]) if row.get("from") else timezone.localdate(now),
        recorded_at=now,
        recorded_by=by,
        name=row["name"],
        kind=row["kind"],
        domain=row["domain"],
        owner_id=row["owner"],
        bases=row.get("bases", []),
        deed=row.get("deed", ""),
        penalty_range=row.get("penalty_range", ""),
        note=row.get("note", ""),
    )


@transaction.atomic
def enter_allocation(grant: Grant, *, by: str, now: datetime) -> Allocation:
    """录入权属 Enter a new allocation. Refused when two bodies would hold one power, or a department's power is not the county's."""
    return enter_together([("", grant)], by=by, now=now)[0]


@transaction.atomic
def correct_allocation(fact: str, grant: Grant, *, by: str, now: datetime) -> Allocation:
    """更正权属 Say rightly what was entered wrongly, with the reason; the row before stays as it was known.

    Refuses what would give a power or take one away: that goes by a batch. Raises `BadInput` for an unknown one.
    """
    return enter_and_correct([(fact, grant)], by=by, now=now)[0]


@transaction.atomic
def enter_and_correct(given: Sequence[tuple[str, Grant]], *, by: str, now: datetime) -> list[Allocation]:
    """一并录入、更正权属 As `enter_together`; those that name their fact are corrections, and refused where they move a power."""
    reasons = [reason for found in correction_faults(given, now) for reason in found]
    if reasons:
        raise Refusal(reasons)
    return enter_together(given, by=by, now=now)


@transaction.atomic
def enter_together(given: Sequence[tuple[str, Grant]], *, by: str, now: datetime) -> list[Allocation]:
    """一并写入权属 Write new allocations (fact empty) and known ones said anew (their fact), judged beside each other; all or none."""
    before = {
        row.fact: row for row in Allocation.objects.select_for_update().known().filter(fact__in=[f for f, _ in given])
    }
    for fact, grant in given:
        if fact:
            _refuse_moved(before.get(fact), grant)
    reasons = [reason for found in faults_together(given, now) for reason in found]
    if reasons:
        raise Refusal(reasons)
    for row in before.values():
        supersede(row, now)
    used = set(Allocation.objects.filter(item__in={grant.item for _, grant in given}).values_list("fact", flat=True))
    rows = []
    for fact, grant in given:
        fact = fact or _new_fact(grant, used)
        used.add(fact)
        rows.append(allocation_row(grant, fact, by=by, now=now))
    return Allocation.objects.bulk_create(rows)


@transaction.atomic
def enter_boundary_card(
    item: str, charges: Mapping[str, authority.Charge], *, starts: date, by: str, now: datetime
) -> BoundaryCard:
    """录入边界卡 Say who does each of the seven steps of an item from `starts` on; the card before ends that day.

    Refuses an empty place, a place that contradicts the list, and a body that is not entered.
    """
    found = Item.objects.filter(code=item).first()
    if found is None:
        raise bad_input("item", f"没有编码为“{item}”的事项。", "先录入事项。", "unknown-item")
    faults = authority.boundary_faults(found.name, charges)
    named = {charge.who.removeprefix(BODY) for charge in charges.values() if charge.who.startswith(BODY)}
    for code in sorted(named - set(Body.objects.filter(code__in=named).values_list("code", flat=True))):
        faults.append(Reason("unknown-body", f"没有编号为“{code}”的机关。", cure="先登记机关。", about="charges"))
    if faults:
        raise Refusal(faults)
    before = BoundaryCard.objects.select_for_update().known().filter(item=item, valid_to=None).first()
    if before is not None:
        give_way(before, starts, by=by, now=now)
    kept = {step: charges[step]._asdict() for step in authority.STEPS}
    return enter(BoundaryCard(fact=item, item=found, charges=kept, valid_from=starts), by=by, now=now)


def enter_duty_letter(
    *, area: str, body: str, number: str, items: Collection[str], starts: date, by: str, now: datetime
) -> DutyLetter:
    """录入明确函 Enter the letter by which a department names its items that the team of an area exercises from `starts` on.

    Refuses an item of another department, and a department that has posted nobody to the area.
    """
    held = Body.objects.filter(code=body, kind=Body.Kind.DEPARTMENT).first()
    if held is None or not Area.objects.filter(code=area).exists():
        raise bad_input("body", "没有这个部门或者片区。", "从列表里选。", "unknown-body")
    named = {row.item_id: row for row in ItemVersion.objects.known().holding(starts).filter(item__in=items)}
    missing = [code for code in items if code not in named]
    if missing:
        raise bad_input("items", f"那一天没有事项“{'、'.join(missing)}”。", "核对事项编码和起日。", "unknown-item")
    serving = Service.objects.known().holding(starts).filter(body=held).values("officer")
    posts = Posting.objects.known().holding(starts).filter(area=area, officer__in=serving).exists()
    faults = authority.letter_faults(held.name, [(row.name, row.owner_id) for row in named.values()], body, posts)
    if faults:
        raise Refusal(faults)
    row = DutyLetter(area_id=area, body=held, number=number, items=sorted(named), valid_from=starts)
    row.fact = fact_code("letter")
    return enter(row, by=by, now=now)


def end_duty_letter(fact: str, *, ends: date, by: str, now: datetime) -> DutyLetter:
    """撤回明确函 Let a letter end: `ends` is the first day on which it no longer holds. Raises `Absent` and `span-empty`."""
    return correct(DutyLetter, fact, what="这份明确函", by=by, now=now, valid_to=ends)


def _refuse_moved(before: Allocation | None, grant: Grant) -> None:
    if before is None:
        raise bad_input("fact", "没有这条权属。", "核对编号。", "unknown-allocation")
    if (before.item_id, before.town_id) != (grant.item, grant.town):
        raise bad_input("item", "更正不能换成别的事项或者镇（街道）。", "收回这一条，再录入新的。", "allocation-moved")


def _new_fact(grant: Grant, used: Collection[str]) -> str:
    """Return a code nobody has used for an allocation of this item in this town."""
    start = f"{grant.item[:40]}@{grant.town}#"
    return next(f"{start}{number}" for number in count(1) if f"{start}{number}" not in used)
