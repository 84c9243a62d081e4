"""权限归属 Whose power it is on a day: the four states 法定、赋权、委托、派驻行使, and the transition of a conferral."""

from datetime import date, timedelta
from typing import NamedTuple

from yizhi.rules.authority.facts import Allocation, Body, Mode
from yizhi.rules.authority.reasons import (
    CONFERRAL_ABOVE_COUNTY,
    CONFERRAL_NOT_PUBLISHED,
    CONFERRAL_WITHOUT_DECISION,
    ENTRUSTMENT_NOT_PUBLISHED,
    ENTRUSTMENT_WITHOUT_BASIS,
    HOLDER_CONFLICT,
    IN_TRANSITION,
    TRANSITION_BODY_MISSING,
    Finding,
)
from yizhi.rules.authority.world import Place
from yizhi.rules.cite import cite

VILLAGE_BUILD_LAW = "城乡规划法"
VILLAGE_BUILD_ARTICLES = ("第65条", "第六十五条")
MODE_NAMES = {"statutory": "法定", "conferral": "赋权", "entrustment": "委托", "posted": "派驻行使"}


class Holding(NamedTuple):
    """归属 Who holds a power on a day. `body` and `mode` are None while that is not settled; `allocation` gives the mode."""

    body: Body | None
    mode: Mode | None
    allocation: Allocation | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def state(self) -> str:
        """Return the mode, `conflict` for two holders, or `unsettled` for a transition without its body."""
        if self.mode is not None:
            return self.mode
        return "conflict" if any(each.wording is HOLDER_CONFLICT for each in self.findings) else "unsettled"


class Counting(NamedTuple):
    """The allocations that count on a day, by mode and later start last, and why the others were set aside."""

    statutory: tuple[Allocation, ...] = ()
    conferral: tuple[Allocation, ...] = ()
    entrustment: tuple[Allocation, ...] = ()
    findings: tuple[Finding, ...] = ()


def whose_power(place: Place, on: date, town_acts: bool) -> Holding:
    """Return who holds the power on `on`. `town_acts`: at least one of the people named belongs to the town itself."""
    counting = counting_allocations(place, on)
    if counting.statutory or counting.conferral:
        conflict = _conflict(counting, place, on)
        if conflict is not None:
            return Holding(None, None, None, (*counting.findings, conflict))
        if counting.statutory:
            return Holding(place.town, "statutory", counting.statutory[-1], counting.findings)
        return _conferred(counting, place, on, town_acts)
    return owners_power(counting, place, town_acts)


def counting_allocations(place: Place, on: date) -> Counting:
    """Return the allocations in force on `on` that count, and the defects of those set aside."""
    by_mode: dict[str, tuple[Allocation, ...]] = {}
    findings: tuple[Finding, ...] = ()
    for row in place.allocations:
        if not row.covers(on):
            continue
        defects = _defects(row, place, on)
        if defects:
            findings += tuple(defects)
        else:
            by_mode[row.mode] = (*by_mode.get(row.mode, ()), row)
    return Counting(
        by_mode.get("statutory", ()), by_mode.get("conferral", ()), by_mode.get("entrustment", ()), findings
    )


def owners_power(counting: Counting, place: Place, town_acts: bool) -> Holding:
    """部门自己的权力 The owner holds it: by entrustment where one counts and the town's people act, else posted."""
    if counting.entrustment and town_acts:
        return Holding(place.owner, "entrustment", counting.entrustment[-1], counting.findings)
    return Holding(place.owner, "posted", None, counting.findings)


def body_by_transition(conferral: Allocation, place: Place, on: date) -> Body | None:
    """过渡期 Return the body that a conferral gives on `on`; None where the transition does not say."""
    if conferral.transition_until is None or on >= conferral.transition_until:
        return place.town
    return {"department": place.owner, "town": place.town, None: None}[conferral.transition_body]


def _conferred(counting: Counting, place: Place, on: date, town_acts: bool) -> Holding:
    """Return the holding under the conferral in use, by its transition where that still runs."""
    conferral = counting.conferral[-1]
    until = conferral.transition_until
    if until is None or on >= until:
        return Holding(place.town, "conferral", conferral, counting.findings)
    last_day = until - timedelta(days=1)
    body = body_by_transition(conferral, place, on)
    if body is None:
        missing = Finding(TRANSITION_BODY_MISSING, conferral.id, (place.item.name, last_day))
        return Holding(None, None, None, (*counting.findings, missing))
    note = Finding(IN_TRANSITION, conferral.id, (place.item.name, last_day, body.name))
    if conferral.transition_body == "town":
        return Holding(place.town, "conferral", conferral, (*counting.findings, note))
    owners = owners_power(counting, place, town_acts)
    return Holding(owners.body, owners.mode, owners.allocation, (*counting.findings, note))


@cite("行政处罚法", "第25条第2款", "报请共同的上一级行政机关指定管辖")
def _conflict(counting: Counting, place: Place, on: date) -> Finding | None:
    """两个主体 Statutory beside conferral, or conferrals that give different bodies on `on` (no body is different too)."""
    conferrals = counting.conferral
    if not (counting.statutory and conferrals):
        if len(conferrals) < 2:
            return None
        bodies = {body_by_transition(row, place, on) for row in conferrals}
        if len(bodies) < 2:
            return None
    rows = (*counting.statutory, *conferrals)
    named = "、".join(f"{MODE_NAMES[row.mode]} {row.id}" for row in rows)
    return Finding(HOLDER_CONFLICT, place.item.id, (place.item.name, place.town.name, named))


def _defects(row: Allocation, place: Place, on: date) -> list[Finding]:
    if row.mode == "conferral":
        return conferral_defects(row, place, on)
    return entrustment_defects(row, place, on) if row.mode == "entrustment" else []


@cite("行政处罚法", "第24条第1款", "交由能够有效承接的乡镇人民政府、街道办事处行使")
def conferral_defects(row: Allocation, place: Place, on: date) -> list[Finding]:
    """赋权的条件 A provincial decision, published by `on`, of a power of the same county's department; else set aside."""
    defects = []
    item, town, owner = place.item, place.town, place.owner
    if not row.decision:
        defects.append(Finding(CONFERRAL_WITHOUT_DECISION, row.id, (item.name, town.name)))
    if row.published_on is None or row.published_on > on:
        defects.append(Finding(CONFERRAL_NOT_PUBLISHED, row.id, (item.name, town.name, _when(row), on)))
    if owner.kind != "department" or owner.county != town.county:
        defects.append(Finding(CONFERRAL_ABOVE_COUNTY, row.id, (item.name, town.name, owner.name)))
    return defects


@cite("行政处罚法", "第20条第1款", "依照法律、法规、规章的规定")
@cite("行政处罚法", "第20条第2款", "将委托书向社会公布")
def entrustment_defects(row: Allocation, place: Place, on: date) -> list[Finding]:
    """委托的条件 A law, regulation or rule that allows it, a letter, and publication by `on`; else set aside."""
    defects = []
    item, town = place.item, place.town
    missing = "、".join(name for name, value in (("法定依据", row.basis), ("委托书", row.letter)) if not value)
    if missing:
        defects.append(Finding(ENTRUSTMENT_WITHOUT_BASIS, row.id, (item.name, town.name, missing)))
    if row.published_on is None or row.published_on > on:
        defects.append(Finding(ENTRUSTMENT_NOT_PUBLISHED, row.id, (item.name, town.name, _when(row), on)))
    return defects


@cite("城乡规划法", "第65条", "由乡、镇人民政府责令停止建设")
def towns_own(place: Place, on: date) -> bool:
    """乡村违建 Whether the law itself gives the item to the town: building without permit in a village plan area, in a town, not a subdistrict.

    Source: rule `village-build-town-own-power`.
    """
    if not place.town.name.endswith("人民政府"):
        return False
    return any(
        basis.law.endswith(VILLAGE_BUILD_LAW) and basis.article in VILLAGE_BUILD_ARTICLES and basis.covers(on)
        for basis in place.item.bases
    )


def _when(row: Allocation) -> str:
    day = row.published_on
    return "没有公布" if day is None else f"{day.year}年{day.month}月{day.day}日才公布"
