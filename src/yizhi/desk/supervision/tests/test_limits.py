"""监督的期限在页面、待办、期限里：谁看得到哪一条，办了就没有，重算没有差别。"""
# ruff: noqa: N802

from datetime import date

import pytest
from tests.cast import at

from yizhi.desk.cases.clock_page import due_until
from yizhi.desk.record.differing import Difference
from yizhi.desk.supervision.models import SupervisionMatter
from yizhi.desk.supervision.permitting import matter
from yizhi.desk.supervision.replay import differences
from yizhi.desk.supervision.tests import people
from yizhi.desk.supervision.tests.people import ORDER, checked, do, ordered, refused, register, stage
from yizhi.desk.supervision.view import matter_context
from yizhi.desk.supervision.work import supervision_tasks
from yizhi.rules.refusal import Absent

pytestmark = pytest.mark.django_db
NOTICE = "通知被监督机关期限"
TERM = "报送纠正情况期限（文书写明）"
CORRECT, OBJECT = "纠正并报告期限", "提出异议（申请复查）期限"


@pytest.fixture
def world(db):
    return people.build()


def on_page(identity, dossier, day="2026-06-11"):
    rows = matter_context(identity, matter(identity, dossier), now=at(day))["limits"]
    return [(row["name"], row["due"].isoformat()) for row in rows]


def by_day(identity, until="2026-12-31"):
    return [(one.name, one.on.isoformat()) for one in due_until(identity, date.fromisoformat(until))]


def tasks(identity, day="2026-06-11"):
    rows = supervision_tasks(identity, at(day))
    return {(row["act"], row["due"].isoformat() if row["due"] else "") for row in rows if row["mine"]}


def test_登记以后五日内通知_在三处都看得到(world):
    dossier = register(world.first)
    assert on_page(world.justice, dossier) == by_day(world.justice) == [(NOTICE, "2026-06-15")]
    assert tasks(world.justice) == {("派监督人员核查", ""), ("书面通知被监督机关", "2026-06-15")}
    assert by_day(world.justice, "2026-06-14") == []
    assert by_day(world.town) == []
    do(world.justice, dossier, "notify_body", explain_what="为什么没有核查。")
    assert on_page(world.justice, dossier) == by_day(world.justice) == []
    assert SupervisionMatter.objects.get(dossier=dossier).due_on is None


def test_通知以后被监督机关看见_签收_十日内说明(world):
    dossier = register(world.first)
    with pytest.raises(Absent):
        matter(world.town, dossier)
    do(world.justice, dossier, "notify_body", explain_what="为什么没有核查。")
    do(world.town, dossier, "receive_notice", "2026-06-11", received_on="2026-06-11")
    statement = [("提交书面说明期限", "2026-06-22")]
    assert on_page(world.town, dossier) == by_day(world.town) == statement
    assert ("提交书面说明", "2026-06-22") in tasks(world.town)
    shown = matter_context(world.town, matter(world.town, dossier), now=at("2026-06-11"))
    assert shown["matter"]["words"] == "" and [one["name"] for one in shown["papers"]] == ["《行政执法监督通知》"]
    do(world.town, dossier, "explain_to_supervisor", "2026-06-15", explanation="已经核查，没有登记。")
    assert on_page(world.town, dossier) == []


def test_文书写明的期限从制发起走_签收以后三十日和十五日也走(world):
    dossier = ordered(world)
    assert on_page(world.town, dossier) == by_day(world.town) == [(TERM, "2026-06-20")]
    do(world.town, dossier, "receive_letter", "2026-06-11", received_on="2026-06-11")
    three = [(TERM, "2026-06-20"), (OBJECT, "2026-06-26"), (CORRECT, "2026-07-13")]
    assert on_page(world.town, dossier) == by_day(world.town) == three
    row = SupervisionMatter.objects.get(dossier=dossier)
    assert row.due_on == row.answer_by == date(2026, 6, 20)
    assert tasks(world.town) == {("报送纠正情况", "2026-06-20")}
    others = {one.name: one.others for one in due_until(world.town, date(2026, 12, 31))}
    assert others == {TERM: False, OBJECT: True, CORRECT: False}
    assert ("报送纠正情况", "2026-06-20") in tasks(world.town, "2026-06-25")
    do(world.town, dossier, "answer_supervision", "2026-06-15", is_corrected=True, correction_report="已经核查。")
    assert on_page(world.town, dossier) == [(OBJECT, "2026-06-26")]


def test_异议十五日内答复_压着司法行政部门(world):
    dossier = ordered(world)
    do(world.town, dossier, "object_to_supervision", "2026-06-12", objection_reason="不在本镇。")
    assert ("答复异议（复查）期限", "2026-06-29") in on_page(world.justice, dossier, "2026-06-13")
    assert ("处理异议", "2026-06-29") in tasks(world.justice, "2026-06-13")
    told = {"objection_outcome": "rejected", "objection_answer": "在本镇。"}
    do(world.justice, dossier, "answer_objection", "2026-06-15", **told)
    assert on_page(world.justice, dossier, "2026-06-16") == [(TERM, "2026-06-20")]


def test_不归本机关的十日内移送_移送就办结(world):
    dossier = register(world.first)
    told = {"competent_supervisor": "德阳市司法局", "not_ours_reason": "被反映的是市级机关。"}
    letter = {"matter_transfer_letter": "广司移〔2026〕1号"}
    assert "act-missing" in refused(do, world.justice, dossier, "transfer_matter", **letter)
    do(world.first, dossier, "find_other_competence", "2026-06-11", **told)
    assert ("移送监督事项期限", "2026-06-22") in on_page(world.justice, dossier, "2026-06-12")
    assert "role-not-allowed" in refused(do, world.first, dossier, "transfer_matter", "2026-06-12", **letter)
    do(world.justice, dossier, "transfer_matter", "2026-06-12", **letter)
    row = SupervisionMatter.objects.get(dossier=dossier)
    assert (stage(dossier), row.ended, row.running, row.due_on) == ("archived", True, [], None)


@pytest.mark.parametrize("kind", ["explain_to_supervisor", "receive_letter", "notify_body"])
def test_司法所不通知_不签收_不说明(world, kind):
    dossier = register(world.office)
    assert {"role-not-allowed"} <= refused(do, world.office, dossier, kind)


def test_重算和记下的一样_改了列看得出来(world):
    dossier = ordered(world)
    do(world.town, dossier, "receive_letter", "2026-06-11", received_on="2026-06-11")
    assert not [one for one in differences(now=at("2026-06-12")) if dossier in one.where]
    SupervisionMatter.objects.filter(dossier=dossier).update(running=[], due_on=None)
    found: list[Difference] = [one for one in differences(now=at("2026-06-12")) if dossier in one.where]
    assert len(found) == 2


def test_过了十五日提异议要说明(world):
    dossier = ordered(world)
    do(world.town, dossier, "receive_letter", "2026-06-11", received_on="2026-06-11")
    told = {"objection_reason": "不在本镇。"}
    assert refused(do, world.town, dossier, "object_to_supervision", "2026-06-29", **told) == {
        "objection-after-fifteen-days"
    }
    why = {"answers": {"objection-after-fifteen-days": "材料刚找到。"}}
    do(world.town, dossier, "object_to_supervision", "2026-06-29", **told, **why)


def test_期限写得超过三十日要说明(world):
    dossier = checked(world)
    told = {**ORDER, "answer_by": "2026-07-11"}
    day = "2026-06-10 12:00"
    assert refused(do, world.justice, dossier, "issue_supervision_order", day, **told) == {
        "answer-term-over-thirty-days"
    }
    why = {"answers": {"answer-term-over-thirty-days": "要做一次检测。"}}
    do(world.justice, dossier, "issue_supervision_order", day, **told, **why)
