"""机关 Authority bodies: the only ones in whose name anything is decided. The kinds are closed; the database refuses others."""

from django.db import models
from django.db.models import Q

from yizhi.desk.places.models import County, Town
from yizhi.desk.record.models import DatedFact


class Body(models.Model):
    """行政主体 A body that decides in its own name, seals, and is answerable for it."""

    class Kind(models.TextChoices):
        DEPARTMENT = "department", "市级部门"
        TOWN = "town", "镇（街道）"
        GOVERNMENT = "government", "人民政府"

    code = models.CharField("代码", max_length=64, primary_key=True)
    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="+", verbose_name="县")
    kind = models.CharField("类型", max_length=12, choices=Kind.choices)
    name = models.CharField("全称", max_length=64, unique=True)
    short_name = models.CharField("简称", max_length=32)
    town = models.OneToOneField(
        Town, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="镇（街道）"
    )
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="复议机关"
    )
    domain = models.CharField("领域", max_length=32, blank=True)
    paper_prefix = models.CharField("文号字头", max_length=16, blank=True)
    address = models.CharField("地址", max_length=128, blank=True)
    phone = models.CharField("电话", max_length=32, blank=True)
    court = models.CharField("受理起诉的法院", max_length=64, blank=True)
    payee = models.CharField("罚款代收机构", max_length=128, blank=True)
    payee_address = models.CharField("罚款代收机构地址", max_length=128, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=["department", "town", "government"]), name="body_kind_closed"),
            models.CheckConstraint(condition=~Q(name__contains="执法队"), name="body_never_a_team"),
            models.CheckConstraint(condition=~Q(name__contains="综合行政执法办公室"), name="body_never_an_office"),
            models.CheckConstraint(condition=~Q(kind="town") | Q(town__isnull=False), name="town_body_has_its_town"),
        ]


class Office(models.Model):
    """内设机构 A part of a body. It never signs anything."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="offices", verbose_name="机关")
    name = models.CharField("名称", max_length=64)


class Seal(models.Model):
    """印章 A body's own seal; only test seals are made here, marked 测试."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="seals", verbose_name="机关")
    name = models.CharField("名称", max_length=64)
    valid_from = models.DateField("启用")
    valid_to = models.DateField("停用（不含）", null=True, blank=True)


class SubjectStanding(DatedFact):
    """执法主体资格 The justice office's confirmation of a body; without `document` it waits for one. `fact` is the body's code."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="standings", verbose_name="机关")
    confirmed_by = models.CharField("确认机关", max_length=64, blank=True)
    document = models.CharField("确认文件", max_length=128, blank=True)
    announced_on = models.DateField("公示日", null=True, blank=True)
    announced_where = models.CharField("公示的地方", max_length=128, blank=True)


class ConcentratedPower(DatedFact):
    """相对集中处罚权 The decision by which a body uses the penal power of other departments, named by their domains."""

    class DecidedBy(models.TextChoices):
        STATE_COUNCIL = "state_council", "国务院"
        PROVINCE = "province", "省、自治区、直辖市人民政府"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="concentrations", verbose_name="机关")
    domains = models.JSONField("哪些领域", default=list)
    decided_by = models.CharField("谁决定", max_length=16, choices=DecidedBy.choices)
    instrument = models.CharField("决定的名称和文号", max_length=128)

    class Meta(DatedFact.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_by__in=["state_council", "province"]), name="concentration_decided_above"
            )
        ]
