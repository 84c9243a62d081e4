"""公示 A decision of a story is drafted by its officer as the product proposes it, and published by its body's reviewer."""

from datetime import datetime, timedelta

from uuid_utils.compat import uuid7

from yizhi.desk.cases.models import Case
from yizhi.desk.disclosure.actions import Told, draft, perform
from yizhi.desk.disclosure.around import decision_of
from yizhi.desk.people.identity import Identity
from yizhi.rules.disclosure.table import TEXTS

ANSWERS = {"endangers": False, "third_party": False}


def publish(officer: Identity, reviewer: Identity, case: str, at: datetime, *, now: datetime) -> None:
    """Draft at three minutes before `at`, review and publish at `at`."""
    decision = decision_of(Case.objects.select_related("item", "party", "body").get(dossier=case))
    assert decision is not None, "a story publishes what it has decided"
    columns = decision.columns()
    texts = {name: columns[name] for name in TEXTS}
    told = Told(id=uuid7(), kind="draft_disclosure", facts=texts, done_at=at - timedelta(minutes=3))
    drafted = draft(officer, case, told, now=now)
    answers = ANSWERS | ({"lower_fine": True} if decision.domain == "market" else {})
    told = Told(id=uuid7(), kind="publish_disclosure", facts=answers, done_at=at)
    perform(reviewer, drafted.disclosure.dossier_id, told, now=now)
