"""What happened before the journey of disclosure: a decision against a natural person, served two workdays ago."""

import json
from dataclasses import replace

from django.utils import timezone

from tests.journeys.before_hearing import before
from yizhi.demo.playing import Planned, Player
from yizhi.demo.stories import stories


def main() -> None:
    """Play it and print its dossier and the name of the party."""
    own = [one for one in stories() if (one.body, one.account, one.party_kind) == ("lianshan", "duiyuan", "individual")]
    story = replace(next(one for one in own if one.fine), fate="served")
    now = timezone.now()
    player = Player(now)
    for laid in before(story, "serve_decision", 2, timezone.localdate(now)):
        player.do(Planned(story, laid))
    print(json.dumps([player.dossiers[story.number], player.parties[story.number].name]))
