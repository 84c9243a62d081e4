"""线索、立案、调查 From the lead to the end of the investigation. Each part returns its steps and whether the story goes on."""

from yizhi.demo.steps import APPROVER, OFFICER, Day, Minute, Step
from yizhi.demo.stories import Story

from .hearing import held, seized


def lead(story: Story) -> tuple[list[Step], bool]:
    """Return the steps of registering and assessing the lead."""
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


def opening(story: Story) -> tuple[list[Step], bool]:
    """Return the step of opening the case."""
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


def investigation(story: Story) -> tuple[list[Step], bool]:
    """Return the steps of the investigation, and how it may turn."""
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
                "asked_alone": True,
                "record_confirmed": "read",
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
    terminate = Step(
        "terminate_investigation",
        APPROVER,
        4,
        {"terminate_ground": "ceased", "reason": "当事人已经注销，没有权利义务承受人。"},
    )
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
        "kept": held(story),
        "seized": seized(story),
        "withdrawn": [withdraw],
        "terminated": [terminate],
    }
    if story.fate in ended:
        return steps + ended[story.fate], False
    more = {"resumed": [suspend, resume], "tested": [entrust, receive]}.get(story.fate, [])
    return steps + more, story.fate not in ("resumed", "tested")
