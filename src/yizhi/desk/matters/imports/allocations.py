"""导入权属 Which town takes over which item: item by code, number or name; several towns in one cell."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from django.utils import timezone

from yizhi.desk.places.models import Town

from ..actions import enter_and_correct
from ..correcting import correction_faults
from ..granting import Grant, faults_together
from ..models import Allocation, Item
from .dates import read_date
from .table import Column, Row, Table

MODES: Mapping[str, str] = {
    "法定": Allocation.Mode.STATUTORY,
    "镇法定": Allocation.Mode.STATUTORY,
    "赋权": Allocation.Mode.CONFERRAL,
    "委托": Allocation.Mode.ENTRUSTMENT,
}
BODIES = {
    "": "",
    "部门": "department",
    "市级部门": "department",
    "原实施部门": "department",
    "镇": "town",
    "镇街": "town",
    "镇(街道)": "town",
}
RECALLS = {"": "", "续办": "continue", "继续办理": "continue", "移送": "transfer"}
YES = frozenset({"是", "有", "true", "1", "√"})
EVERY_TOWN = frozenset({"各镇", "各镇街", "各镇(街道)", "各乡镇(街道)", "全部", "全部镇(街道)", "所有镇(街道)", "全市"})
PARTED = re.compile(r"[、,，;；/\s]+")
DRAFTED = datetime.fromtimestamp(0, UTC)
FAULTY = {
    "conferral-without-decision": "decision",
    "entrustment-without-basis": "basis",
    "conferral-outside-catalogue": "name",
    "correction-without-reason": "why",
    "correction-takes-power": "valid_to",
    "correction-gives-power": "valid_from",
    "correction-settles-cases": "on_recall",
}
JOINING = re.compile(r"和|及|与|以及|等\d*个?(?:镇|乡镇|街道)*|[()]")
LEFT_OUT = re.compile(r"除(.+?)(?:以外|之外|外)|[(（]([^()（）]+?)除外[)）]")
DAYS = ("valid_from", "valid_to", "published_on", "transition_until")

# Which item, and which towns take it over: what `Known` reads, first in every table that gives powers or takes them back.
ITEM_AND_TOWNS = (
    Column(
        "number", ("省序号", "序号", "事项序号"), numeric=True, note="目录里的序号；与编码、名称有一样就行", shared=True
    ),
    Column("code", ("事项编码", "编码", "权力编码"), shared=True),
    Column("name", ("权力名称", "事项名称", "权力名称(主项)", "权力名称主项"), shared=True),
    Column(
        "towns",
        ("承接乡镇(街道)", "承接镇(街道)", "承接镇街", "镇(街道)", "镇街", "乡镇"),
        required=True,
        note="几个镇用顿号隔开；各镇（街道）是全部",
        shared=True,
    ),
)


class AllocationReader:
    """Reads allocations; what the law does not let count is named before anything is written."""

    kind = "allocations"
    title = "导入权属"
    columns: tuple[Column, ...] = (
        *ITEM_AND_TOWNS,
        Column("mode", ("方式", "权属", "权属方式"), note="法定、赋权、委托；空着是赋权", shared=True),
        Column(
            "valid_from", ("起始日期", "生效日期", "承接日期", "起"), required=True, note="生效的第一天", shared=True
        ),
        Column("valid_to", ("终止日期", "失效日期", "止"), note="失效的第一天；一直有效的空着", shared=True),
        Column("published_on", ("公布日期", "公告日期", "公布日"), note="赋权、委托公布之后才作数", shared=True),
        Column("decision", ("省级决定", "赋权决定", "赋权文号"), note="赋权必填", shared=True),
        Column("basis", ("委托依据",), note="委托必填：法律、法规或者规章", shared=True),
        Column("letter", ("文书", "委托书", "委托书编号"), note="委托必填", shared=True),
        Column("transition_until", ("过渡期止", "过渡期截止"), note="过渡期后的第一天", shared=True),
        Column("transition_body", ("过渡期实施主体", "过渡期由谁实施"), note="部门或者镇（街道）", shared=True),
        Column("on_recall", ("收回时在办案件", "在办案件"), note="续办或者移送", shared=True),
        Column("coercion", ("一并赋予强制措施", "强制措施"), note="是或者否", shared=True),
        Column(
            "why", ("更正理由", "为什么更正"), note="改已有的权属必填：哪里录错了；赋予、收回走赋权批次", shared=True
        ),
    )

    def parse(self, table: Table) -> list[dict[str, Any]]:
        """Return one row an item and town, naming items and towns that are not known and what may not be entered."""
        found = Known()
        grants: list[tuple[Row, Grant]] = []
        seen: dict[Any, tuple[str, int]] = {}
        for row in table.rows:
            item = found.item(row)
            for town in found.towns(row):
                grant = _grant(row, item, town)
                if grant is not None and _first(row, grant, seen):
                    grants.append((row, grant))
        _name_faults(grants, datetime.combine(table.on, time.max, timezone.get_current_timezone()))
        return [_plain(grant) for _, grant in grants]

    def compare(self, rows: Sequence[Mapping[str, Any]]) -> tuple[int, int, int]:
        """Return how many allocations are new, changed and the same as what is known."""
        known = _by_place()
        pairs = [(row, known.get(_place(row))) for row in rows]
        same = sum(before is not None and _same(row, before) for row, before in pairs)
        new = sum(before is None for _, before in pairs)
        return new, len(rows) - new - same, same

    def write(self, rows: Sequence[Mapping[str, Any]], *, by: str, now: datetime) -> str:
        """Write new allocations, and corrections of those of the same item, town, mode and first day."""
        known = _by_place()
        pairs = [(row, known.get(_place(row))) for row in rows]
        given = [
            (before.fact if before else "", _read(row))
            for row, before in pairs
            if before is None or not _same(row, before)
        ]
        written = len(enter_and_correct(given, by=by, now=now))
        return f"写入了 {written} 条权属，{len(rows) - written} 条没有变化。"


class Known:
    """The items and towns that a file may name."""

    def __init__(self) -> None:
        items = list(Item.objects.values_list("code", "source_number", "name"))
        self.codes = {code for code, _, _ in items}
        self.numbers = {number: code for code, number, _ in items if number is not None}
        self.names: dict[str, list[str]] = {}
        for code, _, name in items:
            self.names.setdefault(_bare(name), []).append(code)
        self.town_codes = {name: code for code, name in Town.objects.order_by("code").values_list("code", "name")}

    def item(self, row: Row) -> str:
        """Return the item's code; by code, else by name, else by number. An unknown one is a bad cell."""
        code, name, number = row.get("code").strip(), _bare(row.get("name")), row.get("number")
        if code in self.codes:
            return code
        named = self.names.get(name, [])
        if len(named) == 1:
            return named[0]
        if not code and number.isdecimal() and int(number) in self.numbers and not (name and not named):
            return self.numbers[int(number)]
        key = next((key for key in ("code", "name", "number") if row.get(key)), "towns")
        many = "有几个同名的事项，要写编码。" if named else "目录里没有这个事项。"
        row.bad("item-unknown", key, many, "先导入事项，或者改正编码、名称、序号。")
        return ""

    def towns(self, row: Row) -> list[str]:
        """Return the codes of the towns in one cell; whatever is no town's name is a bad cell."""
        text = unicodedata.normalize("NFKC", row.get("towns")).strip()
        without, left_out = _without_those_left_out(text)
        every = without in EVERY_TOWN or not without
        codes, rest = (list(self.town_codes.values()), "") if every and (left_out or text) else self._named(without)
        out, unread = self._named(left_out)
        for name in (part for part in PARTED.split(f"{rest} {unread}") if part):
            row.find(
                "stop", "town-unknown", "towns", f"“{name}”不是本县的镇（街道）。", "写全称，几个用顿号隔开。", name
            )
        return [code for code in codes if code not in out]

    def _named(self, text: str) -> tuple[list[str], str]:
        """Return the towns named anywhere in a text, in its order, and what is left of the text; longer names first."""
        places: dict[int, str] = {}
        for name in sorted(self.town_codes, key=len, reverse=True):
            for written in (f"{name}人民政府", f"{name}办事处", name):
                while (at := text.find(written)) >= 0:
                    places[at] = self.town_codes[name]
                    text = text[:at] + " " * len(written) + text[at + len(written) :]
        for code in self.town_codes.values():
            while (at := text.find(code)) >= 0:
                places[at] = code
                text = text[:at] + " " * len(code) + text[at + len(code) :]
        return list(dict.fromkeys(places[at] for at in sorted(places))), JOINING.sub(" ", text)


def _without_those_left_out(text: str) -> tuple[str, str]:
    """Return the text without its exception, and the exception: 各镇(甲镇除外), 除甲镇、乙镇外的各镇."""
    found = LEFT_OUT.search(text)
    if found is None:
        return text, ""
    return (text[: found.start()] + text[found.end() :]).strip("()、,，的 "), found[1] or found[2]


def _grant(row: Row, item: str, town: str) -> Grant | None:
    days = {key: read_date(row, key) for key in DAYS}
    chosen = {
        "mode": _choice(row, "mode", {"": Allocation.Mode.CONFERRAL, **MODES}),
        "transition_body": _choice(row, "transition_body", BODIES),
        "on_recall": _choice(row, "on_recall", RECALLS),
    }
    if not item or days["valid_from"] is None or None in chosen.values():
        return None
    return _read({**days, **chosen, "item": item, "town": town, **_texts(row), "coercion": row.get("coercion") in YES})


def _first(row: Row, grant: Grant, seen: dict[Any, tuple[str, int]]) -> bool:
    """Tell whether no row above says the same of this item and town; a second one is a bad cell."""
    place = _place(_plain(grant))
    above = seen.setdefault(place, (row.sheet, row.number))
    if above == (row.sheet, row.number):
        return True
    row.bad("allocation-twice", "towns", f"与第 {above[1]} 行是同一事项、同一镇（街道）、同一起日。", "只留一行。")
    return False


def _texts(row: Row) -> dict[str, str]:
    return {key: row.get(key).strip()[:128] for key in ("decision", "basis", "letter", "why")}


def _choice(row: Row, key: str, words: Mapping[str, Any]) -> str | None:
    text = unicodedata.normalize("NFKC", row.get(key)).strip()
    if text not in words:
        known = "、".join(word for word in words if word)
        row.bad(f"{key.replace('_', '-')}-unknown", key, "这个写法不认识。", f"可以写：{known}。")
        return None
    return str(words[text])


def _name_faults(grants: Sequence[tuple[Row, Grant]], now: datetime) -> None:
    """Name what may not be entered, each grant beside the others of the file for the same item and town."""
    known = _by_place()
    befores = [known.get(_place(_plain(grant))) for _, grant in grants]
    given = [(before.fact if before else "", grant) for before, (_, grant) in zip(befores, grants, strict=True)]
    said_anew = [
        (fact if before and not _same(_plain(grant), before) else "", grant)
        for before, (fact, grant) in zip(befores, given, strict=True)
    ]
    faults = zip(faults_together(given, DRAFTED), correction_faults(said_anew, now), strict=True)
    for (row, _), (entering, correcting) in zip(grants, faults, strict=True):
        for reason in (*entering, *correcting):
            key = FAULTY.get(reason.code, "towns")
            article = f"（{reason.article}）" if reason.article else ""
            row.bad(reason.code, key if key in row.letters else "towns", f"{reason.sentence}{article}", reason.cure)


def _by_place() -> dict[tuple[str, str, str, str], Allocation]:
    rows = Allocation.objects.known()
    return {(row.item_id, row.town_id, row.mode, row.valid_from.isoformat()): row for row in rows}


def _place(row: Mapping[str, Any]) -> tuple[str, str, str, str]:
    return row["item"], row["town"], row["mode"], row["valid_from"]


def _plain(grant: Grant) -> dict[str, Any]:
    values = {name: getattr(grant, name) for name in Grant.__dataclass_fields__}
    return {
        name: value.isoformat() if isinstance(value, date) else str(value) if name == "mode" else value
        for name, value in values.items()
    }


def _read(row: Mapping[str, Any]) -> Grant:
    days = {key: date.fromisoformat(row[key]) if row[key] else None for key in DAYS}
    return Grant(**{**row, **days})


def _same(row: Mapping[str, Any], before: Allocation) -> bool:
    grant = _read(row)
    names = [name for name in Grant.__dataclass_fields__ if name not in ("item", "town", "why")]
    return all(getattr(grant, name) == getattr(before, name) for name in names)


def _bare(name: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", name))
