"""批次 Shape of input."""

from typing import Any

from django import forms

from yizhi.desk.matters.queries import towns

AGREE = [("yes", "同意"), ("no", "不同意")]
LETTER = "请别的机关办的事，有来文的可以代录；自己办的留空"


class DraftForm(forms.Form):
    title = forms.CharField(label="题目", max_length=200, help_text="如 2026年第四批赋权")
    items = forms.CharField(
        label="事项",
        widget=forms.Textarea,
        max_length=60_000,
        help_text="一行一个：编码、目录序号或者名称都可以，从表格里整列粘贴过来也行",
    )
    towns = forms.MultipleChoiceField(label="镇（街道）", choices=towns)
    mode = forms.ChoiceField(label="方式", choices=[("conferral", "赋权"), ("entrustment", "委托")])
    starts_on = forms.DateField(label="从哪天起", help_text="公布那天或者以后")
    reason = forms.CharField(label="理由", widget=forms.Textarea, max_length=500, required=False)


class AllocationForm(DraftForm):
    decision = forms.CharField(label="省级决定", max_length=128, required=False, help_text="赋权必填")
    basis = forms.CharField(
        label="委托依据", max_length=128, required=False, help_text="委托必填：法律、法规或者规章的条款"
    )
    ends_on = forms.DateField(label="到哪天止", required=False, help_text="失效的第一天；委托必填")
    transition_until = forms.DateField(label="过渡期止", required=False, help_text="过渡期后的第一天；没有的留空")
    transition_body = forms.ChoiceField(
        label="过渡期由谁实施",
        required=False,
        choices=[("", "没有过渡期"), ("department", "原实施部门"), ("town", "镇（街道）")],
    )
    coercion = forms.ChoiceField(label="一并赋予强制措施", required=False, choices=[("", "没有"), ("yes", "一并赋予")])
    public_body = forms.ChoiceField(
        label="受委托的依法成立，有管理公共事务职能",
        required=False,
        choices=[("", "没有写"), ("yes", "是")],
        help_text="委托必填；有没有持证人员由系统数",
    )
    technical = forms.ChoiceField(
        label="技术检查、鉴定",
        required=False,
        choices=[("", "没有写"), ("not_needed", "这些事项不需要"), ("able", "需要，有条件组织")],
        help_text="委托必填",
    )
    exception = forms.CharField(
        label="特批理由",
        widget=forms.Textarea,
        max_length=500,
        required=False,
        help_text="没有培训就要先生效的，写明为什么",
    )
    field_order = ("title", "items", "towns", "mode", "decision", "basis", "starts_on", "ends_on")


class SideForm(forms.Form):
    body = forms.ChoiceField(label="机关")

    def __init__(self, bodies: list[tuple[str, str]], *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.fields["body"].choices = bodies  # type: ignore[attr-defined]


class OpinionForm(SideForm):
    agrees = forms.ChoiceField(label="意见", choices=AGREE)
    words = forms.CharField(
        label="理由", widget=forms.Textarea, max_length=500, required=False, help_text="不同意的必填"
    )
    equipment = forms.CharField(label="执法装备", max_length=128, required=False, help_text="系统里没有，照实填")
    staff = forms.CharField(
        label="人员补充说明", max_length=128, required=False, help_text="持证、派驻、案量由系统数，不用填"
    )
    letter = forms.CharField(label="来文文号", max_length=128, required=False, help_text=LETTER)


class MinuteForm(forms.Form):
    number = forms.CharField(label="纪要文号", max_length=128)
    held_on = forms.DateField(label="会议日期")
    words = forms.CharField(label="议定的事", widget=forms.Textarea, max_length=500)
    signed_by = forms.MultipleChoiceField(label="签字的机关")
    file = forms.FileField(label="签字的纪要", help_text="扫描件，pdf 或者照片")

    def __init__(self, bodies: list[tuple[str, str]], *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.fields["signed_by"].choices = bodies  # type: ignore[attr-defined]


class TrainingForm(SideForm):
    town = forms.ChoiceField(label="镇（街道）", choices=towns)
    held_on = forms.DateField(label="培训日期")
    people = forms.IntegerField(label="培训了多少人", min_value=1, max_value=10_000)
    words = forms.CharField(label="内容", max_length=500, required=False)
    letter = forms.CharField(label="来文文号", max_length=128, required=False, help_text=LETTER)


class CheckForm(forms.Form):
    outcome = forms.ChoiceField(label="审核意见", choices=[("pass", "通过"), ("return", "退回修改")])
    words = forms.CharField(label="说明", widget=forms.Textarea, max_length=500, required=False, help_text="退回的必填")
    letter = forms.CharField(label="来文文号", max_length=128, required=False, help_text=LETTER)


class DecisionForm(forms.Form):
    instrument = forms.CharField(label="决定文号", max_length=128)
    decided_on = forms.DateField(label="决定日期")
    starts_on = forms.DateField(label="从哪天起", help_text="不早于公布日")
    words = forms.CharField(label="说明", max_length=500, required=False)


class PublishForm(forms.Form):
    channel = forms.CharField(label="在哪里公布", max_length=128, help_text="如 县人民政府网站、镇（街道）公示栏")


class TakeOverForm(SideForm):
    words = forms.CharField(label="说明", max_length=500, required=False)
    letter = forms.CharField(label="来文文号", max_length=128, required=False, help_text=LETTER)


class ReviewForm(forms.Form):
    outcome = forms.ChoiceField(label="评估结论", choices=[("keep", "保留"), ("change", "调整"), ("recall", "收回")])
    words = forms.CharField(label="为什么", widget=forms.Textarea, max_length=500)


class FilingForm(forms.Form):
    filed_on = forms.DateField(label="备案日期")
    number = forms.CharField(label="备案文号", max_length=128)
    receiver = forms.CharField(label="报给哪里", max_length=128, help_text="市级权责清单管理机构")


class WithdrawForm(forms.Form):
    words = forms.CharField(label="为什么", widget=forms.Textarea, max_length=500)
