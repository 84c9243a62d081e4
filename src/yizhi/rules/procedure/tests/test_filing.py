"""及时立案 A lead that was assessed and waits is told with its days; the law names none, so none is judged."""

from datetime import date

import pytest

from yizhi.rules.procedure.filing import filing_waits, waits_since
from yizhi.rules.procedure.tests.case_file import LEAD, CaseFile

ASSESSED = {"finding": "属实", "proposal": "建议立案"}


def assessed(case: CaseFile, **more: bool) -> CaseFile:
    case.do("register_lead", "2026-03-02T09:00", **LEAD, act_day="2026-03-01")
    return case.do("assess_lead", "2026-03-03T09:00", **ASSESSED, **more)


def test_a_lead_that_meets_the_standard_waits_from_its_assessment(ordinary: CaseFile):
    assert waits_since(ordinary.with_().do("register_lead", "2026-03-02T09:00", **LEAD).state) is None
    case = assessed(ordinary, filing_standard=True)
    assert waits_since(case.state) == date(2026, 3, 3)
    case.do("open_case", "2026-03-04T09:00", handlers=["甲", "乙"], grounds="有初步证据")
    assert waits_since(case.state) is None


@pytest.mark.parametrize(
    ("told", "waits"),
    [
        pytest.param({"filing_standard": True}, True, id="符合立案标准"),
        pytest.param({}, True, id="没有写明，一样要决定"),
        pytest.param({"filing_standard": False}, False, id="不符合"),
    ],
)
def test_what_the_assessment_says(ordinary: CaseFile, told: dict[str, bool], waits: bool):
    assert (waits_since(assessed(ordinary, **told).state) is not None) == waits


@pytest.mark.parametrize(
    ("domain", "article"),
    [
        pytest.param("交通", "交通运输行政执法程序规定 第62条", id="交通没有规定天数"),
        pytest.param("市场监管", "行政处罚法 第54条第2款", id="市场监管另有期限"),
        pytest.param("水利", "行政处罚法 第54条第2款", id="没有规章的领域"),
    ],
)
def test_the_warning_names_days_and_article_and_no_last_day(domain: str, article: str):
    told = filing_waits(date(2026, 3, 3), date(2026, 3, 9), domain)
    assert (told.article, told.severity) == (article, "note")
    assert "等了6天" in told.sentence and "到期" not in told.sentence
    assert "今天核查完" in filing_waits(date(2026, 3, 3), date(2026, 3, 3), domain).sentence
