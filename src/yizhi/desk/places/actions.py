"""区划与片区 Setting up areas and moving towns between them. Memberships are dated; what was true stays as it was."""

from datetime import date, datetime
from typing import TypeVar

from django.db import IntegrityError, transaction

from yizhi.desk.record.facts import check_span, correct, enter, fact_code
from yizhi.desk.record.keeping import PLACE_KEEPERS, Keeper, permit
from yizhi.rules.refusal import Absent, bad_input, refuse

from .models import Area, County, Membership, Town, Village
from .queries import memberships_of

Row = TypeVar("Row", Area, Town, Village)


def enter_county(*, by: Keeper, code: str, name: str) -> County:
    """Enter the county, once; the same code again gives the county that is there."""
    permit(by, PLACE_KEEPERS)
    return County.objects.get_or_create(code=_digits(code, 6, "县的区划代码"), defaults={"name": name})[0]


def enter_town(*, by: Keeper, code: str, name: str, kind: str) -> Town:
    """Enter a town by its nine-digit code, whose first six digits are the county's (`county-missing` otherwise)."""
    permit(by, PLACE_KEEPERS)
    county = County.objects.filter(pk=_digits(code, 9, "镇（街道）代码")[:6]).first()
    if county is None:
        raise bad_input("code", f"还没有登记代码为 {code[:6]} 的县。", "先登记县，或者核对前 6 位。", "county-missing")
    return _fresh(Town(code=code, county=county, name=name, kind=kind), "镇（街道）")


def enter_village(*, by: Keeper, code: str, name: str) -> Village:
    """Enter a village by its twelve-digit code, whose first nine digits are the town's (`town-missing` otherwise)."""
    permit(by, PLACE_KEEPERS)
    town = Town.objects.filter(pk=_digits(code, 12, "村（社区）代码")[:9]).first()
    if town is None:
        raise bad_input(
            "code", f"还没有登记代码为 {code[:9]} 的镇（街道）。", "先登记镇（街道），或者核对前 9 位。", "town-missing"
        )
    return _fresh(Village(code=code, town=town, name=name), "村（社区）")


def enter_area(
    *, by: Keeper, code: str, name: str, centre_town: str, valid_from: date, now: datetime, illustrative: bool = False
) -> Area:
    """设片区 Set up an area around its centre town, which belongs to it from `valid_from` on.

    Refuses a code that is taken (`code-taken`) and a centre town that belongs to another area (`town-in-other-area`).
    """
    permit(by, PLACE_KEEPERS)
    centre = _town(centre_town)
    with transaction.atomic():
        area = _fresh(
            Area(code=code, county=centre.county, name=name, centre_town=centre, illustrative=illustrative), "片区"
        )
        enter_membership(by=by, area=area.pk, town=centre.pk, valid_from=valid_from, now=now)
    return area


def enter_membership(
    *, by: Keeper, area: str, town: str, valid_from: date, now: datetime, valid_to: date | None = None
) -> Membership:
    """Enter that a town belongs to an area during [valid_from, valid_to).

    A town belongs to one area at a time: an interval that meets another one is refused (`town-in-other-area`).
    """
    permit(by, PLACE_KEEPERS)
    check_span(valid_from, valid_to)
    row = Membership(fact=fact_code("m"), area=_area(area), town=_town(town), valid_from=valid_from, valid_to=valid_to)
    _refuse_meeting(row)
    return enter(row, by=by.account, now=now)


def correct_membership(*, by: Keeper, fact: str, valid_from: date, valid_to: date | None, now: datetime) -> Membership:
    """Correct the interval of a membership; what was known until now stays known as of then."""
    permit(by, PLACE_KEEPERS)
    with transaction.atomic():
        row = correct(
            Membership, fact, what="这条片区成员记录", by=by.account, now=now, valid_from=valid_from, valid_to=valid_to
        )
        _refuse_meeting(row)
    return row


def change_membership(*, by: Keeper, town: str, area: str, on: date, now: datetime) -> Membership | None:
    """调整成员镇 Let a town belong to `area` (no area when empty) from the day `on`: end what holds, then enter what follows.

    Refuses a change that changes nothing (`membership-unchanged`) and one before a change already entered (`membership-later-known`).
    """
    permit(by, PLACE_KEEPERS)
    known = list(memberships_of(_town(town).pk))
    later = next((row for row in known if row.valid_from > on), None)
    if later is not None:
        cure = "先更正后面那一条，再改这一天。"
        raise refuse(
            "membership-later-known",
            f"{later.valid_from:%Y年%m月%d日}起已经另有安排（{later.area.name}）。",
            cure=cure,
            about="on",
        )
    held = next((row for row in known if row.valid_to is None or row.valid_to > on), None)
    if (held.area_id if held else "") == area:
        raise refuse(
            "membership-unchanged", "这一天本来就是这样，没有改动。", cure="核对镇、片区和日期。", about="area"
        )
    with transaction.atomic():
        if held is not None and held.valid_from == on and area:
            return correct(
                Membership, held.fact, what="这条片区成员记录", by=by.account, now=now, area_id=_area(area).pk
            )
        if held is not None:
            correct(Membership, held.fact, what="这条片区成员记录", by=by.account, now=now, valid_to=on)
        return enter_membership(by=by, area=area, town=town, valid_from=on, now=now) if area else None


def _refuse_meeting(row: Membership) -> None:
    for other in memberships_of(row.town_id).exclude(fact=row.fact):
        before = row.valid_to is not None and row.valid_to <= other.valid_from
        after = other.valid_to is not None and other.valid_to <= row.valid_from
        if not before and not after:
            sentence = (
                f"{row.town.name}自{other.valid_from:%Y年%m月%d日}起属于{other.area.name}，一个镇同一天只属于一个片区。"
            )
            raise refuse("town-in-other-area", sentence, "", "先写明原片区的止日，再写新片区的起日。", "town")


def _fresh(row: Row, what: str) -> Row:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as fault:
        raise bad_input(
            "code", f"代码 {row.pk} 的{what}已经登记。", "核对代码；已经登记的不用再登记。", "code-taken"
        ) from fault
    return row


def _town(code: str) -> Town:
    found = Town.objects.filter(pk=code).select_related("county").first()
    if found is None:
        raise bad_input("town", "没有这个镇（街道）。", "从列表里选。", "town-missing")
    return found


def _area(code: str) -> Area:
    found = Area.objects.filter(pk=code).first()
    if found is None:
        raise Absent("这个片区")
    return found


def _digits(code: str, length: int, what: str) -> str:
    if len(code) != length or not (code.isascii() and code.isdecimal()):
        raise bad_input("code", f"{what}是 {length} 位数字。", "按国家统计局的区划代码填写。", "place-code")
    return code
