"""谁做哪一步 Whose step it is, default deny: who handles the case drafts, who reviews or answers for its body publishes. Seen is what the case's sight covers."""

from django.db.models import QuerySet

from yizhi.desk.cases.queries import visible as visible_cases
from yizhi.desk.papers.ground import Ground
from yizhi.desk.papers.world import roles_of
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Role
from yizhi.rules.disclosure import Step
from yizhi.rules.procedure.table import OFFICER
from yizhi.rules.refusal import Absent, refuse

from .models import Disclosure

WHO = {"handler": "承办人员", "body": "处罚机关的审核人员或者负责人"}
RESPONSIBLE = frozenset({Role.REVIEWER, Role.APPROVER})
__all__ = ["WHO", "found", "may", "refuse_others", "visible", "visible_cases"]


def visible(identity: Identity) -> QuerySet[Disclosure]:
    """Return the disclosures this identity sees: those of the cases it sees."""
    return Disclosure.objects.filter(identity.sight.q(mode="mode"))


def found(identity: Identity, dossier: str) -> Disclosure:
    """Return one disclosure. Raises `Absent`."""
    rows = visible(identity).select_related("case__item", "case__party", "case__body", "body", "town")
    row = rows.filter(dossier=dossier).first()
    if row is None:
        raise Absent("这条公示")
    return row


def may(identity: Identity, step: Step, ground: Ground) -> bool:
    """Tell whether the step is this identity's own."""
    if step.who == "handler":
        return OFFICER in roles_of(identity, ground)
    return identity.role in RESPONSIBLE and identity.body == ground.body


def refuse_others(identity: Identity, step: Step, ground: Ground) -> None:
    """Refuse a step that is another's."""
    if not may(identity, step, ground):
        raise refuse(
            "not-your-step", f"{step.name}由{WHO[step.who]}办。", step.article, f"请{WHO[step.who]}办。", "kind"
        )
