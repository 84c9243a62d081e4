"""脚本 The acts of a story, in order, up to where its fate leaves it."""

from yizhi.demo.steps import OFFICER, Step
from yizhi.demo.stories import Story

from .beginning import investigation, lead, opening
from .deciding import decision, notice, review, settling
from .on_spot import on_spot


def script(story: Story) -> list[Step]:
    """Return the steps of a story."""
    return on_spot(story) if story.procedure == "summary" else _ordinary(story)


def _ordinary(story: Story) -> list[Step]:
    steps = [Step("register_lead", OFFICER, 0)]
    for part in (lead, opening, investigation, review, notice, decision, settling):
        more, goes_on = part(story)
        steps += more
        if not goes_on:
            break
    return steps
