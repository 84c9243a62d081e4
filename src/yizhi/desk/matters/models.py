"""事项 What may be enforced, on which basis, by whom since when; the texts and calendars it stands on; answers that were kept."""

from django.db import models
from django.db.models import Q

from yizhi.desk.bodies.models import Body
from yizhi.desk.places.models import Area, Town
from yizhi.desk.record.models import DatedFact, Dossier


class Item(models.Model):
    """行政执法事项 The identity of an item and a copy of its current version, for lists."""

    code = models.CharField("编码", max_length=64, primary_key=True)
    source_number = models.PositiveIntegerField("序号", null=True, blank=True)
    name = models.CharField("名称", max_length=255)
    kind = models.CharField("类型", max_length=12)
    domain = models.CharField("领域", max_length=32)
    owner = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="原实施部门")
    search = models.TextField("检索词", blank=True)


class ItemVersion(DatedFact):
    """事项版本 `bases` is a list of {law, article, effective, expiry, note}. `fact` is the item's code."""

    class Kind(models.TextChoices):
        PENALTY = "penalty", "行政处罚"
        COERCION = "coercion", "行政强制"
        INSPECTION = "inspection", "行政检查"
        OTHER = "other", "其他"

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="versions", verbose_name="事项")
    name = models.CharField("名称", max_length=255)
    kind = models.CharField("类型", max_length=12, choices=Kind.choices)
    domain = models.CharField("领域", max_length=32)
    owner = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="原实施部门")
    bases = models.JSONField("设定依据", default=list)
    deed = models.TextField("违法情形", blank=True)
    penalty_range = models.CharField("处罚幅度", max_length=500, blank=True)
    note = models.TextField("备注", blank=True)


class Allocation(DatedFact):
    """权属 In which mode a town holds an item. An item without one stays with its owner."""

    class Mode(models.TextChoices):
        STATUTORY = "statutory", "法定"
        CONFERRAL = "conferral", "赋权"
        ENTRUSTMENT = "entrustment", "委托"

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="allocations", verbose_name="事项")
    town = models.ForeignKey(Town, on_delete=models.PROTECT, related_name="+", verbose_name="镇（街道）")
    mode = models.CharField("方式", max_length=12, choices=Mode.choices)
    published_on = models.DateField("公布日", null=True, blank=True)
    decision = models.CharField("省级决定", max_length=128, blank=True)
    basis = models.CharField("委托依据", max_length=128, blank=True)
    letter = models.CharField("文书", max_length=128, blank=True)
    transition_until = models.DateField("过渡期止（不含）", null=True, blank=True)
    transition_body = models.CharField("过渡期由谁决定", max_length=12, blank=True)
    on_recall = models.CharField("收回时在办案件", max_length=12, blank=True)
    coercion = models.BooleanField("一并赋予强制措施", default=False)
    why = models.CharField("为什么更正", max_length=500, blank=True)

    class Meta(DatedFact.Meta):
        constraints = [
            models.CheckConstraint(condition=Q(mode__in=["statutory", "conferral", "entrustment"]), name="mode_closed")
        ]
        indexes = [
            models.Index(fields=["item", "town"], name="allocation_place"),
            models.Index(fields=["town", "item"], name="allocation_town"),
        ]


class BoundaryCard(DatedFact):
    """边界卡 Who does which step of an item. `charges`: step → {who, source}. `fact` is the item's code."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="boundary_cards", verbose_name="事项")
    charges = models.JSONField("各步由谁负责", default=dict)


class DutyLetter(DatedFact):
    """明确函 A department's letter that names which of its items the team of an area exercises; it moves no power."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+", verbose_name="片区")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="部门")
    number = models.CharField("函号", max_length=128)
    items = models.JSONField("事项", default=list)


class BenchmarkTier(DatedFact):
    """裁量阶次 One tier of an item's discretion benchmark; `low` and `high` in yuan, or times of the value `times_of`; `range_text` in other words.

    `level`: made above the county or by one of its bodies; the county's own goes before. `refines`: the tier above that it narrows.
    """

    class Level(models.TextChoices):
        UPPER = "upper", "上级"
        COUNTY = "county", "本县"

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="benchmark", verbose_name="事项")
    position = models.PositiveSmallIntegerField("次序")
    name = models.CharField("阶次", max_length=64)
    factors = models.TextField("适用情形")
    level = models.CharField("层级", max_length=8, choices=Level.choices, default=Level.UPPER)
    refines = models.CharField("细化的上级阶次", max_length=64, blank=True)
    times_of = models.CharField("按什么的倍数", max_length=8, blank=True)
    low = models.DecimalField("罚款下限（元）", max_digits=12, decimal_places=2, null=True)
    high = models.DecimalField("罚款上限（元）", max_digits=12, decimal_places=2, null=True)
    range_text = models.CharField("幅度", max_length=255, blank=True)
    issuer = models.CharField("制定机关", max_length=255)
    document = models.CharField("文件", max_length=255)
    published_on = models.DateField("公布日")


class StatuteVersion(models.Model):
    """法律法规文本 One law as it read from a day on."""

    law = models.CharField("名称", max_length=128)
    version = models.CharField("版本", max_length=64)
    valid_from = models.DateField("施行")
    valid_to = models.DateField("失效（不含）", null=True, blank=True)
    source = models.CharField("来源", max_length=128)
    whole = models.BooleanField("全文", default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["law", "version"], name="one_text_per_version")]


class Article(models.Model):
    """条文 One article of one version; `number` is written 第五十二条."""

    statute = models.ForeignKey(StatuteVersion, on_delete=models.CASCADE, related_name="articles", verbose_name="文本")
    number = models.CharField("条", max_length=32)
    text = models.TextField("条文")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["statute", "number"], name="one_article_per_number")]


class Repeal(models.Model):
    """废止 A law that ends on a day because another law's article says so; `by` and `day` empty where only a source marks it."""

    law = models.CharField("名称", max_length=128)
    day = models.DateField("哪天起废止", null=True, blank=True)
    by = models.CharField("由哪一部", max_length=128, blank=True)
    article = models.CharField("哪一条", max_length=32, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["law", "by"], name="one_repeal_per_law")]


class CitationFinding(models.Model):
    """引注问题 What the check found against one citation of an item, from the day it was found until it was gone.

    `settled_*`: a person looked at it and keeps the citation, with a reason.
    """

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="citation_findings", verbose_name="事项")
    law = models.CharField("名称", max_length=128)
    article = models.CharField("条", max_length=64, blank=True)
    state = models.CharField("问题", max_length=24)
    sentence = models.TextField("说明")
    cure = models.TextField("办法", blank=True)
    instead = models.CharField("对得上的条", max_length=32, blank=True)
    instead_law = models.CharField("对得上的法律法规", max_length=128, blank=True)
    found_at = models.DateTimeField("何时查出")
    gone_at = models.DateTimeField("何时不再有", null=True, blank=True)
    settled_at = models.DateTimeField("何时核对", null=True, blank=True)
    settled_by = models.CharField("谁核对", max_length=64, blank=True)
    settled_note = models.CharField("为什么仍引", max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["item", "gone_at"], name="finding_item")]


class CatalogueEntry(DatedFact):
    """指导目录 One line of a provincial guidance catalogue (省级赋权指导目录). `fact` is decision#number; a line that is left out ends."""

    decision = models.CharField("省级决定", max_length=64)
    batch = models.CharField("批次", max_length=64, blank=True)
    number = models.CharField("省序号", max_length=16)
    position = models.PositiveIntegerField("次序")
    name = models.CharField("权力名称", max_length=255)
    kind = models.CharField("权力类型", max_length=32, blank=True)
    domain = models.CharField("领域", max_length=32, blank=True)
    bases = models.TextField("主要设立依据", blank=True)
    note = models.TextField("备注", blank=True)


class CatalogueLink(DatedFact):
    """挂接目录 Which line of the provincial catalogue an item is; `fact` is item@decision#number. Ended, not deleted."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="catalogue_links", verbose_name="事项")
    decision = models.CharField("省级决定", max_length=64)
    number = models.CharField("省序号", max_length=16)
    how = models.CharField("怎样挂接", max_length=64, blank=True)


class CalendarDay(models.Model):
    """放假调休 A day whose kind a yearly notice of the State Council sets."""

    day = models.DateField("日期", primary_key=True)
    kind = models.CharField("性质", max_length=16)
    name = models.CharField("节日", max_length=32, blank=True)
    notice = models.CharField("通知", max_length=128, blank=True)


class Upload(models.Model):
    """导入 A file that was read and shown, and is written only when a person confirms it."""

    id = models.UUIDField("编号", primary_key=True)
    kind = models.CharField("内容", max_length=16)
    filename = models.CharField("文件名", max_length=255)
    digest = models.CharField("摘要", max_length=64)
    rows = models.JSONField("读出的行", default=list)
    findings = models.JSONField("问题", default=list)
    uploaded_by = models.CharField("谁导入", max_length=64)
    uploaded_at = models.DateTimeField("何时导入")
    confirmed_at = models.DateTimeField("何时确认", null=True, blank=True)


class KeptAnswer(models.Model):
    """留存的答复 A question that was asked and the answer that was given, as they were."""

    number = models.CharField("答复号", max_length=32, primary_key=True)
    asked_at = models.DateTimeField("何时问")
    asked_by = models.CharField("谁问", max_length=64)
    body = models.CharField("名义", max_length=64, blank=True)
    town = models.CharField("镇（街道）", max_length=9, blank=True)
    words = models.CharField("说的话", max_length=500, blank=True)
    question = models.JSONField("问题")
    answer = models.JSONField("答复")


class Saying(models.Model):
    """说法 What people here say: of an item, of an `intent` that is no item, or a word that `stands_for` another. Never edited, only withdrawn."""

    text = models.CharField("说法", max_length=200)
    item = models.ForeignKey(
        Item, on_delete=models.PROTECT, null=True, blank=True, related_name="sayings", verbose_name="事项"
    )
    intent = models.CharField("不归这里的", max_length=32, blank=True)
    stands_for = models.CharField("等于", max_length=50, blank=True)
    said_by = models.CharField("谁写的", max_length=64)
    said_at = models.DateTimeField("何时写的")
    withdrawn_by = models.CharField("谁撤下", max_length=64, blank=True)
    withdrawn_at = models.DateTimeField("何时撤下", null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(item__isnull=False, intent="", stands_for="")
                | (Q(item__isnull=True, stands_for="") & ~Q(intent=""))
                | (Q(item__isnull=True, intent="") & ~Q(stands_for="")),
                name="saying_means_one_thing",
            )
        ]


class Correction(models.Model):
    """指正 “不是这个，是那个”: what was said, what the finder put first, what was meant (empty: none of those shown)."""

    words = models.CharField("说的话", max_length=200)
    shown = models.CharField("排在第一的", max_length=64, blank=True)
    meant = models.ForeignKey(
        Item, on_delete=models.PROTECT, null=True, blank=True, related_name="corrections", verbose_name="应当是"
    )
    told_by = models.CharField("谁指正", max_length=64)
    told_at = models.DateTimeField("何时")
    settled_by = models.CharField("谁处理", max_length=64, blank=True)
    settled_at = models.DateTimeField("何时处理", null=True, blank=True)
    taken = models.BooleanField("采用", default=False)


class IssuedList(models.Model):
    """已发布的清单 The list of an area as a body issued it: numbered, sealed, kept as it was. A later one never changes it."""

    dossier = models.OneToOneField(
        Dossier, on_delete=models.PROTECT, primary_key=True, related_name="+", verbose_name="编号"
    )
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+", verbose_name="片区")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="名义")
    on = models.DateField("哪一天的清单")
    number = models.CharField("文号", max_length=64)
    year = models.PositiveSmallIntegerField("年")
    serial = models.PositiveIntegerField("号")
    issued_at = models.DateTimeField("发布时间")
    data = models.JSONField("内容")
    digest = models.CharField("内容摘要", max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "year", "serial"], name="one_list_per_number")]
        indexes = [models.Index(fields=["area", "-issued_at"], name="issued_newest")]
