"""相对人 Entered once, found by two characters, seen where they are known."""

from django.db import models
from django.db.models import Q

from yizhi.desk.bodies.models import Body
from yizhi.desk.places.models import Town


class Party(models.Model):
    """当事人 An enterprise, a self-employed person, another organisation, or an individual."""

    class Kind(models.TextChoices):
        ENTERPRISE = "enterprise", "企业"
        SELF_EMPLOYED = "self_employed", "个体工商户"
        ORGANISATION = "organisation", "其他组织"
        INDIVIDUAL = "individual", "自然人"

    code = models.CharField("编号", max_length=64, primary_key=True)
    kind = models.CharField("类型", max_length=16, choices=Kind.choices)
    name = models.CharField("名称（姓名）", max_length=128)
    credit_code = models.CharField("统一社会信用代码", max_length=18, null=True, blank=True, unique=True)
    citizen_id = models.CharField("公民身份号码", max_length=18, null=True, blank=True, unique=True)
    legal_representative = models.CharField("法定代表人（负责人、经营者）", max_length=64, blank=True)
    gender = models.CharField("性别", max_length=4, blank=True)
    address = models.CharField("住址（住所）", max_length=255, blank=True)
    phone = models.CharField("电话", max_length=32, blank=True)
    demo = models.BooleanField("演示", default=False)
    entered_at = models.DateTimeField("何时录入")
    entered_by = models.CharField("谁录入", max_length=64)
    search = models.TextField("检索词", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["enterprise", "self_employed", "organisation", "individual"]),
                name="party_kind_closed",
            )
        ]
        indexes = [models.Index(fields=["-entered_at", "-code"], name="party_newest")]


class PartyPlace(models.Model):
    """在哪里知道 A town and a body where the party is known; it is seen by those who see there."""

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="places", verbose_name="当事人")
    town = models.ForeignKey(Town, on_delete=models.PROTECT, related_name="+", verbose_name="镇（街道）")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="机关")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["party", "town", "body"], name="party_known_once")]


class PartyCorrection(models.Model):
    """当事人更正 Who changed which values of a party, and when; `changes` is {column: [before, after]}."""

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="corrections", verbose_name="当事人")
    at = models.DateTimeField("更正时间")
    by = models.CharField("谁更正", max_length=64)
    reason = models.CharField("原因", max_length=255)
    changes = models.JSONField("改了什么", default=dict)
