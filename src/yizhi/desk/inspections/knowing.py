"""检查的底数 What is known around one body's part of a visit on a day: its standing, published items, the place, how often, whose powers."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from django.utils import timezone

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.models import Item
from yizhi.desk.matters.queries import ask
from yizhi.desk.places.models import Town
from yizhi.rules.authority import Answer
from yizhi.rules.procedure.visiting import Counted, Standing, Visiting
from yizhi.rules.refusal import Reason

from .models import AnnualCap, Inspection, InspectionSubject, PublishedItem, Visit
from .year_plan import in_plan

NEAR = timedelta(days=30)
COMING = ("planned", "approved", "notified")


def around(
    *,
    body: Body,
    town: Town,
    items: Sequence[Item],
    officers: Sequence[str],
    party: str,
    day: date,
    planned: date,
    visit: str = "",
) -> Visiting:
    """Return what is known around a part on the day `day`; `planned` the day planned; `visit` its own code, empty for a new one."""
    known = published_on(day, [item.pk for item in items])
    return Visiting(
        day=day,
        planned=planned,
        body=body.name,
        town_body=body.kind == Body.Kind.TOWN,
        standing=standing_of(body.pk, day),
        unpublished=tuple(item.name for item in items if item.pk not in known),
        outside=_outside(body, town),
        counted=_counted(items, party, day, visit),
        elsewhere=tuple(visit_words(one) for one in coming(party, planned, visit)),
        powers=tuple(powers(body, town, items, officers, party, day)),
        plan=in_plan(body.pk, items, party, planned, visit),
    )


def visiting_of(part: Inspection, officers: Sequence[str], day: date) -> Visiting:
    """Return what is known around a part on a day, with the officers who go."""
    return around(
        body=part.body,
        town=part.town,
        items=list(part.items.all()),
        officers=officers,
        party=part.visit.party_id,
        day=day,
        planned=timezone.localdate(part.visit.starts_at),
        visit=part.visit_id,
    )


def items_words(items: Sequence[Item], day: date) -> str:
    """Return items as papers print them, one a line: name, code, and what is looked at."""
    known = published_on(day, [item.pk for item in items])
    return "\n".join(
        f"{item.name}（{item.pk}）" + (f"：{known[item.pk].content}" if item.pk in known else "") for item in items
    )


def standing_of(body: str, on: date) -> Standing | None:
    """Return how a body stands on a day as a subject of inspection, or `None` when nothing holds."""
    row = (
        InspectionSubject.objects.known()
        .holding(on)
        .filter(body=body)
        .select_related("confirmed_by")
        .order_by("-valid_from")
        .first()
    )
    return Standing(row.valid_from, row.confirmed_by.name, row.by_justice) if row else None


def published_on(on: date, items: Iterable[str] | None = None) -> dict[str, PublishedItem]:
    """Return the published items of a day by the item's code."""
    rows = PublishedItem.objects.known().holding(on).select_related("item").order_by("item__domain", "item")
    return {row.item_id: row for row in (rows if items is None else rows.filter(item__in=list(items)))}


def cap_of(domain: str, on: date) -> AnnualCap | None:
    """Return the annual cap of a domain in force on a day, or `None` when none was entered."""
    return AnnualCap.objects.known().holding(on).filter(domain=domain).order_by("-valid_from").first()


def visits_of(party: str, year: int, domain: str = "", apart_from: str = "") -> int:
    """Return how many visits a shop had in a calendar year, joint ones once; in one domain where it is named."""
    done = Inspection.objects.filter(visit__party=party, arrived_on__year=year).exclude(visit=apart_from)
    if domain:
        done = done.filter(items__domain=domain)
    return done.values("visit").distinct().count()


def coming(party: str, near: date, apart_from: str = "") -> list[Visit]:
    """Return the visits of a shop that are planned within thirty days of a day and not begun."""
    rows = (
        Visit.objects.filter(party=party, parts__stage__in=COMING)
        .exclude(pk=apart_from)
        .distinct()
        .order_by("starts_at")
    )
    return [row for row in rows if abs(timezone.localdate(row.starts_at) - near) <= NEAR]


def visit_words(visit: Visit) -> str:
    """Return a planned visit in words: when, and in whose names."""
    bodies = visit.parts.exclude(stage="withdrawn").order_by("body").values_list("body__short_name", flat=True)
    at = timezone.localtime(visit.starts_at)
    return f"{at.month}月{at.day}日{at:%H:%M}，{'、'.join(bodies)}"


def powers(
    body: Body, town: Town, items: Sequence[Item], officers: Sequence[str], party: str, day: date
) -> Iterable[Reason]:
    """Yield every reason of the authority answers of all items, each once, and one for each item that is another body's."""
    seen: set[tuple[str, str]] = set()
    for item in items:
        answer = answer_of(item.pk, town.pk, officers, party, day)
        for reason in (*answer.explained, *_in_other_name(body, item, answer)):
            if (reason.code, reason.sentence) not in seen:
                seen.add((reason.code, reason.sentence))
                yield reason


def answer_of(item: str, town: str, officers: Sequence[str], party: str, day: date) -> Answer:
    """Return whose an item is to inspect in a town on a day with these officers."""
    question = {"item": item, "town": town, "on": day.isoformat(), "action": "inspect", "officers": list(officers)}
    return ask({**question, "party": party} if party else question)


def _in_other_name(body: Body, item: Item, answer: Answer) -> Iterable[Reason]:
    if answer.deciding_body and answer.deciding_body != body.pk:
        name = Body.objects.get(pk=answer.deciding_body).name
        yield Reason(
            "deciding-body-differs",
            f"“{item.name}”在这里以{name}的名义检查，不能以{body.name}的名义检查。",
            "行政处罚法 第17条",
            cure=f"把这个事项放到{name}名下，两家可以一次去。",
            about=item.pk,
        )


def _outside(body: Body, town: Town) -> str:
    inside = body.town_id == town.pk if body.kind == Body.Kind.TOWN else body.county_id == town.county_id
    return "" if inside else town.name


def _counted(items: Sequence[Item], party: str, day: date, visit: str) -> tuple[Counted, ...]:
    found = []
    for domain in dict.fromkeys(item.domain for item in items):
        cap = cap_of(domain, day)
        visits = visits_of(party, day.year, domain, visit)
        found.append(Counted(domain, visits, cap.times if cap else None, bool(cap and cap.checked_on)))
    return tuple(found)
