"""监督事项页 What the page of one matter shows: what may be done, the term, the record as far as this side reads it, the papers."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from yizhi.desk.papers.kinds import paper_kind
from yizhi.desk.papers.models import Paper
from yizhi.desk.papers.proceeding import seen
from yizhi.desk.papers.view import chain, paper_row
from yizhi.desk.papers.words import fact_words
from yizhi.desk.people.identity import Identity
from yizhi.desk.record.queries import record_of
from yizhi.rules.procedure.judge import Offer, offers, stops
from yizhi.rules.procedure.state import CaseState, fold
from yizhi.rules.procedure.supervision import SUPERVISION
from yizhi.rules.procedure.table import JUSTICE, JUSTICE_OFFICE, ROLE_NAMES, SUPERVISED, Act

from .around import title_of, world
from .attaching import files_of
from .limits import shown
from .models import SupervisionMatter
from .permitting import checks, roles_in
from .telling import read_by, record_lines

SILENT = {
    "act-missing",
    "act-out-of-order",
    "act-doubled",
    "objection-missing",
    "nothing-to-object-to",
    "nothing-to-sign-for",
}
LAST = "close_matter"


def matter_context(identity: Identity, matter: SupervisionMatter, *, now: datetime) -> dict[str, Any]:
    """Return the whole context of the page of a matter that was found for this identity."""
    today, entries = timezone.localdate(now), record_of(matter.dossier_id)
    state = fold(SUPERVISION, map(seen, entries))
    roles = roles_in(identity, matter)
    offered = offers(SUPERVISION, state, world(identity, matter, on=today, now=now))
    pressing = pressing_act(matter, state, today)
    waiting = _waiting(pressing)
    return {
        "matter": head(matter, inside=SUPERVISED not in roles),
        "limits": shown(matter, state, roles, today),
        "today": today,
        "acts": list(_cards(matter, offered, pressing)),
        "blocked": list(_blocked(offered)),
        "waiting": waiting,
        "case": _case(identity, matter),
        "record": record_lines(read_by(roles, entries), waiting=waiting, today=today),
        "chain": chain(matter.dossier_id, entries),
        "papers": [] if JUSTICE_OFFICE in roles else papers_of(matter),
        "files": list(files_of(identity, matter)),
    }


def head(matter: SupervisionMatter, *, inside: bool) -> dict[str, Any]:
    """Return the head of a matter; what was reported, and by whom it came, is not for the body supervised."""
    stage = SUPERVISION.stage(matter.stage)
    return {
        "title": title_of(matter),
        "number": matter.dossier_id,
        "href": f"/supervision/{matter.dossier_id}/",
        "body": matter.body.name,
        "stage": stage.name,
        "state": "wait" if stage.ended else "stop" if matter.stage in ("reported", "decided") else "info",
        "source": fact_words("matter_source", matter.source) if inside else "",
        "words": matter.words if inside else "",
        "registered_on": matter.registered_on,
        "demo": matter.demo,
    }


def pressing_act(matter: SupervisionMatter, state: CaseState, today: date) -> Act | None:
    """Return the act a matter waits for: an objection first, then what the term has run out for, then the table's likely next."""
    if matter.objected:
        return SUPERVISION.act("answer_objection")
    if matter.stage == "correcting" and matter.answer_by and matter.answer_by < today:
        return SUPERVISION.act("report_to_government")
    likely = [act for act in SUPERVISION.acts_from(matter.stage, state.done) if act.likely]
    fits = "issue_supervision_order" if state.known("problem_kind") == "not_acting" else "issue_supervision_opinion"
    return next((act for act in likely if matter.stage != "found" or act.kind == fits), None)


def papers_of(matter: SupervisionMatter) -> list[dict[str, Any]]:
    """Return the papers of a matter, each with the address under which this room hands it out."""
    rows = Paper.objects.filter(dossier=matter.dossier_id).order_by("position")
    return [
        {**paper_row(paper), "href": f"/supervision/{matter.dossier_id}/papers/{paper.position}.pdf"} for paper in rows
    ]


def _waiting(act: Act | None) -> str:
    if act is None:
        return ""
    roles = [role for role in sorted(act.by) if act.kind != "answer_objection" or role == JUSTICE]
    return f"{'、'.join(ROLE_NAMES[role] for role in roles)}{act.name}"


def _cards(matter: SupervisionMatter, offered: tuple[Offer, ...], pressing: Act | None) -> Iterator[dict[str, Any]]:
    free = [offer.act for offer in offered if offer.allowed]
    for act in sorted(free, key=lambda act: (act != pressing, act.kind == LAST)):
        yield {
            "name": act.name,
            "does": act.does,
            "href": f"/supervision/{matter.dossier_id}/acts/{act.kind}/",
            "articles": list(act.articles),
            "papers": [paper_kind(kind).name for kind in act.papers],
            "people": "",
            "first": act == pressing,
            "label": "去做",
        }


def _blocked(offered: tuple[Offer, ...]) -> Iterator[dict[str, Any]]:
    """Yield the acts of this stage that something of their own stands against; whose they are alone is no news."""
    for offer in offered:
        codes = {reason.code for reason in stops(offer.reasons)}
        if codes and "role-not-allowed" not in codes and codes - SILENT:
            yield {"title": offer.act.name, "reasons": stops(offer.reasons), "first": None}


def _case(identity: Identity, matter: SupervisionMatter) -> dict[str, Any] | None:
    if matter.case is None:
        return None
    number = matter.case.number or f"案卷 {matter.case.dossier_id}"
    reads = checks(identity) and not matter.ended
    href = f"/supervision/{matter.dossier_id}/case/" if reads else ""
    return {"number": number, "item": matter.case.item.name, "town": matter.case.town.name, "href": href}
