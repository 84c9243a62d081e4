"""演示检查 The visits of the demo run through the product's own acts to where they should, and their records hold."""

from datetime import datetime

import pytest

from yizhi.demo.inspections import play_inspections
from yizhi.desk.inspections.models import Inspection, InspectionSubject, PublishedItem
from yizhi.desk.inspections.replay import differences
from yizhi.desk.record.queries import verify

pytestmark = pytest.mark.django_db


def test_one_done_one_waiting_one_to_be_joined(county: None, now: datetime) -> None:
    play_inspections(now)
    stages = {(part.body_id, part.stage) for part in Inspection.objects.all()}
    assert stages == {
        ("market", "correcting"),
        ("lianshan", "finished"),
        ("market", "approved"),
        ("lianshan", "planned"),
        ("agriculture", "planned"),
    }
    assert InspectionSubject.objects.count() > 15 and PublishedItem.objects.count() == 5
    assert list(differences(now=now)) == []
    assert list(verify()) == []
