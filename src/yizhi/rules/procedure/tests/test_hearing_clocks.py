"""听证的期限 Which days a hearing must keep, and what it takes out of the time for the case."""

from datetime import date, datetime

import pytest

from yizhi.rules.procedure import limits
from yizhi.rules.procedure.tests.case_file import SERVED, CaseFile, notified
from yizhi.rules.procedure.tests.hearing_file import ASKED, HELD, PLACE, asked, held, offered


def test_agriculture_waits_for_more_evidence(ordinary: CaseFile):
    case = held(ordinary.with_(domain="农业"))
    assert case.try_("report_hearing", "2026-04-17T09:00", hearing_opinion="意见") == ["hearing-evidence-may-come"]
    assert case.try_("report_hearing", "2026-04-20T09:00", hearing_opinion="意见") == []


def test_market_clocks_of_the_hearing(ordinary: CaseFile):
    case = asked(ordinary.with_(domain="市场监管"))
    assert last_days(case, "2026-03-24T11:00")["hearing_chair"] == date(2026, 3, 27)
    assert case.try_("appoint_hearing", "2026-03-30T09:00", hearing_chair=["庚"]) == ["hearing-chair-late"]
    case.do("appoint_hearing", "2026-03-26T09:00", hearing_chair=["庚"])
    assert last_days(case, "2026-03-26T11:00")["hearing_handover"] == date(2026, 3, 31)
    case.do("hand_over_hearing_file", "2026-03-27T09:00")
    assert last_days(case, "2026-03-27T11:00")["hearing_date"] == date(2026, 4, 3)
    case.do("notify_hearing", "2026-03-30T09:00", **PLACE)
    assert last_days(case, "2026-03-30T11:00")["hearing_notice"] == date(2026, 4, 2)
    case.do("serve_hearing_notice", "2026-03-30T15:00", served_on="2026-03-30", **SERVED)
    case.do("hold_hearing", "2026-04-14T11:10", **HELD)
    assert last_days(case, "2026-04-14T12:00")["hearing_report"] == date(2026, 4, 21)
    assert case.try_("report_hearing", "2026-04-22T09:00", hearing_opinion="意见") == ["hearing-report-late"]


def test_time_to_ask_is_on_the_clock_only_when_offered(ordinary: CaseFile):
    assert last_days(offered(ordinary), "2026-03-24T09:00")["hearing_request"] == date(2026, 3, 30)
    plain = notified(CaseFile(ordinary.procedure, ordinary.circumstances))
    assert "hearing_request" not in last_days(plain, "2026-03-24T09:00")


@pytest.mark.parametrize(
    ("domain", "last"),
    [
        pytest.param("住建/城管", date(2026, 6, 23), id="住建听证不计：二十一日"),
        pytest.param("交通", date(2026, 6, 2), id="交通照常计算"),
    ],
)
def test_time_of_the_hearing_is_not_counted(ordinary: CaseFile, domain: str, last: date):
    """Asked for on 24 March and held on 14 April: twenty-one days."""
    more = {"defence_until": "2026-04-01"} if domain == "交通" else {}
    case = offered(ordinary.with_(domain=domain), **more).do("request_hearing", "2026-03-24T10:00", **ASKED)
    case.do("appoint_hearing", "2026-03-26T09:00", hearing_chair=["庚"])
    case.do("notify_hearing", "2026-03-30T09:00", **PLACE)
    case.do("serve_hearing_notice", "2026-03-30T15:00", served_on="2026-03-30", **SERVED)
    case.do("hold_hearing", "2026-04-14T11:10", **HELD)
    assert last_days(case, "2026-04-15T09:00")["decision"] == last


def last_days(case: CaseFile, now: str) -> dict[str, date]:
    seen = case.with_(now=datetime.fromisoformat(now))
    return {limit.id: limit.due.due for limit in limits(seen.state, seen.circumstances) if limit.met_on is None}
