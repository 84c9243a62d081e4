"""听证、登记保存、扣押 A hearing that the party asked for, evidence that is held, goods that are seized."""

from typing import Any

from yizhi.demo.roster import officers
from yizhi.demo.steps import APPROVER, OFFICER, REVIEWER, Clock, Day, Minute, Step
from yizhi.demo.stories import Story

from .parts import POINTS, service

TAKEN_UP = {"hearing_taken_up": "对数量的异议没有证据支持，不予采纳；已经改正的事实予以采纳。"}


def hearing(story: Story) -> list[Step]:
    """Return the steps of a hearing, up to where the story's fate leaves it."""
    asked = {"hearing_requested_on": Day(), "hearing_request_way": "written"}
    told = {"hearing_at": Clock(8, "08:30"), "hearing_place": "本机关会议室（演示）", "hearing_open": True}
    minutes = {
        "started_at": Minute(60),
        "ended_at": Minute(5),
        "hearing_attendees": ["{person}（当事人）", "承办人员（调查人员）"],
        "hearing_minutes": "调查人员提出违法事实、证据和处罚建议；当事人对数量提出异议；双方质证。",
    }
    steps = [
        Step("request_hearing", OFFICER, 1, asked),
        Step("appoint_hearing", APPROVER, 1, {"hearing_chair": [chair(story)]}),
        Step("hand_over_hearing_file", OFFICER, 1),
        Step("notify_hearing", REVIEWER, 1, told),
        service(story, "serve_hearing_notice", 0),
    ]
    if story.fate == "hearing_set":
        return steps
    steps += [
        Step("hold_hearing", REVIEWER, 8, minutes),
        Step("report_hearing", REVIEWER, 4, {"hearing_opinion": "事实清楚，证据充分，建议维持拟处罚意见。"}),
    ]
    if story.fate == "heard":
        return steps
    agreed = {**POINTS, "outcome": "agree", "reviewer_opinion": "听证程序合法，事实清楚，同意。"}
    return [*steps, Step("review_after_hearing", REVIEWER, 2, agreed)]


def chair(story: Story) -> str:
    """Return an officer of the same body who did not investigate."""
    return next(one.code for one in officers() if one.body == story.body and one.code not in story.pair)


def held(story: Story) -> list[Step]:
    """Return the steps of holding evidence; it has not been dealt with yet."""
    what = {"hold_reason": "工具随时可能转移，以后难以取得。", "hold_items": "手推车一辆\n铁锹二把"}
    kept = {"hold_place": "综合行政执法办公室", "hold_keeper": "执法办公室内勤（演示）", "hold_urgent": False}
    return [Step("approve_hold", APPROVER, 1, what), Step("hold_evidence", OFFICER, 0, kept, pair=True)]


def seized(story: Story) -> list[Step]:
    """Return the steps of seizing goods; the thirty days run."""
    scope = {"seal_scope": True, "sealed_elsewhere": False}
    what: dict[str, Any] = {
        "seal_kind": "seizure",
        "seal_items": "涉案物品一批，见清单",
        "seal_basis": story.basis,
        "seal_reason": "涉案物品可能转移、隐匿，需要扣押查清。",
    }
    done = {
        "seal_place": "本机关保管室（演示）",
        "seal_urgent": False,
        "seal_until": Day(15),
        "started_at": Minute(50),
        "ended_at": Minute(5),
        "credentials_shown": True,
        "party_presence": "present",
        "seal_told": True,
        "seal_recorded": True,
        "seal_defence": "没有异议。",
        "findings": "当场清点涉案物品，当事人在场。",
    }
    return [
        Step("approve_sealing", APPROVER, 1, what | scope),
        Step("seal_property", OFFICER, 0, done | scope, pair=True),
    ]
