"""当时的情形 The world around an act: who acts in which role, the party, the calendar and the rules, what the county has decided."""

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone

from yizhi.desk.matters.queries import Standing, standing
from yizhi.desk.parties.models import Party
from yizhi.desk.people.called import account_names, officer_names, officers_behind, officers_bodies
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Role
from yizhi.desk.rulings.hearing_sums import hearing_sum
from yizhi.desk.rulings.queries import readings
from yizhi.rules.authority import Answer
from yizhi.rules.procedure.judging import Circumstances
from yizhi.rules.procedure.state import CaseState
from yizhi.rules.procedure.table import APPROVER, CLERK, LEGAL_REVIEWER, OFFICER, REVIEWER

from .ground import Ground

PARTY_KINDS: Mapping[str, str] = {
    Party.Kind.ENTERPRISE: "organisation",
    Party.Kind.ORGANISATION: "organisation",
    Party.Kind.SELF_EMPLOYED: "self_employed",
}
ROLES: Mapping[str, frozenset[str]] = {
    Role.OFFICER: frozenset({OFFICER, CLERK}),
    Role.CAPTAIN: frozenset({OFFICER, CLERK}),
    Role.APPROVER: frozenset({APPROVER}),
    Role.REVIEWER: frozenset({REVIEWER, LEGAL_REVIEWER}),
}


def circumstances(
    identity: Identity,
    ground: Ground,
    state: CaseState,
    *,
    now: datetime,
    answer: Answer | None = None,
    law: Standing | None = None,
) -> Circumstances:
    """Return the world around an act of this identity on this dossier."""
    law = law or standing()
    return Circumstances(
        now=now,
        calendar=law.calendar,
        table=law.rules,
        dictionary=law.dictionary,
        domain=ground.domain,
        party_kind=PARTY_KINDS.get(ground.party_kind, "individual"),
        actor=identity.account,
        roles=roles_of(identity, ground),
        authority=answer.explained if answer else (),
        officer_of=_officers_of(identity, state),
        names=_names(state),
        reviewer_qualified=identity.law_qualified or not identity.first_time_reviewer
        if identity.role == Role.REVIEWER
        else None,
        readings=readings(timezone.localdate(now)),
        elsewhere=ground.elsewhere,
        born=ground.born,
        benchmark=ground.benchmark,
        body_kind=ground.body_kind,
        body_domain=ground.body_domain,
        in_territory=ground.in_territory,
        visiting=ground.visiting,
        body_of=officers_bodies(timezone.localdate(now)),
        hearing_sum=hearing_sum(ground.domain, timezone.localdate(now)),
    )


def roles_of(identity: Identity, ground: Ground) -> frozenset[str]:
    """Return what the identity may be in this dossier: who approves or reviews does so for the dossier's own body."""
    roles = ROLES.get(identity.role, frozenset())
    return roles if identity.role in {Role.OFFICER, Role.CAPTAIN} or identity.body == ground.body else frozenset()


def _officers_of(identity: Identity, state: CaseState) -> dict[str, str]:
    known = officers_behind()
    actors = {entry.actor for entry in state.entries} | {identity.account}
    return {actor: known[actor] for actor in actors if actor in known}


def _names(state: CaseState) -> dict[str, str]:
    known, accounts = officer_names(), account_names()
    codes = {code for entry in state.entries for code in entry.officers} | set(state.handlers)
    named = {code: known[code] for code in codes if code in known}
    return named | {one: accounts[one] for one in state.recused if one in accounts}
