"""读表 Turns the tables of a world, as plain values, into facts. Every fault is reported at once, by row and field."""

from collections.abc import Callable, Mapping
from typing import Any, Final, get_args

from yizhi.rules.authority.cells import Cells
from yizhi.rules.authority.facts import (
    Allocation,
    AllocationMode,
    Area,
    Basis,
    Body,
    BodyKind,
    Certificate,
    Fact,
    Item,
    ItemKind,
    Membership,
    Officer,
    OnRecall,
    Posting,
    Recusal,
    Status,
    StatusPeriod,
    TransitionBody,
)
from yizhi.rules.refusal import BadInput, Reason


def _body(row: Cells) -> Body:
    kind = row.choice("kind", get_args(BodyKind))
    return Body(
        row.text("id"),
        kind,
        row.text("name"),
        row.text("county", optional=kind == "government"),
        row.text("parent", optional=True) or None,
        row.moment(),
    )


def _area(row: Cells) -> Area:
    members = tuple(Membership(each.text("town"), *each.span()) for each in row.nested("member_towns"))
    return Area(
        row.text("id"),
        row.text("name", optional=True),
        row.text("centre_town", optional=True) or None,
        members,
        row.moment(),
    )


def _item(row: Cells) -> Item:
    bases = tuple(
        Basis(each.text("law", optional=True), each.text("article", optional=True), *each.span("effective", "expiry"))
        for each in row.nested("bases")
    )
    return Item(
        row.text("id"),
        row.text("name", optional=True),
        row.choice("kind", get_args(ItemKind)),
        row.text("domain", optional=True),
        row.text("owner"),
        bases,
        row.moment(),
    )


def _allocation(row: Cells) -> Allocation:
    starts_on, ends_on = row.span()
    return Allocation(
        id=row.text("id"),
        item=row.text("item"),
        town=row.text("town"),
        mode=row.choice("mode", get_args(AllocationMode)),
        starts_on=starts_on,
        ends_on=ends_on,
        published_on=row.maybe_day("published_on"),
        decision=row.text("decision", optional=True).strip(),
        basis=row.text("basis", optional=True).strip(),
        letter=row.text("letter", optional=True).strip(),
        transition_until=row.maybe_day("transition_until"),
        transition_body=row.choice("transition_body", get_args(TransitionBody), optional=True),
        on_recall=row.choice("on_recall", get_args(OnRecall), optional=True),
        coercion=row.flag("coercion"),
        recorded_at=row.moment(),
    )


def _officer(row: Cells) -> Officer:
    return Officer(
        row.text("id"),
        row.text("body"),
        *row.span(),
        row.text("employer", optional=True),
        row.text("name", optional=True),
        row.moment(),
    )


def _certificate(row: Cells) -> Certificate:
    periods = tuple(
        StatusPeriod(each.choice("status", get_args(Status)), *each.span()) for each in row.nested("status_periods")
    )
    return Certificate(row.text("id"), row.text("officer"), *row.span(), row.texts("domains"), periods, row.moment())


def _posting(row: Cells) -> Posting:
    return Posting(
        row.text("id"), row.text("officer"), row.text("area"), *row.span(), row.texts("acts_for"), row.moment()
    )


def _recusal(row: Cells) -> Recusal:
    return Recusal(row.text("id"), row.text("officer"), row.text("party"), row.moment())


TABLES: Final[dict[str, Callable[[Cells], Fact]]] = {
    "bodies": _body,
    "areas": _area,
    "items": _item,
    "allocations": _allocation,
    "officers": _officer,
    "certificates": _certificate,
    "postings": _posting,
    "recusals": _recusal,
}


def read_tables(tables: Mapping[str, Any]) -> dict[str, tuple[Any, ...]]:
    """Return the facts of each table, keyed by table name; an absent table is empty. Raises `BadInput` with every fault."""
    if not isinstance(tables, Mapping):
        raise BadInput([Reason("bad-input", "应当是以表名为键的一组表。", about="world")])
    faults: list[Reason] = []
    for name, rows in tables.items():
        if name not in TABLES and isinstance(rows, (list, tuple)):
            faults.append(
                Reason("unknown-table", f"没有“{name}”这张表。", cure=f"表名：{'、'.join(TABLES)}。", about=name)
            )
    read = {name: _read_table(name, tables.get(name), faults) for name in TABLES}
    if faults:
        raise BadInput(faults)
    return read


def _read_table(name: str, rows: object, faults: list[Reason]) -> tuple[Fact, ...]:
    if rows is None:
        return ()
    if not isinstance(rows, (list, tuple)):
        faults.append(Reason("bad-input", f"{name} 应当是行的列表。", about=name))
        return ()
    facts = []
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, Mapping):
            faults.append(Reason("bad-input", f"{name} 第 {number} 行应当是一组字段。", about=f"{name}[{number}]"))
            continue
        facts.append(TABLES[name](Cells(row, f"{name}[{row.get('id') or number}]", faults)))
    return tuple(facts)
