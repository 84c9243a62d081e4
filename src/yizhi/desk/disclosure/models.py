"""公示 The record is the truth; every column here is a copy for lists, written in the same transaction and checked by replay."""

from django.db import models

from yizhi.desk.bodies.models import Body
from yizhi.desk.cases.models import Case
from yizhi.desk.places.models import Town
from yizhi.desk.record.models import Dossier


class Disclosure(models.Model):
    """公示 One penalty decision as the public reads it, on a record of its own: a case may be archived while it is corrected or withdrawn."""

    dossier = models.OneToOneField(
        Dossier, on_delete=models.PROTECT, primary_key=True, related_name="+", verbose_name="公示编号"
    )
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+", verbose_name="案件")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="处罚机关")
    mode = models.CharField("方式", max_length=12)
    town = models.ForeignKey(Town, on_delete=models.PROTECT, related_name="+", verbose_name="镇（街道）")
    stage = models.CharField("阶段", max_length=12)
    title = models.CharField("案件名称", max_length=500)
    columns = models.JSONField("公开的内容", default=dict)
    decided_on = models.DateField("决定日期")
    drafted_at = models.DateTimeField("拟稿或者修改的时间")
    published_on = models.DateField("公示日期", null=True)
    shown_until = models.DateField("公示期最后一天", null=True)
    withdrawn_on = models.DateField("撤回日期", null=True)
    last_at = models.DateTimeField("最后一步")
    demo = models.BooleanField("演示", default=False)
    search = models.TextField("检索词", blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["published_on", "-dossier"], name="disclosure_newest"),
            models.Index(fields=["body", "town", "-dossier"], name="disclosure_sight"),
            models.Index(fields=["case"], name="disclosure_case"),
        ]


class YearlyFigures(models.Model):
    """年度执法数据 What a body made public about one year of its enforcement; figures for openness, no indicator of anybody's work."""

    dossier = models.OneToOneField(
        Dossier, on_delete=models.PROTECT, primary_key=True, related_name="+", verbose_name="编号"
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="机关")
    year = models.PositiveSmallIntegerField("年度")
    stage = models.CharField("阶段", max_length=12)
    tables = models.JSONField("统计表", default=list)
    words = models.TextField("总体情况", blank=True)
    published_on = models.DateField("公开日期", null=True)
    reported_on = models.DateField("报送日期", null=True)
    last_at = models.DateTimeField("最后一步")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "year"], name="figures_once_a_year")]


class DossierApplication(models.Model):
    """案卷公开申请 An application for a file of enforcement, and how it was answered."""

    dossier = models.OneToOneField(
        Dossier, on_delete=models.PROTECT, primary_key=True, related_name="+", verbose_name="编号"
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="机关")
    stage = models.CharField("阶段", max_length=12)
    applicant = models.CharField("申请人", max_length=64)
    asked = models.CharField("申请公开什么", max_length=500)
    received_on = models.DateField("收到日期")
    extended = models.PositiveSmallIntegerField("延长的工作日", default=0)
    outcome = models.CharField("答复", max_length=12, blank=True)
    answered_on = models.DateField("答复日期", null=True)
    last_at = models.DateTimeField("最后一步")

    class Meta:
        indexes = [models.Index(fields=["body", "-dossier"], name="application_newest")]
