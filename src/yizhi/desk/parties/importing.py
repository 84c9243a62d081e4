"""导入当事人 Reads parties from a table: numbers are checked row by row, and what is registered already is not registered again."""

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.imports.readers import READERS
from yizhi.desk.matters.imports.table import Column, Row, Table
from yizhi.desk.places.models import Town
from yizhi.rules.refusal import Refusal

from .actions import FIXED, Particulars, import_party, read_particulars
from .models import Party

KINDS = {label: value for value, label in Party.Kind.choices} | {
    "个人": "individual",
    "公民": "individual",
    "个体": "self_employed",
}
KEYS = {**{name: (name,) for name in FIXED}, "name": ("name", "address")}
AT_ONCE = 500
TEXTS = ("name", "credit_code", "citizen_id", "legal_representative", "address", "phone")


class PartyReader:
    """Reads parties; each is known afterwards in its town, by the body of that town."""

    kind = "parties"
    title = "导入当事人"
    columns: tuple[Column, ...] = (
        Column("name", ("名称", "名称(姓名)", "姓名", "企业名称", "当事人名称", "市场主体名称"), required=True),
        Column("kind", ("类别", "类型", "当事人类型"), note="企业、个体工商户、其他组织、自然人；空着看号码"),
        Column("credit_code", ("统一社会信用代码", "信用代码", "社会信用代码")),
        Column("citizen_id", ("公民身份号码", "身份证号", "身份证号码"), note="只填自然人"),
        Column("legal_representative", ("法定代表人", "法定代表人(负责人、经营者)", "负责人", "经营者")),
        Column("address", ("住址(住所)", "住所", "地址", "住址", "经营场所")),
        Column("phone", ("电话", "联系电话")),
        Column("town", ("镇(街道)", "所在镇(街道)", "镇街", "乡镇"), required=True, shared=True),
    )

    def parse(self, table: Table) -> list[dict[str, Any]]:
        """Return one row a party, naming unreadable numbers, unknown towns and numbers written twice."""
        towns = _towns()
        seen: dict[str, int] = {}
        rows = []
        for row in table.rows:
            told, town = _told(row), _town(row, towns)
            values = _readable(row, told)
            if values is None or not town:
                continue
            _name_double(row, values, seen)
            rows.append({**{name: getattr(told, name) for name in Particulars.__dataclass_fields__}, "town": town})
        return rows

    def compare(self, rows: Sequence[Mapping[str, Any]]) -> tuple[int, int, int]:
        """Return how many parties are new, changed (never, by a table) and registered already."""
        same = len(_there(rows))
        return len(rows) - same, 0, same

    def write(self, rows: Sequence[Mapping[str, Any]], *, by: str, now: datetime) -> str:
        """Register the parties that are new, and make the others known in the town of their row."""
        fresh = 0
        for row in rows:
            there = _there([row]).get(0)
            fresh += not import_party(
                by=by, told=_particulars(row), town=row["town"], there=there, now=now
            ).known_before
        return f"登记了 {fresh} 个当事人，{len(rows) - fresh} 个原来已经登记。"


def _towns() -> dict[str, str]:
    """Return the towns that have a body, by name and by code: a party is known by the body of its town."""
    held = Town.objects.filter(pk__in=Body.objects.exclude(town=None).values("town"))
    return {name: code for code, name in held.values_list("code", "name")} | {town.pk: town.pk for town in held}


def _told(row: Row) -> Particulars:
    texts = {name: " ".join(row.get(name).split()) for name in TEXTS}
    text = unicodedata.normalize("NFKC", row.get("kind")).strip()
    guess = Party.Kind.INDIVIDUAL if texts["citizen_id"] else Party.Kind.ENTERPRISE
    kind = KINDS.get(text, "") if text else str(guess.value)
    if not kind:
        row.bad("party-kind", "kind", "这个写法不认识。", "可以写：企业、个体工商户、其他组织、自然人。")
    return Particulars(kind=kind or str(Party.Kind.ENTERPRISE.value), **texts)


def _town(row: Row, towns: Mapping[str, str]) -> str:
    code = towns.get(unicodedata.normalize("NFKC", row.get("town")).strip(), "")
    if not code:
        row.bad("town-unknown", "town", "不是本县的镇（街道），或者还没有登记它的机关。", "写全称，例如连山镇。")
    return code


def _readable(row: Row, told: Particulars) -> dict[str, Any] | None:
    try:
        return read_particulars(told)
    except Refusal as refusal:
        for reason in refusal.reasons:
            row.bad(reason.code, reason.about, reason.sentence, reason.cure)
        return None


def _name_double(row: Row, values: Mapping[str, Any], seen: dict[str, int]) -> None:
    number = next((values[name] for name in FIXED if values[name]), "")
    if number and number in seen:
        key = "citizen_id" if values["citizen_id"] else "credit_code"
        row.bad("party-twice", key, f"这个号码在第 {seen[number]} 行已经写过。", "删去重复的一行。")
    elif number:
        seen[number] = row.number


def _there(rows: Sequence[Mapping[str, Any]]) -> dict[int, Party]:
    """Return the parties that rows speak of, by the place of the row: by number; without one, by name and address."""
    read = [read_particulars(_particulars(row)) for row in rows]
    known: dict[tuple[str, ...], Party] = {}
    for name in (*FIXED, "name"):
        wanted = [values[name] for values in read if values[name] and _key(values)[0] == name]
        for at in range(0, len(wanted), AT_ONCE):
            for party in Party.objects.filter(**{f"{name}__in": wanted[at : at + AT_ONCE]}).order_by("-pk"):
                known[(name, *(str(getattr(party, each)) for each in KEYS[name]))] = party
    keys = [_key(values) for values in read]
    return {at: known[key] for at, key in enumerate(keys) if key in known}


def _key(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return by what a party is found again, and with which values."""
    name = next((name for name in FIXED if values[name]), "name")
    return name, *(str(values[each]) for each in KEYS[name])


def _particulars(row: Mapping[str, Any]) -> Particulars:
    return Particulars(**{name: row[name] for name in Particulars.__dataclass_fields__})


READERS["parties"] = PartyReader()
