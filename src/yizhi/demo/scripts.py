"""脚本 The acts of a story, in order, up to where its fate leaves it."""

from typing import Any

from .steps import APPROVER, OFFICER, REVIEWER, Day, Minute, Step
from .stories import Story

DEFENCE_DAYS = 7
GIVEN_TIME = Day(6)
LATE_WORKDAYS = 66
"""So many workdays after the notice more than ninety days have passed since the opening."""


def script(story: Story) -> list[Step]:
    """Return the steps of a story."""
    return _spot(story) if story.procedure == "summary" else _ordinary(story)


def _ordinary(story: Story) -> list[Step]:
    steps = [Step("register_lead", OFFICER, 0)]
    for part in (_lead, _opening, _investigation, _review, _notice, _decision, _settling):
        more, goes_on = part(story)
        steps += more
        if not goes_on:
            break
    return steps


def _lead(story: Story) -> tuple[list[Step], bool]:
    finding = f"到现场核查，{story.deed.replace('{party}', '当事人')}"
    assess = Step("assess_lead", OFFICER, 2, {"finding": finding, "proposal": "有初步证据证明存在违法行为，建议立案。"})
    unproven = Step(
        "assess_lead",
        OFFICER,
        2,
        {"finding": "到现场核查，没有发现反映的情况，周边群众也没有看到。", "proposal": "没有违法事实，建议不予立案。"},
    )
    ends: dict[str, list[Step]] = {
        "registered": [],
        "assessed": [assess],
        "not_opened": [
            unproven,
            Step(
                "reject_lead",
                APPROVER,
                1,
                {"reason": "经核查没有违法事实，不符合立案条件。", "opinion": "同意不予立案。"},
            ),
        ],
        "transferred": [
            Step(
                "assess_lead",
                OFFICER,
                2,
                {"finding": "经核查，行为人和行为地都在相邻的县，不归本机关管辖。", "proposal": "建议移送。"},
            ),
            Step(
                "transfer_case",
                APPROVER,
                1,
                {"transfer_to": "有管辖权的机关（演示）", "reason": "违法行为发生地不在本机关管辖范围。"},
            ),
        ],
    }
    return (ends[story.fate], False) if story.fate in ends else ([assess], True)


def _opening(story: Story) -> tuple[list[Step], bool]:
    opened = Step(
        "open_case",
        APPROVER,
        2,
        {
            "handlers": list(story.pair),
            "grounds": "有初步证据证明违法行为，属于本机关管辖，没有超过追责时效。",
            "opinion": "同意立案。",
        },
    )
    return [opened], story.fate != "opened"


def _investigation(story: Story) -> tuple[list[Step], bool]:
    steps = [
        Step(
            "tell_rights",
            OFFICER,
            1,
            {"rights_told": True, "service_address": "当事人确认的地址（演示）", "contact_phone": "0838-0000000"},
            pair=True,
        ),
        Step(
            "record_scene",
            OFFICER,
            0,
            {
                "started_at": Minute(25),
                "ended_at": Minute(5),
                "credentials_shown": True,
                "findings": story.deed.replace("{party}", "当事人"),
            },
            pair=True,
            photo=story.record is not None,
        ),
    ]
    if story.fate == "investigating":
        return steps, False
    steps += [
        Step(
            "inquire",
            OFFICER,
            2,
            {
                "person_asked": "{person}",
                "asked_is_party": True,
                "place_text": "镇综合行政执法办公室",
                "started_at": Minute(45),
                "ended_at": Minute(5),
                "credentials_shown": True,
                "rights_told": True,
                "questions": "问：事情是怎么发生的？答：是我做的，当时图省事，没有想到后果。问：现在怎么处理？答：我马上改正。",
            },
            pair=True,
        ),
        Step(
            "order_correction",
            OFFICER,
            0,
            {"demand": "立即停止违法行为，七日内改正完毕并告知本机关。", "correct_by": Day(5)},
            pair=True,
        ),
    ]
    return _turns(story, steps)


def _turns(story: Story, steps: list[Step]) -> tuple[list[Step], bool]:
    suspend = Step(
        "suspend_investigation",
        APPROVER,
        2,
        {"suspend_ground": "related_case", "reason": "当事人就同一场地的权属另有争议，须等待处理结果。"},
    )
    resume = Step("resume_investigation", OFFICER, 12, {"resume_on": Day()})
    extend = Step(
        "extend_case",
        APPROVER,
        48,
        {"extension_days": 30, "extension_reason": "案情复杂，需要补充取证。", "extension_by": "负责人"},
    )
    withdraw = Step("withdraw_case", APPROVER, 3, {"withdraw_reason": "查明行为人不是本案当事人，不符合立案条件。"})
    terminate = Step("terminate_investigation", APPROVER, 4, {"reason": "当事人已经注销，没有权利义务承受人。"})
    entrust = Step(
        "entrust_test",
        OFFICER,
        1,
        {"test_ground": "鉴定", "test_body": "演示检测机构", "test_subject": "是否混有危险废物。"},
        photo=True,
    )
    receive = Step("receive_test", OFFICER, 9, {"test_result": "没有检出危险废物。"}, photo=True)
    ended: dict[str, list[Step]] = {
        "suspended": [suspend],
        "testing": [entrust],
        "extended": [extend],
        "withdrawn": [withdraw],
        "terminated": [terminate],
    }
    if story.fate in ended:
        return steps + ended[story.fate], False
    more = {"resumed": [suspend, resume], "tested": [entrust, receive]}.get(story.fate, [])
    return steps + more, story.fate not in ("resumed", "tested")


def _review(story: Story) -> tuple[list[Step], bool]:
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
            "evidence_summary": "现场笔录、询问笔录、现场照片。",
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
        facts = {
            "transfer_to": "广汉市公安局（演示）",
            "reason": "数量可能达到追诉标准，涉嫌犯罪，由公安机关审查认定。",
            "head_approved": True,
        }
        return [conclude, Step("transfer_to_police", APPROVER, 1, facts)], False
    if story.fate in ("concluded", "late"):
        return [conclude], False
    triggers = {"review_triggers": ["complex"]} if story.heavy else {}
    submit = Step(
        "submit_review", OFFICER, 1, {"review_kind": "legal_review" if story.heavy else "case_review", **triggers}
    )
    if story.fate == "submitted":
        return [conclude, submit], False
    kind = "review_legality" if story.heavy else "review_case"
    if story.fate == "returned":
        back = Step(
            kind, REVIEWER, 2, {"outcome": "supplement", "reviewer_opinion": "数量没有实测，补充勘验后再送审。"}
        )
        return [conclude, submit, back], False
    agreed = Step(
        kind,
        REVIEWER,
        2,
        {"outcome": "agree", "reviewer_opinion": "主体适格，事实清楚，证据充分，程序合法，裁量适当，同意。"},
    )
    return [conclude, submit, agreed], story.fate != "approved"


def _notice(story: Story) -> tuple[list[Step], bool]:
    if story.fate.startswith("spared"):
        return _spared(story), False
    hearing: dict[str, Any] = (
        {"hearing_told": True}
        if story.fine >= 10_000
        else {"hearing_told": False, "hearing_reason": "数额较小，不属于较大数额罚款。"}
    )
    _, fine = penalty(story)
    told = Step(
        "prior_notice",
        OFFICER,
        2,
        {"proposed_penalty": f"罚款{fine}元" if fine else REDRESS, "defence_until": GIVEN_TIME, **hearing},
    )
    if story.fate == "notified":
        return [told], False
    served = Step(
        "serve_notice", OFFICER, 1, {"service_method": "direct", "served_on": Day(), "recipient": "{person}"}, pair=True
    )
    if story.fate == "noticed":
        return [told, served], False
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
    steps = [Step("decide_no_penalty", APPROVER, 2, facts), _service("serve_no_penalty", 1)]
    return steps + (
        [Step("close_case", APPROVER, 3, {"closing_way": "no_penalty", "opinion": "同意结案。"})]
        if story.fate == "spared_closed"
        else []
    )


def _decision(story: Story) -> tuple[list[Step], bool]:
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
    steps.append(Step("decide_penalty", APPROVER, wait, decided))
    return steps, story.fate != "decided"


def _settling(story: Story) -> tuple[list[Step], bool]:
    _, fine = penalty(story)
    served, shown = _service("serve_decision", 1), _disclosure(1)
    paid = [Step("record_payment", OFFICER, 4, {"paid_yuan": fine, "paid_on": Day()})] if fine else []
    closed = Step("close_case", APPROVER, 3, {"closing_way": "fulfilled", "opinion": "同意结案。"})
    ends = {
        "served": [served],
        "undisclosed": [served, *paid],
        "unpaid": [served, shown],
        "paid": [served, shown, *paid],
        "closed": [served, shown, *paid, closed],
    }
    return ends.get(story.fate, [served, shown, *paid, closed, Step("archive_case", OFFICER, 4)]), False


REDRESS = "责令退还非法占用的土地，限期自行拆除地上建筑物并恢复原状"


def penalty(story: Story) -> tuple[list[str], str]:
    """Return the kinds of penalty and the fine in yuan; an empty text where there is none."""
    return (["fine"], f"{story.fine:.2f}") if story.fine else (["other"], "")


def _service(kind: str, gap: int) -> Step:
    return Step(
        kind, OFFICER, gap, {"service_method": "direct", "served_on": Day(), "recipient": "{person}"}, pair=True
    )


def _disclosure(gap: int) -> Step:
    return Step(
        "review_disclosure", OFFICER, gap, {"disclosed": True, "redaction": "姓名、证件号、住址、电话已经隐去。"}
    )


def _spot(story: Story) -> list[Step]:
    _, fine = penalty(story)
    by_hand = story.fine <= 100
    steps = [
        Step(
            "show_credentials",
            OFFICER,
            0,
            {
                "found_on": Day(),
                "act_day": Day(),
                "place_text": story.place,
                "description": story.words,
                "credentials_shown": True,
            },
            pair=True,
        ),
        Step(
            "establish_facts",
            OFFICER,
            0,
            {"facts_found": story.deed, "violated": story.violated, "basis": story.basis},
            pair=True,
            photo=True,
        ),
        Step(
            "tell_on_spot",
            OFFICER,
            0,
            {
                "proposed_penalty_kinds": ["fine"],
                "proposed_fine_yuan": fine,
                "rights_told": True,
                "discretion_reason": "情节轻微，当场改正。",
            },
            pair=True,
        ),
        Step("hear_on_spot", OFFICER, 0, {"defence_waived": True}, pair=True),
        Step(
            "decide_on_spot",
            OFFICER,
            0,
            {"penalty_kinds": ["fine"], "fine_yuan": fine, "recipient": "{person}"},
            pair=True,
        ),
    ]
    if story.fate == "turned":
        return [*steps[:2], Step("turn_to_ordinary", OFFICER, 0, {"reason": "当事人对数量有争议，需要进一步调查。"})]
    stops = {"shown": 1, "told": 3, "delivered": 5}
    if story.fate in stops:
        return steps[: stops[story.fate]]
    filed = Step("file_on_spot", OFFICER, 1, {"filed_on": Day()})
    if story.fate == "filed":
        return [*steps, filed]
    return [*steps, *_spot_money(story, fine, by_hand), filed, _disclosure(1), Step("archive_case", OFFICER, 2)]


def _spot_money(story: Story, fine: str, by_hand: bool) -> list[Step]:
    if not by_hand:
        return [Step("record_payment", OFFICER, 3, {"paid_yuan": fine, "paid_on": Day()})]
    collected = {"collection_reason": "up_to_100", "paid_yuan": fine, "receipt_number": f"演示{story.number:06d}"}
    return [
        Step("collect_on_spot", OFFICER, 0, collected, pair=True),
        Step("hand_over_fine", OFFICER, 1, {"handed_over_on": Day()}),
        Step("remit_fine", OFFICER, 1, {"remitted_on": Day()}),
    ]
