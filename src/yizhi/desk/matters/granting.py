"""权属能不能录入 What an allocation says, and what speaks against entering it, judged on every day on which something changes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from yizhi.desk.places.models import Town
from yizhi.rules import authority
from yizhi.rules.authority import matrix
from yizhi.rules.batches.checks import outside_catalogue
from yizhi.rules.refusal import Reason, bad_input

from .as_facts import allocation_fact
from .facts import Book, book
from .guidance import has_catalogue, in_catalogue
from .models import Allocation

FORBIDDEN = frozenset(
    {
        "holder-conflict",
        "conferral-above-county",
        "conferral-without-decision",
        "entrustment-without-basis",
        "transition-body-missing",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """权属一条 What an allocation says. Codes of item and town; `why` the reason for saying it anew, empty for a new one."""

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
    why: str = ""


def faults_together(given: Sequence[tuple[str, Grant]], now: datetime) -> list[list[Reason]]:
    """Return for each grant every reason against it, beside the others of the same item and town.

    `given`: the fact that a grant corrects, empty for a new one. Raises `BadInput` for an unknown mode.
    """
    known = book()
    replaced = {fact for fact, _ in given}
    named = [(fact or f"new-{number}", grant) for number, (fact, grant) in enumerate(given, 1)]
    wrong = [_unreadable(grant, known) for _, grant in named]
    places: dict[tuple[str, str], list[authority.Allocation]] = {}
    for row in known.allocations:
        if row.id not in replaced:
            places.setdefault((row.item, row.town), []).append(row)
    for (fact, grant), reasons in zip(named, wrong, strict=True):
        if not reasons:
            drafted = _as_fact(fact, grant, known, now)
            places.setdefault((drafted.item, drafted.town), []).append(drafted)
    outside = _outside_catalogue([grant for fact, grant in given if not fact])
    return [
        reasons or [*outside(grant, known), *_faults(_as_fact(fact, grant, known, now), places, known)]
        for (fact, grant), reasons in zip(named, wrong, strict=True)
    ]


def allocation_row(grant: Grant, fact: str, *, by: str, now: datetime) -> Allocation:
    """Return the row of a grant, not yet written. Raises `BadInput` for an unknown mode."""
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
        why=grant.why,
        recorded_at=now,
        recorded_by=by,
    )


def _outside_catalogue(new: Sequence[Grant]) -> Callable[[Grant, Book], list[Reason]]:
    """Return what is said of a new conferral that the imported provincial catalogue does not name; nothing without a catalogue."""
    judged = [grant for grant in new if grant.mode == Allocation.Mode.CONFERRAL] if has_catalogue() else []
    named = {day: in_catalogue(day) for day in {grant.valid_from for grant in judged}}

    def reasons(grant: Grant, known: Book) -> list[Reason]:
        if grant not in judged or grant.item in named[grant.valid_from]:
            return []
        town = Town.objects.get(code=grant.town).name
        return [outside_catalogue(known.items[grant.item][-1].name, town)]

    return reasons


def _unreadable(grant: Grant, known: Book) -> list[Reason]:
    if grant.item not in known.items:
        return [Reason("unknown-item", f"没有编码为“{grant.item}”的事项。", cure="先录入事项。", about="item")]
    if grant.town not in known.towns:
        sentence = f"“{grant.town}”不是已录入机关的镇（街道）。"
        return [Reason("unknown-town", sentence, cure="核对镇（街道）。", about="town")]
    if grant.valid_to is not None and grant.valid_to <= grant.valid_from:
        return [Reason("bad-interval", "止日不晚于起日。", cure="核对起止日期；止日是失效的第一天。", about="valid_to")]
    return []


def _faults(
    own: authority.Allocation, places: dict[tuple[str, str], list[authority.Allocation]], known: Book
) -> list[Reason]:
    rows = places[(own.item, own.town)]
    days = {day for row in rows for day in (row.starts_on, row.transition_until, row.published_on) if day}
    found: dict[str, Reason] = {}
    for day in sorted({own.starts_on, *(day for day in days if own.covers(day))}):
        world = known.without_cache(day, rows)
        holding = matrix(world, [own.item], [own.town], day)[(own.item, own.town)]
        for finding in holding.findings:
            if finding.code in FORBIDDEN and finding.about in (own.id, own.item):
                found.setdefault(finding.code, replace(finding.as_reason(), severity="stop"))
    return list(found.values())


def _as_fact(fact: str, grant: Grant, known: Book, now: datetime) -> authority.Allocation:
    return allocation_fact(allocation_row(grant, fact, by="", now=now), known.towns[grant.town])
