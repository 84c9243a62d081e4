"""边界：几个人、哪一天、哪种文书、谁能办。每一行不对，什么都不写。"""
# ruff: noqa: N802

import pytest
from tests.cast import at

from yizhi.desk.supervision.models import SupervisionMatter
from yizhi.desk.supervision.tests import people
from yizhi.desk.supervision.tests.people import (
    FOUND,
    ORDER,
    certificate,
    checked,
    do,
    ordered,
    refused,
    register,
    stage,
)
from yizhi.rules.refusal import Absent

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db):
    return people.build()


@pytest.mark.parametrize(
    ("named", "codes"),
    [
        pytest.param(["jiandu"], {"supervisors-too-few"}, id="一个人"),
        pytest.param(["jiandu", "jiandu"], {"supervisors-too-few"}, id="同一个人写两遍"),
        pytest.param(
            ["jiandu", "jiandu3"], {"supervisor-without-certificate", "supervisors-too-few"}, id="两个人，一个没有证"
        ),
        pytest.param(
            ["jiandu", "nobody"],
            {"supervisor-unknown", "supervisor-without-certificate", "supervisors-too-few"},
            id="没有这个人",
        ),
    ],
)
def test_监督人员不得少于两人都要持证(world, named, codes):
    dossier = register(world.first)
    assert codes <= refused(do, world.first, dossier, "send_supervisors", supervisors=named)


@pytest.mark.parametrize(
    ("until", "fine"), [("2026-06-10", False), ("2026-06-11", True)], ids=["证件当天已到期", "证件到期前一天"]
)
def test_证件看那一天(world, until, fine):
    certificate("jiandu3", at(until).date())
    dossier = register(world.first)
    named = ["jiandu", "jiandu3"]
    if fine:
        do(world.first, dossier, "send_supervisors", supervisors=named)
        assert stage(dossier) == "checking"
    else:
        assert "supervisor-without-certificate" in refused(
            do, world.first, dossier, "send_supervisors", supervisors=named
        )


def test_司法所只登记和收集(world):
    dossier = register(world.office)
    do(world.office, dossier, "gather_material", gathered="走访了两户。")
    for kind in (
        "send_supervisors",
        "conclude_check",
        "issue_supervision_order",
        "close_matter",
        "report_to_government",
    ):
        assert "role-not-allowed" in refused(do, world.office, dossier, kind)
    with pytest.raises(Absent):
        do(world.other_office, dossier, "gather_material", gathered="看一看。")
    assert refused(register, world.other_office) == {"body-missing"}


def test_结论由派出的人写_要出示证件(world):
    dossier = register(world.first)
    do(world.first, dossier, "send_supervisors", supervisors=["jiandu", "jiandu2"])
    assert refused(do, world.bare, dossier, "conclude_check", **FOUND) == {"supervisor-not-sent"}
    hidden = {**FOUND, "supervision_certificates_shown": False}
    assert refused(do, world.first, dossier, "conclude_check", **hidden) == {"supervision-certificates-not-shown"}


@pytest.mark.parametrize(
    ("found", "wrong", "right"),
    [
        ("not_acting", "issue_supervision_opinion", "issue_supervision_order"),
        ("unlawful", "issue_supervision_order", "issue_supervision_opinion"),
        ("improper", "issue_supervision_order", "issue_supervision_opinion"),
    ],
    ids=["不履职用督办函", "违法用意见书", "明显不当用意见书"],
)
def test_哪种问题用哪种文书(world, found, wrong, right):
    dossier = checked(world, problem_kind=found)
    day = "2026-06-10 12:00"
    assert refused(do, world.justice, dossier, wrong, day, **ORDER) == {"letter-does-not-fit"}
    assert refused(do, world.first, dossier, right, day, **ORDER) == {"role-not-allowed"}
    do(world.justice, dossier, right, day, **ORDER)
    assert stage(dossier) == "correcting"


@pytest.mark.parametrize(("term", "fine"), [("2026-06-10", False), ("2026-06-11", True)], ids=["当天", "第二天"])
def test_期限写在文书里_要在以后(world, term, fine):
    dossier = checked(world)
    told = {**ORDER, "answer_by": term}
    if fine:
        do(world.justice, dossier, "issue_supervision_order", "2026-06-10 12:00", **told)
        assert SupervisionMatter.objects.get(dossier=dossier).answer_by.isoformat() == term
    else:
        assert refused(do, world.justice, dossier, "issue_supervision_order", "2026-06-10 12:00", **told) == {
            "answer-term-past"
        }


@pytest.mark.parametrize(
    ("day", "fine"), [("2026-06-20", False), ("2026-06-21", True)], ids=["期限最后一天", "过了一天"]
)
def test_没有按期纠正的才报请_重大的随时(world, day, fine):
    dossier = ordered(world)
    late = {"escalate_ground": "not_corrected", "escalate_reason": "没有报送。"}
    if fine:
        do(world.justice, dossier, "report_to_government", day, **late)
    else:
        assert refused(do, world.justice, dossier, "report_to_government", day, **late) == {"answer-term-running"}
        do(world.justice, dossier, "report_to_government", day, **{**late, "escalate_ground": "serious"})
    assert stage(dossier) == "reported"


def test_没有制发过文书的不能说没有按期纠正(world):
    dossier = checked(world)
    late = {"escalate_ground": "not_corrected", "escalate_reason": "没有报送。"}
    assert refused(do, world.justice, dossier, "report_to_government", "2026-06-30", **late) == {"no-letter-before"}


@pytest.mark.parametrize(
    ("until", "codes"),
    [("2026-06-11", {"supervisors-too-few"}), ("2026-06-12", set())],
    ids=["结论那天另一人的证件到期", "结论那天还有效"],
)
def test_写结论那天还要有两个人持证(world, until, codes):
    certificate("jiandu3", at(until).date())
    dossier = register(world.first)
    do(world.first, dossier, "send_supervisors", supervisors=["jiandu", "jiandu3"])
    day = "2026-06-11 11:00"
    if codes:
        assert refused(do, world.first, dossier, "conclude_check", day, **FOUND) == codes
    else:
        do(world.first, dossier, "conclude_check", day, **FOUND)


def test_证件到期的人不写结论(world):
    certificate("jiandu3", at("2026-06-11").date())
    dossier = register(world.first)
    do(world.first, dossier, "send_supervisors", supervisors=["jiandu", "jiandu2", "jiandu3"])
    day = "2026-06-11 11:00"
    assert refused(do, world.bare, dossier, "conclude_check", day, **FOUND) == {"supervisor-without-certificate"}


def test_文书不能改写核查认定的问题(world):
    dossier = checked(world, problem_kind="not_acting")
    told = {**ORDER, "problem_kind": "unlawful"}
    assert refused(do, world.justice, dossier, "issue_supervision_opinion", "2026-06-10 12:00", **told) == {
        "finding-differs"
    }


def test_报送说没有纠正的要写明怎样核实才能以已经纠正办结(world):
    dossier = ordered(world)
    do(world.town, dossier, "answer_supervision", "2026-06-15", is_corrected=False, correction_report="还要十天。")
    closing = {"supervision_close_ground": "corrected", "supervision_close_reason": "已经核实。"}
    day = "2026-06-25"
    assert refused(do, world.justice, dossier, "close_matter", day, **closing) == {"answered-not-corrected"}
    do(
        world.justice,
        dossier,
        "close_matter",
        day,
        **closing,
        answers={"answered-not-corrected": "六月二十四日到场看过。"},
    )


def test_撤下的文书不能说没有按期纠正(world):
    dossier = ordered(world)
    do(world.town, dossier, "object_to_supervision", "2026-06-12", objection_reason="不在本镇。")
    do(world.justice, dossier, "answer_objection", "2026-06-13", objection_outcome="upheld", objection_answer="采纳。")
    do(world.first, dossier, "conclude_check", "2026-06-14", **FOUND)
    late = {"escalate_ground": "not_corrected", "escalate_reason": "没有报送。"}
    assert refused(do, world.justice, dossier, "report_to_government", "2026-06-30", **late) == {"no-letter-before"}
