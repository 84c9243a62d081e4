"""What came before the journey of the unpaid fine: a case that was decided and served half a year ago."""

from dataclasses import replace
from datetime import timedelta

from django.utils import timezone

from yizhi.demo.playing import play
from yizhi.demo.stories import stories
from yizhi.desk.cases.models import Case


def main() -> None:
    story = next(one for one in stories() if (one.item, one.body, one.account) == ("GH-156", "lianshan", "duiyuan"))
    play(timezone.now() - timedelta(days=215), [replace(story, fate="unpaid")])
    case = Case.objects.get(stage="served", item=story.item, opened_on__lt=timezone.localdate() - timedelta(days=200))
    print(case.dossier_id)
