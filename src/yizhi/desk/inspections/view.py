"""检查样子 The list of visits and the page of one visit: when, who, what, whose approval, what may be done next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.utils import timezone

from yizhi.desk.papers.kinds import paper_kind
from yizhi.desk.papers.models import Paper
from yizhi.desk.papers.proceeding import state_of
from yizhi.desk.papers.view import chain, paper_row, timeline
from yizhi.desk.papers.words import day_words, names_of, people_words
from yizhi.desk.papers.world import circumstances
from yizhi.desk.people.identity import Identity
from yizhi.desk.record.queries import record_of
from yizhi.rules.procedure.guards.inspection_plan import PROGRAMME
from yizhi.rules.procedure.inspection import INSPECTION
from yizhi.rules.procedure.judge import Offer, offers, stops

from . import queries
from .folding import RESULT_WORDS
from .knowing import cap_of, visiting_of, visits_of
from .models import Inspection, Visit
from .queries import ground_of, place_of
from .year_plan import KINDS as PLAN_KINDS
from .year_plan import in_plan

STATES = {"planned": "soon", "approved": "info", "notified": "info", "on_site": "info", "recorded": "soon"}
STATES |= {"correcting": "soon", "finished": "ok", "withdrawn": "wait", "archived": "ok"}
KINDS = {"daily": "日常检查", "special": "专项检查", "case": "个案检查"}
ANEW = "plan_inspection"
BEFORE_GOING = ("planned", "approved")


def list_context(identity: Identity, asked: Mapping[str, str]) -> dict[str, Any]:
    """Return the context of the list: visits to come and under way, or those that are over."""
    show = {"over": "over", "all": ""}.get(asked.get("show", ""), "open")
    party = asked.get("party", "")[:64]
    start = int(asked["from"]) if asked.get("from", "").isascii() and asked.get("from", "").isdigit() else 0
    start = min(start, 100_000)
    rows = list(queries.visits(identity, show, party)[start : start + queries.PAGE + 1])
    return {
        "tabs": [
            {"label": "要办的", "href": "/inspections/", "current": show == "open"},
            {"label": "已完成", "href": "/inspections/?show=over", "current": show == "over"},
        ],
        "visits": [visit_line(row) for row in rows[: queries.PAGE]],
        "older": f"?{urlencode({'show': show or 'all', 'party': party, 'from': start + queries.PAGE})}"
        if len(rows) > queries.PAGE
        else "",
        "plans": bool(identity.officer),
    }


def visit_line(visit: Visit) -> dict[str, Any]:
    """Return one visit as a row of the list."""
    parts = list(visit.parts.all())
    first = min(parts, key=lambda part: INSPECTION.order(part.stage))
    start = timezone.localtime(visit.starts_at)
    return {
        "title": visit.party.name,
        "demo": visit.demo,
        "href": f"/inspections/{visit.pk}/",
        "when": f"{day_words(start.date())} {start:%H:%M}",
        "place": place_of(visit),
        "bodies": "、".join(part.body.short_name for part in parts),
        "joint": len(parts) > 1,
        "state": "stop" if any(part.unapproved for part in parts) else STATES[first.stage],
        "words": "没有补办审批" if any(part.unapproved for part in parts) else INSPECTION.stage(first.stage).name,
    }


def visit_context(identity: Identity, visit: Visit, *, now: datetime) -> dict[str, Any]:
    """Return the whole context of the page of a visit that was found for this identity."""
    seen = {part.pk: part for part in queries.parts_of(identity, visit)}
    standing = {part.pk: _offers(identity, part, now) for part in seen.values()}
    start, end = timezone.localtime(visit.starts_at), timezone.localtime(visit.ends_at)
    everyone = list(visit.parts.all())
    return {
        "visit": {
            "title": visit.party.name,
            "demo": visit.demo,
            "code": spaced(visit.pk),
            "when": f"{day_words(start.date())} {start:%H:%M} 至 {end:%H:%M}",
            "place": place_of(visit),
            "kind": KINDS[visit.kind],
            "joint": f"综合查一次，{len(everyone)} 个机关合为 1 次" if len(everyone) > 1 else "",
            "verify_href": f"/public/inspections/?{urlencode({'code': visit.pk})}",
        },
        "parts": [_part(identity, part, seen.get(part.pk)) for part in everyone],
        "often": [*often(everyone, visit), *plan_lines(everyone, visit)],
        "acts": _acts(visit, list(seen.values()), standing),
        "waiting": _waiting(list(seen.values()), standing),
        "blocked": _blocked(list(seen.values()), standing),
        "records": [_record(part, timezone.localdate(now)) for part in seen.values()],
    }


def spaced(code: str) -> str:
    """Return a visit code as people read it out: four and four.

    >>> spaced("4K7Q2MPX")
    '4K7Q-2MPX'
    """
    return f"{code[:4]}-{code[4:]}"


def often(parts: Sequence[Inspection], visit: Visit) -> list[dict[str, str]]:
    """Return how often the shop was visited this year, and per domain what is known of the cap."""
    day = timezone.localdate(visit.starts_at)
    total = visits_of(visit.party_id, day.year, apart_from=visit.pk)
    lines = [
        {"state": "info", "words": f"除这一次外，今年查过 {total} 次；几个机关一起来，也只算 1 次。", "article": ""}
    ]
    domains = dict.fromkeys(item.domain for part in parts for item in part.items.all())
    return [*lines, *(cap_line(domain, visit.party_id, day, visit.pk) for domain in domains)]


def cap_line(domain: str, party: str, day: date, apart_from: str = "") -> dict[str, str]:
    """Return how often a shop was visited in a domain in the year of a day, and how often it may be; a cap nobody entered is unconfirmed."""
    cap, visits = cap_of(domain, day), visits_of(party, day.year, domain, apart_from)
    if cap is None:
        words = f"{domain}：今年查过 {visits} 次，主管部门的年度上限没有录入（未核实），再查要由批准人写明理由。"
        return {"state": "soon", "words": words, "article": ""}
    checked = f"核实于{cap.checked_on}" if cap.checked_on else "未核实"
    words = f"{domain}：今年查过 {visits} 次，年度上限 {cap.times} 次（{cap.set_by}，{checked}）。"
    return {"state": "ok" if visits < cap.times else "stop", "words": words, "article": ""}


def plan_lines(parts: Sequence[Inspection], visit: Visit) -> Iterator[dict[str, str]]:
    """Yield for each body whether the visit is in its published plan of the year; of a single inspection nothing, it needs no plan."""
    if visit.kind not in PLAN_KINDS:
        return
    day = timezone.localdate(visit.starts_at)
    for part in parts:
        plan = in_plan(part.body_id, list(part.items.all()), visit.party_id, day, visit.pk)
        name, year = part.body.short_name, f"{day.year}年检查计划"
        outside = "、".join(plan.outside[visit.kind]) if plan else ""
        if plan is None:
            words = f"{name}：没有公布{year}；计划怎样公布、备案，文件原文没有核到（未核实）。"
            yield {"state": "wait", "words": words, "article": ""}
        elif outside:
            yield {"state": "soon", "words": f"{name}：{outside}不在{year}里，理由见执法记录。", "article": PROGRAMME}
        else:
            on = plan.published_on
            words = f"{name}：列入{year}，{on.year}年{on.month}月{on.day}日公布。"
            yield {"state": "ok", "words": words, "article": ""}


def _offers(identity: Identity, part: Inspection, now: datetime) -> tuple[Offer, ...]:
    today, planned = timezone.localdate(now), timezone.localdate(part.visit.starts_at)
    known = visiting_of(part, part.handlers, planned if part.stage in BEFORE_GOING else today)
    state, ground = state_of(part.pk, INSPECTION), replace(ground_of(part), visiting=known)
    return offers(INSPECTION, state, circumstances(identity, ground, state, now=now))


def _acts(visit: Visit, parts: Sequence[Inspection], standing: Mapping[str, Sequence[Offer]]) -> list[dict[str, Any]]:
    """Return the acts that may be done now, one card for all the parts that it may be done on together; the likely one first."""
    held: dict[str, tuple[Offer, list[Inspection]]] = {}
    for part in parts:
        for offer in standing[part.pk]:
            if offer.allowed and not offer.ahead:
                held.setdefault(offer.act.kind, (offer, []))[1].append(part)
    ordered = sorted(held.values(), key=lambda one: (not one[0].likely, INSPECTION.acts.index(one[0].act)))
    return [
        _card(visit, offer, which, first=number == 0 and offer.likely) for number, (offer, which) in enumerate(ordered)
    ]


def _card(visit: Visit, offer: Offer, parts: Sequence[Inspection], *, first: bool) -> dict[str, Any]:
    anew = offer.act.kind == ANEW
    together = f"（{'、'.join(part.body.short_name for part in parts)}一次办）" if len(parts) > 1 else ""
    return {
        "name": "改安排" if anew else offer.act.name,
        "does": ("改时间、换人；批准过的要重新批。" if anew else offer.act.does) + together,
        "href": act_href(visit, offer.act.kind, parts),
        "articles": list(offer.act.articles),
        "papers": [paper_kind(kind).name for kind in offer.act.papers],
        "people": people_words(
            offer.act.by, "、".join(names_of(parts[0].handlers).values()) if len(parts) == 1 else ""
        ),
        "first": first,
    }


def act_href(visit: Visit, kind: str, parts: Sequence[Inspection]) -> str:
    """Return the address at which an act is done on some parts of a visit, all at once."""
    query = urlencode([("part", part.pk) for part in parts])
    return f"/inspections/{visit.pk}/" + ("change/" if kind == ANEW else f"acts/{kind}/?{query}")


def _blocked(parts: Sequence[Inspection], standing: Mapping[str, Sequence[Offer]]) -> list[dict[str, Any]]:
    """Return the likely acts that may not be done, with what stands in the way; another post's turn is told by `_waiting`."""
    told: list[dict[str, Any]] = []
    for part in parts:
        for offer in standing[part.pk]:
            found = [reason for reason in stops(offer.reasons) if reason.code != "role-not-allowed"]
            if offer.likely and not offer.ahead and found:
                told.append({"title": f"{part.body.short_name}：{offer.act.name}", "reasons": found})
    return told


def _waiting(parts: Sequence[Inspection], standing: Mapping[str, Sequence[Offer]]) -> list[str]:
    """Return for each part whose turn it is, where the likely act is another's."""
    return [
        f"等{part.body.short_name}{people_words(offer.act.by, '')}{offer.act.name}"
        for part in parts
        for offer in standing[part.pk]
        if offer.likely and not offer.ahead and {reason.code for reason in stops(offer.reasons)} == {"role-not-allowed"}
    ]


def _part(identity: Identity, part: Inspection, seen: Inspection | None) -> dict[str, Any]:
    result = RESULT_WORDS.get(part.result, "")
    return {
        "body": part.body.name,
        "state": "stop" if part.unapproved else STATES[part.stage],
        "words": "没有补办审批" if part.unapproved else INSPECTION.stage(part.stage).name,
        "items": [{"name": item.name, "href": f"/items/{item.pk}/"} for item in part.items.all()],
        "people": [{"name": name, "href": f"/officers/{code}/"} for code, name in names_of(part.handlers).items()],
        "result": result,
        "correct_by": part.correct_by if part.stage == "correcting" else None,
        "lead_href": f"/leads/{part.lead}/" if part.lead and seen else "",
        "recheck_href": f"/inspections/new/?{urlencode({'recheck': part.pk})}"
        if identity.officer and seen and part.stage == "correcting"
        else "",
        "papers": [paper_row(paper) for paper in Paper.objects.filter(dossier=part.pk).order_by("position")]
        if seen
        else [],
        "dossier_href": f"/cases/{part.pk}/dossier.pdf",
        "mine": seen is not None,
    }


def _record(part: Inspection, today: date) -> dict[str, Any]:
    entries = record_of(part.pk)
    return {
        "title": part.body.short_name,
        "number": part.pk,
        "lines": timeline(entries, waiting="", today=today),
        "chain": chain(part.pk, entries),
    }
