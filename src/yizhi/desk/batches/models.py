"""赋权批次 The record is the truth; every column here is a copy for lists, written in the same transaction and checked by replay."""

from django.db import models

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.models import Item
from yizhi.desk.places.models import Town
from yizhi.desk.record.models import Dossier


class Batch(models.Model):
    """赋权批次 Powers that are given to towns, or taken back, together."""

    class Kind(models.TextChoices):
        ALLOCATION = "allocation", "赋予"
        RECALL = "recall", "收回"

    dossier = models.OneToOneField(
        Dossier, on_delete=models.PROTECT, primary_key=True, related_name="+", verbose_name="案卷"
    )
    kind = models.CharField("赋予还是收回", max_length=12, choices=Kind.choices)
    title = models.CharField("题目", max_length=500)
    stage = models.CharField("阶段", max_length=16)
    starts_on = models.DateField("从哪天起")
    transition_until = models.DateField("过渡期止（不含）", null=True)
    instrument = models.CharField("决定文号", max_length=128, blank=True)
    published_on = models.DateField("公布日", null=True)
    filed_on = models.DateField("清单备案日", null=True)
    to_file = models.BooleanField("清单待备案", default=False)
    last_at = models.DateTimeField("最后一步")

    class Meta:
        indexes = [models.Index(fields=["stage", "-dossier"], name="batch_stage")]


class BatchLine(models.Model):
    """批次的一格 One item in one town; `allocation` is the fact that publication made or ended."""

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="lines", verbose_name="批次")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+", verbose_name="事项")
    town = models.ForeignKey(Town, on_delete=models.PROTECT, related_name="+", verbose_name="镇（街道）")
    mode = models.CharField("方式", max_length=12)
    basis = models.CharField("委托依据", max_length=128, blank=True)
    allocation = models.CharField("权属", max_length=64, blank=True)


class BatchSide(models.Model):
    """表态的一方 A department or a town whose opinion a batch needs."""

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="sides", verbose_name="批次")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="机关")
