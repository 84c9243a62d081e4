"""当场查处 The summary procedure, step after step."""

from yizhi.demo.steps import OFFICER, Day, Step
from yizhi.demo.stories import Story

from .parts import disclosure, penalty


def on_spot(story: Story) -> list[Step]:
    """Return the steps of a penalty on the spot."""
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
    return [*steps, *_spot_money(story, fine, by_hand), filed, disclosure(1), Step("archive_case", OFFICER, 2)]


def _spot_money(story: Story, fine: str, by_hand: bool) -> list[Step]:
    if not by_hand:
        return [Step("record_payment", OFFICER, 3, {"paid_yuan": fine, "paid_on": Day()})]
    collected = {"collection_reason": "up_to_100", "paid_yuan": fine, "receipt_number": f"演示{story.number:06d}"}
    return [
        Step("collect_on_spot", OFFICER, 0, collected, pair=True),
        Step("hand_over_fine", OFFICER, 1, {"handed_over_on": Day()}),
        Step("remit_fine", OFFICER, 1, {"remitted_on": Day()}),
    ]
