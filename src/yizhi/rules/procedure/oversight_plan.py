"""年度监督计划 What the county must not leave out when it plans whom to supervise in a year."""

from collections.abc import Iterable

from yizhi.rules.cite import cite

FOCUS = {"capacity": "执法能力建设", "penalties": "实施行政处罚情况"}


@cite("四川省行政执法监督条例", "第15条第6项", "依法承接行政处罚权的乡镇人民政府、街道办事处")
def uncovered(holders: Iterable[str], planned: Iterable[tuple[str, frozenset[str]]]) -> dict[str, tuple[str, ...]]:
    """Return for every town that took powers which parts of the focus the year's plan leaves out; a town that is covered is absent.

    `holders` are towns that hold powers at any time of the year, `planned` towns with the parts (`FOCUS`) looked at. Source: rule
    `sc-supervise-towns`.

    >>> uncovered(["连山", "三水"], [("连山", frozenset({"capacity", "penalties"}))])
    {'三水': ('capacity', 'penalties')}
    """
    seen: dict[str, frozenset[str]] = {}
    for town, parts in planned:
        seen[town] = seen.get(town, frozenset()) | parts
    lacking = {town: tuple(part for part in FOCUS if part not in seen.get(town, ())) for town in holders}
    return {town: parts for town, parts in lacking.items() if parts}
