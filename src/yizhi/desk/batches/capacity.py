"""承接能力 The figures that stood when a side said what it thinks: counted from the product's facts, or entered and marked as entered."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from yizhi.desk.bodies.models import Body
from yizhi.desk.cases.models import Case
from yizhi.desk.people.models import Appointment, Role
from yizhi.desk.people.queries import Present, Wanted, officers_on
from yizhi.rules.batches import Batch as State
from yizhi.rules.deadlines.wording import dated

from .around import Around

YEAR = timedelta(days=365)
COUNTED, ENTERED = "系统", "填报"


def snapshot(around: Around, body: str, entered: Mapping[str, str], on: date) -> list[dict[str, Any]]:
    """Return the figures of one side on a day, each with where it comes from; an unknown figure that nobody entered is left out."""
    town = next((code for code, held in around.towns.items() if held == body), "")
    counted = _town(around, body, town, on) if town else _department(around, body, on)
    figures = [_figure(label, value, COUNTED) for label, value in counted]
    figures += [_figure("培训", words, "本批次") for words in _trained(around.state, body, town)]
    return figures + [_figure(label, value.strip(), ENTERED) for label, value in entered.items() if value.strip()]


def _figure(label: str, value: Any, source: str) -> dict[str, Any]:
    return {"label": label, "value": value, "source": source}


def _town(around: Around, body: str, town: str, on: date) -> list[tuple[str, int]]:
    """Count a town: certified people by domain, people the departments have sent, reviewers, cases."""
    items = [line.item for line in around.state.draft.lines if line.town == town]
    domains = sorted({around.known.item(item).domain for item in items})
    own = officers_on(on, Wanted(body=body))
    figures = [(f"本镇持证人员（{domain}）", _certified(own, domain, on)) for domain in domains]
    figures += [(f"派驻人员（{domain}）", _posted(around, body, domain, on)) for domain in domains]
    return [*figures, ("法制审核人员", reviewers(body, on)), *_cases(Q(body=body), on)]


def _department(around: Around, body: str, on: date) -> list[tuple[str, int]]:
    """Count a department: its certified people, its reviewers, its cases of these items in these towns."""
    lines = [line for line in around.state.draft.lines if around.known.item(line.item).owner == body]
    mine = Q(body=body, item__in={line.item for line in lines}, town__in={line.town for line in lines})
    people = sum(one.counts for one in officers_on(on, Wanted(body=body)))
    return [("持证人员", people), ("法制审核人员", reviewers(body, on)), *_cases(mine, on)]


def _certified(people: Iterable[Present], domain: str, on: date) -> int:
    return sum(one.counts and _covers(one, domain, on) for one in people)


def _covers(one: Present, domain: str, on: date) -> bool:
    return any(
        (not row.domains or domain in row.domains)
        and row.valid_from <= on
        and (row.valid_to is None or on < row.valid_to)
        for row in one.certificates
    )


def _posted(around: Around, body: str, domain: str, on: date) -> int:
    areas = [area for (area, town), rows in around.known.memberships.items() if town == body and rows]
    people = {one.officer.pk: one for area in areas for one in officers_on(on, Wanted(area=area, domain=domain))}
    return sum(one.counts for one in people.values())


def reviewers(body: str, on: date) -> int:
    """Return how many people review decisions for a body on a day."""
    held = Appointment.objects.filter(role=Role.REVIEWER, body=body, valid_from__lte=on)
    return held.filter(Q(valid_to=None) | Q(valid_to__gt=on)).values("account").distinct().count()


def _cases(mine: Q, on: date) -> list[tuple[str, int]]:
    rows = Case.objects.filter(mine)
    return [
        ("在办案件", rows.filter(ended=False).count()),
        ("近一年立案", rows.filter(opened_on__gt=on - YEAR).count()),
    ]


def _trained(state: State, body: str, town: str) -> list[str]:
    names = dict(Body.objects.values_list("code", "short_name"))
    rows = [one for one in state.trainings if one["town"] == town or (not town and one["body"] == body)]
    return [f"{dated(one['held_on'])} {names.get(one['body'], one['body'])}，{one['people']} 人" for one in rows]
