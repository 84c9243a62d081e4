"""裁定 Which reading of a disputed point holds from which day, who decided it and by which instrument."""

from django.db import models

from yizhi.desk.record.models import DatedFact


class Ruling(DatedFact):
    """裁定 `dispute` and `reading` are ids of `law/disputes.toml`; a later one takes the place of an earlier from its own first day on."""

    dispute = models.CharField("争议事项", max_length=64)
    reading = models.CharField("采用的读法", max_length=32)
    decided_by = models.CharField("决定机关", max_length=128)
    decided_on = models.DateField("决定日期")
    instrument = models.CharField("文件（会议纪要、批复的文号）", max_length=255)


class HearingSum(DatedFact):
    """听证数额标准 From which sum on fine and confiscation together are large in one domain, by the province's text; `confirmed_by` empty = nobody yet."""

    domain = models.CharField("领域", max_length=16)
    individual = models.DecimalField("个人（元）", max_digits=12, decimal_places=2)
    organisation = models.DecimalField("单位（元）", max_digits=12, decimal_places=2)
    inclusive = models.BooleanField("含本数")
    basis = models.CharField("依据（文件名称、文号、条款）", max_length=255)
    confirmed_by = models.CharField("谁确认", max_length=128, blank=True)
    confirmed_on = models.DateField("确认日期", null=True, blank=True)
