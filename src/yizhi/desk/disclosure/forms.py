"""公示 Shape of input."""

from typing import Any

from django import forms

from yizhi.rules.disclosure.applications import OUTCOMES
from yizhi.rules.disclosure.guards import GROUNDS
from yizhi.rules.disclosure.table import WITHDRAWAL_REASONS

YES_NO = [("yes", "是"), ("no", "否")]
NO_CHOICE = ("", "没有选")


class DraftForm(forms.Form):
    title = forms.CharField(label="行政处罚案件名称", max_length=200)
    party = forms.CharField(label="当事人", max_length=128, help_text="自然人只写姓和“某”")
    facts = forms.CharField(label="违法事实", max_length=4000, widget=forms.Textarea)
    basis = forms.CharField(label="处罚依据", max_length=2000, widget=forms.Textarea)
    content = forms.CharField(label="处罚内容", max_length=2000, widget=forms.Textarea)
    cleared = forms.CharField(
        label="不是个人信息的词",
        max_length=4000,
        required=False,
        widget=forms.Textarea,
        help_text="没有的留空；一行一个：词，冒号，为什么不是",
    )


class CorrectionForm(DraftForm):
    reason = forms.CharField(label="为什么更正", max_length=500, help_text="和更正的日期一起公开")


class PublishForm(forms.Form):
    endangers = forms.ChoiceField(label="公开后会不会危及国家安全、公共安全、经济安全、社会稳定", choices=YES_NO)
    third_party = forms.ChoiceField(label="会不会损害第三方的合法权益（商业秘密、个人隐私等）", choices=YES_NO)
    third_party_ground = forms.ChoiceField(
        label="会损害、仍要公开的理由", choices=[NO_CHOICE, *GROUNDS.items()], required=False
    )
    third_party_words = forms.CharField(
        label="会损害、仍要公开的事实", max_length=500, widget=forms.Textarea, required=False
    )
    lower_fine = forms.ChoiceField(
        label="罚款是不是较低数额",
        choices=YES_NO,
        required=False,
        help_text="是的公示三个月，不是的三年；标准没有核实，由审查的人认定",
    )
    warning_ground = forms.CharField(
        label="只受警告仍要公示的法律、行政法规", max_length=500, required=False, help_text="写明哪一条"
    )
    words = forms.CharField(label="审查意见", max_length=500, widget=forms.Textarea, required=False)
    cleared = DraftForm.base_fields["cleared"]

    def __init__(self, *args: Any, asks_lower: bool, asks_warning: bool, **values: Any) -> None:
        super().__init__(*args, **values)
        for name, asked in (("lower_fine", asks_lower), ("warning_ground", asks_warning)):
            if not asked:
                del self.fields[name]


class WithdrawForm(forms.Form):
    why = forms.ChoiceField(label="为什么撤回", choices=list(WITHDRAWAL_REASONS.items()))
    words = forms.CharField(
        label="说明",
        max_length=500,
        widget=forms.Textarea,
        required=False,
        help_text="和撤回的日期一起公开，不写个人信息",
    )


class YearForm(forms.Form):
    year = forms.IntegerField(label="年度", min_value=2000, max_value=2200)


class FiguresForm(forms.Form):
    words = forms.CharField(
        label="行政执法总体情况", max_length=4000, widget=forms.Textarea, help_text="和统计表一起公开，不写个人信息"
    )


class FiguresCorrectionForm(FiguresForm):
    reason = forms.CharField(label="为什么更正", max_length=500, help_text="和更正的日期一起公开")


class ReportForm(forms.Form):
    to = forms.CharField(label="报送给", max_length=128)
    reported_on = forms.DateField(label="报送日期")


class ApplicationForm(forms.Form):
    applicant = forms.CharField(label="申请人", max_length=64)
    asked = forms.CharField(label="申请公开什么", max_length=500, widget=forms.Textarea)
    received_on = forms.DateField(label="收到日期")


class ExtensionForm(forms.Form):
    workdays = forms.IntegerField(label="延长几个工作日", min_value=1, max_value=20)
    agreed_by = forms.CharField(label="政府信息公开工作机构负责人", max_length=64, help_text="谁同意的")
    reason = forms.CharField(label="理由", max_length=500)


class AnswerForm(forms.Form):
    outcome = forms.ChoiceField(label="答复", choices=list(OUTCOMES.items()))
    words = forms.CharField(
        label="说明", max_length=500, widget=forms.Textarea, required=False, help_text="公开的，写明公开哪些、为什么"
    )
    third_party = forms.ChoiceField(
        label="公开会不会损害第三方的合法权益（商业秘密、个人隐私等）",
        choices=YES_NO,
        required=False,
        help_text="不予公开的不用答",
    )
    third_party_ground = forms.ChoiceField(
        label="会损害、仍要公开的理由", choices=[NO_CHOICE, *GROUNDS.items()], required=False
    )
    third_party_words = forms.CharField(label="会损害、仍要公开的事实", max_length=500, required=False)
