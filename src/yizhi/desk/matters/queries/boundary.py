"""边界卡 Who does which step of an item, and which items have no whole card yet."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from yizhi.desk.bodies.models import Body
from yizhi.desk.people.identity import Identity
from yizhi.rules.authority import ROLES, STEPS, Charge, boundary_faults
from yizhi.rules.authority.boundary import BODY
from yizhi.rules.refusal import Absent, Reason

from ..facts import book
from ..models import BoundaryCard, Item, ItemVersion


class Boundary(NamedTuple):
    """One step of a card: what it is called, who does it, which document says so."""

    step: str
    name: str
    who: str
    source: str


def boundary_card(identity: Identity, item: str, on: date) -> BoundaryCard | None:
    """Return the card of an item that holds on `on`, or else the one that comes; None when there is none."""
    if not identity.account:
        raise Absent("边界卡")
    known = BoundaryCard.objects.known().filter(item=item)
    return known.holding(on).first() or known.filter(valid_from__gt=on).order_by("valid_from").first()


class CardOfItem(NamedTuple):
    """An item in force and its card of the day; None where it has none."""

    version: ItemVersion
    card: BoundaryCard | None


def boundary_cards(identity: Identity, on: date, *, missing: bool = False) -> list[CardOfItem]:
    """Return every item in force on `on` by code with its card; of `missing` only those without."""
    if not identity.account:
        raise Absent("边界卡")
    cards = {card.item_id: card for card in BoundaryCard.objects.known().holding(on)}
    found = [CardOfItem(row, cards.get(code)) for code, row in book().versions_on(on).items()]
    return [each for each in found if not (missing and each.card)]


def published_cards(items: Collection[str], on: date) -> dict[str, BoundaryCard]:
    """Return the cards of the named items that hold on `on`, for whoever asks: who does what is public."""
    return {card.item_id: card for card in BoundaryCard.objects.known().holding(on).filter(item__in=items)}


def boundary_lines(card: BoundaryCard | None, names: Mapping[str, str] | None = None) -> tuple[Boundary, ...]:
    """Return the seven steps of a card with names. `names` puts the name of a body in the place of a role, such as town → 连山镇."""
    if card is None:
        return ()
    charges = charges_of(card)
    codes = [charge.who.removeprefix(BODY) for charge in charges.values() if charge.who.startswith(BODY)]
    bodies = dict(Body.objects.filter(code__in=codes).values_list("code", "name")) if codes else {}
    called = {**ROLES, **(names or {}), **{BODY + code: name for code, name in bodies.items()}}
    return tuple(
        Boundary(step, name, called.get(charges[step].who, charges[step].who), charges[step].source)
        for step, name in STEPS.items()
    )


def by_whom(lines: Iterable[Boundary]) -> dict[str, str]:
    """Return of each who does something the steps in words, in the order of the steps: 立案、作出决定、执行."""
    found: dict[str, list[str]] = {}
    for line in lines:
        found.setdefault(line.who, []).append(line.name)
    return {who: "、".join(steps) for who, steps in found.items()}


def boundary_gaps(items: Collection[str], on: date | None = None) -> list[Reason]:
    """边界不齐 Return what is missing on the cards of `items` before they may be published: `boundary-incomplete` for every empty place.

    `on`: the day from which they take force; None looks at the card without an end.
    """
    known = BoundaryCard.objects.known().filter(item__in=items)
    cards = {card.item_id: card for card in (known.holding(on) if on else known.filter(valid_to=None))}
    names = dict(Item.objects.filter(code__in=items).values_list("code", "name"))
    return [
        fault
        for code in sorted(names)
        for fault in boundary_faults(names[code], charges_of(cards[code]) if code in cards else {})
    ]


def charges_of(card: BoundaryCard) -> dict[str, Charge]:
    """Return who is named for each step of a kept card."""
    kept: Mapping[str, Any] = card.charges
    return {step: Charge(**kept.get(step, {})) for step in STEPS}
