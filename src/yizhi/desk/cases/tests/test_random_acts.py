"""随意办 Whoever tries whatever, in any order and at any time: no decision without what the law asks before it, and the copies stay true."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from tests.cast import Cast, at, build, fresh, later

from yizhi.desk.cases.actions import perform
from yizhi.desk.cases.models import Case
from yizhi.desk.cases.queries import visible
from yizhi.desk.cases.replay import differences
from yizhi.desk.cases.tests.test_ordinary_case import PAIR, PRESENT, REST, WAY, go, lead_of
from yizhi.desk.matters.queries import standing
from yizhi.desk.papers.telling import Told
from yizhi.desk.papers.verifying import verify as verify_papers
from yizhi.desk.record.models import Entry
from yizhi.desk.record.queries import verify
from yizhi.rules.procedure.ordinary import ORDINARY
from yizhi.rules.refusal import Refusal

QUALIFIED = {"o-jia", "o-yi", "o-captain"}
WHO = ("jia", "yi", "bing", "ji", "captain", "wu", "justice", "posted_as_town")
USUAL = {kind: (who, facts) for who, kind, _, facts in WAY + REST}
ORDER = [kind for _, kind, _, _ in WAY + REST]
PAIRS: tuple[Sequence[str], ...] = (
    PAIR,
    PAIR,
    PAIR,
    ("o-jia",),
    ("o-jia", "o-wu"),
    ("o-yi", "o-captain"),
    ("o-jia", "o-jia"),
)
DEFENCE: dict[str, dict[str, Any]] = {
    "waive_defence": {},
    "hear_defence": {"defence_text": "已经清走一半。"},
    "review_defence": {"defence_accepted": "not_accepted", "defence_opinion": "已经考虑。"},
    "supplement_investigation": {"reason": "事实不清。"},
}
KINDS = sorted({act.kind for act in ORDINARY.acts})
ON_SCENE = PRESENT | {"waive_defence", "hear_defence"}


class Anybody(RuleBasedStateMachine):
    """One dossier on which people try things; what is refused leaves nothing behind."""

    cast: Cast
    decisions = 0

    def __init__(self) -> None:
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.dossier = lead_of(self.cast)
        self.now = at("2026-06-02")

    @initialize(steps=st.sampled_from((0, 2, 6, len(WAY) - 1, len(WAY), len(WAY))))
    def a_beginning(self, steps: int) -> None:
        go(self.cast, self.dossier, WAY[:steps])
        self.now = later(Entry.objects.filter(dossier=self.dossier).latest("seq").done_at, hours=1)

    @rule(skip=st.sampled_from((0, 0, 0, 0, 1, 2)), pair=st.sampled_from(PAIRS), days=st.sampled_from((0, 1, 9)))
    def what_comes_next(self, skip: int, pair: Sequence[str], days: int) -> None:
        done = set(Entry.objects.filter(dossier=self.dossier).values_list("kind", flat=True))
        left = [kind for kind in ORDER if kind not in done] or ORDER
        kind = left[min(skip, len(left) - 1)]
        self.attempt(USUAL[kind][0], kind, USUAL[kind][1], pair, days)

    @rule(kind=st.sampled_from(sorted(DEFENCE)), days=st.integers(0, 2))
    def something_in_between(self, kind: str, days: int) -> None:
        self.attempt("jia", kind, DEFENCE[kind], PAIR, days)

    @rule(
        kind=st.sampled_from(KINDS),
        who=st.sampled_from(WHO),
        pair=st.sampled_from(PAIRS),
        days=st.integers(0, 3),
        back=st.sampled_from((0, 0, 30)),
    )
    def anything(self, kind: str, who: str, pair: Sequence[str], days: int, back: int) -> None:
        self.attempt(who, kind, USUAL.get(kind, ("", DEFENCE.get(kind, {})))[1], pair, days, back)

    def attempt(
        self, who: str, kind: str, facts: dict[str, Any], pair: Sequence[str], days: int, back: int = 0
    ) -> None:
        self.now = later(self.now, days=days, hours=1)
        facts = {key: self.now.date().isoformat() if key in ("served_on", "paid_on") else facts[key] for key in facts}
        if kind == "open_case":
            facts["handlers"] = list(pair)
        told = Told(
            id=fresh(),
            kind=kind,
            done_at=self.now - timedelta(days=back),
            facts=facts,
            officers=tuple(pair) if kind in ON_SCENE else (),
        )
        before = Entry.objects.filter(dossier=self.dossier).count()
        try:
            perform(getattr(self.cast, who), self.dossier, told, now=self.now)
        except Refusal as refusal:
            assert all(reason.sentence for reason in refusal.reasons)
            assert Entry.objects.filter(dossier=self.dossier).count() == before
            return
        if kind == "decide_penalty":
            type(self).decisions += 1
            lawful(list(Entry.objects.filter(dossier=self.dossier).order_by("seq")))

    def teardown(self) -> None:
        try:
            assert list(differences(now=self.now)) == []
            assert list(verify()) == list(verify_papers()) == []
            assert list(visible(self.cast.wu)) == []
            assert all(len(case.handlers) >= 2 for case in Case.objects.all())
        finally:
            transaction.set_rollback(True)
            self.undo.__exit__(None, None, None)


def lawful(entries: list[Entry]) -> None:
    """Read the record before the decision without any of the guards."""
    decision, before = entries[-1], entries[:-1]
    handlers = [entry.facts["handlers"] for entry in before if entry.facts.get("handlers")][-1]
    assert len(set(handlers) & QUALIFIED) >= 2, "two qualified officers"
    notice = last(before, "prior_notice")
    service = last(before[before.index(notice) :], "serve_notice")
    later_on = before[before.index(service) :]
    heard, reviewed = of(later_on, "hear_defence"), of(later_on, "review_defence")
    served, decided = (
        date.fromisoformat(service.facts["served_on"]),
        decision.done_at.astimezone(at("2026-06-01").tzinfo).date(),
    )
    calendar = standing().calendar
    between = sum(calendar.is_workday(served + timedelta(days=n)) for n in range(1, (decided - served).days))
    assert between >= 5 or of(later_on, "waive_defence") or reviewed, "the defence period is over"
    assert not heard or (reviewed and reviewed[-1].seq > heard[-1].seq), "what was said is examined"
    concluded = last(before, "conclude_investigation")
    review = last(before[before.index(concluded) :], "review_case", "review_legality")
    assert review.facts["outcome"] == "agree" and review.actor == "bing", "reviewed by somebody else"
    assert float(decision.facts.get("fine_yuan") or 0) <= float(notice.facts.get("proposed_fine_yuan") or 0)
    assert decision.actor == "ji" and decision.done_at >= notice.done_at


def of(entries: list[Entry], *kinds: str) -> list[Entry]:
    return [entry for entry in entries if entry.kind in kinds]


def last(entries: list[Entry], *kinds: str) -> Entry:
    found = of(entries, *kinds)
    assert found, f"no {kinds} before the decision"
    return found[-1]


@pytest.mark.django_db
def test_no_way_of_trying_leads_past_the_law() -> None:
    Anybody.cast = build()
    run_state_machine_as_test(
        Anybody,
        settings=settings(
            max_examples=16,
            stateful_step_count=16,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert Anybody.decisions, "otherwise nothing was proved"
