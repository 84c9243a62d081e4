"""谁能监督、谁看得见 Default deny. Nobody who supervises is given anything of a case but to read what a registered matter is about.

The justice office of a town registers and gathers for the towns of its area. The body supervised sees what was sent to it, the county
government what was reported to it. For everybody else there is no such matter.
"""

from django.db.models import Q, QuerySet

from yizhi.desk.bodies.models import Body
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Role
from yizhi.desk.people.sight import NOTHING
from yizhi.rules.procedure.table import GOVERNMENT, JUSTICE, JUSTICE_OFFICE, SUPERVISED, SUPERVISOR
from yizhi.rules.refusal import Absent

from .models import SupervisionMatter

SPEAKS = frozenset({Role.APPROVER, Role.LIAISON})
SUPERVISING = {Role.JUSTICE: JUSTICE, Role.SUPERVISOR: SUPERVISOR, Role.JUSTICE_OFFICE: JUSTICE_OFFICE}


def supervises(identity: Identity) -> bool:
    """Tell whether the identity supervises at all, be it only by helping."""
    return identity.role in SUPERVISING


def checks(identity: Identity) -> bool:
    """Tell whether the identity supervises in the whole county and may read a case that a matter is about."""
    return identity.role in {Role.JUSTICE, Role.SUPERVISOR}


def heads(identity: Identity) -> bool:
    """Tell whether the identity decides for the county's government."""
    return (
        identity.role == Role.APPROVER and Body.objects.filter(code=identity.body, kind=Body.Kind.GOVERNMENT).exists()
    )


def visible(identity: Identity) -> QuerySet[SupervisionMatter]:
    """Return the matters this identity sees."""
    return SupervisionMatter.objects.filter(_seen(identity))


def _seen(identity: Identity) -> Q:
    if supervises(identity):
        towns = identity.sight.oversees
        return Q() if towns is None else Q(body__town__in=sorted(towns))
    if heads(identity):
        return Q(reported=True)
    return Q(body=identity.body, told=True) if identity.role in SPEAKS else NOTHING


def matter(identity: Identity, dossier: str) -> SupervisionMatter:
    """Return one matter. Raises `Absent` when there is none that this identity sees."""
    found = visible(identity).select_related("body", "case", "case__item", "case__town").filter(dossier=dossier).first()
    if found is None:
        raise Absent("这件监督事项")
    return found


def bodies(identity: Identity) -> QuerySet[Body]:
    """Return the bodies this identity may register a matter against: never the government itself."""
    rows = Body.objects.exclude(kind=Body.Kind.GOVERNMENT).order_by("code")
    towns = identity.sight.oversees
    if not supervises(identity) or towns == frozenset():
        return rows.none()
    return rows if towns is None else rows.filter(town__in=sorted(towns))


def roles_in(identity: Identity, found: SupervisionMatter) -> frozenset[str]:
    """Return what the identity may be in a matter that it sees."""
    if supervises(identity):
        return frozenset({SUPERVISING[Role(identity.role)]})
    if heads(identity):
        return frozenset({GOVERNMENT})
    own = identity.role in SPEAKS and identity.body == found.body_id
    return frozenset({SUPERVISED}) if own else frozenset()


def must_take_part(identity: Identity) -> None:
    """Let pass who supervises, answers for a body, or decides for the government. For others the page is not there."""
    if not (supervises(identity) or identity.role in SPEAKS):
        raise Absent("这一页")


def must_supervise(identity: Identity, *, whole: bool = False) -> None:
    """Let pass who supervises; `whole` only who does so in the whole county. For others the page is not there."""
    if not (checks(identity) if whole else supervises(identity)):
        raise Absent("这一页")
