"""期限说明 Two Chinese sentences that a party can read: how the last day was found, and what it stands on."""

from collections.abc import Sequence
from datetime import date, datetime

from yizhi.rules.deadlines.claims import Extension
from yizhi.rules.deadlines.listing import Counted
from yizhi.rules.table import Rule, Timer, Unit

UNITS: dict[Unit, str] = {"day": "日", "workday": "个工作日", "month": "个月", "year": "年", "hour": "小时"}


def chinese(moment: date) -> str:
    """Write a date or a date and time in Chinese.

    >>> chinese(datetime(2026, 5, 2, 16, 4)), chinese(date(2026, 2, 26))
    ('2026年5月2日16时04分', '2026年2月26日')
    """
    day = f"{moment.year}年{moment.month}月{moment.day}日"
    return f"{day}{moment.hour}时{moment.minute:02d}分" if isinstance(moment, datetime) else day


def dated(words: str) -> str:
    """Write words that are nothing but a day (2021-12-24) as a sentence writes that day; other words stay as they are.

    >>> dated("2021-12-24"), dated("2021年修正")
    ('2021年12月24日', '2021年修正')
    """
    try:
        return chinese(date.fromisoformat(words)) if len(words) == len("2021-12-24") else words
    except ValueError:
        return words


def explain(
    rule: Rule,
    timer: Timer,
    start: date,
    due: date,
    *,
    skipped: int = 0,
    extensions: Sequence[Extension] = (),
    moved: Sequence[Counted] = (),
) -> str:
    """Say in two sentences how `due` follows from `start`; `skipped` is the number of days the law leaves out."""
    if timer.direction == "before":
        first = f"从{chinese(start)}往前倒算{timer.value}{UNITS[timer.unit]}，最迟应当在{chinese(due)}完成"
    elif timer.unit == "hour":
        first = f"从{chinese(start)}起连续计算{timer.value}小时，到{chinese(due)}为止"
    else:
        first = _forward(timer, start, due, skipped, extensions, moved)
    return f"{first}。{_ground(rule)}。"


def unanswered(rule: Rule, why: str, earliest: date | None = None) -> str:
    """Say in two sentences why no last day can be named, and the earliest it can be."""
    bound = f"，最后一天不会早于{chinese(earliest)}" if earliest else ""
    return f"{why.rstrip('。')}{bound}。{_ground(rule)}。"


def _forward(
    timer: Timer, start: date, due: date, skipped: int, extensions: Sequence[Extension], moved: Sequence[Counted]
) -> str:
    first = f"{chinese(start)}当天不算，从第二天起计算{timer.value}{UNITS[timer.unit]}"
    if timer.unit == "workday":
        first += "（放假和周末不算，调休上班日要算）"
    for extension in extensions:
        if extension.accepted and extension.unit:
            first += f"，经{extension.by}批准延长{extension.value}{UNITS[extension.unit]}"
    if skipped:
        first += f"，扣除依法不计入的{skipped}日"
    if moved:
        first += f"，末日{chinese(moved[0].date)}是{moved[0].reason}，顺延到下一个工作日"
    return f"{first}，最后一天是{chinese(due)}"


def _ground(rule: Rule) -> str:
    breach = rule.breach.rstrip("。")
    return f"依据是{rule.citation}，逾期的后果：{breach}" if breach else f"依据是{rule.citation}"
