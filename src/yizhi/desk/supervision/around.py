"""监督事项周围 What a matter is judged by: is its case in review, is the same supervised already, who holds a certificate today."""

from datetime import date, datetime

from yizhi.desk.cases.models import Case
from yizhi.desk.matters.queries import standing
from yizhi.desk.papers.ground import Ground
from yizhi.desk.papers.proceeding import state_of
from yizhi.desk.people.called import account_names, officer_names
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import SupervisionCertificate
from yizhi.rules.procedure.judging import Circumstances
from yizhi.rules.procedure.oversight import Contested, Oversight
from yizhi.rules.procedure.remedies import contest, contest_open
from yizhi.rules.procedure.supervision import SUPERVISION
from yizhi.rules.procedure.tables import procedure_of

from .models import SupervisionMatter
from .permitting import roles_in


def world(identity: Identity, matter: SupervisionMatter, *, on: date, now: datetime) -> Circumstances:
    """Return the circumstances of an act of this identity done on the day `on` in a matter that was found for it."""
    law = standing()
    return Circumstances(
        now=now,
        calendar=law.calendar,
        table=law.rules,
        dictionary=law.dictionary,
        actor=identity.account,
        roles=roles_in(identity, matter),
        names={**officer_names(), **account_names()},
        oversight=oversight(matter, on=on),
    )


def oversight(matter: SupervisionMatter, *, on: date) -> Oversight:
    """Return what a matter is judged by on the day `on` besides its own record."""
    others = SupervisionMatter.objects.filter(ended=False, body=matter.body_id, case=matter.case_id).exclude(
        pk=matter.pk
    )
    other = others.values_list("dossier", flat=True).first() or ""
    return Oversight(
        contested=contested(matter.case),
        same=other if matter.case_id else "",
        likewise="" if matter.case_id else other,
        certified=certified(on),
    )


def contested(case: Case | None) -> Contested:
    """Return whether review or litigation about a case is pending or over; empty when there was none."""
    if case is None:
        return ""
    state = state_of(case.dossier_id, procedure_of(case.procedure, int(case.procedure_version)))
    if contest_open(state) is not None:
        return "pending"
    return "over" if contest(state) is not None else ""


def certified(on: date) -> frozenset[str]:
    """Return the accounts that hold a supervision certificate on the day `on`."""
    rows = SupervisionCertificate.objects.known().holding(on)
    return frozenset(rows.values_list("account__username", flat=True))


def ground_of(matter: SupervisionMatter, issuer: str) -> Ground:
    """Return what is settled about a matter for the papers that the body `issuer` issues. It lies in no town."""
    return Ground(
        dossier=matter.dossier_id,
        procedure=SUPERVISION.kind,
        procedure_version=SUPERVISION.version,
        body=issuer,
        town="",
        item="",
        title=title_of(matter),
        act_day=matter.registered_on,
        demo=matter.demo,
    )


def title_of(matter: SupervisionMatter) -> str:
    """Return what a matter is called: the body, and the case by its number."""
    about = f"（{matter.case.number or matter.case.dossier_id}）" if matter.case else ""
    return f"对{matter.body.short_name or matter.body.name}的监督{about}"
