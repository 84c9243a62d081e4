"""几处共用的步骤 Steps that several scripts take."""

from yizhi.demo.steps import OFFICER, REVIEWER, Day, Step
from yizhi.demo.stories import Story

REDRESS = "责令退还非法占用的土地，限期自行拆除地上建筑物并恢复原状"

POINTS = {f"point_{point}": "sound" for point in ("body", "procedure", "facts", "law", "power", "papers", "crime")}


def penalty(story: Story) -> tuple[list[str], str]:
    """Return the kinds of penalty and the fine in yuan; an empty text where there is none."""
    return (["fine"], f"{story.fine:.2f}") if story.fine else (["other"], "")


def service(story: Story, kind: str, gap: int) -> Step:
    """Return the step of handing a paper over to the party, who signs in person or by the legal representative."""
    relation = "self" if story.party_kind == "individual" else "legal_representative"
    facts = {"service_method": "direct", "served_on": Day(), "recipient": "{person}", "recipient_relation": relation}
    return Step(kind, OFFICER, gap, facts, pair=True)


def disclosure(gap: int) -> Step:
    """Return the step of drafting what is disclosed, reviewing and publishing it."""
    return Step("publish_disclosure", REVIEWER, gap)
