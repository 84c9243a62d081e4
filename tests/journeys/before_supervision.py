"""What came before the journey of supervision: a case of 连山镇 past its days, and a letter to the town whose term has run out."""

import json
from datetime import timedelta

from django.utils import timezone

from yizhi.demo.playing import Planned, Player
from yizhi.demo.stories import stories
from yizhi.demo.supervision import certify, send_letter

from .before_hearing import before

LONG_AGO = 100


def main() -> None:
    """Print the dossiers of the case and of the matter."""
    now = timezone.now()
    story = next(one for one in stories() if one.body == "lianshan" and one.account == "duiyuan" and one.fine)
    player = Player(now)
    for laid in before(story, "open_case", LONG_AGO, timezone.localdate(now)):
        player.do(Planned(story, laid))
    certify(now)
    matter = send_letter("lianshan", now - timedelta(days=20), "反复投诉没有答复（示意）", days=15)
    print(json.dumps({"case": player.dossiers[story.number], "matter": matter}))
