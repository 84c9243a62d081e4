"""批次一步一步走：双方意见、联席会议、审核、决定、公布、承接、评估；谁先谁后，缺什么就停。"""
# ruff: noqa: N802

from datetime import date

import pytest

from yizhi.rules.batches import Doing, Happened, against, fold
from yizhi.rules.batches.tests.county import STARTS, TODAY, give, take_back
from yizhi.rules.refusal import Reason

DECIDED = {"instrument": "示府发〔2026〕1号", "starts_on": STARTS.isoformat()}
PASS, BACK = {"outcome": "pass"}, {"outcome": "return", "words": "目录编号不对"}
AGREE = [("give_opinion", {"body": "cg", "agrees": True}), ("give_opinion", {"body": "jia", "agrees": True})]
REFUSE = ("give_opinion", {"body": "jia", "agrees": False, "words": "没有人"})
WITH_ALL = [*AGREE, ("check_batch", PASS), ("decide_batch", DECIDED)]
FILED = {"filed_on": "2026-12-01", "number": "示意备〔2026〕1号", "receiver": "示意市级权责清单管理机构"}
OUT = [*WITH_ALL, ("publish_batch", {"published_on": "2026-12-01"})]


def state(*steps, draft=None):
    made = (draft or give(("i2", "jia"))).as_facts()
    return fold([Happened("draft_batch", TODAY, made), *(Happened(kind, TODAY, facts) for kind, facts in steps)])


def doing(**more):
    return Doing(**{"on": TODAY, "takers": ("jia",), **more})


def codes(batch, kind, facts, **more):
    return [reason.code for reason in against(batch, kind, facts, doing(**more))]


STAGES = [
    ("刚拟订", [], "drafted"),
    ("一方表态", AGREE[:1], "opinions"),
    ("双方同意", AGREE, "agreed"),
    ("镇反对", [AGREE[0], REFUSE], "objected"),
    ("镇反对后又同意", [AGREE[0], REFUSE, AGREE[1]], "agreed"),
    ("附了纪要", [AGREE[0], REFUSE, ("attach_minute", {"signed_by": ["jia"]})], "agreed"),
    ("附了纪要又反对", [AGREE[0], REFUSE, ("attach_minute", {"signed_by": ["jia"]}), REFUSE], "objected"),
    ("审核通过", [*AGREE, ("check_batch", PASS)], "checked"),
    ("审核退回", [*AGREE, ("check_batch", BACK)], "returned"),
    ("改了草案从头再来", [*AGREE, ("check_batch", PASS), ("amend_batch", give(("i1", "yi")).as_facts())], "drafted"),
    ("作出决定", WITH_ALL, "decided"),
    ("公布", OUT, "published"),
    ("评估保留", [*OUT, ("take_over", {"body": "jia"}), ("review_batch", {"outcome": "keep"})], "kept"),
    ("评估调整", [*OUT, ("take_over", {"body": "jia"}), ("review_batch", {"outcome": "change"})], "changed"),
    ("评估收回", [*OUT, ("take_over", {"body": "jia"}), ("review_batch", {"outcome": "recall"})], "recalled"),
    ("撤回", [*AGREE, ("withdraw_batch", {})], "withdrawn"),
]


@pytest.mark.parametrize(("steps", "stage"), [row[1:] for row in STAGES], ids=[row[0] for row in STAGES])
def test_走到哪一步(steps, stage):
    assert state(*steps).stage == stage


def test_全部承接才算承接():
    batch = state(*OUT, ("take_over", {"body": "jia"}))
    assert (batch.stage_with(["jia"]), batch.stage_with(["jia", "yi"])) == ("taken_over", "published")


REFUSED = [
    ("没有表态不能审核", [], "check_batch", PASS, {}, "batch-stage"),
    ("有异议不能审核", [AGREE[0], REFUSE], "check_batch", PASS, {}, "batch-stage"),
    ("没有审核不能决定", AGREE, "decide_batch", DECIDED, {}, "batch-stage"),
    ("没有决定不能公布", [*AGREE, ("check_batch", PASS)], "publish_batch", {"published_on": "2026-12-01"}, {}, "batch-stage"),
    ("公布以后不能改", OUT, "amend_batch", {}, {}, "batch-stage"),
    ("公布以后不能撤回", OUT, "withdraw_batch", {}, {}, "batch-stage"),
    ("别的机关不能表态", [], "give_opinion", {"body": "sl", "agrees": True}, {}, "not-a-side"),
    ("反对要写理由", [], "give_opinion", {"body": "jia", "agrees": False}, {}, "objection-without-words"),
    ("纪要没有异议方签字", [AGREE[0], REFUSE], "attach_minute", {"signed_by": ["cg"]}, {}, "minute-unsigned"),
    ("有不能办的格子不能通过审核", AGREE, "check_batch", PASS, {"findings": (Reason("x", "不行"),)}, "x"),
    ("退回要写意见", AGREE, "check_batch", {"outcome": "return"}, {}, "return-without-words"),
    ("决定的生效日已经过去", [*AGREE, ("check_batch", PASS)], "decide_batch", {**DECIDED, "starts_on": "2026-11-23"}, {}, "force-before-publication"),
    ("公布晚于生效", WITH_ALL, "publish_batch", {"published_on": "2027-01-02"}, {}, "force-before-publication"),
    ("没有培训", WITH_ALL, "publish_batch", {"published_on": "2026-12-01"}, {"untrained": ("综合执法局对甲镇",)}, "training-missing"),
    ("在办案件漏了", WITH_ALL, "publish_batch", {"published_on": "2026-12-01"}, {"unsettled": ("案1",)}, "cases-unsettled"),
    ("边界卡有空", WITH_ALL, "publish_batch", {"published_on": "2026-12-01"}, {"gaps": (Reason("g", "空"),)}, "g"),
    ("还没有生效不能确认承接", OUT, "take_over", {"body": "jia"}, {}, "take-over-too-early"),
    ("不是承接的机关", OUT, "take_over", {"body": "yi"}, {"on": STARTS}, "not-a-taker"),
    ("还没有公布不能备案", WITH_ALL, "file_list", FILED, {}, "batch-stage"),
    ("备案早于公布", OUT, "file_list", {**FILED, "filed_on": "2026-11-30"}, {}, "filed-before-publication"),
    ("已经备案", [*OUT, ("file_list", FILED)], "file_list", FILED, {}, "nothing-to-file"),
    ("没有承接不能评估", OUT, "review_batch", {"outcome": "keep"}, {}, "batch-stage"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("steps", "kind", "facts", "more", "code"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_缺什么就停在哪里(steps, kind, facts, more, code):
    found = against(state(*steps), kind, facts, doing(**more))
    assert [reason.code for reason in found] == [code]
    assert code in {"x", "g"} or found[0].cure


def test_齐了就能公布_特批可以没有培训_收回不问培训():
    out = {"published_on": "2027-01-01"}
    assert codes(state(*WITH_ALL), "publish_batch", out) == []
    lacking = {"untrained": ("综合执法局对甲镇",)}
    special = state(*WITH_ALL, draft=give(("i2", "jia"), exception="汛期急需，县政府专题会议同意"))
    assert codes(special, "publish_batch", out, **lacking) == []
    assert codes(state(*WITH_ALL, draft=take_back(("i1", "jia"))), "publish_batch", out, **lacking) == []


def test_过渡期里不能确认承接_过了就行():
    slow = state(*OUT, draft=give(("i2", "jia"), transition_until=date(2027, 4, 1), transition_body="department"))
    assert codes(slow, "take_over", {"body": "jia"}, on=date(2027, 3, 31)) == ["take-over-too-early"]
    assert codes(slow, "take_over", {"body": "jia"}, on=date(2027, 4, 1)) == []


WORDS = [
    (date(2026, 12, 31), "已公布，等生效"),
    (date(2027, 1, 1), "过渡期"),
    (date(2027, 3, 31), "过渡期"),
    (date(2027, 4, 1), "已生效，等确认承接"),
]


@pytest.mark.parametrize(("day", "words"), WORDS, ids=[words + str(day) for day, words in WORDS])
def test_公布以后按日子说到了哪一步(day, words):
    slow = state(*OUT, draft=give(("i2", "jia"), transition_until=date(2027, 4, 1), transition_body="department"))
    assert slow.words(["jia"], day) == words


def test_公布了的清单要备案_委托不改清单_备过就不再等():
    assert not state(*WITH_ALL).to_file
    assert state(*OUT).to_file
    assert codes(state(*OUT), "file_list", FILED) == []
    assert not state(*OUT, ("file_list", FILED)).to_file
    assert not state(*OUT, draft=give(("i3", "yi", "entrustment", "办法"))).to_file
    assert state(*OUT, ("file_list", FILED)).stage == "published"
