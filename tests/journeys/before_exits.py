"""What came before the journey of the exits: leads and cases of one town, each left yesterday before the act that ends or turns it."""

import json
from dataclasses import replace

from django.utils import timezone

from tests.journeys.before_hearing import before
from yizhi.demo.playing import Planned, Player
from yizhi.demo.stories import Story, stories

ORDINARY = {"rejected": "assess_lead", "terminated": "record_scene", "disputed": "record_scene"}
OWN = 4000
SPOT = {"turned": "establish_facts", "collected": "decide_on_spot"}


def main() -> None:
    """Play them and print name → dossier; the contested case has a photo in its file."""
    player = Player(timezone.now())
    ours = [one for one in stories() if (one.body, one.account) == ("lianshan", "duiyuan")]
    usual = [one for one in ours if one.procedure == "ordinary" and one.fine and not one.record and not one.heavy]
    spot = [one for one in ours if one.procedure == "summary" and one.fine <= 100]
    photographed = next(one for one in ours if one.record and not one.heavy)
    told = [
        *zip(ORDINARY.items(), usual[20:], strict=False),
        *zip(SPOT.items(), spot, strict=False),
        (("contested", "serve_decision"), photographed),
    ]
    left = {name: played(player, story, "archived", last) for (name, last), story in told}
    left["criminal"] = played(player, usual[-1], "criminal", "transfer_to_police")
    print(json.dumps(left))


def played(player: Player, story: Story, fate: str, last: str) -> str:
    """Play a story up to its act `last`, with a party that no other journey knows, and return its dossier."""
    ours = replace(story, number=story.number + OWN, fate=fate)
    for laid in before(ours, last, 1, timezone.localdate()):
        player.do(Planned(ours, laid))
    return player.dossiers[ours.number]
