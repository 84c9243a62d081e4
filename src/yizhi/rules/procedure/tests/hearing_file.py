"""A case with a hearing: asked for on 24 March 2026, chaired by 庚, held on 14 April, reported on the 21st."""

from typing import Any

from yizhi.rules.procedure.tests.case_file import SERVED, CaseFile, notified

ASKED = {"hearing_requested_on": "2026-03-24", "hearing_request_way": "written"}
PLACE = {"hearing_at": "2026-04-14T09:30", "hearing_place": "镇政府会议室", "hearing_open": True}
HELD = {
    "started_at": "2026-04-14T09:30",
    "ended_at": "2026-04-14T11:00",
    "hearing_attendees": ["丁（当事人）", "甲、乙（调查人员）"],
    "hearing_minutes": "当事人对数量提出异议，调查人员出示测量记录。",
}


def offered(case: CaseFile, **more: Any) -> CaseFile:
    """Told of the right to a hearing, served on Monday 23 March."""
    return notified(case, hearing_told=True, hearing_reason="", **more)


def asked(case: CaseFile) -> CaseFile:
    return offered(case).do("request_hearing", "2026-03-24T10:00", **ASKED)


def told(case: CaseFile, served_on: str = "2026-03-30") -> CaseFile:
    """The chair named on 26 March, the notice of hearing served on 30 March unless said otherwise."""
    return (
        asked(case)
        .do("appoint_hearing", "2026-03-26T09:00", hearing_chair=["庚"], hearing_recorder=["辛"])
        .do("hand_over_hearing_file", "2026-03-27T09:00")
        .do("notify_hearing", "2026-03-30T09:00", **PLACE)
        .do("serve_hearing_notice", f"{served_on}T15:00", served_on=served_on, **SERVED)
    )


def held(case: CaseFile) -> CaseFile:
    return told(case).do("hold_hearing", "2026-04-14T11:10", **HELD)


def reported(case: CaseFile) -> CaseFile:
    return held(case).do("report_hearing", "2026-04-21T09:00", hearing_opinion="事实清楚，建议维持")


def decided(case: CaseFile) -> list[str]:
    return case.try_("decide_penalty", "2026-04-24T09:00", hearing_taken_up="对数量的异议没有证据支持")
