"""列表 The matters somebody sees, what waits for whom, the work list, the people who supervise."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from yizhi.desk.papers.proceeding import state_of
from yizhi.desk.papers.words import due_badge
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Account, Role, SupervisionCertificate
from yizhi.rules.procedure.supervision import SUPERVISION

from .models import SupervisionMatter
from .permitting import checks, must_take_part, roles_in, supervises, visible
from .planning import sees_plans
from .view import head, pressing_act

PAGE = 30
SUPERVISING = (Role.SUPERVISOR, Role.JUSTICE)


def sides(identity: Identity, current: str) -> list[dict[str, Any]]:
    """Return the pages of this room that the identity has, as tabs."""
    rows = [("监督事项", "/supervision/")]
    rows += [("可以看的", "/supervision/findings/")] if supervises(identity) else []
    rows += [("年度计划", "/supervision/plan/")] if sees_plans(identity) else []
    rows += [("监督人员", "/supervision/people/")] if checks(identity) else []
    return [{"label": label, "href": href, "current": href == current} for label, href in rows]


def list_context(identity: Identity, asked: Mapping[str, str], *, now: datetime) -> dict[str, Any]:
    """Return the matters by page. `asked`: show open or over, after."""
    must_take_part(identity)
    over, after = asked.get("show") == "over", asked.get("after", "").replace("\x00", "")[:32]
    rows = visible(identity).filter(ended=over).select_related("body", "case").order_by("-dossier")
    found = list((rows.filter(dossier__lt=after) if after else rows)[: PAGE + 1])
    today = timezone.localdate(now)
    return {
        "sides": sides(identity, "/supervision/"),
        "tabs": [
            {"label": label, "href": href, "current": chosen == over}
            for label, href, chosen in (("没办结", "/supervision/", False), ("已办结", "/supervision/?show=over", True))
        ],
        "matters": [_line(identity, row, today) for row in found[:PAGE]],
        "registers": supervises(identity),
        "older": f"?{'show=over&' if over else ''}after={found[PAGE - 1].dossier_id}" if len(found) > PAGE else "",
    }


def _line(identity: Identity, row: SupervisionMatter, today: date) -> dict[str, Any]:
    return {
        **head(row, inside=supervises(identity)),
        "due": due_badge(row.due_on, today),
        "mine": waits_for(identity, row, today),
        "objected": row.objected,
    }


def waits_for(identity: Identity, row: SupervisionMatter, today: date) -> bool:
    """Tell whether a matter waits for this identity."""
    act = pressing_act(row, state_of(row.dossier_id, SUPERVISION), today) if not row.ended else None
    return bool(act and act.by & roles_in(identity, row))


def people_context(identity: Identity, *, now: datetime) -> dict[str, Any]:
    """Return everybody appointed to supervise, each with the certificates."""
    today = timezone.localdate(now)
    return {
        "sides": sides(identity, "/supervision/people/"),
        "people": [_person(one, today) for one in supervising(today)],
        "enters": identity.role == Role.JUSTICE,
    }


def supervising(on: date) -> list[Account]:
    """Return the accounts appointed to supervise on the day `on`, in the order of names."""
    rows = Account.objects.filter(appointments__role__in=SUPERVISING, appointments__valid_from__lte=on)
    return list(rows.exclude(appointments__valid_to__lte=on).distinct().order_by("username"))


def _person(account: Account, today: date) -> dict[str, Any]:
    held = SupervisionCertificate.objects.known().filter(account=account).order_by("valid_from")
    rows = [{"number": one.number, "since": one.valid_from, "until": one.valid_to} for one in held]
    counts = any(one.valid_from <= today and (one.valid_to is None or one.valid_to > today) for one in held)
    soon = counts and not any(one.valid_to is None or one.valid_to > today + timedelta(days=30) for one in held)
    return {
        "name": account.name,
        "demo": account.demo,
        "certificates": rows,
        "state": "stop" if not counts else "soon" if soon else "ok",
        "words": "不算" if not counts else "30 天内到期" if soon else "算 1 人",
    }
