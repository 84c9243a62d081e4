"""区划与片区 County, towns, villages and areas. Membership of an area is dated; old cases keep the place they had."""

from django.db import models

from yizhi.desk.record.models import DatedFact


class County(models.Model):
    """县（市、区）"""

    code = models.CharField("代码", max_length=6, primary_key=True)
    name = models.CharField("名称", max_length=64)
    outline = models.JSONField("边界", null=True, blank=True)


class Town(models.Model):
    """镇（街道）"""

    class Kind(models.TextChoices):
        TOWN = "town", "镇"
        SUBDISTRICT = "subdistrict", "街道"

    code = models.CharField("代码", max_length=9, primary_key=True)
    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="+", verbose_name="县")
    name = models.CharField("名称", max_length=64)
    kind = models.CharField("类型", max_length=12, choices=Kind.choices)
    longitude = models.FloatField("经度", null=True, blank=True)
    latitude = models.FloatField("纬度", null=True, blank=True)


class Village(models.Model):
    """村（社区）"""

    code = models.CharField("代码", max_length=12, primary_key=True)
    town = models.ForeignKey(Town, on_delete=models.PROTECT, related_name="villages", verbose_name="镇（街道）")
    name = models.CharField("名称", max_length=64)


class Area(models.Model):
    """片区 The unit of one team. It is a place, never an authority body."""

    code = models.CharField("代码", max_length=32, primary_key=True)
    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="+", verbose_name="县")
    name = models.CharField("名称", max_length=64)
    centre_town = models.ForeignKey(Town, on_delete=models.PROTECT, related_name="+", verbose_name="中心镇")
    illustrative = models.BooleanField("示意", default=False)


class Membership(DatedFact):
    """片区辖镇 Which town belongs to which area, and when."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="memberships", verbose_name="片区")
    town = models.ForeignKey(Town, on_delete=models.PROTECT, related_name="memberships", verbose_name="镇（街道）")
