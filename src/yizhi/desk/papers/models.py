"""文书 Number series, issued papers, evidence files. An issued paper never changes; its digest is on the record."""

from django.db import models

from yizhi.desk.bodies.models import Body
from yizhi.desk.places.models import Town
from yizhi.desk.record.models import Dossier


class Series(models.Model):
    """文号序列 One running number by body, number word and year, without gaps or doubles."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="机关")
    word = models.CharField("文号字", max_length=32)
    year = models.PositiveSmallIntegerField("年")
    last = models.PositiveIntegerField("最后一号", default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "word", "year"], name="one_series")]


class Paper(models.Model):
    """文书 One paper of one dossier, as issued by one act. One without a town is no paper of a case: the room of its dossier shows it."""

    id = models.UUIDField("编号", primary_key=True)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="+", verbose_name="案卷")
    position = models.PositiveIntegerField("卷内次序")
    kind = models.CharField("文书种类", max_length=48)
    name = models.CharField("文书名称", max_length=64)
    number = models.CharField("文号", max_length=64, blank=True)
    word = models.CharField("文号字", max_length=32, blank=True)
    year = models.PositiveSmallIntegerField("年", null=True)
    serial = models.PositiveIntegerField("号", null=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="名义")
    town = models.ForeignKey(Town, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="镇（街道）")
    mode = models.CharField("方式", max_length=12, blank=True, default="")
    issued_at = models.DateTimeField("签发时间")
    entry = models.UUIDField("由哪个行为产生")
    version = models.CharField("样式版本", max_length=16)
    data = models.JSONField("内容")
    digest = models.CharField("内容摘要", max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "position"], name="one_paper_per_place"),
            models.UniqueConstraint(fields=["body", "word", "year", "serial"], name="one_paper_per_number"),
        ]


class Evidence(models.Model):
    """证据 A file kept by its SM3 digest; the same bytes in two dossiers are kept once and listed twice.

    One without a town is no evidence of a case: the room of its dossier shows it.
    """

    id = models.UUIDField("编号", primary_key=True)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="+", verbose_name="案卷")
    digest = models.CharField("摘要", max_length=64, db_index=True)
    filename = models.CharField("文件名", max_length=255)
    media_type = models.CharField("类型", max_length=128)
    size = models.PositiveBigIntegerField("字节数")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="名义")
    town = models.ForeignKey(Town, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="镇（街道）")
    mode = models.CharField("方式", max_length=12, blank=True, default="")
    kept_at = models.DateTimeField("存入时间")
    kept_by = models.CharField("谁存入", max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dossier", "digest"], name="evidence_once_per_dossier")]
