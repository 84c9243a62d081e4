"""监督事项从登记到办结：谁办哪一步，期限、异议、决定书，和每一步挡住的理由。"""
# ruff: noqa: N802

import pytest
from django.db import transaction
from tests import story
from tests.cast import at, fresh

from yizhi.desk.cases.actions import perform as perform_case
from yizhi.desk.papers.models import Paper
from yizhi.desk.papers.telling import Told
from yizhi.desk.papers.verifying import verify
from yizhi.desk.record.actions import Act, append, lock
from yizhi.desk.record.models import Entry
from yizhi.desk.supervision import actions, replay
from yizhi.desk.supervision.models import SupervisionMatter
from yizhi.desk.supervision.tests import people
from yizhi.desk.supervision.tests.people import ORDER, checked, do, ordered, refused, register, stage
from yizhi.rules.refusal import Absent, Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db):
    return people.build()


def numbers(dossier):
    return list(Paper.objects.filter(dossier=dossier).order_by("position").values_list("name", "number"))


def test_从登记到办结_督办函_迟报_决定书_异议(world):
    case = story.case(world.cast)
    dossier = ordered(world, case=case)
    assert SupervisionMatter.objects.get(dossier=dossier).answer_by.isoformat() == "2026-06-20"
    do(
        world.justice,
        dossier,
        "report_to_government",
        "2026-06-21",
        escalate_ground="not_corrected",
        escalate_reason="到期没有报送。",
    )
    do(world.head, dossier, "issue_supervision_decision", "2026-06-22", answer_by="2026-07-10")
    do(world.town, dossier, "object_to_supervision", "2026-06-23", objection_reason="人手不足。")
    answer = {"objection_outcome": "rejected", "objection_answer": "人手不足不是不履职的理由。"}
    do(world.justice, dossier, "answer_objection", "2026-06-24", **answer)
    do(world.town, dossier, "answer_supervision", "2026-06-25", is_corrected=True, correction_report="已立案。")
    close = {"supervision_close_ground": "corrected", "supervision_close_reason": "核对属实。"}
    do(world.justice, dossier, "close_matter", "2026-06-26", **close)
    row = SupervisionMatter.objects.get(dossier=dossier)
    assert (row.stage, row.ended, row.answer_by, row.objected) == ("archived", True, None, False)
    assert numbers(dossier) == [
        ("行政执法监督督办函", "广司监督〔2026〕1号"),
        ("行政执法监督决定书", "广府监决〔2026〕1号"),
        ("行政执法监督异议答复", "广司监复〔2026〕1号"),
    ]
    assert list(verify()) == []
    assert list(replay.differences(now=at("2026-06-26 12:00"))) == []


def test_复议里的案件不登记_登记以后进了复议的只能办结(world):
    case = story.case(world.cast)
    dossier = checked(world, case=case)
    contest(case, world.cast.jia)
    assert refused(register, world.justice, case=case) == {"in-review-or-litigation", "supervised-already"}
    assert "in-review-or-litigation" in refused(
        do, world.justice, dossier, "issue_supervision_order", "2026-06-12", **ORDER
    )
    close = {"supervision_close_ground": "in_review", "supervision_close_reason": "当事人申请了复议。"}
    do(world.justice, dossier, "close_matter", "2026-06-12", **close)
    assert stage(dossier) == "archived"


def test_复议有了结果的_写明不是同一个争议_写一次就够(world):
    case = story.case(world.cast)
    contest(case, world.cast.jia, "contest_result")
    assert refused(register, world.first, case=case) == {"was-in-review-or-litigation"}
    dossier = register(world.first, case=case, answers={"was-in-review-or-litigation": "监督的是送达，不是处罚。"})
    do(world.first, dossier, "send_supervisors", supervisors=["jiandu", "jiandu2"])
    assert stage(dossier) == "checking"


def contest(case, identity, *more):
    """在案件的记录末尾写下决定和收到的复议申请；中间的每一步不是这里要看的。"""
    moment = at("2026-06-09")
    for kind in ("decide_penalty", "receive_review", *more):
        told = Act(id=fresh(), kind=kind, done_at=moment, actor=identity.account, body=identity.body, town="", facts={})
        with transaction.atomic():
            append(lock(case), told, now=moment)


def test_同一个案件不登记两次_没有案件的要写明不同(world):
    case = story.case(world.cast)
    register(world.first, case=case)
    assert refused(register, world.justice, case=case) == {"supervised-already"}
    register(world.first)
    assert refused(register, world.first) == {"supervised-likewise"}
    register(world.first, answers={"supervised-likewise": "另一件事：执法证件没有年检。"})
    assert SupervisionMatter.objects.count() == 3


def test_决定书只由本级政府(world):
    dossier = checked(world)
    serious = {"escalate_ground": "serious", "escalate_reason": "多次。"}
    do(world.justice, dossier, "report_to_government", "2026-06-11", **serious)
    told = {"supervision_demand": "改正。", "answer_by": "2026-07-01"}
    assert refused(do, world.justice, dossier, "issue_supervision_decision", "2026-06-12", **told) == {
        "role-not-allowed"
    }
    do(world.head, dossier, "issue_supervision_decision", "2026-06-12", **told)
    assert stage(dossier) == "decided"


def test_异议要书面处理以后才能办结_采纳的撤下文书(world):
    dossier = ordered(world)
    assert refused(do, world.justice, dossier, "answer_objection", "2026-06-12", **ANSWER) >= {"objection-missing"}
    do(world.town, dossier, "object_to_supervision", "2026-06-12", objection_reason="已经核查。")
    assert refused(do, world.town, dossier, "object_to_supervision", "2026-06-12", objection_reason="再说一遍。") == {
        "objection-open"
    }
    do(world.town, dossier, "answer_supervision", "2026-06-13", is_corrected=True, correction_report="已核查。")
    close = {"supervision_close_ground": "corrected", "supervision_close_reason": "属实。"}
    assert refused(do, world.justice, dossier, "close_matter", "2026-06-14", **close) == {"objection-open"}
    do(world.justice, dossier, "answer_objection", "2026-06-14", **{**ANSWER, "objection_outcome": "upheld"})
    row = SupervisionMatter.objects.get(dossier=dossier)
    assert (row.stage, row.answer_by) == ("checking", None)
    end = {"supervision_close_ground": "no_problem", "supervision_close_reason": "核查属实。"}
    do(world.justice, dossier, "close_matter", "2026-06-15", **end)


ANSWER = {"objection_outcome": "rejected", "objection_answer": "理由不成立。"}


def test_政府的决定书由政府撤(world):
    dossier = ordered(world)
    serious = {"escalate_ground": "serious", "escalate_reason": "多次。"}
    do(world.justice, dossier, "report_to_government", "2026-06-11", **serious)
    do(world.head, dossier, "issue_supervision_decision", "2026-06-12", answer_by="2026-07-01")
    do(world.town, dossier, "object_to_supervision", "2026-06-13", objection_reason="不是本镇的权。")
    upheld = {**ANSWER, "objection_outcome": "upheld"}
    assert refused(do, world.justice, dossier, "answer_objection", "2026-06-14", **upheld) == {
        "decision-of-the-government"
    }
    do(world.head, dossier, "answer_objection", "2026-06-14", **upheld)
    assert stage(dossier) == "checking"


@pytest.mark.parametrize(
    ("ground", "code"),
    [
        pytest.param("corrected", "correction-not-reported", id="还没有报送"),
        pytest.param("no_problem", "letter-stands", id="文书还在生效"),
        pytest.param("in_review", "not-in-review", id="没有复议诉讼"),
    ],
)
def test_办结的理由要和记录相符(world, ground, code):
    dossier = ordered(world)
    told = {"supervision_close_ground": ground, "supervision_close_reason": "示意。"}
    assert refused(do, world.justice, dossier, "close_matter", "2026-06-12", **told) == {code}


def test_别的机关看不见_没有制发文书以前被监督机关也看不见(world):
    dossier = checked(world)
    strangers = (world.town, world.other_town, world.head, world.cast.jia, world.cast.captain, world.cast.administrator)
    for stranger in strangers:
        with pytest.raises(Absent):
            do(stranger, dossier, "gather_material", gathered="看一看。")
    for stranger in strangers:
        with pytest.raises(Absent):
            register(stranger)
    do(world.justice, dossier, "issue_supervision_order", "2026-06-10 12:00", **ORDER)
    assert refused(do, world.town, dossier, "gather_material", "2026-06-10 13:00", gathered="看一看。") == {
        "role-not-allowed"
    }
    with pytest.raises(Absent):
        do(world.other_town, dossier, "answer_supervision", is_corrected=True, correction_report="不是我们。")


def test_同一编号再说一遍只写一次(world):
    notice = actions.Notice(body="town-lianshan", facts=people.REGISTERED)
    id = fresh()
    first = actions.register(world.first, notice, id=id, done_at=people.NOW, now=people.NOW)
    again = actions.register(world.first, notice, id=id, done_at=people.NOW, now=people.NOW)
    assert (again.repeated, again.entry.id, SupervisionMatter.objects.count()) == (True, first.entry.id, 1)
    other = actions.Notice(body="town-xiaohan", facts=people.REGISTERED)
    assert refused(lambda: actions.register(world.first, other, id=id, done_at=people.NOW, now=people.NOW)) == {
        "entry-conflict"
    }


def test_监督的人办不了案件里的任何一步(world):
    case = story.case(world.cast)
    checked(world, case=case)
    before = Entry.objects.filter(dossier=case).count()
    for identity in (world.justice, world.first, world.office):
        with pytest.raises(Refusal):
            perform_case(
                identity,
                case,
                Told(id=fresh(), kind="conclude_investigation", done_at=at("2026-06-12"), facts={}),
                now=at("2026-06-12"),
            )
    assert Entry.objects.filter(dossier=case).count() == before
