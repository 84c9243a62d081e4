"""导入事项 Items as official lists publish them: number, name, kind, domain, owner, bases in one cell."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from yizhi.desk.bodies.models import Body
from yizhi.rules.bigrams import bigrams
from yizhi.rules.citing import Bases, Basis, Verdict, number_of, read_bases, read_quotes

from ..actions import enter_items
from ..citations import check_deeds
from ..models import Item, ItemVersion
from ..texts import Texts, in_force_since, texts_of
from .dates import read_date
from .table import Column, Row, Table

KINDS: Mapping[str, str] = {
    "行政处罚": ItemVersion.Kind.PENALTY,
    "处罚": ItemVersion.Kind.PENALTY,
    "行政强制": ItemVersion.Kind.COERCION,
    "行政强制措施": ItemVersion.Kind.COERCION,
    "强制": ItemVersion.Kind.COERCION,
    "行政检查": ItemVersion.Kind.INSPECTION,
    "检查": ItemVersion.Kind.INSPECTION,
    "行政许可": ItemVersion.Kind.OTHER,
    "行政确认": ItemVersion.Kind.OTHER,
    "行政给付": ItemVersion.Kind.OTHER,
    "行政奖励": ItemVersion.Kind.OTHER,
    "行政裁决": ItemVersion.Kind.OTHER,
    "行政征收": ItemVersion.Kind.OTHER,
    "其他行政权力": ItemVersion.Kind.OTHER,
    "其他": ItemVersion.Kind.OTHER,
}
LONGEST_NAME = 255
QUOTE = 200
MOST_PARTS = 1_000
NUMBERED = re.compile(r"[(第]?\s*(\d{1,9})\s*[).、项号]*")


class ItemReader:
    """Reads items; the owner is found by the department's name or, where lists name another county's, by the domain."""

    kind = "items"
    title = "导入事项"
    columns: tuple[Column, ...] = (
        Column("number", ("序号", "省序号", "编号"), numeric=True, note="目录里的序号，整数", parted_by="part"),
        Column("code", ("事项编码", "编码", "权力编码", "职权编码", "基本编码"), note="没有的，按序号编"),
        Column(
            "name",
            ("事项名称", "权力名称", "权力名称(主项)", "权力名称主项", "职权名称", "项目名称", "执法事项名称"),
            required=True,
            note="官方名称",
            parted_by="part",
        ),
        Column("part", ("权力名称(子项)", "权力名称子项", "子项", "子项名称"), note="有子项的，一个子项一行"),
        Column(
            "kind",
            ("权力类型", "职权类型", "执法类别", "事项类型", "类型"),
            required=True,
            note="行政处罚、行政强制、行政检查或者其他",
            shared=True,
        ),
        Column("domain", ("所属领域", "领域", "执法门类", "执法领域"), note="没有的，按实施部门认", shared=True),
        Column(
            "owner",
            ("原实施部门", "实施部门", "法定实施主体", "承办机构", "实施主体", "部门"),
            note="部门全称、简称，或者按领域认",
            shared=True,
        ),
        Column(
            "bases",
            ("设定依据", "实施依据", "主要设立依据", "法律依据", "依据"),
            note="《名称》第几条第几款第（几）项，几部用分号隔开",
            goes_on=True,
        ),
        Column(
            "quotes",
            ("现行文本核对(法条首句)", "条文内容", "法条原文", "依据原文"),
            note="《名称》第几条：条文",
            goes_on=True,
        ),
        Column("effective", ("依据施行日期", "施行日期"), note="依据的施行日；导入过文本的，从文本取"),
        Column("deed", ("违法情形", "违法行为"), note="违法行为的描述", goes_on=True),
        Column("penalty_range", ("处罚幅度", "处罚内容"), note="罚款的幅度", goes_on=True),
        Column("from", ("生效日期", "起始日期"), note="清单的生效日；没有的，从导入当日起"),
        Column("note", ("备注",), goes_on=True),
    )

    def parse(self, table: Table) -> list[dict[str, Any]]:
        """Return the items; citations are checked against the imported texts and named, they do not keep the file out."""
        read = [(row, _with_quotes(row)) for row in table.rows]
        reading = _Reading(texts_of({basis.law for _, bases in read for basis in bases.bases}))
        checked = check_deeds([(bases.bases, row.get("name")) for row, bases in read], table.on)
        return [reading.item(row, bases, verdicts) for (row, bases), verdicts in zip(read, checked, strict=True)]

    def compare(self, rows: Sequence[Mapping[str, Any]]) -> tuple[int, int, int]:
        """Return how many items are new, changed and the same as what is in force."""
        known = {row.item_id: row for row in ItemVersion.objects.known().filter(valid_to=None)}
        same = sum(row["code"] in known and not _changes(row, known[row["code"]]) for row in rows)
        new = sum(row["code"] not in known for row in rows)
        return new, len(rows) - new - same, same

    def write(self, rows: Sequence[Mapping[str, Any]], *, by: str, now: datetime) -> str:
        """Write new items and new versions of changed ones; the same stays untouched."""
        known = {row.item_id: row for row in ItemVersion.objects.known().filter(valid_to=None)}
        pairs = [(row, known.get(row["code"])) for row in rows]
        changed = [row for row, version in pairs if version is None or _changes(row, version)]
        written = len(enter_items(changed, by=by, now=now))
        return f"写入了 {written} 个事项，{len(rows) - written} 个没有变化。"


class _Reading:
    """One file while it is read. What would be said of every row alike is said once, at the first."""

    def __init__(self, texts: Texts) -> None:
        kinds = [Body.Kind.DEPARTMENT, Body.Kind.TOWN]
        self.bodies = list(Body.objects.filter(kind__in=kinds).order_by("code"))
        self.texts = texts
        self.seen: dict[str, int] = {}
        self.told: set[tuple[str, ...]] = set()
        self.by_name: dict[str, dict[int | None, str]] = {}
        self.by_number: dict[int | None, tuple[str, str]] = {}
        for code, number, name in Item.objects.order_by("-code").values_list("code", "source_number", "name"):
            self.by_name.setdefault(name, {})[number] = code
            if number is not None:
                self.by_number[number] = (code, name)

    def item(self, row: Row, bases: Bases, verdicts: Sequence[Verdict]) -> dict[str, Any]:
        """Return one item as `actions.enter_item` takes it."""
        number, part = _number(row), row.get("part").strip()
        if part:
            row.values["note"] = "；".join(filter(None, (f"主项：{row.get('name')}", row.get("note"))))
            row.values["name"] = part
        if len(row.get("name")) > LONGEST_NAME:
            sentence = f"事项名称有 {len(row.get('name'))} 个字，最多 {LONGEST_NAME} 个。"
            row.bad("name-too-long", "name", sentence, "写官方名称，情形写在“违法情形”。")
        for words in bases.unread:
            cure = "写成《名称》第几条第几款第（几）项。"
            row.find("ask", "basis-unread", "bases", f"“{words}”没有读懂，没有作为依据。", cure, words)
        owner, domain = self._owner(row)
        kind = KINDS.get(row.get("kind").strip(), "")
        if row.get("kind").strip() and not kind:
            row.bad("kind-unknown", "kind", "这个权力类型不认识。", f"可以写：{'、'.join(KINDS)}。")
        return {
            "code": self._code(row, number)[:64],
            "source_number": number,
            "name": row.get("name"),
            "kind": str(kind),
            "domain": domain,
            "owner": owner,
            "bases": list(self._bases(row, bases.bases, verdicts)),
            "deed": row.get("deed"),
            "penalty_range": row.get("penalty_range")[:500],
            "note": row.get("note"),
            "from": read_date(row, "from"),
        }

    def _code(self, row: Row, number: int | None) -> str:
        given = row.get("code").strip()
        code = given or self._known_code(row, number) or (f"item-{number:04d}" if number is not None else "")
        if not code:
            key = "number" if "number" in row.letters else "name"
            row.bad("cell-empty", key, "没有序号，也没有编码。", "补上序号或者编码。")
        elif code in self.seen and row.get("part") and not given:
            code = next(f"{code}-{count}" for count in range(2, MOST_PARTS) if f"{code}-{count}" not in self.seen)
            self.seen[code] = row.number
        elif code in self.seen:
            key = "code" if given else "number"
            row.bad("number-twice", key, f"与第 {self.seen[code]} 行重复。", "一个事项只留一行。")
        else:
            self.seen[code] = row.number
        return code

    def _known_code(self, row: Row, number: int | None) -> str:
        """Return the code of the item already known by this number and name, by this name alone, or by this number renamed."""
        name = row.get("name")
        named = self.by_name.get(name, {})
        if number in named:
            return named[number]
        if len(named) == 1:
            return next(iter(named.values()))
        code, other = self.by_number.get(number, ("", "")) if number is not None else ("", "")
        if code and not _alike(name, other):
            row.bad(
                "number-taken", "number", f"序号 {number} 已经是另一个事项：{other}。", "加一列事项编码，或者改序号。"
            )
        return code

    def _owner(self, row: Row) -> tuple[str, str]:
        """Return the owner's code and the domain; a body that cannot be told is a bad cell."""
        named, domain = row.get("owner").strip(), row.get("domain").strip()
        if not domain and not named:
            domain = next((body.domain for body in self.bodies if body.domain and body.domain in row.section), "")
        exact = [body for body in self.bodies if named and named in (body.name, body.short_name, body.code)]
        departments = [body for body in self.bodies if body.kind == Body.Kind.DEPARTMENT]
        found = exact or [body for body in departments if domain and body.domain == domain]
        if len(found) != 1:
            key = "owner" if "owner" in row.letters else "domain"
            many = "对得上的部门不止一个" if found else "没有对得上的部门"
            sentence = f"{many}（部门“{named or '空'}”，领域“{domain or '空'}”）。"
            row.bad("owner-unknown", key, sentence, "写已录入的部门全称，或者部门所管的领域。")
            return "", domain
        if named and not exact and self._first("owner", named, domain):
            sentence = f"“{named}”按领域认作{found[0].name}，以下相同。"
            row.find("note", "owner-by-domain", "owner", sentence, "不对的，写已录入的部门全称。")
        return found[0].code, domain or found[0].domain

    def _bases(self, row: Row, bases: Sequence[Basis], verdicts: Sequence[Verdict]) -> Iterator[dict[str, Any]]:
        given = read_date(row, "effective")
        for basis, verdict in zip(bases, verdicts, strict=True):
            if not verdict.right and (verdict.state != "no-text" or self._first("no-text", basis.law)):
                row.find("ask", f"citation-{verdict.state}", "bases", verdict.sentence, verdict.cure, str(basis))
            effective = given or in_force_since(basis.law, self.texts, None)
            if effective is None and self._first("no-date", basis.law):
                sentence = f"不知道《{basis.law}》的施行日期，补上之前不能据以处理。"
                cure = "填“依据施行日期”，或者先导入文本。"
                row.find("ask", "basis-without-date", "bases", sentence, cure, str(basis))
            said = {"year": basis.year, "doubted": basis.doubted, "quoted": basis.quoted}
            told = {key: value for key, value in said.items() if value}
            yield {
                "law": basis.law,
                "article": basis.article,
                "effective": effective,
                "expiry": None,
                "note": "",
                **told,
            }

    def _first(self, *what: str) -> bool:
        """Tell whether this is said for the first time."""
        new = what not in self.told
        self.told.add(what)
        return new


def _with_quotes(row: Row) -> Bases:
    """Return what a row cites, each article with the words that the list itself quotes of it."""
    read, quotes = read_bases(row.get("bases")), read_quotes(row.get("quotes"))
    quoted = (replace(each, quoted=quotes.get((each.law, number_of(each.article)), "")[:QUOTE]) for each in read.bases)
    return Bases(tuple(quoted), read.unread)


def _alike(one: str, other: str) -> bool:
    """Tell whether two names may be of one item: at least half of the pairs of characters of the shorter are shared."""
    first, second = set(bigrams(one).split()), set(bigrams(other).split())
    return bool(first and second) and len(first & second) * 2 >= min(len(first), len(second))


def _number(row: Row) -> int | None:
    """Return the number of a row, also written 1、 or （1）; what is no number is a bad cell."""
    text = row.get("number")
    if not text:
        return None
    found = NUMBERED.fullmatch(text)
    if found is None:
        row.bad("number-unreadable", "number", "序号不是整数。", "写成 1、2、3。")
        return None
    return int(found[1])


def _changes(row: Mapping[str, Any], version: ItemVersion) -> bool:
    new = {key: row[key] for key in ("name", "kind", "domain", "bases", "deed", "penalty_range", "note")}
    old = {key: getattr(version, key) for key in new}
    return new != old or row["owner"] != version.owner_id
