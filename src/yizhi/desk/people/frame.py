"""页框 What surrounds every signed-in page: who is here, in whose name, and where one can go. Only rooms that stand are named."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from .identity import Identity, identities
from .models import Account, Role

Place = tuple[str, str, str]
WORK: tuple[Place, ...] = (
    ("待办", "clipboard-text", "/"),
    ("问一问", "message-question", "/ask/"),
    ("线索", "eye", "/leads/"),
    ("案件", "gavel", "/cases/"),
)
VISITS: Place = ("检查", "search", "/inspections/")
LIMITS: Place = ("期限", "clock-exclamation", "/limits/")
DISCLOSURE: Place = ("公示", "world-search", "/disclosure/")
GROUND: tuple[Place, ...] = (
    ("清单", "table", "/lists/"),
    ("赋权批次", "file-certificate", "/batches/"),
    ("事项", "list-check", "/items/"),
    ("文书", "file-text", "/papers/"),
    ("当事人", "users", "/parties/"),
    ("日历", "calendar-event", "/calendar/"),
    ("规则", "scale", "/rules/"),
)
TEAM: tuple[Place, ...] = (
    ("队伍", "certificate", "/team/"),
    ("机关", "building-bank", "/bodies/"),
    ("区划", "map-pin", "/places/"),
)
SUPERVISION: Place = ("监督", "scale", "/supervision/")
UPKEEP: tuple[Place, ...] = (
    ("导入", "upload", "/imports/"),
    ("账号", "id", "/accounts/"),
    ("运行情况", "settings", "/fitness/"),
)
MORE: Place = ("更多", "checklist", "#menu")
SUPERVISES = frozenset({Role.SUPERVISOR, Role.JUSTICE_OFFICE})
TAKES_PART_IN_SUPERVISION = frozenset({Role.JUSTICE, Role.APPROVER, Role.LIAISON})
SEES_NO_CASE = frozenset({Role.ADMINISTRATOR, Role.ESTABLISHMENT}) | SUPERVISES
BELONGS_TO = {
    "/citations/": "/items/",
    "/boundary-cards/": "/items/",
    "/instruments/": "/lists/",
    "/letters/": "/lists/",
    "/disputes/": "/rules/",
    "/catalogue/": "/items/",
    "/statutes/": "/items/",
    "/officers/": "/team/",
    "/certificates/": "/team/",
    "/identity/": "/",
    "/supervision/": "/supervision/",
}


def for_page(request: HttpRequest) -> dict[str, Any]:
    """Give every template its `frame`; a page before sign-in, or of an account without an identity, has none."""
    identity: Identity | None = getattr(request, "identity", None)
    return {} if identity is None else {"frame": frame(request, identity)}


def frame(request: HttpRequest, identity: Identity) -> dict[str, Any]:
    """Return what the base template draws: person, acting body, every name the account may act in, side list and phone tabs."""
    here = _current(request.path)
    return {
        "person": identity.name,
        "acting_body": identity.body_short or identity.body_name,
        "acting_bodies": [_choice(each, identity) for each in _held(request)],
        "nav": [{"group": name, "items": _links(places, here)} for name, places in groups(identity)],
        "tabs": _links((*_tabs(identity), MORE), here),
        "current": here,
        "home_href": home(identity),
        "demo": settings.DEMO,
        "path": request.get_full_path() if request.method == "GET" else "/",
    }


def groups(identity: Identity) -> list[tuple[str, tuple[Place, ...]]]:
    """Return the groups of the side list that this identity has any use for."""
    found = [("依据", GROUND), ("队伍与机关", TEAM)]
    if identity.role == Role.ESTABLISHMENT:
        found.insert(0, ("办事", WORK[:1]))
    if identity.role not in SEES_NO_CASE:
        found.insert(0, ("办事", (*WORK, VISITS, LIMITS, DISCLOSURE)))
    if identity.role in SUPERVISES:
        found.insert(0, ("办事", WORK[:1]))
    if identity.role in SUPERVISES | TAKES_PART_IN_SUPERVISION:
        found.insert(1, ("监督", (SUPERVISION,)))
    if identity.may_maintain:
        found.append(("维护", UPKEEP if identity.role == Role.ADMINISTRATOR else UPKEEP[:1]))
    return found


def home(identity: Identity) -> str:
    """Return where an identity begins: the administrator with how the installation fares, everybody else with their work."""
    return UPKEEP[-1][2] if identity.role == Role.ADMINISTRATOR else "/"


def _tabs(identity: Identity) -> tuple[Place, ...]:
    if identity.role == Role.ADMINISTRATOR:
        return (UPKEEP[2], UPKEEP[1], UPKEEP[0], TEAM[1])
    if identity.role == Role.ESTABLISHMENT:
        return (WORK[0], *GROUND[:2], UPKEEP[0])
    if identity.role in SUPERVISES:
        return (WORK[0], SUPERVISION, GROUND[0], TEAM[0])
    return WORK


def _links(places: Iterable[Place], here: str) -> list[dict[str, Any]]:
    return [{"label": label, "icon": icon, "href": href, "current": href == here} for label, icon, href in places]


def _current(path: str) -> str:
    known = [
        href
        for _, _, href in (*WORK, VISITS, LIMITS, DISCLOSURE, *GROUND, *TEAM, *UPKEEP)
        if href != "/" and path.startswith(href)
    ]
    return known[0] if known else next((to for start, to in BELONGS_TO.items() if path.startswith(start)), path)


def _held(request: HttpRequest) -> list[Identity]:
    known: list[Identity] | None = getattr(request, "identities", None)
    if known is not None:
        return known
    return identities(request.user, on=timezone.localdate()) if isinstance(request.user, Account) else []


def _choice(held: Identity, active: Identity) -> dict[str, Any]:
    note = f"{Role(held.role).label}{'，' + held.area_name if held.area_name else ''}"
    return {"id": held.key, "name": held.body_name, "note": note, "current": held.key == active.key}
