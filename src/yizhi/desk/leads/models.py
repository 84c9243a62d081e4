"""线索 What somebody saw, where, and what came of it. The record is the truth; these columns are copies for lists."""

from django.db import models

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.models import Item
from yizhi.desk.parties.models import Party
from yizhi.desk.places.models import Town, Village
from yizhi.desk.record.models import Dossier


class Lead(models.Model):
    """线索 Not yet a case."""

    dossier = models.OneToOneField(
        Dossier, on_delete=models.PROTECT, primary_key=True, related_name="+", verbose_name="案卷"
    )
    stage = models.CharField("阶段", max_length=32)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="名义")
    town = models.ForeignKey(Town, on_delete=models.PROTECT, related_name="+", verbose_name="镇（街道）")
    mode = models.CharField("方式", max_length=12, blank=True, default="")
    village = models.ForeignKey(
        Village, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="村（社区）"
    )
    item = models.ForeignKey(Item, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="事项")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="当事人")
    source = models.CharField("来源", max_length=32)
    words = models.CharField("看到什么", max_length=500)
    place_text = models.CharField("地点", max_length=255, blank=True)
    act_day = models.DateField("行为日", null=True)
    found_on = models.DateField("发现日")
    registered_at = models.DateTimeField("登记时间")
    registered_by = models.CharField("登记人", max_length=64)
    due_on = models.DateField("到期", null=True)
    waits_since = models.DateField("核查完、等着决定是否立案", null=True)
    answer = models.CharField("答复号", max_length=32, blank=True)
    demo = models.BooleanField("演示", default=False)
    search = models.TextField("检索词", blank=True)

    class Meta:
        indexes = [models.Index(fields=["body", "town", "-dossier"], name="lead_sight")]
