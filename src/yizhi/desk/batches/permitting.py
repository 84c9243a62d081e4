"""谁做哪一步 Whose step it is, default deny: the office that arranges powers drafts, each side speaks for itself, justice checks, the head decides.

What another body has signed on paper may be entered for it by the office that arranges powers, with the letter's number.
"""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet

from yizhi.desk.bodies.models import Body
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Role
from yizhi.rules.batches import Step
from yizhi.rules.refusal import Absent, Refusal, refuse

from .models import Batch

SPEAKS = frozenset({Role.APPROVER, Role.LIAISON})
WHO = {
    "keeper": "机构编制部门",
    "side": "部门或者镇（街道）的负责人、联络员",
    "taker": "承接的机关的负责人、联络员",
    "justice": "司法行政部门",
    "head": "县级人民政府负责人",
}


def visible(identity: Identity) -> QuerySet[Batch]:
    """Return the batches this identity sees: published ones are public, earlier ones are for those who have a step in them."""
    if not identity.account:
        return Batch.objects.none()
    if watches(identity):
        return Batch.objects.all()
    published = Q(published_on__isnull=False)
    mine = Q(pk__in=Batch.objects.filter(sides__body=identity.body).values("pk")) if _speaks(identity) else Q()
    return Batch.objects.filter(published | mine if mine else published)


def found(identity: Identity, dossier: str) -> Batch:
    """Return one batch. Raises `Absent` when there is none that this identity sees."""
    batch = visible(identity).filter(dossier=dossier).first()
    if batch is None:
        raise Absent("这个批次")
    return batch


def keeps(identity: Identity) -> bool:
    """Tell whether the identity arranges powers: drafts, publishes, reviews."""
    return identity.role == Role.ESTABLISHMENT


def heads(identity: Identity) -> bool:
    """Tell whether the identity decides for the county's government."""
    return (
        identity.role == Role.APPROVER and Body.objects.filter(code=identity.body, kind=Body.Kind.GOVERNMENT).exists()
    )


def watches(identity: Identity) -> bool:
    """Tell whether the identity is shown what needs somebody's eye in the whole county."""
    return keeps(identity) or identity.role == Role.JUSTICE or heads(identity)


def may(identity: Identity, step: Step, facts: Mapping[str, Any]) -> bool:
    """Tell whether the step is this identity's own, not looking at letters."""
    if step.who in {"side", "taker"}:
        return _speaks(identity) and identity.body == facts.get("body", identity.body)
    if step.who == "justice":
        return identity.role == Role.JUSTICE
    return heads(identity) if step.who == "head" else keeps(identity)


def refuse_others(identity: Identity, step: Step, facts: Mapping[str, Any]) -> None:
    """Refuse a step that is another's. The keeper may enter what another has signed on paper, with the letter's number."""
    if may(identity, step, facts):
        return
    if keeps(identity):
        if facts.get("letter") or step.who == "head":
            return
        raise refuse(
            "letter-missing",
            f"这一步是{WHO[step.who]}的。代为录入的，要写明来文的文号。",
            step.article,
            "写明来文文号；没有来文的，请对方自己办。",
            "letter",
        )
    raise _not_yours(step)


def _speaks(identity: Identity) -> bool:
    return identity.role in SPEAKS


def _not_yours(step: Step) -> Refusal:
    return refuse("not-your-step", f"{step.name}由{WHO[step.who]}办。", step.article, f"请{WHO[step.who]}办。", "kind")
