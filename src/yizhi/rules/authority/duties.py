"""片区清单 What is on the list of an area: what its towns hold, and what departments have given its team by letter. Nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from yizhi.rules.authority.power import Holding
from yizhi.rules.authority.reasons import IN_TRANSITION
from yizhi.rules.cite import cite
from yizhi.rules.refusal import Reason

PLAN: str = "实施方案 三(四)"


@dataclass(frozen=True, slots=True)
class Letter:
    """明确函 A department's letter that names which of its items an area's team exercises, during `[starts_on, ends_on)`."""

    id: str
    area: str
    body: str
    number: str
    items: tuple[str, ...]
    starts_on: date
    ends_on: date | None = None

    def covers(self, day: date) -> bool:
        """Return whether the letter holds on `day`."""
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


class Listed(NamedTuple):
    """在清单上 Why an item is on the list: the towns that hold it or take it over, and the letters that give it."""

    towns: tuple[tuple[str, Holding], ...] = ()
    letters: tuple[Letter, ...] = ()


def on_list(holding: Holding) -> bool:
    """Return whether a town has a part in the item: it holds it, takes it over, or two bodies claim it there."""
    return holding.state != "posted" or bool(taken_over_by(holding))


def taken_over_by(holding: Holding) -> str:
    """Return the id of the conferral in whose transition the day lies, empty outside one. What was set aside is none."""
    return next((each.about for each in holding.findings if each.wording is IN_TRANSITION), "")


@cite("实施方案", "三(四)", "统一行使片区内各镇(街道)和向片区派驻执法力量的部门明确的执法职责")
def listed_items(
    held: Mapping[tuple[str, str], Holding], letters: Iterable[Letter], owners: Mapping[str, str], on: date
) -> dict[str, Listed]:
    """Return what is on the list on `on`. `held` is keyed (item, town); `owners` gives of each item in force the department.

    A letter counts for those of its items that the department itself still holds by default.
    """
    towns: dict[str, list[tuple[str, Holding]]] = {}
    for (item, town), holding in held.items():
        if item in owners and on_list(holding):
            towns.setdefault(item, []).append((town, holding))
    given: dict[str, list[Letter]] = {}
    for letter in letters:
        if letter.covers(on):
            for item in letter.items:
                if owners.get(item) == letter.body:
                    given.setdefault(item, []).append(letter)
    return {item: Listed(tuple(towns.get(item, ())), tuple(given.get(item, ()))) for item in {**towns, **given}}


@cite("实施方案", "三(四)", "向片区派驻执法力量的部门明确的执法职责")
def letter_faults(name: str, items: Sequence[tuple[str, str]], body: str, posts: bool) -> list[Reason]:
    """Return what speaks against a letter of the department called `name`. `items`: name and owner of each; `posts`: it has posted officers."""
    faults = []
    if not items:
        cure = "写明由片区队统一行使的事项。"
        faults.append(Reason("letter-without-items", "明确函没有写事项。", PLAN, cure=cure, about="items"))
    for called, owner in items:
        if owner != body:
            sentence = f"“{called}”不是{name}的事项，不能由它明确给片区队。"
            cure = "由原实施部门发函，或者从函里去掉这一项。"
            faults.append(Reason("letter-of-other-body", sentence, PLAN, cure=cure, about="items"))
    if not posts:
        sentence = f"{name}那一天没有向这个片区派驻执法人员，不能由片区队行使它的职责。"
        cure = "先登记派驻，再录入明确函。"
        faults.append(Reason("letter-without-posting", sentence, PLAN, cure=cure, about="body"))
    return faults
