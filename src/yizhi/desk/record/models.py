"""What the record keeps. Entries are only ever added; the database refuses anything else (see migrations)."""

from typing import Self, TypeVar

from django.db import models
from django.db.models import Q

Fact = TypeVar("Fact", bound="DatedFact")


class Dossier(models.Model):
    """案卷 One main number from lead to archive, with the head of its chain."""

    number = models.CharField("案卷主号", max_length=32, primary_key=True)
    opened_at = models.DateTimeField("建卷时间")
    head_seq = models.PositiveIntegerField("最后序号", default=0)
    head_digest = models.CharField("链头摘要", max_length=64, blank=True)


class Entry(models.Model):
    """执法记录 One act on one dossier, as it was told to the record."""

    id = models.UUIDField("编号", primary_key=True)
    dossier = models.ForeignKey(
        Dossier, on_delete=models.PROTECT, related_name="+", verbose_name="案卷", db_index=False
    )
    seq = models.PositiveIntegerField("序号")
    kind = models.CharField("行为", max_length=48)
    done_at = models.DateTimeField("行为时间")
    recorded_at = models.DateTimeField("入记录时间")
    actor = models.CharField("经手账号", max_length=64)
    officers = models.JSONField("执法人员", default=list)
    body = models.CharField("名义", max_length=64, blank=True)
    town = models.CharField("镇（街道）", max_length=12, blank=True)
    point = models.JSONField("位置", null=True)
    facts = models.JSONField("事实", default=dict)
    answer = models.JSONField("权限答复", null=True)
    evidence = models.JSONField("证据摘要", default=list)
    corrects = models.UUIDField("更正哪一条", null=True)
    told = models.CharField("所述内容摘要", max_length=64)
    prev = models.CharField("前一条摘要", max_length=64, blank=True)
    digest = models.CharField("摘要", max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dossier", "seq"], name="entry_one_per_place")]
        indexes = [models.Index(fields=["recorded_at", "id"], name="entry_feed")]


class DailySeal(models.Model):
    """每日封存 A Merkle root over all digests of one day, chained to the day before."""

    day = models.DateField("日期", primary_key=True)
    count = models.PositiveIntegerField("条数")
    root = models.CharField("根摘要", max_length=64)
    prev = models.CharField("前一日封存", max_length=64, blank=True)
    digest = models.CharField("封存摘要", max_length=64)
    sealed_at = models.DateTimeField("封存时间")


class FactQuerySet(models.QuerySet[Fact]):
    """Rows of facts with two times: when it was true and when we knew it."""

    def known(self, at: object = None) -> Self:
        """Return the rows known at the moment `at` (a datetime); without it, what is known now."""
        if at is None:
            return self.filter(superseded_at=None)
        return self.filter(recorded_at__lte=at).filter(Q(superseded_at=None) | Q(superseded_at__gt=at))

    def holding(self, on: object) -> Self:
        """Return the rows whose interval [valid_from, valid_to) contains the day `on`."""
        return self.filter(valid_from__lte=on).filter(Q(valid_to=None) | Q(valid_to__gt=on))


class DatedFact(models.Model):
    """A fact that is never overwritten. A correction is a new row of the same `fact` recorded later."""

    fact = models.CharField("事实编号", max_length=64)
    valid_from = models.DateField("起")
    valid_to = models.DateField("止（不含）", null=True, blank=True)
    recorded_at = models.DateTimeField("何时知道")
    superseded_at = models.DateTimeField("何时被更正", null=True, blank=True)
    recorded_by = models.CharField("谁记的", max_length=64, blank=True)

    objects = FactQuerySet.as_manager()

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["fact", "recorded_at"])]
