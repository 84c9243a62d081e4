"""事项与权属 The items with their bases, and which town holds which item in which mode (示意)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from yizhi.desk.matters.models import Allocation, Item, ItemVersion
from yizhi.rules.bigrams import bigrams

from .tables import RECORDED_BY, known_on, rows, table

ITEMS_SINCE = date(2021, 7, 15)
DECISION = "川府发〔2021〕42号"


def write_items() -> None:
    """Write every item with its one version."""
    bases = bases_by_item()
    Item.objects.bulk_create(
        Item(
            code=row["code"],
            source_number=int(row["source_number"]) if row["source_number"] else None,
            name=row["name"],
            kind=row["kind"],
            domain=row["domain"],
            owner_id=row["owner"],
            search=bigrams(row["name"], row["deed"], row["code"]),
        )
        for row in rows("items")
    )
    ItemVersion.objects.bulk_create(_version(row, bases.get(row["code"], [])) for row in rows("items"))


def bases_by_item() -> dict[str, list[dict[str, Any]]]:
    """Return the bases of each item as an item version keeps them."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows("bases"):
        basis = {key: row[key] for key in ("law", "article", "effective", "note")} | {"expiry": row["expiry"] or None}
        found.setdefault(row["item"], []).append(basis)
    return found


def _version(row: dict[str, str], bases: list[dict[str, Any]]) -> ItemVersion:
    return ItemVersion(
        fact=row["code"],
        valid_from=ITEMS_SINCE,
        recorded_at=known_on(ITEMS_SINCE),
        recorded_by=RECORDED_BY,
        item_id=row["code"],
        name=row["name"],
        kind=row["kind"],
        domain=row["domain"],
        owner_id=row["owner"],
        bases=bases,
        deed=row["deed"],
        penalty_range=row["penalty_range"],
        note=row["note"],
    )


def write_allocations(today: date) -> None:
    """Write conferrals, statutory powers and entrustments; terms of transition are counted from `today`."""
    Allocation.objects.bulk_create(
        allocation
        for mode, groups in table("allocations").items()
        for group in groups
        for item in group["items"]
        for town in towns_named(group["towns"])
        if f"{item}@{town['body']}" not in group.get("without", ())
        for allocation in _versions(mode, group, item, town, today)
    )


def towns_named(named: Sequence[str]) -> list[dict[str, str]]:
    """Return the towns that a group names: all, towns, an area, or single bodies."""

    def called(row: dict[str, str]) -> set[str]:
        return {"all", row["area"], row["body"]} | ({"towns"} if row["kind"] == "town" else set())

    return [row for row in rows("towns") if called(row) & set(named)]


def _versions(mode: str, group: dict[str, Any], item: str, town: dict[str, str], today: date) -> Iterator[Allocation]:
    first = _allocation(mode, group, item, town, today)
    corrected = group.get("corrected_on")
    if corrected is None:
        yield first
        return
    first.superseded_at = known_on(corrected)
    second = _allocation(mode, group | {"published_on": group["corrected_published_on"]}, item, town, today)
    second.recorded_at = known_on(corrected)
    yield from (first, second)


def _allocation(mode: str, group: dict[str, Any], item: str, town: dict[str, str], today: date) -> Allocation:
    days = group.get("transition_days")
    return Allocation(
        fact=f"{mode}-{item}-{town['body']}-{group['starts_on']:%Y%m%d}",
        valid_from=group["starts_on"],
        valid_to=group.get("ends_on"),
        recorded_at=known_on(group["starts_on"]),
        recorded_by=RECORDED_BY,
        item_id=item,
        town_id=town["code"],
        mode=mode,
        published_on=group.get("published_on"),
        decision=group.get("decision", DECISION) if mode == "conferral" else "",
        basis=group.get("basis", ""),
        letter=group.get("letter", ""),
        transition_until=None if days is None else today + timedelta(days=days),
        transition_body=group.get("transition_body", ""),
        on_recall=group.get("on_recall", ""),
    )
