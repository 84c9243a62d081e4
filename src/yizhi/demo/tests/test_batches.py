"""演示批次 The batches of the demo run through the product's own steps to where they should, and their records hold."""

from datetime import datetime

import pytest
from django.utils import timezone

from yizhi.demo.batches import play_batches
from yizhi.desk.batches.models import Batch
from yizhi.desk.batches.replay import differences
from yizhi.desk.batches.watching import watch_context
from yizhi.desk.people.identity import identities
from yizhi.desk.people.models import Account
from yizhi.desk.record.queries import verify

pytestmark = pytest.mark.django_db


def test_one_in_transition_one_objected_one_to_be_decided(county: None, now: datetime) -> None:
    play_batches(now)
    stages = dict(Batch.objects.values_list("title", "stage"))
    assert stages == {
        "2026年第三批赋权（示意）": "published",
        "2026年第四批赋权（示意）": "objected",
        "收回一项（示意）": "checked",
    }
    assert list(differences(now=now)) == []
    assert list(verify()) == []
    today = timezone.localdate(now)
    keeper = identities(Account.objects.get(username="bianban"), on=today)[0]
    groups = {group["title"]: group["rows"] for group in watch_context(keeper, {}, today=today)["groups"]}
    assert len(groups["过渡期十五天内期满"]) == 4
