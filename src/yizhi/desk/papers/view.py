"""案卷样子 What every page of a dossier shows, whether it is a lead or a case: lawful acts, what is not yet lawful, the record, papers."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from yizhi.desk.people.called import account_names
from yizhi.desk.people.identity import Identity
from yizhi.desk.record.models import Entry
from yizhi.desk.record.queries import verify_record
from yizhi.rules.deadlines import domain_of
from yizhi.rules.procedure.judge import Offer, stops
from yizhi.rules.procedure.state import CaseState
from yizhi.rules.procedure.table import Act, Procedure

from .ground import Ground
from .kinds import paper_kind
from .models import Evidence, Paper
from .words import act_name, facts_note, names_of, people_words, short_moment

# Acts that are done on a page of a room above: what is disclosed is drafted there first.
PAGES_ABOVE = {"review_disclosure": "/disclosure/cases/{dossier}/"}
SUSPENDING = {"suspend_investigation", "entrust_test"}
# What a line of the record tells of an act, in this order.
TOLD = (
    "description",
    "finding",
    "grounds",
    "opinion",
    "findings",
    "facts_found",
    "reviewer_opinion",
    "defence_opinion",
    "hold_items",
    "hold_outcome",
    "seal_items",
    "seal_outcome",
    "returned",
    "extension_reason",
    "test_result",
    "dispute_detail",
    "superior",
    "designation_number",
    "assist_what",
    "assist_result",
    "transfer_to",
    "crime_reason",
    "demolish_what",
    "substitute_what",
    "enforce_result",
    "agreement_terms",
    "reason",
    "closing_way",
    "filename",
)


def acts_context(
    identity: Identity, ground: Ground, handlers: Sequence[str], offers: Sequence[Offer]
) -> dict[str, Any]:
    """Return what may be done now, what may not be done yet, and what the dossier waits for."""
    free = [offer for offer in offers if offer.allowed]
    likely = next((offer for offer in offers if offer.likely), None)
    named = "、".join(names_of(handlers).values())
    return {
        "acts": [act_card(ground, named, offer, first=index == 0 and offer.likely) for index, offer in enumerate(free)],
        "blocked": [blocked_card(ground, offer, free) for offer in worth_telling(offers)],
        "waiting": waiting_words(likely, identity),
    }


def act_card(ground: Ground, handlers: str, offer: Offer, *, first: bool) -> dict[str, Any]:
    """Return one lawful act as a card."""
    domain = domain_of(ground.domain)
    return {
        "name": offer.act.name,
        "does": offer.act.does,
        "href": act_href(ground.dossier, offer.act.kind),
        "articles": list(offer.act.articles),
        "papers": [paper_kind(kind).name_for(domain) for kind in offer.act.papers],
        "people": people_words(offer.act.by, handlers),
        "first": first,
        "label": "去做",
    }


def act_href(dossier: str, kind: str) -> str:
    """Return the address at which an act is done."""
    return PAGES_ABOVE.get(kind, f"/cases/{{dossier}}/acts/{kind}/").format(dossier=dossier)


def act_head(row: Act, gaps: int) -> dict[str, Any]:
    """Return the head of the page on which an act is done: what it does, on what it stands, how many facts are still missing."""
    return {
        "name": row.name,
        "does": row.does,
        "articles": list(row.articles),
        "state": "soon" if gaps else "ok",
        "chip": f"还差 {gaps} 项" if gaps else "齐了，可以办",
        "send_label": row.name,
        "after": "签发后编号、盖章，不能再改" if row.papers else "记入记录后不能再改",
    }


def blocked_card(ground: Ground, offer: Offer, free: Iterable[Offer]) -> dict[str, Any]:
    """Return one act that is not yet lawful: why, and what to do first."""
    first = next((one for one in free if one.likely), None)
    way = {"label": first.act.name, "href": f"/cases/{ground.dossier}/acts/{first.act.kind}/"} if first else None
    return {"title": offer.act.name, "reasons": stops(offer.reasons), "first": way}


def worth_telling(offers: Sequence[Offer]) -> list[Offer]:
    """Return the stopped acts worth a line: those of this stage with a cause of their own or next in line, and the nearest milestone.

    One that only belongs to another post, or only follows an act that has not been done, says nothing a person could use.
    """
    stopped = [offer for offer in offers if not offer.allowed]
    mine = [offer for offer in stopped if _codes(offer) != {"role-not-allowed"}]
    here = [offer for offer in mine if not offer.ahead and (offer.likely or "act-missing" not in _codes(offer))]
    return here + [offer for offer in stopped if offer.ahead][:1]


def _codes(offer: Offer) -> set[str]:
    return {reason.code for reason in stops(offer.reasons)}


def waiting_words(offer: Offer | None, identity: Identity) -> str:
    """Return what the dossier waits for: the likely act, and whose it is when it is not this identity's."""
    if offer is None:
        return ""
    return f"您{offer.act.name}" if offer.allowed else f"{people_words(offer.act.by, '')}{offer.act.name}"


def timeline(
    entries: Iterable[Entry], *, waiting: str, today: date, closed: frozenset[str] = frozenset()
) -> list[dict[str, Any]]:
    """Return the record newest first, with what it waits for on top; of the entries `closed` to the reader only that they were done."""
    listed = list(entries)
    people = account_names()
    lines = [
        {**line, "note": "保密"} if str(entry.id) in closed else line
        for entry in reversed(listed)
        if (line := entry_line(entry, people.get(entry.actor, entry.actor)))
    ]
    return [*today_line(waiting, today), *lines]


def today_line(waiting: str, today: date) -> list[dict[str, Any]]:
    """Return the line on top of a timeline that says what is waited for today; none when nothing is."""
    at = f"{today.month}月{today.day}日"
    return [{"at": at, "title": "今天", "who": f"等{waiting}", "kind": "n", "chained": False}] if waiting else []


def entry_line(entry: Entry, who: str) -> dict[str, Any]:
    """Return one entry of the record as a line of the timeline."""
    return {
        "at": short_moment(entry.done_at),
        "title": act_name(entry.kind),
        "who": who,
        "note": facts_note(entry.facts, TOLD) or str(entry.facts.get("filename", "")),
        "kind": "p" if entry.kind in SUSPENDING else "",
        "chained": True,
    }


def chain(dossier: str, entries: Iterable[Entry]) -> dict[str, str]:
    """Return whether the dossier's chain holds, checked now over the record that is shown."""
    fault = verify_record(dossier, entries)
    return (
        {"state": "ok", "words": "记录链完整"}
        if fault is None
        else {"state": "stop", "words": f"{fault.where}：{fault.what}"}
    )


def paper_row(paper: Paper) -> dict[str, Any]:
    """Return one issued paper as a row."""
    return {
        "name": f"《{paper.name}》",
        "number": paper.number,
        "on": timezone.localdate(paper.issued_at),
        "href": f"/papers/{paper.id}/",
        "pdf_href": f"/papers/{paper.id}.pdf",
        "state": "ok",
        "words": "",
    }


def kept_files(
    rows: QuerySet[Evidence], state: CaseState, procedure: Procedure, given: Sequence[str] | None
) -> list[dict[str, Any]]:
    """Return files of a dossier as a form offers them; ticked are those `given` to this act, before that those that no act has used yet.

    A photo of another act is not proof of this one: a paper left at the door needs its own picture.
    """
    acts = (entry for entry in state.entries if procedure.act(entry.kind))
    used = {digest for entry in acts for digest in entry.evidence}
    return [
        {
            "digest": one.digest,
            "name": one.filename,
            "size": f"{one.size / 1024:,.0f} KB",
            "ticked": one.digest not in used if given is None else one.digest in given,
        }
        for one in rows.order_by("kept_at")
    ]
