"""事项 Shape of input."""

from typing import Any

from django import forms

from yizhi.desk.bodies.models import Body
from yizhi.rules.authority import ROLES, STEPS
from yizhi.rules.authority.boundary import BODY, OF_THE_LIST, OF_THE_TEAM

from .hearing import intents
from .models import Allocation, CatalogueEntry, ItemVersion
from .queries import towns

CHOSEN = tuple(step for step in STEPS if step not in OF_THE_LIST)
OPEN_END = "失效的第一天；一直有效的留空"


class VersionForm(forms.Form):
    name = forms.CharField(label="名称", max_length=255, help_text="官方名称")
    kind = forms.ChoiceField(label="类型", choices=ItemVersion.Kind.choices)
    domain = forms.CharField(label="领域", max_length=32)
    owner = forms.ChoiceField(label="原实施部门", choices=lambda: _owners())
    bases = forms.CharField(
        label="设定依据",
        widget=forms.Textarea,
        max_length=4000,
        help_text="《名称》第几条第几款第（几）项，几部用分号隔开",
    )
    effective = forms.DateField(
        label="依据施行日期", required=False, help_text="已经登记过的依据、导入过文本的法律法规，可以留空"
    )
    deed = forms.CharField(label="违法情形", required=False, widget=forms.Textarea, max_length=4000)
    penalty_range = forms.CharField(label="处罚幅度", required=False, max_length=500)
    note = forms.CharField(label="备注", required=False, widget=forms.Textarea, max_length=2000)
    starts = forms.DateField(label="从哪天起", help_text="这一天以前，以前的版本仍然有效")


class ItemForm(VersionForm):
    code = forms.RegexField(r"^[\w.-]{1,64}$", label="编码", help_text="字母、数字、点、横线，登记后不改", strip=True)
    field_order = ("code",)


class AllocationForm(forms.Form):
    mode = forms.ChoiceField(label="方式", choices=Allocation.Mode.choices)
    valid_from = forms.DateField(label="起")
    valid_to = forms.DateField(label="止", required=False, help_text=OPEN_END)
    published_on = forms.DateField(label="公布日", required=False, help_text="赋权、委托公布之后才作数")
    decision = forms.CharField(label="省级决定", required=False, max_length=128, help_text="赋权必填")
    basis = forms.CharField(
        label="委托依据", required=False, max_length=128, help_text="委托必填：法律、法规或者规章的条款"
    )
    letter = forms.CharField(label="委托书", required=False, max_length=128, help_text="委托必填")
    transition_until = forms.DateField(label="过渡期止", required=False, help_text="过渡期后的第一天")
    transition_body = forms.ChoiceField(
        label="过渡期由谁实施",
        required=False,
        choices=[("", "没有过渡期"), ("department", "原实施部门"), ("town", "镇（街道）")],
    )
    on_recall = forms.ChoiceField(
        label="收回时在办案件",
        required=False,
        choices=[("", "没有写明"), ("continue", "继续办理"), ("transfer", "移送")],
    )
    coercion = forms.ChoiceField(label="一并赋予强制措施", required=False, choices=[("", "没有"), ("yes", "一并赋予")])


class CorrectionForm(AllocationForm):
    why = forms.CharField(
        label="为什么更正",
        widget=forms.Textarea,
        max_length=500,
        help_text="哪里录错了、凭什么更正；收回、赋予走赋权批次",
    )
    field_order = ("why",)


class NewAllocationForm(AllocationForm):
    town = forms.ChoiceField(label="镇（街道）", choices=towns)
    field_order = ("town",)


class BoundaryForm(forms.Form):
    """Who does the steps that the list leaves open; the list itself says who opens, decides and enforces."""

    source = forms.CharField(label="依据的文件", max_length=128, help_text="写明各步由谁负责的文件和文号")
    starts = forms.DateField(label="从哪天起", help_text="这一天以前，以前的边界卡仍然有效")

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        for step in CHOSEN:
            self.fields[step] = forms.ChoiceField(label=STEPS[step], choices=lambda step=step: _charged(step))
            self.fields[f"{step}_source"] = forms.CharField(
                label=f"“{STEPS[step]}”另有文件的", required=False, max_length=128
            )
        self.order_fields([name for step in CHOSEN for name in (step, f"{step}_source")])


class DutyLetterForm(forms.Form):
    number = forms.CharField(label="函号", max_length=128, help_text="部门来函的文号")
    starts = forms.DateField(label="起", help_text="从这一天起由片区队统一行使")
    items = forms.MultipleChoiceField(label="明确的事项")


class EndLetterForm(forms.Form):
    ends = forms.DateField(label="止", help_text="不再有效的第一天")


def _charged(step: str) -> list[tuple[str, str]]:
    roles = [(role, name) for role, name in ROLES.items() if role != "team" or step in OF_THE_TEAM]
    bodies = Body.objects.order_by("kind", "code").values_list("code", "name")
    return [("", "请选择"), *roles, *((BODY + code, name) for code, name in bodies)]


def _owners() -> list[tuple[str, str]]:
    kinds = (Body.Kind.DEPARTMENT, Body.Kind.TOWN)
    return list(Body.objects.filter(kind__in=kinds).order_by("kind", "code").values_list("code", "name"))


class ReplaceBasisForm(forms.Form):
    cited = forms.CharField(label="改引", max_length=300, help_text="《名称》第几条第几款第（几）项")
    effective = forms.DateField(label="依据施行日期", required=False, help_text="导入过文本的法律法规，可以留空")
    starts = forms.DateField(label="从哪天起", help_text="这一天以前，以前的版本仍然有效")


class KeepBasisForm(forms.Form):
    why = forms.CharField(label="为什么仍引这一条", widget=forms.Textarea, max_length=500)


class CatalogueLinkForm(forms.Form):
    decision = forms.ChoiceField(label="省级决定", choices=lambda: _decisions())
    number = forms.CharField(label="省序号", max_length=16)
    starts = forms.DateField(label="从哪天起")


def _decisions() -> list[tuple[str, str]]:
    rows = CatalogueEntry.objects.known().order_by("decision", "batch").values_list("decision", "batch").distinct()
    return [(decision, f"{decision}{batch}") for decision, batch in rows]


class SayingForm(forms.Form):
    text = forms.CharField(label="说法", max_length=200, help_text="人们怎么说，一句话或者一个词")
    item = forms.CharField(
        label="指的是哪个事项", max_length=64, required=False, help_text="事项的编码、序号，或者名称里的几个字"
    )
    intent = forms.ChoiceField(
        label="不是执法事项的，归哪一类",
        required=False,
        choices=lambda: [("", "——"), *((key, row["title"]) for key, row in intents().items())],
    )
    stands_for = forms.CharField(
        label="是另一个词的，等于哪个词", max_length=50, required=False, help_text="如 渣渣 等于 垃圾"
    )
