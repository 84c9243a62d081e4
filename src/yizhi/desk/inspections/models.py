"""检查 Who may inspect, which items are published, how often at most, the plan of the year; visits, and each body's part of a visit.

The record is the truth for a part: its columns are copies for lists, written in the same transaction and checked by replay.
"""

from django.db import models

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.models import Item
from yizhi.desk.parties.models import Party
from yizhi.desk.places.models import Town, Village
from yizhi.desk.record.models import DatedFact, Dossier


class InspectionSubject(DatedFact):
    """检查主体 A body confirmed as a subject of inspection; holds from the day of its announcement. `fact` is the body's code."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="检查主体")
    confirmed_by = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="谁审核确认")
    by_justice = models.BooleanField("由县级司法行政部门确认")
    confirmed_on = models.DateField("确认日期")
    announcement = models.CharField("公告（文号、在哪里公告）", max_length=255)


class SubjectReport(models.Model):
    """报送清单 A body reported its list of inspection subjects for a year to the justice office."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="机关")
    year = models.PositiveSmallIntegerField("年份")
    reported_on = models.DateField("报送日期")
    reported_by = models.CharField("谁录入", max_length=64)
    letter = models.CharField("来文文号", max_length=128, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "year"], name="subject_report_once_a_year")]


class PublishedItem(DatedFact):
    """公布的检查事项 An item that may be inspected from the day of its publication on. `fact` is the item's code."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+", verbose_name="事项")
    content = models.CharField("检查内容", max_length=500)
    document = models.CharField("公布的文件", max_length=255)
    channel = models.CharField("在哪里公布", max_length=255)


class AnnualCap(DatedFact):
    """年度频次上限 How often in a calendar year one shop is inspected at most in a domain, as the competent department published it."""

    domain = models.CharField("领域", max_length=32)
    times = models.PositiveSmallIntegerField("次数")
    set_by = models.CharField("公布的主管部门", max_length=128)
    source = models.CharField("来源（文件、网址）", max_length=255)
    checked_on = models.DateField("对照原文核实的日期", null=True, blank=True)


class InspectionPlan(models.Model):
    """年度检查计划 What one body inspects in one year: `lines` as last written, `published` as last published; only the latter binds.

    Copies of its record.
    """

    dossier = models.OneToOneField(
        Dossier, on_delete=models.PROTECT, primary_key=True, related_name="+", verbose_name="案卷"
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="机关")
    year = models.PositiveSmallIntegerField("年")
    lines = models.JSONField("安排", default=list)
    published = models.JSONField("已公布的", default=list)
    published_on = models.DateField("公布日期", null=True)
    channel = models.CharField("在哪里公布", max_length=255, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "year"], name="inspection_plan_once_a_year")]


class Visit(models.Model):
    """一次检查 One visit to one shop, by one body or by several together. `code` is what the shop verifies it by."""

    code = models.CharField("检查码", max_length=16, primary_key=True)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+", verbose_name="检查对象")
    town = models.ForeignKey(Town, on_delete=models.PROTECT, related_name="+", verbose_name="镇（街道）")
    village = models.ForeignKey(
        Village, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="村（社区）"
    )
    place = models.CharField("地点", max_length=200, blank=True)
    starts_at = models.DateTimeField("计划开始")
    ends_at = models.DateTimeField("计划结束")
    kind = models.CharField("检查类型", max_length=12)
    planned_by = models.CharField("谁安排", max_length=64)
    demo = models.BooleanField("演示", default=False)

    class Meta:
        indexes = [models.Index(fields=["party", "starts_at"], name="visit_party")]


class Inspection(models.Model):
    """一个机关的检查 One body's part of a visit, with a dossier, papers and a result of its own."""

    dossier = models.OneToOneField(
        Dossier, on_delete=models.PROTECT, primary_key=True, related_name="+", verbose_name="案卷"
    )
    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="parts", verbose_name="哪一次检查")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="名义")
    town = models.ForeignKey(Town, on_delete=models.PROTECT, related_name="+", verbose_name="镇（街道）")
    mode = models.CharField("方式", max_length=12, blank=True)
    items = models.ManyToManyField(Item, related_name="+", verbose_name="检查事项")
    recheck_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="rechecks", verbose_name="复查哪一次"
    )
    stage = models.CharField("阶段", max_length=16)
    ended = models.BooleanField("已完成", default=False)
    unapproved = models.BooleanField("紧急检查，还没有补办审批", default=False)
    handlers = models.JSONField("检查人员", default=list)
    arrived_on = models.DateField("到场日", null=True)
    correct_by = models.DateField("改正期限", null=True)
    result = models.CharField("结果", max_length=24, blank=True)
    lead = models.CharField("转成的线索", max_length=32, blank=True)
    last_act = models.CharField("最后行为", max_length=48)
    last_at = models.DateTimeField("最后行为时间")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["visit", "body"], name="inspection_once_per_body")]
        indexes = [
            models.Index(fields=["body", "town", "-dossier"], name="inspection_sight"),
            models.Index(fields=["town", "-dossier"], name="inspection_town"),
        ]
