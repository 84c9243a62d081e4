"""机关 Who decides in its own name. Bodies are public facts: every signed-in role reads them."""

from datetime import date

from django.db.models import Q, QuerySet

from yizhi.rules.refusal import Absent

from .models import Body, Seal


def bodies(q: str = "", kind: str = "") -> QuerySet[Body]:
    """Return the bodies whose name or short name holds `q`, of one kind when given, in the order of kinds and codes."""
    found = Body.objects.select_related("parent", "town").order_by("kind", "code")
    if q:
        found = found.filter(Q(name__contains=q) | Q(short_name__contains=q) | Q(code=q))
    return found.filter(kind=kind) if kind else found


def body(code: str) -> Body:
    """Return one body with its review body and town. Raises `Absent`."""
    found = Body.objects.select_related("parent", "town", "county").filter(pk=code).first()
    if found is None:
        raise Absent("这个机关")
    return found


def body_of_town(town: str) -> Body | None:
    """Return the authority body of a town; none when it is not entered yet."""
    return Body.objects.filter(town=town).first()


def seal_on(body: str, on: date) -> Seal | None:
    """Return the seal a body uses on the day `on`, the newest when there are several."""
    held = Seal.objects.filter(body=body, valid_from__lte=on).filter(Q(valid_to=None) | Q(valid_to__gt=on))
    return held.order_by("-valid_from", "-pk").first()


def domains() -> list[str]:
    """Return the domains that departments answer for, each once, in the order of the departments' codes."""
    held = Body.objects.filter(kind=Body.Kind.DEPARTMENT).exclude(domain="").order_by("code")
    return list(dict.fromkeys(held.values_list("domain", flat=True)))
