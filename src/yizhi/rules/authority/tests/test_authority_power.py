"""权限归属 Whose power: four worlds, each normal, in transition, expired and unpublished; conflicts; running cases."""

import pytest

from yizhi.rules.authority import matrix
from yizhi.rules.refusal import BadInput

TO_DEPARTMENT = {"transition_until": "2026-07-01", "transition_body": "department"}
TO_TOWN = {"transition_until": "2026-07-01", "transition_body": "town"}

FOUR_WORLDS = [
    # id, allocation, its changes, day, officers → body, mode, codes
    ("法定-正常", "statutory", {}, "2026-06-01", "甲乙", "东镇", "statutory", []),
    ("法定-到期前一日", "statutory", {"to": "2026-06-02"}, "2026-06-01", "甲乙", "东镇", "statutory", []),
    ("法定-到期", "statutory", {"to": "2026-06-01"}, "2026-06-01", "丙丁", "城管局", "posted", []),
    ("赋权-生效前一日", "conferral", {}, "2026-02-28", "丙丁", "城管局", "posted", []),
    ("赋权-生效首日", "conferral", {}, "2026-03-01", "甲乙", "东镇", "conferral", []),
    ("赋权-末日", "conferral", {}, "2026-08-31", "甲乙", "东镇", "conferral", []),
    ("赋权-到期次日", "conferral", {}, "2026-09-01", "丙丁", "城管局", "posted", []),
    ("赋权-过渡期末日", "conferral", TO_DEPARTMENT, "2026-06-30", "丙丁", "城管局", "posted", ["in-transition"]),
    ("赋权-过渡期次日", "conferral", TO_DEPARTMENT, "2026-07-01", "甲乙", "东镇", "conferral", []),
    ("赋权-过渡期归镇", "conferral", TO_TOWN, "2026-06-30", "甲乙", "东镇", "conferral", ["in-transition"]),
    ("赋权-公布前一日", "conferral", {"published_on": "2026-06-02"}, "2026-06-01", "丙丁", "城管局", "posted",
     ["conferral-not-published"]),
    ("赋权-公布当日", "conferral", {"published_on": "2026-06-01"}, "2026-06-01", "甲乙", "东镇", "conferral", []),
    ("赋权-从未公布", "conferral", {"published_on": None}, "2026-06-01", "丙丁", "城管局", "posted",
     ["conferral-not-published"]),
    ("赋权-没有省级决定", "conferral", {"decision": ""}, "2026-06-01", "丙丁", "城管局", "posted",
     ["conferral-without-decision"]),
    ("赋权-两样都缺", "conferral", {"decision": None, "published_on": None}, "2026-06-01", "丙丁", "城管局", "posted",
     ["conferral-not-published", "conferral-without-decision"]),
    ("委托-正常", "entrustment", {}, "2026-06-01", "甲丙", "城管局", "entrustment", []),
    ("委托-只有部门的人", "entrustment", {}, "2026-06-01", "丙丁", "城管局", "posted", []),
    ("委托-末日", "entrustment", {}, "2026-08-31", "甲乙", "城管局", "entrustment", []),
    ("委托-到期", "entrustment", {}, "2026-09-01", "丙丁", "城管局", "posted", []),
    ("委托-公布前一日", "entrustment", {"published_on": "2026-06-02"}, "2026-06-01", "丙丁", "城管局", "posted",
     ["entrustment-not-published"]),
    ("委托-缺依据", "entrustment", {"basis": None}, "2026-06-01", "丙丁", "城管局", "posted",
     ["entrustment-without-basis"]),
    ("委托-缺委托书", "entrustment", {"letter": ""}, "2026-06-01", "丙丁", "城管局", "posted",
     ["entrustment-without-basis"]),
    ("委托-全缺", "entrustment", {"letter": "", "basis": "", "published_on": None}, "2026-06-01", "丙丁", "城管局", "posted",
     ["entrustment-not-published", "entrustment-without-basis"]),
    ("派驻-没有权属", None, {}, "2026-06-01", "丙丁", "城管局", "posted", []),
]  # fmt: skip


@pytest.mark.parametrize(
    "allocation, changes, on, officers, body, mode, codes",
    [row[1:] for row in FOUR_WORLDS],
    ids=[r[0] for r in FOUR_WORLDS],
)
def test_four_worlds(county, allocation, changes, on, officers, body, mode, codes):
    if allocation:
        county.allocate({**getattr(county, allocation), **changes})
    answer = county.ask(on=on, officers=list(officers))
    assert answer["reasons"] == codes
    assert (answer["allowed"], answer["deciding_body"], answer["mode"]) == (True, body, mode)
    assert answer["seal_body"] == answer["legal_review_body"] == answer["defendant"] == body
    assert answer["review_body"] == "县政府"
    assert answer["officers_counted"] == list(officers)


@pytest.mark.parametrize("mode", ["statutory", "conferral"])
def test_the_towns_people_do_not_count_once_the_power_is_gone(county, mode):
    county.allocate({**getattr(county, mode), "from": "2026-03-01", "to": "2026-09-01"})
    answer = county.ask(on="2026-09-01")
    assert answer["reasons"] == ["officer-of-other-body", "officers-too-few"]
    assert answer["alternatives"] == [{"body": "城管局", "mode": "posted", "officers": ["丙", "丁"]}]


def test_transition_with_entrustment_leaves_the_mode_that_holds_without_the_conferral(county):
    county.allocate({**county.conferral, **TO_DEPARTMENT}, county.entrustment)
    answer = county.ask(on="2026-06-30")
    assert (answer["deciding_body"], answer["mode"], answer["reasons"]) == ("城管局", "entrustment", ["in-transition"])


def test_transition_names_its_last_day_in_the_sentence(county):
    county.allocate({**county.conferral, **TO_DEPARTMENT})
    sentence = county.decide(on="2026-06-30", officers=["丙", "丁"]).explained[0].sentence
    assert "过渡期到2026年6月30日为止" in sentence and "示意城管局" in sentence


@pytest.mark.parametrize(
    "on, codes", [("2026-06-30", ["transition-body-missing"]), ("2026-07-01", [])], ids=["末日", "次日"]
)
def test_transition_without_its_body_stops(county, on, codes):
    county.allocate({**county.conferral, "transition_until": "2026-07-01"})
    answer = county.ask(on=on)
    assert answer["reasons"] == codes
    if codes:
        assert not answer["allowed"]
        assert [answer[name] for name in ("deciding_body", "mode", "seal_body", "review_body", "defendant")] == [
            None
        ] * 5


@pytest.mark.parametrize(
    "owner, changes, set_aside",
    [("市局", {}, True), ("县政府", {}, True), ("城管局", {}, False), ("城管局", {"county": "510682"}, True)],
    ids=["市级部门", "政府", "本县部门", "邻县部门"],
)
def test_only_the_countys_department_can_lose_a_power_by_conferral(county, owner, changes, set_aside):
    county.allocate(county.conferral).change("items", "倒垃圾", owner=owner).change("bodies", "城管局", **changes)
    answer = county.ask()
    assert ("conferral-above-county" in answer["reasons"]) is set_aside
    assert answer["deciding_body"] == (owner if set_aside else "东镇")


def conferrals(county, *changes):
    return [{**county.conferral, "id": f"赋权{number}", **each} for number, each in enumerate(changes)]


def test_statutory_beside_conferral_is_never_guessed(county):
    county.allocate(county.statutory, county.conferral)
    answer = county.ask(action="on_spot_penalty")
    assert answer["reasons"] == ["holder-conflict"] and not answer["allowed"]
    assert answer["deciding_body"] is None and answer["officers_counted"] == [] and answer["review_first"]


def test_statutory_beside_a_conferral_set_aside_is_no_conflict(county):
    county.allocate(county.statutory, {**county.conferral, "decision": ""})
    answer = county.ask()
    assert (answer["mode"], answer["reasons"]) == ("statutory", ["conferral-without-decision"])


@pytest.mark.parametrize(
    "second, conflict",
    [({}, False), (TO_TOWN, False), (TO_DEPARTMENT, True), ({"transition_until": "2026-07-01"}, True)],
    ids=["同归镇", "过渡期归镇", "过渡期归部门", "过渡期没写归谁"],
)
def test_two_conferrals(county, second, conflict):
    county.allocate(*conferrals(county, {}, {"from": "2026-04-01", **second}))
    assert ("holder-conflict" in county.ask()["reasons"]) is conflict
    assert "holder-conflict" not in county.ask(on="2026-07-01")["reasons"]


@pytest.mark.parametrize("coercion", [True, False], ids=["后一条列明强制", "后一条未列明"])
def test_of_two_conferrals_the_later_is_used_whatever_the_order_of_rows(county, coercion):
    rows = conferrals(county, {"from": "2026-04-01", "coercion": coercion}, {"coercion": not coercion})
    county.allocate(*rows)
    assert county.ask(action="coercive_measure")["allowed"] is coercion


def test_matrix_shows_every_state_by_the_same_steps(county):
    county.allocate(
        county.entrustment,
        {**county.conferral, "town": "西镇"},
        {**county.statutory, "town": "西镇", "from": "2026-07-01"},
    )
    towns = ["东镇", "西镇"]
    world = county.world()
    state = lambda day: [matrix(world, ["倒垃圾"], towns, day)["倒垃圾", town].state for town in towns]  # noqa: E731
    on = county.decide().question.on
    assert state(on) == ["entrustment", "conferral"]
    assert state(on.replace(month=7)) == ["entrustment", "conflict"]
    assert state(on.replace(month=9)) == ["posted", "statutory"]
    with pytest.raises(BadInput):
        matrix(world, ["没有的"], towns, on)


RUNNING = [
    # id, allocation changes, on, opened_on, opened_body → body, mode, codes
    ("收回前一日", {"on_recall": "transfer"}, "2026-08-31", "东镇", "东镇", "conferral", []),
    ("收回当日-移送", {"on_recall": "transfer"}, "2026-09-01", "东镇", None, None, ["must-transfer"]),
    ("收回当日-续办", {"on_recall": "continue"}, "2026-09-01", "东镇", "东镇", "conferral", ["continues-after-recall"]),
    ("收回当日-没写", {}, "2026-09-01", "东镇", None, None, ["recall-rule-missing"]),
    ("部门案-收回后仍归部门", {"on_recall": "transfer"}, "2026-09-01", "城管局", "城管局", "posted",
     ["officer-of-other-body", "officers-too-few"]),
]  # fmt: skip


@pytest.mark.parametrize(
    "changes, on, opened_body, body, mode, codes", [row[1:] for row in RUNNING], ids=[row[0] for row in RUNNING]
)
def test_running_case_after_recall(county, changes, on, opened_body, body, mode, codes):
    county.allocate({**county.conferral, **changes})
    answer = county.ask(on=on, opened_on="2026-06-01", opened_body=opened_body)
    assert (answer["deciding_body"], answer["mode"], answer["reasons"]) == (body, mode, codes)


def test_must_transfer_names_the_body_that_takes_over(county):
    county.allocate({**county.conferral, "on_recall": "transfer"})
    answer = county.ask(on="2026-09-01", opened_on="2026-06-01", opened_body="东镇")
    assert answer["alternatives"] == [{"body": "城管局", "mode": "posted", "officers": ["丙", "丁"]}]


@pytest.mark.parametrize("coercion", [True, False], ids=["列明", "未列明"])
def test_continuing_after_recall_keeps_the_coercion_of_the_old_allocation(county, coercion):
    county.allocate({**county.conferral, "on_recall": "continue", "coercion": coercion})
    answer = county.ask(on="2026-09-01", opened_on="2026-06-01", opened_body="东镇", action="coercive_measure")
    assert answer["allowed"] is coercion
    assert ("coercion-not-conferred" in answer["reasons"]) is not coercion


@pytest.mark.parametrize("opened_on", ["2026-02-28", "2026-06-30"], ids=["赋权之前立案", "过渡期内立案"])
def test_department_goes_on_when_the_conferral_or_its_transition_end_came_later(county, opened_on):
    county.allocate({**county.conferral, **TO_DEPARTMENT})
    answer = county.ask(on="2026-07-01", opened_on=opened_on, opened_body="城管局", officers=["丙", "丁"])
    assert (answer["allowed"], answer["deciding_body"], answer["mode"]) == (True, "城管局", "posted")
    assert answer["reasons"] == ["continues-as-opened"]


def test_entrusted_case_after_the_entrustment_became_a_conferral(county):
    ended = {**county.entrustment, "to": "2026-06-01", "on_recall": "continue"}
    county.allocate(ended, {**county.conferral, "from": "2026-06-01"})
    answer = county.ask(opened_on="2026-05-31", opened_body="城管局")
    assert (answer["mode"], answer["reasons"]) == ("entrustment", ["continues-after-recall"])
    assert county.ask(opened_on="2026-05-31", opened_body="城管局", action="coercive_measure")["reasons"] == [
        "coercion-cannot-be-entrusted",
        "continues-after-recall",
    ]


def test_conflict_leaves_a_running_case_without_a_body(county):
    county.allocate(county.statutory, county.conferral)
    answer = county.ask(opened_on="2026-02-01", opened_body="城管局")
    assert (answer["deciding_body"], answer["reasons"]) == (None, ["holder-conflict"])


def test_a_case_opened_without_power_says_so(county):
    county.allocate({**county.conferral, "from": "2026-07-01"})
    answer = county.decide(on="2026-06-15", opened_on="2026-06-01", opened_body="东镇")
    assert answer.codes == ("continues-as-opened",) and "请核对立案机关" in answer.explained[0].sentence
