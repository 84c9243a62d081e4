"""What came before the journey of a seizure: a food case of the market body, opened and looked at this week; its officer and head got passwords."""

from django.utils import timezone

from tests.journeys.before_hearing import before
from yizhi.demo.playing import Planned, Player
from yizhi.demo.stories import stories
from yizhi.desk.people.models import Account

HEAD = "market-approver"


def main() -> None:
    """Play it and print its dossier and the accounts of the officer and the head."""
    now = timezone.now()
    story = next(one for one in stories() if (one.body, one.item, one.procedure) == ("market", "GH-138", "ordinary"))
    for account in Account.objects.filter(username__in=[story.account, HEAD]):
        account.set_password("yizhi-demo")
        account.save(update_fields=["password"])
    player = Player(now)
    for laid in before(story, "record_scene", 1, timezone.localdate(now)):
        player.do(Planned(story, laid))
    print(player.dossiers[story.number], story.account, HEAD)
