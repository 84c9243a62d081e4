"""当事人 One deed one case, one deed one fine across bodies; the first offence; the age of a young person."""

from collections.abc import Iterator
from datetime import date

from yizhi.rules.cite import cite
from yizhi.rules.deadlines.wording import chinese
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.state import day_of
from yizhi.rules.refusal import Reason

NO_PENALTY_AGE, LENIENT_AGE = 14, 18


def _act_day(judging: Judging) -> date | None:
    return judging.date("act_day") or day_of(judging.state.known("act_day"))


@cite("行政处罚法", "第25条第1款", "由最先立案的行政机关管辖")
def not_opened_elsewhere(judging: Judging) -> Iterator[Reason]:
    """A deed for which a case is open is not opened again; another matter of the same party and day is a person's judgement. Source: rule `first-filing-jurisdiction`."""
    day = _act_day(judging)
    for one in judging.circumstances.elsewhere:
        if not one.running or one.act_day != day:
            continue
        yield Reason(
            "same-deed-opened" if one.same_item else "same-day-opened",
            f"{one.body}已在{chinese(one.opened_on)}对同一当事人同一天的行为立案：{one.item}。",
            "行政处罚法 第25条第1款",
            "stop" if one.same_item else "ask",
            cure="移送最先立案的机关，或者并入原案。"
            if one.same_item
            else "不是同一个违法行为的，写明；是同一个的，由最先立案的机关办理。",
            about="act_day",
        )


@cite("行政处罚法", "第29条", "不得给予两次以上罚款的行政处罚")
def not_fined_twice(judging: Judging) -> Iterator[Reason]:
    """The same deed is not fined a second time, by whichever body. Source: rule `no-double-fine`."""
    kinds = judging.facts.get("penalty_kinds") or judging.facts.get("proposed_penalty_kinds") or ()
    if "fine" not in kinds:
        return
    day = _act_day(judging)
    for one in judging.circumstances.elsewhere:
        if not one.fined or one.act_day != day:
            continue
        yield Reason(
            "fined-already" if one.same_item else "fined-that-day",
            f"{one.body}已在{one.decided_on}对同一当事人同一天的行为罚款{one.fined}元：{one.item}。",
            "行政处罚法 第29条",
            "stop" if one.same_item else "ask",
            cure="不再罚款；可以给予其他种类的处罚。" if one.same_item else "不是同一个违法行为的，写明。",
            about="penalty_kinds",
        )


@cite("行政处罚法", "第33条第1款", "初次违法且危害后果轻微并及时改正的，可以不予行政处罚")
def first_offence(judging: Judging) -> Iterator[Reason]:
    """A first offence is one before which the county's record holds no penalty; how far back counts, the law leaves open. Source: rule `no-penalty-minor`."""
    if judging.facts.get("decision_kind") != "first_offence":
        return
    for one in judging.circumstances.elsewhere:
        if one.decided_on is not None:
            yield Reason(
                "not-the-first-offence",
                f"{one.body}在{chinese(one.decided_on)}处罚过同一当事人：{one.item}。",
                "行政处罚法 第33条第1款",
                "ask",
                cure="仍然认定初次违法的，写明依据；不是的，改选不予处罚的其他情形。",
                about="decision_kind",
            )


def age_on(born: date, day: date) -> int:
    """Return the full years of age on a day; the birthday itself does not count yet, the reading that is kinder.

    >>> age_on(date(2012, 3, 1), date(2026, 3, 1)), age_on(date(2012, 3, 1), date(2026, 3, 2))
    (13, 14)
    """
    return day.year - born.year - ((day.month, day.day) <= (born.month, born.day))


@cite("行政处罚法", "第30条", "不满十四周岁的未成年人")
def age_allows(judging: Judging) -> Iterator[Reason]:
    """Under fourteen nobody is punished; up to eighteen the penalty is lighter or reduced. Source: rule `age-14-18`."""
    born, day = judging.circumstances.born, _act_day(judging)
    if born is None or day is None:
        return
    age = age_on(born, day)
    if age < NO_PENALTY_AGE:
        yield Reason(
            "party-under-age",
            "当事人实施行为时不满十四周岁，不予行政处罚，责令监护人加以管教。",
            "行政处罚法 第30条",
            cure="办“作出不予行政处罚决定”。",
        )
    elif age < LENIENT_AGE:
        yield Reason(
            "party-minor",
            "当事人实施行为时已满十四周岁不满十八周岁，应当从轻或者减轻行政处罚。",
            "行政处罚法 第30条",
            "ask",
            cure="写明怎样从轻或者减轻。",
        )
