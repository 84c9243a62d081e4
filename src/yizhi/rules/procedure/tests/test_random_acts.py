"""No sequence of random acts reaches a decision without two qualified officers, notice served, time to answer, and the review that is due."""

import random
from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yizhi.law import read_csv, read_rules, read_toml
from yizhi.rules.calendar import Calendar
from yizhi.rules.procedure import (
    ORDINARY,
    SUMMARY,
    Act,
    CaseState,
    Circumstances,
    Dictionary,
    Entry,
    Procedure,
    Proposal,
    blocks,
    complete,
    fold,
    judge,
)
from yizhi.rules.procedure.tests.case_file import ALL_ROLES, GROUNDS, POINTS, PROPOSED
from yizhi.rules.refusal import Reason
from yizhi.rules.table import RuleTable

DICTIONARY = Dictionary.of(read_toml("facts"))
QUALIFIED = {"甲", "乙", "庚"}
WORLD = Circumstances(
    now=datetime.fromisoformat("2026-03-02T00:00"),
    calendar=Calendar.of(read_csv("calendar")),
    table=RuleTable.of(read_rules()),
    dictionary=DICTIONARY,
    roles=ALL_ROLES,
    reviewer_qualified=True,
)
PERIOD = {"住建/城管": 5, "市场监管": 5, "农业": 3, "交通": None}


def value(key: str, dice: random.Random, now: datetime):
    """A value that can be read, mostly lawful, sometimes not."""
    fact = DICTIONARY.facts[key]
    day = (now - timedelta(days=dice.choice([0, 0, 0, 1, 9]))).date().isoformat()
    fixed = (
        GROUNDS
        | PROPOSED
        | {
            "penalty_kinds": ["fine"],
            "outcome": "agree",
            **POINTS,
            "service_method": "direct",
            "recipient_relation": "self",
            "gravity": dice.choice(["ordinary", "ordinary", "major"]),
        }
    )
    if key in fixed and dice.random() < 0.9:
        return fixed[key]
    choices = list(fact.choices)
    makers = {
        "choice": lambda: dice.choice(choices),
        "choices": lambda: dice.sample(choices, dice.choice([0, 1, 1, 2])),
        "yesno": lambda: dice.random() < 0.9,
        "date": lambda: day,
        "datetime": lambda: (now - timedelta(minutes=dice.choice([5, 60]))).isoformat(timespec="minutes"),
        "money": lambda: dice.choice(["50.00", "200.00", "800.00", "900.00"]),
        "integer": lambda: dice.choice([10, 30, 60]),
        "officers": lambda: dice.sample(["甲", "乙", "庚", "无证"], 2),
        "people": lambda: ["己", "辛"],
        "evidence": lambda: ["a"],
        "answers": dict,
    }
    return makers.get(fact.kind, lambda: "文字")()


LIKELY_GIVEN = {"proposed_fine_yuan": 0.9, "hearing_reason": 0.9, "fine_yuan": 0.1}


def authority(officers: tuple[str, ...]) -> tuple[Reason, ...]:
    """What the authority answer would say of these officers."""
    few = len(set(officers) & QUALIFIED) < 2
    return (Reason("officers-too-few", "具有资格的人员不足两人。", "行政处罚法 第42条"),) if few else ()


WAYS = {
    "ordinary": [
        "register_lead assess_lead open_case tell_rights inquire conclude_investigation submit_review review_case review_legality",
        "order_correction prior_notice serve_notice hear_defence review_defence waive_defence discuss decide_penalty",
    ],
    "summary": ["show_credentials establish_facts tell_on_spot hear_on_spot decide_on_spot"],
}


RARE = {
    "decide_recusal",
    "entrust_test",
    "suspend_investigation",
    "supplement_investigation",
    "change_handlers",
    "extend_case",
    "raise_dispute",
    "report_crime",
}


def choose(procedure: Procedure, state: CaseState, dice: random.Random) -> Act:
    """Mostly the lawful way, with steps left out; else an act of the stage; one time in ten anything at all."""
    way = " ".join(WAYS[procedure.kind]).split()
    rare = lambda act: act.exit or act.kind in RARE  # noqa: E731
    every = [act for act in procedure.acts if not rare(act) or dice.random() < 0.02]
    here = [act for act in procedure.acts_from(state.stage, state.done) if act in every]
    if not here or dice.random() < 0.1:
        return dice.choice(every)
    if dice.random() < 0.3:
        return dice.choice(here)
    left = [kind for kind in way if kind not in state.done] or way
    return procedure.act(left[min(dice.choice([0, 0, 0, 1, 1, 2]), len(left) - 1)]) or here[0]


def play(procedure: Procedure, domain: str, dice: random.Random, steps: int) -> list[Entry]:
    """Try random acts; what is not blocked goes on record, exactly as the one door does it."""
    entries: list[Entry] = []
    now = datetime.fromisoformat("2026-03-02T09:00")
    for number in range(steps):
        now += timedelta(hours=dice.choice([1, 2, 30, 72]))
        state = fold(procedure, entries)
        act = choose(procedure, state, dice)
        given = {
            field.key: value(field.key, dice, now)
            for field in act.fields
            if (field.required and (not field.carried or state.known(field.source or field.key) is None))
            or dice.random() < LIKELY_GIVEN.get(field.key, 0.15)
        }
        answers = dict.fromkeys(
            (
                "still-suspended",
                "test-outstanding",
                "decision-overdue",
                "assessment-overdue",
                "correction-not-ordered",
                "facts-changed",
            ),
            "写明理由",
        )
        officers = tuple(dice.choices(["甲", "乙", "庚", "无证"], k=2)) if dice.random() < 0.4 else ("甲", "乙")
        done_at = now - timedelta(hours=dice.choice([0, 0, 0, 50]))
        proposal = Proposal(act.kind, done_at, given | {"answers": answers}, officers if act.present else ())
        facts = complete(act, state, proposal, DICTIONARY)
        counted = officers if act.present else tuple(facts.get("handlers") or state.handlers)
        seen = replace(
            WORLD,
            now=now,
            domain=domain,
            actor=dice.choice(["丙", "丙", "丙", "甲"]),
            authority=authority(counted) if act.authority else (),
            review_triggers=frozenset(["statutory"]) if domain == "农业" else frozenset(),
        )
        if not blocks(judge(procedure, state, proposal, seen)):
            entries.append(
                Entry(str(number), act.kind, done_at, actor=seen.actor, officers=proposal.officers, facts=facts)
            )
    return entries


def workdays_after(start: date, end: date) -> int:
    """Count workdays in (start, end), end excluded, one by one."""
    days = (start + timedelta(days=n) for n in range(1, (end - start).days))
    return sum(WORLD.calendar.is_workday(day) for day in days)


def of_kind(entries: list[Entry], *kinds: str) -> list[Entry]:
    return [entry for entry in entries if entry.kind in kinds]


def check_ordinary(entries: list[Entry], domain: str) -> None:
    """Read the record before the decision without any of the guards."""
    decision = entries[-1]
    before = entries[:-1]
    handlers = [entry.facts["handlers"] for entry in before if entry.facts.get("handlers")][-1]
    assert len(set(handlers) & QUALIFIED) >= 2
    notice = of_kind(before, "prior_notice")[-1]
    service = of_kind(before[before.index(notice) :], "serve_notice")[-1]
    later = before[before.index(service) :]
    heard, waived = of_kind(later, "hear_defence"), of_kind(later, "waive_defence")
    served = date.fromisoformat(service.facts["served_on"])
    if service.facts["service_method"] == "public_notice":
        served += timedelta(days=60 if domain in ("农业", "交通") else 30)
    over = PERIOD[domain] is not None and workdays_after(served, decision.day) >= PERIOD[domain]
    stated = notice.facts.get("defence_until")
    over = over or (PERIOD[domain] is None and stated and decision.day > date.fromisoformat(stated))
    assert over or waived or of_kind(later, "review_defence"), "no time to answer"
    if heard:
        assert entries.index(of_kind(later, "review_defence")[-1]) > entries.index(heard[-1])
    concluded = of_kind(before, "conclude_investigation")[-1]
    review = of_kind(before[before.index(concluded) :], "review_case", "review_legality")[-1]
    assert review.facts["outcome"] == "agree" and review.actor not in handlers
    submitted = of_kind(before, "submit_review")[-1]
    if submitted.facts.get("review_triggers") or domain == "农业":
        assert review.kind == "review_legality"
    if concluded.facts["gravity"] != "ordinary":
        assert of_kind(later, "discuss")
    assert float(decision.facts.get("fine_yuan") or 0) <= float(notice.facts.get("proposed_fine_yuan") or 0)
    times = [
        entry.done_at
        for entry in entries
        if entry.kind in ("open_case", "conclude_investigation", "prior_notice", "decide_penalty")
    ]
    assert times[-1] == max(times)


def check_summary(entries: list[Entry]) -> None:
    decision, before = entries[-1], entries[:-1]
    assert len(set(decision.officers) & QUALIFIED) >= 2
    told, heard = of_kind(before, "tell_on_spot")[-1], of_kind(before, "hear_on_spot")[-1]
    assert entries.index(told) < entries.index(heard)
    assert float(decision.facts.get("fine_yuan") or 0) <= min(200, float(told.facts.get("proposed_fine_yuan") or 0))
    assert set(decision.facts["penalty_kinds"]) <= {"warning", "fine"}


REACHED: dict[str, int] = {}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32), st.sampled_from(sorted(PERIOD)))
def test_no_random_way_to_an_ordinary_decision(seed: int, domain: str):
    entries = play(ORDINARY, domain, random.Random(seed), 120)
    for place, entry in enumerate(entries):
        if entry.kind == "decide_penalty":
            check_ordinary(entries[: place + 1], domain)
            REACHED["ordinary"] = REACHED.get("ordinary", 0) + 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32), st.sampled_from(sorted(PERIOD)))
def test_no_random_way_to_a_decision_on_the_spot(seed: int, domain: str):
    entries = play(SUMMARY, domain, random.Random(seed), 40)
    for place, entry in enumerate(entries):
        if entry.kind == "decide_on_spot":
            check_summary(entries[: place + 1])
            REACHED["summary"] = REACHED.get("summary", 0) + 1


def test_the_random_ways_do_reach_decisions():
    """Otherwise the two tests above would prove nothing: fixed seeds, counted here."""
    reached = {"ordinary": 0, "summary": 0}
    for seed in range(60):
        domain = sorted(PERIOD)[seed % 4]
        found = play(ORDINARY, domain, random.Random(seed), 120)
        for place in [n for n, entry in enumerate(found) if entry.kind == "decide_penalty"]:
            check_ordinary(found[: place + 1], domain)
            reached["ordinary"] += 1
        found = play(SUMMARY, domain, random.Random(seed), 40)
        for place in [n for n, entry in enumerate(found) if entry.kind == "decide_on_spot"]:
            check_summary(found[: place + 1])
            reached["summary"] += 1
    assert reached["ordinary"] >= 3 and reached["summary"] >= 10, reached


def test_state_is_a_function_of_the_record():
    for seed in range(20):
        entries = play(ORDINARY, "住建/城管", random.Random(seed), 40)
        state: CaseState = fold(ORDINARY, entries)
        assert state == fold(ORDINARY, list(entries)) and state.stage in {stage.id for stage in ORDINARY.stages}
