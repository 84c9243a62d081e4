"""演示里的监督：五件在不同的步骤，各有人等着办；计划漏着两个镇，看得见。"""

from datetime import datetime

import pytest
from django.utils import timezone

from yizhi.demo.supervision import play_supervision
from yizhi.desk.people.identity import Identity, identities
from yizhi.desk.people.models import Account
from yizhi.desk.record.queries import verify
from yizhi.desk.supervision.models import SupervisionMatter
from yizhi.desk.supervision.planning import plan_of
from yizhi.desk.supervision.replay import differences
from yizhi.desk.supervision.work import supervision_tasks

pytestmark = pytest.mark.django_db


def who(username: str, now: datetime) -> Identity:
    return identities(Account.objects.get(username=username), on=timezone.localdate(now))[0]


def waiting(username: str, now: datetime) -> list[str]:
    return sorted(task["act"] for task in supervision_tasks(who(username, now), now) if task["mine"])


def test_five_matters_each_waits_for_somebody_and_the_plan_leaves_two_towns_out(played: None, now: datetime) -> None:
    play_supervision(now)
    stages = sorted(SupervisionMatter.objects.values_list("stage", flat=True))
    assert stages == ["answered", "correcting", "correcting", "registered", "reported"]
    assert waiting("sifa", now) == ["书面通知被监督机关", "办结", "处理异议", "派监督人员核查"]
    assert "提交书面说明" in waiting("nanfeng-approver", now)
    assert waiting("zhengfu", now) == ["制发监督决定书"]
    assert supervision_tasks(who("luren", now), now) == []
    plan = plan_of(who("sifa", now), timezone.localdate(now).year)
    assert len(plan["uncovered"]) == min(2, len(plan["holders"]))
    told = [one for one in differences(now=now) if one.where.startswith(("监督", "2026年"))]
    assert (told, list(verify())) == ([], [])
