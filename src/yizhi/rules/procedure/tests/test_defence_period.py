"""陈述、申辩期限 Boundary days: the last day belongs to the party; the decision may follow on the next day."""

import csv
from pathlib import Path

import pytest

from yizhi.rules.procedure.tests.case_file import SERVED, CaseFile, approved

ROWS = list(csv.DictReader((Path(__file__).parent / "defence_period.csv").read_text(encoding="utf-8").splitlines()))


def served(case: CaseFile, served_on: str, **more: object) -> CaseFile:
    """Noticed on the day of service; the calendar of that year decides."""
    case = approved(case)
    notice = {"hearing_told": False, "hearing_reason": "数额不大", "contact_phone": "1"} | more
    case.do("order_correction", f"{served_on}T08:00", demand="清运")
    case.do("prior_notice", f"{served_on}T09:00", **notice)
    return case.do("serve_notice", f"{served_on}T15:00", served_on=served_on, **SERVED)


@pytest.mark.parametrize("row", ROWS, ids=[row["情形"] for row in ROWS])
def test_last_day_and_the_day_after(ordinary: CaseFile, row: dict[str, str]):
    case = served(ordinary.with_(domain=row["领域"]), row["送达"])
    late = {"answers": {"decision-overdue": "只看陈述申辩期限"}}
    assert case.try_("decide_penalty", f"{row['最后一天']}T23:59", **late) == ["defence-period-running"]
    assert case.try_("decide_penalty", f"{row['最早决定']}T00:00", **late) == []


def test_public_notice_is_served_when_its_period_has_ended(ordinary: CaseFile):
    case = approved(ordinary)
    case.do("order_correction", "2026-03-20T10:00", demand="清运")
    case.do("prior_notice", "2026-03-20T11:00", hearing_told=False, hearing_reason="数额不大", contact_phone="1")
    notice = {
        "service_method": "public_notice",
        "service_reason": "下落不明，邮寄退回",
        "published_where": "镇公告栏",
        "recipient": "丁",
        "answers": {"service-not-tried": "向派出所查询，户籍地无人"},
    }
    case.do("serve_notice", "2026-03-23T15:00", served_on="2026-03-23", **notice)
    assert case.try_("decide_penalty", "2026-04-22T09:00") == ["notice-not-served"]
    assert case.try_("decide_penalty", "2026-04-23T09:00") == ["defence-period-running"]
    assert case.try_("decide_penalty", "2026-04-29T09:00") == ["defence-period-running"]
    assert case.try_("decide_penalty", "2026-04-30T09:00") == []


def test_domain_without_days_and_notice_without_a_date(ordinary: CaseFile):
    case = served(ordinary.with_(domain="交通"), "2026-03-23")
    assert case.try_("decide_penalty", "2026-05-11T09:00") == ["defence-period-unset"]
    case.do("waive_defence", "2026-03-24T09:00")
    assert case.try_("decide_penalty", "2026-03-24T10:00") == []


def test_domain_without_days_after_the_date_in_the_notice(ordinary: CaseFile):
    case = served(ordinary.with_(domain="交通"), "2026-03-23", defence_until="2026-03-30")
    assert case.try_("decide_penalty", "2026-03-30T23:00") == ["defence-period-running"]
    assert case.try_("decide_penalty", "2026-03-31T00:00") == []


def test_year_without_a_calendar_is_not_guessed(ordinary: CaseFile):
    case = served(ordinary, "2026-12-29")
    found = case.try_("decide_penalty", "2027-01-20T09:00", answers={"decision-overdue": "只看陈述申辩期限"})
    assert found == ["calendar-missing"]
