"""问一问 From plain words and a place to the item, whose power it is, who may go, which papers; a lead starts from the answer."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from urllib.parse import quote, urlencode

from django.utils import timezone
from uuid_utils.compat import uuid7

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.hearing import intents
from yizhi.desk.matters.models import ItemVersion
from yizhi.desk.matters.queries import (
    FoundItem,
    Person,
    ask,
    boundary_card,
    boundary_lines,
    by_whom,
    find_whose,
    people_for,
)
from yizhi.desk.papers.kinds import paper_kind
from yizhi.desk.papers.words import MODES, officer_strip, worth_showing
from yizhi.desk.people.identity import Identity, towns_seen
from yizhi.desk.places.models import Town, Village
from yizhi.rules.authority import Answer
from yizhi.rules.deadlines import domain_of
from yizhi.rules.refusal import Refusal

WHO = 4
ON_SCENE = ("scene-record", "inquiry-record", "service-address")
OPENING = ("lead-registration", "case-opening-approval")


def ask_context(identity: Identity, asked: Mapping[str, str], *, now: datetime) -> dict[str, Any]:
    """Return the context of 问一问: the question as typed, what was found, the answer to the one chosen."""
    today = timezone.localdate(now)
    words, place, on = asked.get("q", "").strip()[:500], asked.get("place", ""), _day(asked.get("on", ""), today)
    towns = towns_seen(identity)
    town, village = _place(place, towns, identity)
    context: dict[str, Any] = {
        "asked": {
            "q": words,
            "place": place or _option(town, village),
            "place_words": _place_words(town, village),
            "on": on.isoformat(),
        },
        "today": today,
        "places": [_group(each) for each in towns],
        "verdict": "",
        "elsewhere": None,
        "answer": None,
        "lead": None,
        "more": [],
    }
    if not words or town is None:
        return context
    heard = find_whose(words, town=town.code, on=on)
    likeliest = heard.items[0] if heard.answer == "item" else None
    chosen = next((one for one in heard.items if one.code == asked.get("item")), likeliest)
    query = {"q": words, "place": context["asked"]["place"], "on": on.isoformat()}
    context["verdict"] = heard.answer
    context["elsewhere"] = intents().get(heard.intent) if heard.answer == "not-an-item" else None
    context["correct"] = _correction(heard.items, chosen, asked)
    context["found"] = [_pick(rank, one, one is chosen, query) for rank, one in enumerate(heard.items, 1)]
    if chosen is not None:
        context |= _answered(identity, chosen.code, words, town, village, on)
    return context


def _correction(items: Sequence[FoundItem], chosen: FoundItem | None, asked: Mapping[str, str]) -> dict[str, Any]:
    """Return what the one-press correction sends: what stood first, and what was chosen instead of it, if anything."""
    other = chosen is not None and asked.get("item") == chosen.code and chosen is not items[0]
    return {
        "shown": items[0].code if items else "",
        "meant": chosen.code if chosen and other else "",
        "told": asked.get("told") == "yes",
    }


def _answered(
    identity: Identity, item: str, words: str, town: Town, village: Village | None, on: date
) -> dict[str, Any]:
    people = people_for(item, town.code, on, "open_case")
    able = [person.code for person in worth_showing(people, WHO, identity.officer) if person.counts]
    officers = able[:2] or ([identity.officer] if identity.officer else [])
    question = {"item": item, "town": town.code, "on": on.isoformat(), "action": "open_case", "officers": officers}
    try:
        answer = ask(question)
    except Refusal as refusal:
        return {"answer": _unanswered(refusal)}
    version = ItemVersion.objects.known().filter(item=item).select_related("owner").order_by("-valid_from").first()
    body = Body.objects.select_related("parent").filter(code=answer.deciding_body or "").first()
    asked = {
        "words": words,
        "town": town.code,
        "village": village.code if village else "",
        "item": item,
        "on": on.isoformat(),
    }
    seen = body is not None and identity.officer and identity.sight.sees(body.code, town.code, answer.mode or "")
    return {
        "answer": {
            **_answer(identity, answer, body, version, people),
            "steps": _steps(identity, item, town, body, version, on),
            "change": _others(
                people, f"/items/{quote(item, safe='')}/pairs/?{urlencode({'town': town.code, 'on': on})}"
            ),
        },
        "lead": _lead_form(asked, body.code if body else identity.body, officers) if seen else None,
        "more": [{"label": "当场查处（简易程序）", "href": f"/cases/on-spot/?{urlencode(asked)}"}]
        if seen and answer.allowed
        else [],
    }


def _steps(
    identity: Identity, item: str, town: Town, body: Body | None, version: ItemVersion | None, on: date
) -> list[dict[str, str]]:
    """Return who does what of the item here, as its boundary card says, with the names of this place; the same name once."""
    names = {"town": town.name}
    names |= {"holder": body.name} if body else {}
    names |= {"owner": version.owner.name} if version else {}
    lines = boundary_lines(boundary_card(identity, item, on), names)
    return [{"steps": steps, "who": who} for who, steps in by_whom(lines).items()]


def _unanswered(refusal: Refusal) -> dict[str, Any]:
    reasons = [reason.as_dict() for reason in refusal.reasons]
    return {"state": "stop", "sentence": "问不出结果。", "second": "", "reasons": reasons}


def _lead_form(asked: Mapping[str, str], body: str, officers: Sequence[str]) -> dict[str, Any]:
    """Return the form that registers a lead and keeps this answer: nothing is typed again, and sent twice it is one lead."""
    fields = [("id", str(uuid7())), *asked.items(), ("body", body), *(("asked_for", officer) for officer in officers)]
    return {"href": "/leads/register/", "label": "登记线索，带上这些内容", "fields": fields}


def _answer(
    identity: Identity,
    answer: Answer,
    body: Body | None,
    version: ItemVersion | None,
    people: Sequence[Person],
) -> dict[str, Any]:
    name = body.name if body else ""
    state = "ok" if answer.allowed else "stop"
    domain = domain_of(version.domain if version else "")
    stops = [reason for reason in answer.explained if reason.severity != "note"]
    return {
        "state": state,
        "sentence": f"能办。以{name}的名义。" if answer.allowed else "现在不能办。",
        "second": "两个人现在就可以去。" if answer.allowed else (stops[0].sentence if stops else ""),
        "body": {"name": name, "mode": MODES.get(answer.mode or "", ""), "note": _body_note(body)} if body else None,
        "officers": [
            officer_strip(person, identity.officer) for person in worth_showing(people, WHO, identity.officer)[:WHO]
        ],
        "papers": [
            {"stage": "现场", "names": _names(ON_SCENE, domain)},
            {"stage": "立案", "names": _names(OPENING, domain)},
        ]
        if answer.allowed
        else [],
        "grounds": _grounds(version),
        "reasons": [reason.as_dict() for reason in answer.explained],
        "cures": [{"sentence": reason.cure, "note": reason.article} for reason in stops if reason.cure],
        "alternatives": [],
        "missing": [],
    }


def _others(people: Sequence[Person], pairs_href: str) -> dict[str, str] | None:
    more = sum(person.counts for person in people) - WHO
    return {"label": f"还有 {more} 人今天也可以，看谁能搭档", "href": pairs_href} if more > 0 else None


def _body_note(body: Body | None) -> str:
    review = f"复议找{body.parent.name}。" if body and body.parent else ""
    return f"印章、案号、被申请人都是它。{review}片区队不署名、不用章。"


def _names(kinds: Sequence[str], domain: str) -> list[str]:
    return [paper_kind(kind).name_for(domain) for kind in kinds]


def _grounds(version: ItemVersion | None) -> list[dict[str, str]]:
    if version is None:
        return []
    rows = [
        {"sentence": f"{version.name}，依据《{row['law']}》。", "article": f"{row['law']} {row['article']}"}
        for row in version.bases
    ]
    return rows or [{"sentence": f"{version.name}。清单没有写明设定依据，办理前请核对。", "article": ""}]


def _pick(rank: int, one: FoundItem, current: bool, query: Mapping[str, str]) -> dict[str, Any]:
    return {
        "rank": rank,
        "name": one.name,
        "words": list(one.words),
        "whose": one.whose,
        "href": f"/ask/?{urlencode({**query, 'item': one.code})}",
        "current": current,
    }


def _day(text: str, today: date) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return today


def _group(town: Town) -> dict[str, Any]:
    villages = Village.objects.filter(town=town).order_by("code")
    return {
        "group": town.name,
        "options": [
            {"value": town.code, "label": town.name},
            *({"value": one.code, "label": f"{town.name} {one.name}"} for one in villages),
        ],
    }


def _place(place: str, towns: Sequence[Town], identity: Identity) -> tuple[Town | None, Village | None]:
    village = Village.objects.select_related("town").filter(code=place).first()
    if village is not None:
        return village.town, village
    town = next((each for each in towns if each.code == place), None)
    own = Body.objects.filter(code=identity.body).first()
    mine = next((each for each in towns if own and each.code == own.town_id), None)
    return town or mine or (towns[0] if towns else None), None


def _option(town: Town | None, village: Village | None) -> str:
    return village.code if village else town.code if town else ""


def _place_words(town: Town | None, village: Village | None) -> str:
    return " ".join(part for part in (town.name if town else "", village.name if village else "") if part)
