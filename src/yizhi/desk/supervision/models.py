"""执法监督 The record is the truth; every column here is a copy for lists, written in the same transaction and checked by replay."""

from django.db import models

from yizhi.desk.bodies.models import Body
from yizhi.desk.cases.models import Case
from yizhi.desk.record.models import Dossier


class SupervisionMatter(models.Model):
    """监督事项 Supervision of one body, of one case or of none. `told`: the body has been sent a paper. `reported`: so has the government."""

    dossier = models.OneToOneField(
        Dossier, on_delete=models.PROTECT, primary_key=True, related_name="+", verbose_name="案卷"
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="被监督机关")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="案件")
    source = models.CharField("从哪里来", max_length=16)
    words = models.CharField("反映什么", max_length=200)
    stage = models.CharField("阶段", max_length=32)
    ended = models.BooleanField("已办结", default=False)
    told = models.BooleanField("已向机关制发文书", default=False)
    reported = models.BooleanField("已报请政府", default=False)
    objected = models.BooleanField("有异议等处理", default=False)
    answer_by = models.DateField("报送期限", null=True)
    due_on = models.DateField("最近到期", null=True)
    running = models.JSONField("在走的期限", default=list)
    registered_on = models.DateField("登记日")
    last_act = models.CharField("最后行为", max_length=48)
    last_at = models.DateTimeField("最后行为时间")
    demo = models.BooleanField("演示", default=False)

    class Meta:
        indexes = [
            models.Index(fields=["body", "-dossier"], name="matter_body"),
            models.Index(fields=["ended", "due_on"], name="matter_due_on"),
        ]


class YearPlan(models.Model):
    """年度监督计划 What the county looks at in one year; `lines` are a copy of the latest entry of its record."""

    dossier = models.OneToOneField(
        Dossier, on_delete=models.PROTECT, primary_key=True, related_name="+", verbose_name="案卷"
    )
    year = models.PositiveSmallIntegerField("年", unique=True)
    lines = models.JSONField("安排", default=list)
