"""机关 Entering and correcting bodies, offices and seals. An area team or an office is never a body."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from yizhi.desk.places.models import County, Town
from yizhi.desk.record.facts import check_span
from yizhi.desk.record.keeping import BODY_KEEPERS, Keeper, permit
from yizhi.rules.authority.entry import not_a_body
from yizhi.rules.authority.facts import Body as BodyFact
from yizhi.rules.refusal import Reason, Refusal, bad_input, refuse

from .models import Body, Office, Seal
from .queries import body as found_body
from .standing import wait_for_confirmation

CHANGEABLE = frozenset(
    {"name", "short_name", "parent", "domain", "paper_prefix", "address", "phone", "court", "payee", "payee_address"}
)


def enter_body(
    *,
    by: Keeper,
    code: str,
    county: str,
    kind: str,
    name: str,
    short_name: str,
    now: datetime,
    town: str = "",
    **more: Any,
) -> Body:
    """登记机关 Enter an authority body; `more` are the columns that may be corrected later. Until the justice office confirms it, it decides nothing.

    Refuses a team or an office (`team-not-a-body`), a town's body without its town, and a code or name that is taken.
    """
    permit(by, BODY_KEEPERS)
    if kind not in Body.Kind.values:
        raise bad_input("kind", "机关只有部门、镇（街道）、人民政府三类。", "从列表里选。", "body-kind")
    home = Town.objects.filter(pk=town).first() if town else None
    if (kind == Body.Kind.TOWN) != (home is not None):
        raise bad_input(
            "town", "镇（街道）的机关要写明是哪个镇；部门和政府不写。", "从列表里选镇（街道）。", "body-town"
        )
    _refuse_team(name)
    place = County.objects.filter(pk=county).first()
    if place is None:
        raise bad_input("county", "还没有登记这个县（市、区）。", "先到“区划”登记。", "county-missing")
    row = Body(code=code, county=place, kind=kind, name=name, short_name=short_name, town=home, **_read(more))
    with transaction.atomic():
        kept = _kept(row, fresh=True)
        wait_for_confirmation(kept, by=by.account, now=now)
    return kept


def correct_body(*, by: Keeper, code: str, changes: Mapping[str, Any]) -> Body:
    """更正机关 Correct what papers issued from now on will show; papers already issued keep what they had.

    `changes` are some of name, short_name, parent (a body's code), domain, paper_prefix, address, phone, court, payee, payee_address.
    """
    permit(by, BODY_KEEPERS)
    row = found_body(code)
    if "name" in changes:
        _refuse_team(str(changes["name"]))
    for name, value in _read(changes).items():
        setattr(row, name, value)
    if row.parent_id == row.pk:
        raise bad_input("parent", "机关不能是自己的复议机关。", "选它的上级：本级人民政府。", "body-own-parent")
    return _kept(row, fresh=False)


def enter_office(*, by: Keeper, body: str, name: str) -> Office:
    """登记内设机构 Enter an office of a body; it never signs anything. The same name again gives the office that is there."""
    permit(by, BODY_KEEPERS)
    return Office.objects.get_or_create(body=found_body(body), name=name)[0]


def enter_seal(*, by: Keeper, body: str, name: str, valid_from: date, valid_to: date | None = None) -> Seal:
    """登记印章 Enter a body's own seal, used during [valid_from, valid_to). Refuses the seal of another body or of a team."""
    permit(by, BODY_KEEPERS)
    check_span(valid_from, valid_to)
    _refuse_team(name)
    owner = found_body(body)
    if owner.name not in name:
        sentence = f"“{name}”不是{owner.name}的印章。"
        cure = "印章名称里要有机关的全称；别的机关的印章登记在它自己名下。"
        raise bad_input("name", sentence, cure, "seal-of-other-body")
    return Seal.objects.create(body=owner, name=name, valid_from=valid_from, valid_to=valid_to)


def end_seal(*, by: Keeper, body: str, seal: int, valid_to: date) -> Seal:
    """停用印章 End the use of a seal; from the day `valid_to` on nothing is sealed with it."""
    permit(by, BODY_KEEPERS)
    row = Seal.objects.filter(pk=seal, body=found_body(body)).first()
    if row is None:
        raise bad_input("seal", "没有这枚印章。", "从列表里选。", "seal-missing")
    check_span(row.valid_from, valid_to)
    row.valid_to = valid_to
    row.save(update_fields=["valid_to"])
    return row


def _refuse_team(name: str) -> None:
    reasons = not_a_body(BodyFact(id="", kind="department", name=name))
    if reasons:
        first = reasons[0]
        raise Refusal([Reason(first.code, first.sentence, first.article, first.severity, first.cure, "name")])
    if "执法队" in name:
        cure = "录入有权作决定的部门或者镇（街道）。"
        raise refuse(
            "team-not-a-body", f"{name}不是行政主体，不能以自己的名义作出决定。", "实施方案 三(四)", cure, "name"
        )


def _read(changes: Mapping[str, Any]) -> dict[str, Any]:
    assert changes.keys() <= CHANGEABLE, f"not a column to correct: {sorted(changes.keys() - CHANGEABLE)}"
    read = dict(changes)
    if "parent" in read:
        read["parent"] = Body.objects.filter(pk=read["parent"]).first() if read["parent"] else None
        if changes["parent"] and (read["parent"] is None or read["parent"].kind != Body.Kind.GOVERNMENT):
            raise bad_input("parent", "复议机关要是已经登记的人民政府。", "先登记人民政府，再选它。", "review-body")
    return read


def _kept(row: Body, *, fresh: bool) -> Body:
    try:
        with transaction.atomic():
            row.save(force_insert=fresh)
    except IntegrityError as fault:
        raise bad_input(
            "name", "这个编号、名称或者镇（街道）已经登记过机关。", "先在列表里查找；已有的直接更正。", "body-taken"
        ) from fault
    return row
