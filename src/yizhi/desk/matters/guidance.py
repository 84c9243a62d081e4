"""指导目录 The provincial guidance catalogue as published, batch by batch, and which of its lines each item is."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from yizhi.desk.record.facts import enter
from yizhi.rules.bigrams import bigrams
from yizhi.rules.refusal import Absent, refuse

from .models import CatalogueEntry, CatalogueLink, Item
from .versions import give_way

SAID = ("batch", "position", "name", "kind", "domain", "bases", "note")
DECORATION = re.compile(
    r"^(?:对|关于)|(?:的|行为|等)*(?:行政)?(?:处罚|检查|强制)$|[\s,，;；、。.()（）〈〉《》“”\"':：-]"
)
ALIKE = 0.5


def in_catalogue(on: date) -> frozenset[str]:
    """Return the codes of the items that a day's catalogue names.

    Where the catalogue was imported, those linked to a line of it; before that, those that came with a number of a catalogue.
    """
    if has_catalogue():
        lines = set(CatalogueEntry.objects.known().holding(on).values_list("decision", "number"))
        rows = CatalogueLink.objects.known().holding(on).values_list("item", "decision", "number")
        return frozenset(item for item, *line in rows if tuple(line) in lines)
    return frozenset(Item.objects.exclude(source_number=None).values_list("code", flat=True))


def has_catalogue() -> bool:
    """Tell whether a provincial catalogue was imported."""
    return CatalogueEntry.objects.known().exists()


@transaction.atomic
def enter_catalogue(rows: Sequence[Mapping[str, Any]], *, by: str, now: datetime) -> tuple[int, int, int]:
    """录入指导目录 Enter the lines of whole catalogues, one decision or several, and link the items of the same name.

    A line that says something else is a new version from its day on; a line that is left out ends on that day.
    Returns how many lines were written, ended and linked. `rows`: decision, number, `SAID`, from (ISO).
    """
    known = _standing({row["decision"] for row in rows})
    written = 0
    for row in rows:
        before, starts = known.pop(_key(row), None), date.fromisoformat(row["from"])
        if before is not None and not changed(row, before):
            continue
        if before is not None:
            give_way(before, starts, by=by, now=now)
        said = {name: row[name] for name in SAID}
        fact = f"{row['decision']}#{row['number']}"[:64]
        line = {"decision": row["decision"], "number": row["number"], "valid_from": starts}
        enter(CatalogueEntry(fact=fact, **line, **said), by=by, now=now)
        written += 1
    ends = {row["decision"]: date.fromisoformat(row["from"]) for row in rows}
    for (decision, _), left in known.items():
        give_way(left, ends[decision], by=by, now=now)
    return written, len(known), _link_by_name(rows, by=by, now=now)


@transaction.atomic
def link_item(
    item: str, decision: str, number: str, *, how: str, starts: date, by: str, now: datetime
) -> CatalogueLink:
    """挂接目录 Say that an item is a line of the catalogue. Refuses a line that is not there, and one linked already."""
    if not Item.objects.filter(code=item).exists():
        raise Absent("这个事项")
    if not CatalogueEntry.objects.known().filter(decision=decision, number=number).exists():
        cure = "核对文号和省序号；目录没有导入的，先导入。"
        raise refuse("catalogue-line-unknown", f"{decision}里没有第 {number} 项。", "", cure)
    fact = f"{item[:30]}@{decision[:24]}#{number}"[:64]
    if CatalogueLink.objects.known().filter(fact=fact, valid_to=None).exists():
        raise refuse("catalogue-linked", f"已经挂接在{decision}第 {number} 项。", "", "挂错的，先取消那一条。")
    link = CatalogueLink(item_id=item, decision=decision, number=number, how=how[:64], valid_from=starts)
    link.fact = fact
    return enter(link, by=by, now=now)


@transaction.atomic
def unlink_item(item: str, fact: str, *, ends: date, by: str, now: datetime) -> None:
    """取消挂接 Let a link end on a day. Raises `Absent`."""
    link = CatalogueLink.objects.select_for_update().known().filter(item=item, fact=fact, valid_to=None).first()
    if link is None:
        raise Absent("这条挂接")
    give_way(link, ends, by=by, now=now)


def likely(rows: Sequence[Mapping[str, Any]]) -> dict[tuple[str, str], tuple[str, str, bool]]:
    """Return for lines of a catalogue the item that each seems to be: (code, name, sure); `sure` when the names are the same.

    Only one item each; a line that several items could be is left to a person.
    """
    items = list(Item.objects.order_by("code").values_list("code", "name"))
    by_name: dict[str, list[tuple[str, str]]] = {}
    for code, name in items:
        by_name.setdefault(bare(name), []).append((code, name))
    pairs = [(code, name, set(bigrams(bare(name)).split())) for code, name in items]
    found = {}
    for row in rows:
        same = by_name.get(bare(row["name"]), [])
        if len(same) == 1:
            found[_key(row)] = (*same[0], True)
        elif not same and (near := _nearest(row["name"], pairs)):
            found[_key(row)] = (*near, False)
    return found


def changed(row: Mapping[str, Any], before: CatalogueEntry) -> bool:
    """Tell whether a line says something else than before."""
    return any(row[name] != getattr(before, name) for name in SAID if name != "position")


def bare(name: str) -> str:
    """Return a name without what lists add to it.

    >>> bare("对擅自倾倒建筑垃圾的行政处罚"), bare("擅自倾倒 建筑垃圾")
    ('擅自倾倒建筑垃圾', '擅自倾倒建筑垃圾')
    """
    return DECORATION.sub("", unicodedata.normalize("NFKC", name).strip())


def _standing(decisions: Iterable[str]) -> dict[tuple[str, str], CatalogueEntry]:
    rows = CatalogueEntry.objects.select_for_update().known().filter(decision__in=set(decisions), valid_to=None)
    return {(row.decision, row.number): row for row in rows}


def _link_by_name(rows: Sequence[Mapping[str, Any]], *, by: str, now: datetime) -> int:
    linked = {(row.decision, row.number) for row in CatalogueLink.objects.known().filter(valid_to=None)}
    starts = {_key(row): date.fromisoformat(row["from"]) for row in rows}
    count = 0
    for line, (code, _, sure) in likely(rows).items():
        if sure and line not in linked:
            link_item(code, *line, how="名称相同", starts=starts[line], by=by, now=now)
            count += 1
    return count


def _nearest(name: str, items: Sequence[tuple[str, str, set[str]]]) -> tuple[str, str] | None:
    """Return the one item whose name is far more alike than every other's, if it is alike enough."""
    wanted = set(bigrams(bare(name)).split())
    scored = sorted(((_alike(wanted, pairs), code, other) for code, other, pairs in items), reverse=True)[:2]
    if not scored or scored[0][0] < ALIKE or (len(scored) > 1 and scored[1][0] == scored[0][0]):
        return None
    return scored[0][1], scored[0][2]


def _alike(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _key(row: Mapping[str, Any]) -> tuple[str, str]:
    return row["decision"], row["number"]
