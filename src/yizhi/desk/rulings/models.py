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
