"""检查的情形 What is known around one body's part of a visit: its standing, its items, the place, how often the shop was visited this year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from yizhi.rules.cite import cite
from yizhi.rules.refusal import Reason

STATE, SICHUAN_SUBJECTS, SICHUAN_ITEMS = (
    "国办发〔2024〕54号（段落号未核）",
    "川办发〔2025〕18号 一(一)",
    "川办发〔2025〕18号 一(二)",
)


@dataclass(frozen=True, slots=True)
class Standing:
    """检查主体资格 What is recorded of a body's qualification to inspect: confirmed by whom, announced from which day; None = nothing."""

    announced_on: date | None = None
    confirmed_by: str = ""
    by_justice: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """年度频次 Visits of one domain that the shop had this calendar year, and the cap; `cap` None = none was published or entered.

    `sure`: the entered cap was checked against the publication itself.
    """

    domain: str
    visits: int
    cap: int | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class InPlan:
    """年度检查计划 How a part's items stand in the body's published plan of a year, by kind of inspection.

    `outside` names of items that the plan does not hold, `full` those for which the shop was visited as often as the plan says.
    """

    year: int
    published_on: date
    outside: Mapping[str, tuple[str, ...]]
    full: Mapping[str, tuple[tuple[str, int], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visiting:
    """One body's part of a visit on the day `day`. `unpublished` names of items that are on no published list that day.

    `planned` the day that was planned, `outside` the town that the body is not competent in, `elsewhere` what is planned for the shop
    already and could be joined, `powers` every reason of the authority answers of all items, `plan` how the items stand in the body's
    published plan of the year, `None` when none was published.
    """

    day: date
    body: str
    town_body: bool
    planned: date
    standing: Standing | None = None
    unpublished: tuple[str, ...] = ()
    outside: str = ""
    counted: tuple[Counted, ...] = ()
    elsewhere: tuple[str, ...] = ()
    powers: tuple[Reason, ...] = ()
    plan: InPlan | None = None


@cite(
    "四川省人民政府办公厅关于严格规范涉企行政检查的实施意见",
    "一(一)",
    "应于每年4月底前梳理形成本部门的行政检查主体资格清单",
)
def list_due(year: int) -> date:
    """Return the last day 4月30日 on which a body reports its list of inspection subjects of `year`. Source: rule `sc-inspect-list-april`.

    >>> list_due(2026)
    datetime.date(2026, 4, 30)
    """
    return date(year, 4, 30)
