"""What happened before the journeys of the procedures: four cases of one body, done up to yesterday, each left before another act."""

from dataclasses import replace

from django.utils import timezone

from tests.journeys.before_hearing import before
from yizhi.demo.playing import Planned, Player
from yizhi.demo.stories import stories

LEFT_AFTER = ("record_scene", "record_scene", "review_case", "decide_penalty", "serve_decision")


def main() -> None:
    """Play them and print their dossiers in this order."""
    ours = [one for one in stories() if (one.body, one.account, one.procedure) == ("lianshan", "duiyuan", "ordinary")]
    now = timezone.now()
    player = Player(now)
    usual = [one for one in ours if one.fine and not one.record]
    for story, last in zip(usual[4:], LEFT_AFTER, strict=False):
        for laid in before(replace(story, fate="archived"), last, 1, timezone.localdate(now)):
            player.do(Planned(story, laid))
    print(*(player.dossiers[story.number] for story in usual[4 : 4 + len(LEFT_AFTER)]))
