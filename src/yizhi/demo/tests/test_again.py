"""同一天建两次 The same day gives the same county and the same cases."""

from datetime import datetime

import pytest
from django.db import transaction

from yizhi.demo.building import build_demo, standing
from yizhi.demo.facts import build
from yizhi.demo.playing import plan
from yizhi.demo.stories import stories
from yizhi.desk.matters.models import Allocation, ItemVersion
from yizhi.desk.matters.queries import standing as law
from yizhi.desk.people.models import Account, Certificate
from yizhi.desk.places.models import County
from yizhi.rules.refusal import Refusal


@pytest.mark.django_db
def test_the_same_day_gives_the_same_facts(now: datetime) -> None:
    with transaction.atomic():
        build(now)
        first = plain_facts()
        transaction.set_rollback(True)
    assert not Allocation.objects.exists()
    build(now)
    assert plain_facts() == first


def plain_facts() -> dict[str, list[tuple[object, ...]]]:
    allocations = Allocation.objects.order_by("fact", "recorded_at")
    return {
        "allocations": list(
            allocations.values_list("fact", "valid_from", "valid_to", "published_on", "transition_until", "recorded_at")
        ),
        "versions": list(ItemVersion.objects.order_by("fact").values_list("fact", "name", "owner", "recorded_at")),
        "certificates": list(
            Certificate.objects.order_by("fact").values_list("fact", "number", "valid_to", "recorded_at")
        ),
        "accounts": list(Account.objects.order_by("username").values_list("username", "name", "officer")),
    }


@pytest.mark.django_db
def test_the_same_day_gives_the_same_plan(now: datetime) -> None:
    stories.cache_clear()
    first = plan(now, law().calendar, stories())
    stories.cache_clear()
    assert plan(now, law().calendar, stories()) == first


@pytest.mark.django_db
def test_the_demo_is_kept_when_it_stands(now: datetime) -> None:
    build(now)
    assert standing()
    assert build_demo(now) is False


@pytest.mark.django_db
def test_the_demo_is_never_mixed_with_another_county(now: datetime) -> None:
    County.objects.create(code="999999", name="另一个县")
    with pytest.raises(Refusal) as refused:
        build_demo(now)
    assert refused.value.first.code == "county-exists"


@pytest.mark.django_db
def test_the_demo_is_never_mixed_with_a_real_account(now: datetime) -> None:
    build(now)
    Account.objects.create_user("real", "correct horse battery", name="真账号")
    with pytest.raises(Refusal) as refused:
        build_demo(now)
    assert refused.value.first.code == "county-exists"
