"""发布清单（示意） The list of every area issued two months ago, and again where a batch has changed it since."""

from datetime import datetime, timedelta

from django.utils import timezone
from uuid_utils.compat import uuid7

from yizhi.desk.matters.queries import columns_on
from yizhi.desk.papers.issuing_lists import issue_list
from yizhi.desk.people.identity import identities
from yizhi.desk.people.models import Account
from yizhi.desk.places.queries import area_of

from .tables import town_code

FIRST = timedelta(days=60)
CHANGED = "jinyu"


def play_lists(now: datetime) -> None:
    """Issue the lists in the name of the government, by who keeps them."""
    begun, today = now - FIRST, timezone.localdate(now)
    for column in columns_on("", timezone.localdate(begun)):
        if column.towns:
            _issue(column.area.code, begun)
    changed = area_of(town_code(CHANGED), today)
    if changed:
        _issue(changed.code, now - timedelta(hours=1))


def _issue(area: str, at: datetime) -> None:
    day = timezone.localdate(at)
    keeper = identities(Account.objects.get(username="bianban"), on=day)[0]
    issue_list(keeper, area, day, id=uuid7(), demo=True, now=at)
