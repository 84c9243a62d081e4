"""够不够人 Each department's certified officers posted to each area, and each body's legal reviewers. Shown, never in the way of anything."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import Q

from yizhi.desk.bodies.models import Body
from yizhi.desk.places.models import Area
from yizhi.law import read_rules
from yizhi.rules.staffing import fewest_posted, fewest_reviewers
from yizhi.rules.table import RuleTable

from .certificates import SOON, worth
from .models import Appointment, Role
from .queries import Present, Wanted, officers_on


@cache
def law() -> RuleTable:
    """Return the rule table."""
    return RuleTable.of(read_rules())


@dataclass(frozen=True, slots=True)
class Cell:
    """覆盖 How many officers posted by one department count in one area on a day, and who does not and why. `needed` in principle."""

    area: Area
    body: Body
    count: int
    later: int
    missing: tuple[Present, ...]
    needed: int

    @property
    def domain(self) -> str:
        """Return the department's domain."""
        return self.body.domain

    @property
    def state(self) -> str:
        """`stop` below the number, `soon` when thirty days later there are fewer, else `ok`."""
        return "stop" if self.count < self.needed else "soon" if self.later < self.needed else "ok"

    @property
    def words(self) -> str:
        """Return the state in words."""
        lack = f"{'空缺' if not self.count else '缺'} {self.needed - self.count} 人"
        return {"stop": lack, "soon": "30 天内到期", "ok": "够"}[self.state]


def coverage(on: date) -> list[tuple[Body, list[Cell]]]:
    """队伍覆盖 Return for every department that answers for a domain the cell of each area on the day `on`."""
    areas = list(Area.objects.order_by("code"))
    everyone = {moment: officers_on(moment) for moment in (on, on + SOON)}
    departments = Body.objects.filter(kind=Body.Kind.DEPARTMENT).exclude(domain="").order_by("code")
    return [(body, [_cell(area, body, on, everyone) for area in areas]) for body in departments]


def _cell(area: Area, body: Body, on: date, everyone: dict[date, list[Present]]) -> Cell:
    sent = {moment: [one for one in people if _sent(one, area.pk, body)] for moment, people in everyone.items()}
    good = {
        moment: [one for one in people if worth(one.certificates, moment, body.domain).counts]
        for moment, people in sent.items()
    }
    counted = {one.officer.pk for one in good[on]}
    missing = tuple(one for one in sent[on] if one.officer.pk not in counted)
    return Cell(area, body, len(good[on]), len(good[on + SOON]), missing, fewest_posted(law()))


def _sent(one: Present, area: str, body: Body) -> bool:
    if one.service is None or one.service.body_id != body.pk:
        return False
    return any(posting.area_id == area and body.pk in posting.acts_for for posting in one.postings)


@dataclass(frozen=True, slots=True)
class Reviewers:
    """法制审核力量 A body's certified officers on a day and its legal reviewers by name; `needed` reviewers in principle."""

    body: Body
    officers: int
    names: tuple[str, ...]
    needed: int

    @property
    def state(self) -> str:
        """`ok` when there are as many as in principle there should be, else `soon`: nothing is refused for it."""
        return "ok" if len(self.names) >= self.needed else "soon"


def reviewers(on: date) -> list[Reviewers]:
    """法制审核人员 Return for every body that has officers or reviewers on the day `on` how many, in the order of kinds and codes."""
    officers: dict[str, int] = defaultdict(int)
    for one in officers_on(on, Wanted()):
        if one.counts and one.service is not None:
            officers[one.service.body_id] += 1
    held = Appointment.objects.filter(role=Role.REVIEWER, account__is_active=True, valid_from__lte=on)
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for row in held.filter(Q(valid_to=None) | Q(valid_to__gt=on)).select_related("account").order_by("account"):
        names[row.body_id][row.account.username] = row.account.name
    return [
        Reviewers(body, officers[body.pk], tuple(names[body.pk].values()), fewest_reviewers(law(), officers[body.pk]))
        for body in Body.objects.order_by("kind", "code")
        if officers[body.pk] or names[body.pk]
    ]
