"""线索表单 What a person sends when registering or settling a lead."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from yizhi.desk.parties.queries import parties
from yizhi.desk.people.identity import Identity
from yizhi.rules.refusal import bad_input

from .actions import Sighting
from .models import Lead

CHOICES = 8


def read_sighting(sent: QueryDict, *, today: date) -> Sighting:
    """Return what was seen as a form or the answer of 问一问 tells it. Raises `BadInput` when nothing is said or a day cannot be read."""
    text = {
        key: sent.get(key, "").strip()
        for key in ("words", "town", "village", "place", "item", "party", "body", "source", "on", "act_day")
    }
    if not text["words"]:
        raise bad_input("words", "没有写看到了什么。", "用一句话写清看到的事。")
    return Sighting(
        words=text["words"][:500],
        town=text["town"],
        body=text["body"],
        found_on=_day(text["on"], "on", "发现日期") or today,
        village=text["village"],
        place=text["place"],
        item=text["item"],
        party=text["party"],
        act_day=_day(text["act_day"], "act_day", "违法行为发生日") or _day(text["on"], "on", "发现日期") or today,
        source=text["source"] or "patrol",
        asked_for=tuple(sent.getlist("asked_for")[:2]),
    )


def _day(text: str, about: str, label: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise bad_input(about, f"{label}看不懂。", "写作 2026-09-05。") from None


def settle_context(identity: Identity, asked: Mapping[str, str], lead: Lead) -> dict[str, Any]:
    """Return what the settling form offers: the party just registered, or those found by what was typed; none before."""
    back, q = f"/leads/{lead.dossier_id}/", asked.get("party_q", "").strip()[:60]
    named = list(parties(identity).filter(code=asked.get("party", "")))
    found = named or (list(parties(identity, q)[:CHOICES]) if q else [])
    return {
        "party_q": q or (named[0].name if named else ""),
        "party_found": [{"code": one.code, "words": f"{one.name}（{one.get_kind_display()}）"} for one in found],
        "party_new_href": f"/parties/new/?{urlencode({'name': q, 'town': lead.town_id, 'next': back})}",
        "settle_href": f"{back}settle/",
    }
