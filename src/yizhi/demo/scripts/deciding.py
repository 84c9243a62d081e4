"""审核、告知、决定、执行 From the review to the archive. Each part returns its steps and whether the story goes on."""

from typing import Any

from yizhi.demo.steps import APPROVER, OFFICER, REVIEWER, Day, Step
from yizhi.demo.stories import Story

from .enforcing import CLEARING, COURT, demanded
from .hearing import TAKEN_UP, hearing
from .parts import POINTS, REDRESS, disclosure, penalty, service

DEFENCE_DAYS = 7
HEARINGS = ("hearing_set", "heard", "heard_decided")
GIVEN_TIME = Day(6)
LATE_WORKDAYS = 66
"""So many workdays after the notice more than ninety days have passed since the opening."""


def review(story: Story) -> tuple[list[Step], bool]:
    """Return the steps from the end of the investigation to the review."""
    kinds, fine = penalty(story)
    proposed = {"proposed_penalty_kinds": kinds} | (
        {"proposed_fine_yuan": fine} if fine else {"proposed_penalty": REDRESS}
    )
    conclude = Step(
        "conclude_investigation",
        OFFICER,
        3,
        {
            "facts_found": story.deed,
            "evidence_summary": "现场笔录、询问笔录、现场照片",
            "violated": story.violated,
            "basis": story.basis,
            "gravity": "complex" if story.heavy else "ordinary",
            "proposal": "建议给予行政处罚。"
            if not story.fate.startswith("spared")
            else "违法行为轻微并及时改正，建议不予处罚。",
            "discretion_reason": "初次被查处，配合调查，在规定期限内改正。",
            **proposed,
        },
    )
    if story.fate == "criminal":
        return [conclude, *_to_the_police(story)], False
    if story.fate in ("concluded", "late"):
        return [conclude], False
    triggers = {"review_triggers": ["complex"]} if story.heavy else {}
    submit = Step(
        "submit_review", OFFICER, 1, {"review_kind": "legal_review" if story.heavy else "case_review", **triggers}
    )
    if story.fate == "submitted":
        return [conclude, submit], False
    kind, points = ("review_legality", POINTS) if story.heavy else ("review_case", {})
    if story.fate == "returned":
        back = Step(
            kind,
            REVIEWER,
            2,
            {**points, "outcome": "supplement", "reviewer_opinion": "数量没有实测，补充勘验后再送审。"},
        )
        return [conclude, submit, back], False
    agreed = Step(
        kind,
        REVIEWER,
        2,
        {**points, "outcome": "agree", "reviewer_opinion": "主体适格，事实清楚，证据充分，程序合法，裁量适当，同意。"},
    )
    return [conclude, submit, agreed], story.fate != "approved"


def _to_the_police(story: Story) -> list[Step]:
    reason = "数量可能达到追诉标准，涉嫌犯罪，由公安机关审查认定。"
    report = {"task_force": list(story.pair), "crime_reason": reason, "exhibits": "无"}
    decided = {"transfer_approved": True, "head_approved": True, "reason": "同意移送。"}
    return [
        Step("report_crime", OFFICER, 1, report),
        Step("decide_crime_transfer", APPROVER, 0, decided),
        Step("transfer_to_police", OFFICER, 0, {"transfer_to": "广汉市公安局（演示）"}),
    ]


def notice(story: Story) -> tuple[list[Step], bool]:
    """Return the steps of the notice and the defence; or those of not punishing."""
    if story.fate.startswith("spared"):
        return _spared(story), False
    offered: dict[str, Any] = (
        {"hearing_told": True}
        if story.fine >= 10_000 or story.fate in HEARINGS
        else {"hearing_told": False, "hearing_reason": "数额较小，不属于较大数额罚款。"}
    )
    redress = {} if story.fine else {"proposed_penalty": REDRESS}
    told = Step(
        "prior_notice",
        OFFICER,
        2,
        {"defence_until": GIVEN_TIME, **offered, **redress},
    )
    if story.fate == "notified":
        return [told], False
    served = service(story, "serve_notice", 1)
    if story.fate == "noticed":
        return [told, served], False
    if story.fate in HEARINGS:
        return [told, served, *hearing(story)], story.fate == "heard_decided"
    answered = [
        Step("hear_defence", OFFICER, 2, {"defence_text": "家里困难，已经改正，请求从轻。"}, pair=True),
        Step(
            "review_defence",
            OFFICER,
            1,
            {"defence_accepted": "partly", "defence_opinion": "已经改正的事实成立，裁量时已经考虑。"},
        ),
    ]
    if story.fate == "defended":
        return [told, served, *answered], False
    return [told, served, *(answered if story.number % 4 == 0 else [])], True


def _spared(story: Story) -> list[Step]:
    facts = {
        "decision_kind": "minor",
        "reason": "违法行为轻微并及时改正，没有造成危害后果。",
        "correction": "已经改正，并当面进行教育。",
    }
    steps = [Step("decide_no_penalty", APPROVER, 2, facts), service(story, "serve_no_penalty", 1)]
    return steps + (
        [Step("close_case", APPROVER, 3, {"closing_way": "no_penalty", "opinion": "同意结案。"})]
        if story.fate == "spared_closed"
        else []
    )


def decision(story: Story) -> tuple[list[Step], bool]:
    """Return the steps of discussing and deciding."""
    kinds, fine = penalty(story)
    wait = LATE_WORKDAYS if story.fate == "overdue_decided" else DEFENCE_DAYS
    steps: list[Step] = []
    if story.heavy or story.fate == "discussed":
        facts = {
            "attendees": ["演示甲", "演示乙", "演示丙"],
            "chair": "演示甲",
            "discussion": "各参加人发表意见，认为事实清楚，同意承办人意见。",
            "conclusion": "同意拟处罚意见。",
        }
        steps.append(Step("discuss", APPROVER, wait, facts))
        wait = 1
    if story.fate == "discussed":
        return steps, False
    decided: dict[str, Any] = {"penalty_kinds": kinds, "opinion": "同意。"} | (
        {"fine_yuan": fine} if fine else {"other_penalty": REDRESS}
    )
    if story.fate == "heard_decided":
        decided |= TAKEN_UP
    steps.append(Step("decide_penalty", APPROVER, wait, decided))
    return steps, story.fate not in ("decided", "heard_decided")


def settling(story: Story) -> tuple[list[Step], bool]:
    """Return the steps of serving, disclosing, paying, closing and archiving."""
    _, fine = penalty(story)
    served, shown = service(story, "serve_decision", 1), disclosure(1)
    paid = [Step("record_payment", OFFICER, 4, {"paid_yuan": fine, "paid_on": Day()})] if fine else []
    closed = Step("close_case", APPROVER, 3, {"closing_way": "fulfilled", "opinion": "同意结案。"})
    ends = {
        "served": [served],
        "undisclosed": [served, *paid],
        "unpaid": [served, shown],
        "demanded": [served, shown, *demanded(story, 20)],
        "court": [served, shown, *demanded(story, 136), COURT],
        "cleared": [served, shown, CLEARING],
        "paid": [served, shown, *paid],
        "closed": [served, shown, *paid, closed],
    }
    return ends.get(story.fate, [served, shown, *paid, closed, Step("archive_case", OFFICER, 4)]), False
