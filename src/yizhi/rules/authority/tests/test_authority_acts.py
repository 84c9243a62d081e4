"""依据、行为与人员 The basis, what the mode allows, the people; what was known when; what may not be entered."""

import pytest

from yizhi.rules.authority import ACTIONS, Question, decide_many
from yizhi.rules.refusal import BadInput, Refusal

BASIS = {"law": "示例条例", "article": "第一条"}
BASES = [
    ("施行前一日", ("2026-06-01", None), "2026-05-31", "2026-06-01", ["basis-not-in-force"]),
    ("施行首日", ("2026-06-01", None), "2026-06-01", "2026-06-01", []),
    ("失效前末日", ("2020-01-01", "2026-06-02"), "2026-06-01", "2026-06-01", []),
    ("失效当日", ("2020-01-01", "2026-06-01"), "2026-06-01", "2026-06-01", ["basis-not-in-force"]),
    ("行为后失效", ("2020-01-01", "2026-06-01"), "2026-05-31", "2026-06-01", ["basis-changed"]),
    ("行为日在办理日之后才施行", ("2026-06-02", None), "2026-06-02", "2026-06-01", ["basis-changed"]),
    ("没写行为日就用办理日", ("2026-06-01", None), None, "2026-06-01", []),
]


@pytest.mark.parametrize("span, act_day, on, codes", [row[1:] for row in BASES], ids=[row[0] for row in BASES])
def test_basis_on_the_day_of_the_violation(county, span, act_day, on, codes):
    county.allocate(county.statutory)
    county.change("items", "倒垃圾", bases=[{**BASIS, "effective": span[0], "expiry": span[1]}])
    answer = county.ask(on=on, act_day=act_day)
    assert answer["reasons"] == codes
    assert answer["allowed"] is ("basis-not-in-force" not in codes)
    assert answer["deciding_body"] == "东镇"


def test_one_of_two_bases_lapsed_is_for_a_person_to_weigh(county):
    lapsed = {**BASIS, "effective": "2020-01-01", "expiry": "2026-06-01"}
    lasting = {**BASIS, "article": "第二条", "effective": "2020-01-01", "expiry": None}
    county.allocate(county.statutory).change("items", "倒垃圾", bases=[lapsed, lasting])
    answer = county.decide(act_day="2026-05-31")
    assert answer.allowed and [(reason.code, reason.severity) for reason in answer.reasons] == [
        ("basis-changed", "ask")
    ]
    assert "示例条例第一条" in answer.explained[0].sentence and "第二条" not in answer.explained[0].sentence


def test_no_basis_at_all_stops(county):
    assert "basis-not-in-force" in county.change("items", "倒垃圾", bases=[]).ask()["reasons"]


COERCION = [
    ("法定", "statutory", {}, "甲乙", []),
    ("赋权-列明", "conferral", {"coercion": True}, "甲乙", []),
    ("赋权-写明没有", "conferral", {"coercion": False}, "甲乙", ["coercion-not-conferred"]),
    ("赋权-没写", "conferral", {}, "甲乙", ["coercion-not-conferred"]),
    ("委托", "entrustment", {"coercion": True}, "甲乙", ["coercion-cannot-be-entrusted"]),
    ("委托但只有部门的人", "entrustment", {}, "丙丁", []),
]


@pytest.mark.parametrize(
    "mode, changes, officers, codes", [row[1:] for row in COERCION], ids=[row[0] for row in COERCION]
)
def test_coercive_measures(county, mode, changes, officers, codes):
    county.allocate({**getattr(county, mode), **changes})
    answer = county.ask(action="coercive_measure", officers=list(officers))
    assert answer["reasons"] == codes
    assert [each["body"] for each in answer["alternatives"]] == (["城管局"] if codes else [])


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("kind", ["penalty", "coercion", "inspection", "other"])
def test_an_inspection_item_covers_inspecting_only(county, action, kind):
    county.allocate(county.statutory).change("items", "倒垃圾", kind=kind)
    codes = ["action-not-covered"] if kind == "inspection" and action != "inspect" else []
    assert county.ask(action=action)["reasons"] == codes


@pytest.mark.parametrize("action", ACTIONS)
def test_review_comes_first_for_on_spot_penalties_only(county, action):
    assert county.allocate(county.statutory).ask(action=action)["review_first"] is (action == "on_spot_penalty")


def periods(*spans):
    return [{"status": status, "from": first, "to": last} for status, first, last in spans]


CERTIFICATES = [
    ("没有证", None, ["certificate-missing"]),
    ("明天才生效", {"from": "2026-06-02"}, ["certificate-missing"]),
    ("今天生效", {"from": "2026-06-01"}, []),
    ("明天到期", {"to": "2026-06-02"}, []),
    ("今天到期", {"to": "2026-06-01"}, ["certificate-expired"]),
    ("暂扣首日", {"status_periods": periods(("suspended", "2026-06-01", "2026-06-02"))}, ["certificate-suspended"]),
    ("暂扣期满次日", {"status_periods": periods(("suspended", "2026-05-01", "2026-06-01"), ("valid", "2026-06-01", None))},
     []),
    ("暂扣末日", {"status_periods": periods(("suspended", "2026-05-01", "2026-06-02"), ("valid", "2026-06-02", None))},
     ["certificate-suspended"]),
    ("吊销", {"status_periods": periods(("valid", "2020-01-01", "2026-06-01"), ("revoked", "2026-06-01", None))},
     ["certificate-revoked"]),
    ("当天没有状态", {"status_periods": periods(("valid", "2020-01-01", "2026-06-01"))}, ["certificate-missing"]),
    ("状态重叠取重的", {"status_periods": periods(("valid", "2020-01-01", None), ("suspended", "2026-06-01", None))},
     ["certificate-suspended"]),
    ("领域不符", {"domains": ["农业"]}, ["certificate-domain"]),
    ("领域相符", {"domains": ["农业", "城管"]}, []),
    ("暂扣又领域不符只报暂扣", {"domains": ["农业"], "status_periods": periods(("suspended", "2020-01-01", None))},
     ["certificate-suspended"]),
]  # fmt: skip


@pytest.mark.parametrize("changes, codes", [row[1:] for row in CERTIFICATES], ids=[row[0] for row in CERTIFICATES])
def test_certificate(county, changes, codes):
    county.allocate(county.statutory).certify("乙", **(changes or {}))
    if changes is None:
        county.tables["certificates"] = [row for row in county.tables["certificates"] if row["officer"] != "乙"]
    answer = county.decide()
    assert list(answer.codes) == ([*codes, "officers-too-few"] if codes else [])
    assert answer.officers_counted == (("甲",) if codes else ("甲", "乙"))
    assert all(reason.severity == "note" for reason in answer.reasons if reason.about == "乙")


def test_one_good_certificate_is_enough(county):
    county.allocate(county.statutory).certify("乙", to="2026-01-01")
    good = {**county.tables["certificates"][0], "id": "新证", "officer": "乙"}
    assert county.add("certificates", good).ask()["allowed"]


def test_certificate_sentence_names_the_last_good_day(county):
    answer = county.allocate(county.statutory).certify("乙", to="2026-06-01").decide()
    assert any("乙的行政执法证最后有效日是2026年5月31日" in reason.sentence for reason in answer.explained)


POSTINGS = [
    ("写明东镇", ["东镇"], {}, True),
    ("只写城管局", ["城管局"], {}, False),
    ("派驻首日", ["东镇"], {"from": "2026-06-01"}, True),
    ("派驻前一日", ["东镇"], {"from": "2026-06-02"}, False),
    ("派驻期满当日", ["东镇"], {"to": "2026-06-01"}, False),
]


@pytest.mark.parametrize("acts_for, changes, counts", [row[1:] for row in POSTINGS], ids=[row[0] for row in POSTINGS])
def test_posted_officer_acts_for_the_bodies_the_letter_names(county, acts_for, changes, counts):
    county.allocate(county.statutory).post("丙", *acts_for, **changes)
    answer = county.ask(officers=["甲", "丙"])
    assert answer["officers_counted"] == (["甲", "丙"] if counts else ["甲"])
    assert answer["reasons"] == ([] if counts else ["officer-of-other-body", "officers-too-few"])


@pytest.mark.parametrize("to, counts", [("2026-06-02", True), ("2026-06-01", False)], ids=["退出前一日", "退出当日"])
def test_the_area_must_contain_the_town_that_day(county, to, counts):
    county.allocate(county.statutory).post("丙", "东镇")
    county.change("areas", "片区", member_towns=[{"town": "东镇", "from": "2023-01-01", "to": to}])
    assert county.ask(officers=["甲", "丙"])["allowed"] is counts


@pytest.mark.parametrize(
    "officers, counted, codes",
    [
        ([], [], ["officers-too-few"]),
        (["甲"], ["甲"], ["officers-too-few"]),
        (["甲", "甲"], ["甲"], ["officers-too-few"]),
        (["甲", "乙", "甲"], ["甲", "乙"], []),
        (["甲", "乙", "戊"], ["甲", "乙"], ["officer-of-other-body"]),
        (["甲", "外人"], ["甲"], ["certificate-missing", "officer-of-other-body", "officers-too-few"]),
    ],
    ids=["没有人", "一个人", "同一人两次", "重复不加数", "多一个外镇的不妨碍", "不在册的人"],
)
def test_two_who_count(county, officers, counted, codes):
    answer = county.allocate(county.statutory).ask(officers=officers)
    assert (answer["officers_counted"], answer["reasons"]) == (counted, codes)


def test_out_of_service_means_of_another_body(county):
    county.allocate(county.statutory).change("officers", "乙", to="2026-06-01")
    assert county.ask(on="2026-05-31")["allowed"]
    assert county.ask()["reasons"] == ["officer-of-other-body", "officers-too-few"]


def test_recusal_is_from_that_party_only_and_all_failings_are_told(county):
    county.allocate(county.statutory).add("recusals", {"id": "回避一", "officer": "乙", "party": "某厂"})
    assert county.ask()["allowed"] and county.ask(party="另一厂")["allowed"]
    assert county.ask(party="某厂")["reasons"] == ["officers-too-few", "recused"]
    county.certify("乙", to="2026-01-01").change("officers", "乙", body="西镇")
    codes = ["certificate-expired", "officer-of-other-body", "officers-too-few", "recused"]
    assert county.ask(party="某厂")["reasons"] == codes


def test_everything_wrong_is_listed_at_once(county):
    county.allocate(county.entrustment).change("items", "倒垃圾", kind="inspection", bases=[]).certify(
        "乙", domains=["农业"]
    )
    assert county.ask(action="coercive_measure", officers=["甲", "乙"])["reasons"] == [
        "action-not-covered", "basis-not-in-force", "certificate-domain", "coercion-cannot-be-entrusted", "officers-too-few"
    ]  # fmt: skip


def test_a_refused_answer_is_a_refusal_with_article_and_cure(county):
    refusal = county.decide(officers=["丙"]).refusal()
    assert isinstance(refusal, Refusal) and refusal.first.code == "officers-too-few"
    assert refusal.first.article == "行政处罚法 第42条、第55条" and "示意城管局" in refusal.first.cure
    assert county.allocate(county.statutory).decide().refusal() is None


def test_old_answers_are_recomputed_as_known_then(county):
    county.allocate(county.conferral)
    county.allocate({**county.conferral, "to": "2026-05-01", "recorded_at": "2026-07-01"})
    before, exactly, now = (county.ask(known_at=at) for at in ("2026-06-30", "2026-07-01", None))
    assert before["allowed"] and not exactly["allowed"] and exactly == now
    assert {"table": "allocations", "id": "赋权一", "recorded_at": None} in before["facts_used"]
    assert {"table": "allocations", "id": "赋权一", "recorded_at": "2026-07-01"} in now["facts_used"]


def test_a_correction_may_move_a_row_to_another_town(county):
    county.allocate(county.conferral, {**county.conferral, "town": "西镇", "recorded_at": "2026-07-01T10:00:00+08:00"})
    assert county.ask(known_at="2026-07-01T09:59:59")["mode"] == "conferral"
    assert county.ask(known_at="2026-07-01T02:00:00Z")["mode"] == "posted"


def test_a_row_not_yet_known_is_an_unknown_id(county):
    county.change("items", "倒垃圾", recorded_at="2026-07-01")
    with pytest.raises(BadInput) as refused:
        county.ask(known_at="2026-06-30")
    assert refused.value.first.code == "unknown-item"


def test_many_questions_the_same_answers(county):
    county.allocate(county.statutory)
    asked = [county.decide(on=on).question for on in ("2026-06-01", "2026-06-02")]
    assert [answer.allowed for answer in decide_many(asked, county.world())] == [True, True]


WRONG_QUESTIONS = [
    ("没有这个事项", {"item": "无"}, "unknown-item"),
    ("没有这个镇", {"town": "无"}, "unknown-town"),
    ("不是镇", {"town": "城管局"}, "not-a-town"),
    ("片区不是镇", {"town": "片区"}, "unknown-town"),
    ("有立案日没有机关", {"opened_on": "2026-05-01"}, "opened-body-missing"),
    ("有机关没有立案日", {"opened_body": "东镇"}, "opened-on-missing"),
    ("立案晚于办理", {"opened_on": "2026-06-02", "opened_body": "东镇"}, "opened-after-act"),
    ("立案机关是片区", {"opened_on": "2026-05-01", "opened_body": "片区"}, "unknown-body"),
    ("没有这种行为", {"action": "罚"}, "unknown-action"),
    ("日期不对", {"on": "2026-02-30"}, "bad-date"),
    ("没有日期", {"on": None}, "bad-date"),
    ("人员不是列表", {"officers": "甲乙"}, "bad-input"),
]


@pytest.mark.parametrize("asked, code", [row[1:] for row in WRONG_QUESTIONS], ids=[row[0] for row in WRONG_QUESTIONS])
def test_a_question_that_cannot_be_answered_is_an_error(county, asked, code):
    with pytest.raises(BadInput) as refused:
        county.ask(**asked)
    assert refused.value.first.code == code and refused.value.first.about


def test_opening_on_the_day_of_the_act_is_a_running_case(county):
    assert county.allocate(county.statutory).ask(opened_on="2026-06-01", opened_body="东镇")["allowed"]


def wrong(table, row):
    return lambda county: county.add(table, row)


OPEN = {"from": "2020-01-01", "to": None}
WRONG_ROWS = [
    ("片区队不是机关", wrong("bodies", {"id": "队", "kind": "area_team", "name": "示意队", "county": "1"}), "unknown-kind", "bodies[队].kind"),
    ("片区队冒充部门", wrong("bodies", {"id": "队", "kind": "department", "name": "示意片区综合行政执法队", "county": "1"}),
     "team-not-a-body", "bodies[队].name"),
    ("内设办公室不是机关", wrong("bodies", {"id": "办", "kind": "town", "name": "示意镇综合行政执法办公室", "county": "1"}),
     "team-not-a-body", "bodies[办].name"),
    ("事项归片区", lambda county: county.change("items", "倒垃圾", owner="片区"), "unknown-reference", "items[倒垃圾].owner"),
    ("派驻函写片区", lambda county: county.post("丙", "片区"), "unknown-reference", "postings[派-丙].acts_for"),
    ("镇的人以部门名义", lambda county: county.post("甲", "东镇", "城管局"), "posting-not-allowed", "postings[派-甲].acts_for"),
    ("权属给了部门", lambda county: county.allocate({**county.statutory, "town": "城管局"}), "unknown-reference", "allocations[法定一].town"),
    ("权属写成派驻", lambda county: county.allocate({**county.statutory, "mode": "posted"}), "unknown-mode", "allocations[法定一].mode"),
    ("日期写错", lambda county: county.allocate({**county.statutory, "from": "2026-13-01"}), "bad-date", "allocations[法定一].from"),
    ("缺起始日", lambda county: county.allocate({**county.statutory, "from": None}), "bad-date", "allocations[法定一].from"),
    ("止早于起", lambda county: county.allocate({**county.statutory, "to": "2019-01-01"}), "bad-interval", "allocations[法定一].to"),
    ("录了两次", lambda county: county.allocate(county.statutory, county.statutory), "duplicate-row", "allocations[法定一].id"),
    ("嵌套的行", lambda county: county.certify("甲", status_periods=[{"status": "丢失", **OPEN}]), "unknown-status",
     "certificates[证-甲].status_periods[1].status"),
    ("强制写成数字", lambda county: county.allocate({**county.conferral, "coercion": 1}), "bad-input", "allocations[赋权一].coercion"),
]  # fmt: skip


@pytest.mark.parametrize("spoil, code, about", [row[1:] for row in WRONG_ROWS], ids=[row[0] for row in WRONG_ROWS])
def test_what_may_not_be_entered_is_named_by_row_and_field(county, spoil, code, about):
    spoil(county)
    with pytest.raises(BadInput) as refused:
        county.world()
    assert (code, about) in {(reason.code, reason.about) for reason in refused.value.reasons}


def test_every_fault_is_reported_at_once(county):
    county.allocate({**county.statutory, "from": "x"}, {**county.conferral, "mode": "借"})
    county.tables["posting"] = []
    with pytest.raises(BadInput) as refused:
        county.world()
    codes = {reason.code for reason in refused.value.reasons}
    assert codes == {"bad-date", "unknown-mode", "unknown-table"}


def test_a_questions_values_are_read_once(county):
    question = Question.of({"item": "a", "town": "b", "on": "2026-06-01", "action": "inspect", "officers": []})
    assert question == Question("a", "b", question.on, "inspect")
