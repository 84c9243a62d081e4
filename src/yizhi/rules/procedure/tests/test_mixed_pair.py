"""混编两人 Two officers of two bodies: asked about once until the county has decided that they count."""

from yizhi.rules.procedure.tests.case_file import INQUIRY, LEAD, CaseFile, only

BODIES = {"甲": "演示镇人民政府", "乙": "演示局"}
OPENING = {"handlers": ["甲", "乙"], "grounds": "有初步证据"}
WHY = {"pair-of-two-bodies": "派驻函写明可以以镇的名义执法"}


def assessed(case: CaseFile) -> CaseFile:
    case.do("register_lead", "2026-03-02T09:00", **LEAD, act_day="2026-03-01")
    return case.do("assess_lead", "2026-03-03T09:00", finding="属实", proposal="立案")


def test_undecided_the_stricter_reading_asks_why_and_only_once(ordinary: CaseFile):
    case = assessed(ordinary.with_(body_of=BODIES))
    reason = only(case, "open_case", "2026-03-04T09:00", "pair-of-two-bodies", **OPENING)
    assert reason.severity == "ask" and "演示局" in reason.sentence
    case.do("open_case", "2026-03-04T09:00", **OPENING, answers=WHY)
    case.do("inquire", "2026-03-05T10:05", **INQUIRY)


def test_other_people_are_asked_about_again(ordinary: CaseFile):
    case = assessed(ordinary.with_(body_of=BODIES | {"庚": "演示局"}))
    case.do("open_case", "2026-03-04T09:00", **OPENING, answers=WHY)
    assert case.try_("inquire", "2026-03-05T10:05", ("甲", "庚"), **INQUIRY) == ["pair-of-two-bodies"]


def test_once_decided_nobody_is_asked(ordinary: CaseFile):
    case = assessed(ordinary.with_(body_of=BODIES, readings={"mixed-pair": "posted-counts"}))
    case.do("open_case", "2026-03-04T09:00", **OPENING)


def test_two_of_one_body_are_no_question(ordinary: CaseFile):
    case = assessed(ordinary.with_(body_of={"甲": "演示局", "乙": "演示局"}))
    case.do("open_case", "2026-03-04T09:00", **OPENING)
