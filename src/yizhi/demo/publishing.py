"""公示（示意） Decisions drafted by their officers and published by their bodies' reviewers; last year's figures; one application for a file."""

from datetime import datetime, timedelta

from django.utils import timezone
from uuid_utils.compat import uuid7

from yizhi.desk.cases.models import Case
from yizhi.desk.disclosure import applying, figuring
from yizhi.desk.disclosure.actions import draft, perform
from yizhi.desk.disclosure.around import decision_of
from yizhi.desk.disclosure.queries import undrafted
from yizhi.desk.papers.telling import Told
from yizhi.desk.people.identity import Identity, identities
from yizhi.desk.people.models import Account, Appointment, Role
from yizhi.rules.disclosure.table import TEXTS

ANSWERS = {"endangers": False, "third_party": False}


WORDS = "本年度执法情况示意：处罚前都已告知，没有超过期限的。"
ASKED = "某年某月对某餐馆的处罚案卷（示意）"


def publish(officer: Identity, reviewer: Identity, case: str, at: datetime, *, now: datetime) -> None:
    """Draft at three minutes before `at`, review and publish at `at`."""
    dossier, market = _draft(officer, case, at - timedelta(minutes=3), now)
    told = Told(id=uuid7(), kind="publish_disclosure", facts=ANSWERS | market, done_at=at)
    perform(reviewer, dossier, told, now=now)


def _draft(officer: Identity, case: str, at: datetime, now: datetime) -> tuple[str, dict[str, bool]]:
    """Return the new disclosure, and what is asked besides in the market domain."""
    decision = decision_of(Case.objects.select_related("item", "party", "body").get(dossier=case))
    assert decision is not None, "a story publishes what it has decided"
    columns = decision.columns()
    told = Told(id=uuid7(), kind="draft_disclosure", facts={name: columns[name] for name in TEXTS}, done_at=at)
    lower = {"lower_fine": True} if decision.domain == "market" else {}
    return draft(officer, case, told, now=now).disclosure.dossier_id, lower


def play_disclosure(now: datetime) -> None:
    """Publish last year's figures of every body that decided anything, draft one decision, receive one application."""
    year = timezone.localdate(now).year - 1
    at = min(timezone.make_aware(datetime(year + 1, 1, 20, 10)), now - timedelta(minutes=30))  # noqa: DTZ001
    for appointment in Appointment.objects.filter(role=Role.REVIEWER).select_related("account").order_by("body"):
        if figuring.owed(appointment.body_id, year):
            who = _who(appointment.account.username, now)
            row = figuring.compute(who, _step(figuring.COMPUTE, at, year=year), now=at).row
            figuring.perform(who, row.dossier_id, _step(figuring.PUBLISH, at, words=WORDS), now=at)
    officer, reviewer, moment = _who("duiyuan", now), _who("fazhi", now), now - timedelta(minutes=20)
    for case in undrafted(officer).filter(body=officer.body)[:2]:
        _draft(officer, case.dossier_id, moment, moment)
    received = (timezone.localdate(now) - timedelta(days=9)).isoformat()
    facts = {"applicant": "演示申请人", "asked": ASKED, "received_on": received}
    applying.receive(reviewer, _step(applying.RECEIVE, moment, **facts), now=moment)


def _step(kind: str, at: datetime, **facts: object) -> Told:
    return Told(id=uuid7(), kind=kind, facts=facts, done_at=at)


def _who(username: str, now: datetime) -> Identity:
    return identities(Account.objects.get(username=username), on=timezone.localdate(now))[0]
