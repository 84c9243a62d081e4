"""检查的底数（示意） Which bodies are subjects of inspection, which items are published. No cap: none was published that could be confirmed."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from uuid_utils.compat import uuid7

from yizhi.desk.bodies.models import Body
from yizhi.desk.inspections.keeping import confirm_subject, publish_item, report_subjects
from yizhi.desk.inspections.year_plan import publish_plan, write_plan
from yizhi.desk.people.identity import identities
from yizhi.desk.people.models import Account

UNCONFIRMED = ("nanfeng", "culture")
LATE = ("jinlun", "culture")
PUBLISHED = {
    "GH-137": "看食品经营许可证、经营项目（示意）",
    "GH-138": "看货架、冷柜里食品的保质期和进货台账（示意）",
    "GH-151": "看垃圾投放的时间、地点和容器（示意）",
    "GH-152": "看门前有没有占道堆放、搭建（示意）",
    "GH-129": "看粮食收购、储存、加工的台账（示意）",
}
PLANNED = {"fuzeren": ("GH-152",), "market-approver": ("GH-137", "GH-138")}


def write_inspection_ground(now: datetime) -> None:
    """Confirm all bodies but two, report this year's lists but two, publish the items and two plans of the year; all on days of the past year."""
    today = timezone.localdate(now)
    justice = identities(Account.objects.get(username="sifa"), on=today)[0]
    confirmed, reported = today - timedelta(days=200), min(date(today.year, 4, 24), today)
    for body in Body.objects.exclude(kind=Body.Kind.GOVERNMENT).exclude(pk="justice").order_by("pk"):
        if body.pk not in UNCONFIRMED:
            confirm_subject(
                justice,
                body.pk,
                confirmed_by="justice",
                confirmed_on=confirmed,
                announced_on=confirmed + timedelta(days=7),
                announcement="广司公告〔2026〕2号（示意），市人民政府网站",
                now=now,
            )
        if body.pk not in LATE:
            report_subjects(justice, body.pk, today.year, reported_on=reported, letter="来文（示意）", now=now)
    for item, content in PUBLISHED.items():
        publish_item(
            justice,
            item,
            content=content,
            published_on=confirmed + timedelta(days=30),
            document="涉企行政检查事项清单（示意）",
            channel="市人民政府网站（示意）",
            now=now,
        )
    for head, items in PLANNED.items():
        _plan(head, items, confirmed + timedelta(days=40), now)


def _plan(head: str, items: tuple[str, ...], on: date, now: datetime) -> None:
    """Let a head write and publish the plan of this year: each item daily, twice a year at most for one shop."""
    today = timezone.localdate(now)
    who = identities(Account.objects.get(username=head), on=today)[0]
    lines = [{"item": item, "kind": "daily", "subjects": "按风险抽查（示意）", "times": 2} for item in items]
    write_plan(who, today.year, lines, id=uuid7(), now=now)
    public = max(on, date(today.year, 1, 1))
    publish_plan(
        who, today.year, published_on=min(public, today), channel="市人民政府网站（示意）", id=uuid7(), now=now
    )
