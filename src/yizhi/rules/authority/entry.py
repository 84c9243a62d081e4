"""录入核对 What may not be entered at all: rows that contradict each other, and names that are not authority bodies."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from yizhi.rules.authority.facts import Body, Fact, Officer, Posting
from yizhi.rules.cite import cite
from yizhi.rules.refusal import Reason

NOT_BODIES: Final = ("片区综合行政执法队", "综合行政执法办公室")
ALWAYS: Final = datetime.min  # noqa: DTZ901
Versions = Mapping[str, Sequence[Any]]


def faults_of(tables: Mapping[str, Sequence[Any]]) -> list[Reason]:
    """Return every fault among rows that can be read one by one: doubles, unknown references, forbidden postings."""
    versions = {name: versions_of(rows) for name, rows in tables.items()}
    bodies = versions["bodies"]
    faults = doubles_of(tables)
    for body in tables["bodies"]:
        faults += not_a_body(body)
        faults += _refer(body, "parent", [body.parent] if body.parent else [], bodies, ("government",))
    for area in tables["areas"]:
        towns = [member.town for member in area.member_towns] + ([area.centre_town] if area.centre_town else [])
        faults += _refer(area, "member_towns", towns, bodies, ("town",))
    for item in tables["items"]:
        faults += _refer(item, "owner", [item.owner], bodies)
    for allocation in tables["allocations"]:
        faults += _refer(allocation, "item", [allocation.item], versions["items"])
        faults += _refer(allocation, "town", [allocation.town], bodies, ("town",))
    for officer in tables["officers"]:
        faults += _refer(officer, "body", [officer.body], bodies)
    for posting in tables["postings"]:
        faults += _refer(posting, "area", [posting.area], versions["areas"])
        faults += _refer(posting, "acts_for", posting.acts_for, bodies)
        faults += posting_not_allowed(posting, versions["officers"].get(posting.officer, ()), bodies)
    return faults


def doubles_of(tables: Mapping[str, Sequence[Any]]) -> list[Reason]:
    """Return a fault for every row that is there twice, with the same moment of recording."""
    return [fault for rows in tables.values() for fault in _doubles(rows)]


def versions_of(rows: Iterable[Fact]) -> dict[str, list[Any]]:
    """Return the versions of each id, the one known first first."""
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row.id, []).append(row)
    for versions in found.values():
        versions.sort(key=known_since)
    return found


def known_since(row: Fact) -> datetime:
    """Return the moment from which a row was known; a row without one was always known."""
    return row.recorded_at or ALWAYS


@cite("实施方案", "三(四)", "根据执法权限归属,确定执法实施主体")
def not_a_body(body: Body) -> list[Reason]:
    """片区队、内设办公室不是行政主体 An area team or an office inside a town cannot be entered as a body."""
    if not any(name in body.name for name in NOT_BODIES):
        return []
    return [
        Reason(
            "team-not-a-body",
            f"{body.name}不是行政主体，不能以自己的名义作出决定。",
            "实施方案 三(四)",
            cure="录入有权作决定的部门或者镇（街道）。",
            about=f"bodies[{body.id}].name",
        )
    ]


@cite("行政处罚法", "第20条第1款", "可以在其法定权限内书面委托")
def posting_not_allowed(posting: Posting, officer: Sequence[Officer], bodies: Versions) -> list[Reason]:
    """派驻不是委托 A posting names a department only for an officer whose own body is a department.

    The officer is taken as known when the posting was entered, or as first known where that came later.
    """
    departments = [name for name in posting.acts_for if _kind(name, bodies) == "department"]
    known = [row for row in officer if known_since(row) <= known_since(posting)] or list(officer[:1])
    if not departments or (known and _kind(known[-1].body, bodies) == "department"):
        return []
    names = "、".join(bodies[name][-1].name for name in departments)
    return [
        Reason(
            "posting-not-allowed",
            f"{posting.officer}的执法资格不在部门，派驻函不能让其以{names}名义执法；这等于没有条件的委托。",
            "行政处罚法 第20条、第21条",
            cure="由部门依法委托镇（街道）并公布委托书，或者改派部门的执法人员。",
            about=f"postings[{posting.id}].acts_for",
        )
    ]


def _kind(body: str, bodies: Versions) -> str | None:
    versions = bodies.get(body)
    return versions[-1].kind if versions else None


def _doubles(rows: Sequence[Any]) -> list[Reason]:
    seen: set[tuple[str, datetime | None]] = set()
    faults = []
    for row in rows:
        key = (row.id, row.recorded_at)
        if key in seen:
            faults.append(
                Reason(
                    "duplicate-row",
                    f"{row.table}[{row.id}] 录了两次，录入时间也相同。",
                    cure="更正一行时，沿用它的编号并写上更晚的 recorded_at。",
                    about=f"{row.table}[{row.id}].id",
                )
            )
        seen.add(key)
    return faults


def _refer(row: Any, field: str, names: Iterable[str], known: Versions, kinds: tuple[str, ...] = ()) -> list[Reason]:
    """Return a fault for each name that is no row of `known`, or none of the `kinds`."""
    word = {"town": "镇（街道）", "government": "政府"}.get(kinds[0] if kinds else "", "已录入的编号")
    return [
        Reason(
            "unknown-reference",
            f"{row.table}[{row.id}].{field}：“{name}”不是{word}。",
            cure="先录入它，或者核对编号。片区队和内设机构不是行政主体。",
            about=f"{row.table}[{row.id}].{field}",
        )
        for name in names
        if name not in known or (kinds and all(version.kind not in kinds for version in known[name]))
    ]
