"""演示县的裁量基准：两个事项，都写明示意；本县的在上级的幅度以内。"""

import pytest
from django.utils import timezone

from yizhi.demo.facts import build
from yizhi.desk.matters.benchmarks import Level, tier_of, tiers_on, upper_on
from yizhi.desk.matters.models import BenchmarkTier
from yizhi.rules.procedure.benchmark import refined_within

pytestmark = pytest.mark.django_db


def test_every_tier_is_openly_invented_and_the_county_stays_within() -> None:
    build(timezone.now())
    assert all("示意" in row.document + row.issuer for row in BenchmarkTier.objects.all())
    today = timezone.localdate()
    assert {row.level for row in tiers_on("GH-057", today)} == {Level.COUNTY}
    upper = [tier_of(row) for row in upper_on("GH-057", today)]
    for row in tiers_on("GH-057", today):
        assert list(refined_within(tier_of(row), row.refines, upper)) == []
    assert [row.times_of for row in tiers_on("GH-032", today)] == ["gains"] * 3
