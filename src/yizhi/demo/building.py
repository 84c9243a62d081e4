"""建演示县 The whole demo, facts and cases, its days sealed, in one transaction; or nothing when it already stands."""

from datetime import datetime

from django.db import transaction

from yizhi.desk.people.models import Account
from yizhi.desk.places.models import County
from yizhi.desk.record.actions import seal_day
from yizhi.desk.record.queries import unsealed_days
from yizhi.rules.refusal import refuse

from .batches import play_batches
from .facts import build
from .inspections import play_inspections
from .lists import play_lists
from .playing import play
from .publishing import play_disclosure
from .stories import stories
from .supervision import play_supervision
from .tables import COUNTY


def build_demo(now: datetime) -> bool:
    """Build the demo into an empty database and return True; return False when the same demo already stands.

    Raises a refusal (`county-exists`) for a database that holds anything else: the demo is never mixed with real cases.
    """
    if standing():
        return False
    if County.objects.exists() or Account.objects.exists():
        cure = "演示数据另用一个空的数据库：换一个 YIZHI_HOME 或者 YIZHI_DATABASE_URL。"
        raise refuse("county-exists", "这个数据库里已经有县或者账号，不能再建演示县。", cure=cure)
    with transaction.atomic():
        build(now)
        play(now, stories())
        play_batches(now)
        play_lists(now)
        play_disclosure(now)
        play_inspections(now)
        play_supervision(now)
        for day in unsealed_days(now=now):
            seal_day(day, now=now)
    return True


def standing() -> bool:
    """Tell whether the database holds the demo county and no account that is not of the demo."""
    demo = Account.objects.filter(demo=True).exists() and not Account.objects.filter(demo=False).exists()
    return demo and list(County.objects.values_list("code", flat=True)) == [COUNTY]
