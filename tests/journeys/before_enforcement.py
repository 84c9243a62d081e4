"""What came before the journey of own enforcement: an order to clear a building, served half a year ago; a road still blocked, decided and served this week."""

from dataclasses import replace
from datetime import timedelta

from django.utils import timezone

from tests.journeys.before_hearing import before
from yizhi.demo.playing import Planned, Player, play
from yizhi.demo.stories import CLEARED, stories
from yizhi.desk.cases.models import Case

BUILDING = "GH-150"


def main() -> None:
    """Play both and print their dossiers, the building first."""
    now = timezone.now()
    ours = (CLEARED, "lianshan", "duiyuan", "ordinary")
    own = next(one for one in stories() if (one.item, one.body, one.account, one.procedure) == ours)
    road = replace(own, number=own.number + 6000, fate="archived")
    building = replace(
        own,
        number=own.number + 5000,
        item=BUILDING,
        fate="unpaid",
        fine=0.0,
        words="集市街边搭了一间铁皮棚",
        place="集市街边",
        deed="{party}没有经过批准，在集市街边修建铁皮棚一间，占用街道。",
        violated="《村庄和集镇规划建设管理条例》关于不得擅自在街道修建临时建筑物",
        basis="村庄和集镇规划建设管理条例 第40条",
    )
    play(now - timedelta(days=215), [building])
    player = Player(now)
    for laid in before(road, "serve_decision", 1, timezone.localdate(now)):
        player.do(Planned(road, laid))
    print(Case.objects.get(item=BUILDING, stage="served").dossier_id, player.dossiers[road.number])
