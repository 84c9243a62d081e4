"""一个批次的一生：拟订、表态、审核、决定、公布、承接、评估；收回时在办案件一件不漏，以前的清单还是以前的样子。"""
# ruff: noqa: N802

from datetime import date, timedelta

import pytest
from tests import story

from yizhi.desk.batches.models import Batch, BatchLine
from yizhi.desk.batches.replay import differences
from yizhi.desk.batches.tests import people
from yizhi.desk.batches.tests.people import LIANSHAN, NOW, XIAOHAN, at, begin, decide, do, lines, trained
from yizhi.desk.cases.actions import perform as act
from yizhi.desk.cases.models import Case
from yizhi.desk.matters.models import Allocation
from yizhi.desk.matters.queries import ask, holders
from yizhi.desk.papers.models import Paper
from yizhi.desk.papers.telling import Told
from yizhi.desk.record.models import Entry
from yizhi.desk.record.queries import verify_dossier
from yizhi.rules.refusal import Absent, BadInput, Refusal

pytestmark = pytest.mark.django_db
STARTS = date(2026, 7, 1)


@pytest.fixture
def world(db):
    return people.build()


def published(world, **more):
    dossier = begin(world.keeper, **more)
    trained(world, dossier)
    decide(world, dossier, world.other_town, "2026-07-01")
    do(world.keeper, dossier, "publish_batch", channel="县政府网站")
    return dossier


def mode(item, town, on):
    return holders([item], town, on)[item].mode


def test_从草案到承接_清单那一天才变_以前的日子不变(world):
    dossier = published(world)
    assert [mode("cg-2", XIAOHAN, day) for day in (STARTS - timedelta(days=1), STARTS)] == ["posted", "conferral"]
    row = Allocation.objects.get(item="cg-2")
    assert (row.letter, row.published_on, row.decision) == ("广府发〔2026〕7号", NOW.date(), "示例省决定")
    assert set(BatchLine.objects.values_list("allocation", flat=True)) == {
        row.fact for row in Allocation.objects.filter(valid_from=STARTS)
    }
    do(world.other_town, dossier, "take_over", at("2026-07-02"), body="town-xiaohan")
    assert Batch.objects.get().stage == "taken_over"
    do(world.keeper, dossier, "review_batch", at("2026-12-01"), outcome="keep", words="用得上，没有差错")
    assert Batch.objects.get().stage == "kept"
    assert verify_dossier(dossier) is None
    assert list(differences(now=at("2026-12-02"))) == []


def test_过渡期里由部门办_期满才能确认承接(world):
    dossier = published(world, transition_until="2026-10-01", transition_body="department")
    assert [mode("cg-2", XIAOHAN, day) for day in (STARTS, date(2026, 10, 1))] == ["posted", "conferral"]
    with pytest.raises(Refusal) as refused:
        do(world.other_town, dossier, "take_over", at("2026-09-30"), body="town-xiaohan")
    assert refused.value.first.code == "take-over-too-early"
    do(world.other_town, dossier, "take_over", at("2026-10-01"), body="town-xiaohan")


def test_表态留下当时的数据_查不到的不写_填的标明是填的(world):
    dossier = begin(world.keeper)
    do(world.other_town, dossier, "give_opinion", body="town-xiaohan", agrees=True, equipment="记录仪 4 台")
    figures = {one["label"]: one for one in Entry.objects.get(kind="give_opinion").facts["capacity"]}
    assert figures["本镇持证人员（城市管理）"] == {"label": "本镇持证人员（城市管理）", "value": 1, "source": "系统"}
    assert (figures["法制审核人员"]["value"], figures["在办案件"]["value"]) == (0, 0)
    assert figures["装备"] == {"label": "装备", "value": "记录仪 4 台", "source": "填报"}
    assert "培训" not in figures


def test_镇反对就停_附了签字的纪要才往下走(world):
    dossier = begin(world.keeper)
    do(world.department, dossier, "give_opinion", body="dept-cg", agrees=True)
    do(world.other_town, dossier, "give_opinion", body="town-xiaohan", agrees=False, words="没有人手")
    assert Batch.objects.get().stage == "objected"
    with pytest.raises(Refusal) as refused:
        do(world.justice, dossier, "check_batch", outcome="pass")
    assert refused.value.first.code == "batch-stage"
    minute = {"number": "联席〔2026〕3号", "held_on": "2026-06-09", "words": "先给一名协管", "signed_by": ["dept-cg"]}
    with pytest.raises(Refusal) as refused:
        do(world.keeper, dossier, "attach_minute", **minute)
    assert refused.value.first.code == "minute-unsigned"
    do(world.keeper, dossier, "attach_minute", **{**minute, "signed_by": ["town-xiaohan"]})
    do(world.justice, dossier, "check_batch", outcome="pass")


def test_没有培训不能公布_草案里写了特批理由可以(world):
    dossier = begin(world.keeper)
    decide(world, dossier, world.other_town, "2026-07-01")
    with pytest.raises(Refusal) as refused:
        do(world.keeper, dossier, "publish_batch", channel="县政府网站")
    assert [reason.code for reason in refused.value.reasons] == ["training-missing"]
    assert "市综合执法局对小汉镇" in refused.value.first.sentence
    assert not Allocation.objects.filter(item="cg-2").exists()
    special = begin(world.keeper, exception="汛期急需，县政府同意")
    decide(world, special, world.other_town, "2026-07-01")
    do(world.keeper, special, "publish_batch", channel="县政府网站")


def test_边界卡不齐不能公布(world):
    people.standing.item("cg-9", "没有边界卡的事项", domain="城市管理", owner="dept-cg")
    people.Item.objects.filter(code="cg-9").update(source_number=9)
    dossier = begin(world.keeper, lines=lines("cg-9"), exception="特批")
    decide(world, dossier, world.other_town, "2026-07-01")
    with pytest.raises(Refusal) as refused:
        do(world.keeper, dossier, "publish_batch", channel="县政府网站")
    assert {reason.code for reason in refused.value.reasons} == {"boundary-incomplete"}


def test_核对不过的审核不能通过_改了草案重新表态(world):
    people.Item.objects.filter(code="cg-3").update(source_number=None)
    dossier = begin(world.keeper)
    for who in (world.department, world.other_town):
        do(who, dossier, "give_opinion", body=who.body, agrees=True)
    with pytest.raises(Refusal) as refused:
        do(world.justice, dossier, "check_batch", outcome="pass")
    assert [reason.code for reason in refused.value.reasons] == ["conferral-outside-catalogue"]
    do(world.keeper, dossier, "amend_batch", **people.drafted(lines=lines("cg-2")))
    assert (Batch.objects.get().stage, BatchLine.objects.count()) == ("drafted", 1)


def recalled(world, choice="continue", starts_on="2026-06-10", now=NOW):
    dossier = begin(world.keeper, now, kind="recall", lines=lines("cg-1", towns=(LIANSHAN,)), starts_on=starts_on)
    decide(world, dossier, world.town, starts_on, now)
    for case in Case.objects.filter(item="cg-1", ended=False):
        do(world.keeper, dossier, "settle_case", now, case=case.dossier_id, choice=choice, reason="查了一半")
    do(world.keeper, dossier, "publish_batch", now, channel="县政府网站")
    return dossier


def question(case=None, **more):
    asked = {
        "item": "cg-1",
        "town": LIANSHAN,
        "on": "2026-06-11",
        "action": "penalty_decision",
        "officers": ["o-jia", "o-yi"],
    }
    if case is not None:
        asked |= {"opened_on": case.opened_on.isoformat(), "opened_body": case.body_id, "on_recall": case.on_recall}
    return ask({**asked, **more})


def test_收回_漏一件在办案件就不能公布(world):
    number = story.case(world.cast)
    dossier = begin(world.keeper, kind="recall", lines=lines("cg-1", towns=(LIANSHAN,)), starts_on="2026-06-10")
    decide(world, dossier, world.town, "2026-06-10")
    with pytest.raises(Refusal) as refused:
        do(world.keeper, dossier, "publish_batch", channel="县政府网站")
    assert refused.value.first.code == "cases-unsettled"
    assert number in refused.value.first.sentence
    assert mode("cg-1", LIANSHAN, date(2026, 6, 10)) == "conferral"


def test_收回当时就不能再立案_在办的续办_以前的文书和以前的日子不变(world):
    number = story.case(world.cast)
    before = list(Paper.objects.filter(dossier=number).values_list("name", "number", "body", "digest"))
    recalled(world)
    assert question(action="open_case").deciding_body == "dept-cg"
    assert mode("cg-1", LIANSHAN, date(2026, 6, 9)) == "conferral"
    assert (
        ask(
            {"item": "cg-1", "town": LIANSHAN, "on": "2026-06-11", "action": "inspect"},
            known_at=at("2026-06-09").replace(tzinfo=None),
        ).mode
        == "conferral"
    )
    case = Case.objects.get(dossier=number)
    answer = question(case)
    assert (answer.deciding_body, case.on_recall) == ("town-lianshan", "continue")
    assert "continues-after-recall" in answer.codes
    assert list(Paper.objects.filter(dossier=number).values_list("name", "number", "body", "digest")) == before
    told = Entry.objects.get(dossier=number, kind="settle_on_recall")
    assert (told.facts["instrument"], told.facts["to"]) == ("广府发〔2026〕7号", "dept-cg")
    assert verify_dossier(number) is None
    assert list(differences(now=at("2026-06-11"))) == []


def test_收回_定了移送的不能再往下办_由部门办(world):
    number = story.case(world.cast)
    recalled(world, "transfer")
    answer = question(Case.objects.get(dossier=number))
    assert (answer.allowed, answer.deciding_body) == (False, None)
    assert "must-transfer" in answer.codes
    assert [one.body for one in answer.alternatives] == ["dept-cg"]
    told = Told(
        id=people.fresh(),
        kind="transfer_case",
        done_at=at("2026-06-11"),
        facts={"transfer_to": "市综合执法局", "reason": "权力已经收回"},
    )
    act(world.town, number, told, now=at("2026-06-11 18:00"))
    assert (Case.objects.get(dossier=number).stage, Case.objects.get(dossier=number).ended) == ("transferred", False)
    letter = Paper.objects.get(dossier=number, kind="case-transfer-letter")
    assert letter.body_id == "town-lianshan"


def test_收回以后没有逐件定的新案_按批次统一写的办(world):
    dossier = recalled(world, starts_on="2026-06-20")
    number = story.case(world.cast)
    assert Case.objects.get(dossier=number).on_recall == ""
    answer = question(Case.objects.get(dossier=number), on="2026-06-21", on_recall=None)
    assert (answer.deciding_body, "continues-after-recall" in answer.codes) == ("town-lianshan", True)
    assert Batch.objects.get(dossier=dossier).stage == "published"


def test_别人的步骤不能办_代录要有来文(world):
    dossier = begin(world.keeper)
    for who, kind, facts in (
        (world.other_town, "give_opinion", {"body": "dept-cg", "agrees": True}),
        (world.justice, "withdraw_batch", {"words": "不办了"}),
    ):
        with pytest.raises(Refusal) as refused:
            do(who, dossier, kind, **facts)
        assert refused.value.first.code == "not-your-step"
    with pytest.raises(Refusal) as refused:
        do(world.keeper, dossier, "give_opinion", body="dept-cg", agrees=True)
    assert refused.value.first.code == "letter-missing"
    do(world.keeper, dossier, "give_opinion", body="dept-cg", agrees=True, letter="广综执函〔2026〕5号")
    assert Batch.objects.get().stage == "opinions"


def test_没有公布的批次_不相干的人看不见_公布了人人可看(world):
    dossier = begin(world.keeper)
    for stranger in (world.cast.wu, world.cast.jia, world.town, world.cast.administrator):
        with pytest.raises(Absent):
            do(stranger, dossier, "withdraw_batch", words="不办了")
    trained(world, dossier)
    decide(world, dossier, world.other_town, "2026-07-01")
    do(world.keeper, dossier, "publish_batch", channel="县政府网站")
    with pytest.raises(Refusal) as refused:
        do(world.cast.wu, dossier, "withdraw_batch", words="不办了")
    assert refused.value.first.code == "not-your-step"


UNREADABLE = [
    ("没有这个事项", {"lines": lines("no-such")}, "unknown-item"),
    ("没有这个镇", {"lines": lines("cg-2", towns=("999",))}, "unknown-town"),
    ("没有格子", {"lines": []}, "lines-missing"),
]


@pytest.mark.parametrize(("fields", "code"), [row[1:] for row in UNREADABLE], ids=[row[0] for row in UNREADABLE])
def test_草案看不懂的不写(world, fields, code):
    with pytest.raises(BadInput) as refused:
        begin(world.keeper, **fields)
    assert refused.value.first.code == code
    assert not Batch.objects.exists()


def test_同一编号再说一遍不重复_说了别的就拒绝(world):
    told = Told(id=people.fresh(), kind="draft_batch", facts=people.drafted(), done_at=NOW)
    first = people.actions.begin(world.keeper, told, now=NOW)
    again = people.actions.begin(world.keeper, told, now=NOW + timedelta(minutes=1))
    assert (first.batch.pk, again.repeated) == (again.batch.pk, True)
    other = Told(id=told.id, kind="draft_batch", facts=people.drafted(title="别的"), done_at=NOW)
    with pytest.raises(Refusal) as refused:
        people.actions.begin(world.keeper, other, now=NOW)
    assert refused.value.first.code == "entry-conflict"
