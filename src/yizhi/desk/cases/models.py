"""案件 The record is the truth; every column here is a copy for lists, written in the same transaction and checked by replay."""

from django.db import models

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.models import Item
from yizhi.desk.parties.models import Party
from yizhi.desk.places.models import Town, Village
from yizhi.desk.record.models import Dossier


class Case(models.Model):
    """案件 Opened, or being handled on the spot."""

    dossier = models.OneToOneField(
        Dossier, on_delete=models.PROTECT, primary_key=True, related_name="+", verbose_name="案卷"
    )
    procedure = models.CharField("程序", max_length=16)
    procedure_version = models.CharField("程序版本", max_length=16)
    stage = models.CharField("阶段", max_length=32)
    ended = models.BooleanField("已了结", default=False)
    number = models.CharField("案号", max_length=64, blank=True)
    title = models.CharField("案由", max_length=255)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="名义", db_index=False)
    mode = models.CharField("方式", max_length=12)
    town = models.ForeignKey(
        Town, on_delete=models.PROTECT, related_name="+", verbose_name="镇（街道）", db_index=False
    )
    village = models.ForeignKey(
        Village, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="村（社区）"
    )
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+", verbose_name="事项")
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="当事人", db_index=False
    )
    place_text = models.CharField("违法地", max_length=255, blank=True)
    act_day = models.DateField("行为日")
    on_recall = models.CharField("权力收回后怎样办", max_length=12, blank=True, default="")
    opened_on = models.DateField("立案日")
    handlers = models.JSONField("承办人", default=list)
    due_on = models.DateField("最近到期", null=True)
    due_rule = models.CharField("到期规则", max_length=64, blank=True)
    running = models.JSONField("在走的期限", default=list)
    last_act = models.CharField("最后行为", max_length=48, blank=True)
    last_at = models.DateTimeField("最后行为时间")
    demo = models.BooleanField("演示", default=False)
    search = models.TextField("检索词", blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["body", "town", "-dossier"], name="case_sight"),
            models.Index(fields=["body", "town", "due_on"], name="case_due"),
            models.Index(fields=["party"], name="case_party"),
            models.Index(fields=["body", "-dossier"], name="case_body"),
            models.Index(fields=["town", "-dossier"], name="case_town"),
            models.Index(fields=["mode", "town", "-dossier"], name="case_mode"),
        ]
