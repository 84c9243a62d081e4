"""裁定 Shape of input."""

from typing import Any

from django import forms

from yizhi.rules.disputes import Dispute


class RulingForm(forms.Form):
    reading = forms.ChoiceField(label="采用哪一种读法")
    decided_by = forms.CharField(label="谁决定的", max_length=128, help_text="作出决定的机关或者会议")
    decided_on = forms.DateField(label="决定日期")
    instrument = forms.CharField(label="文件", max_length=255, help_text="批复、会议纪要的名称和文号")
    starts = forms.DateField(label="从哪天起执行", help_text="这一天以前办的，仍按以前的读法")

    def __init__(self, dispute: Dispute, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.fields["reading"].choices = [(one.id, one.words) for one in dispute.readings]  # type: ignore[attr-defined]


class HearingSumForm(forms.Form):
    individual = forms.DecimalField(label="个人（元）", max_digits=12, decimal_places=2, help_text="罚款和没收合计")
    organisation = forms.DecimalField(label="单位（元）", max_digits=12, decimal_places=2)
    inclusive = forms.ChoiceField(label="含不含本数", choices=[("yes", "以上，含本数"), ("no", "超过，不含本数")])
    basis = forms.CharField(label="依据", max_length=255, help_text="省级文件的名称、文号、条款")
    starts = forms.DateField(label="从哪天起执行", help_text="这一天以前告知的，仍按以前的标准")


class ConfirmForm(forms.Form):
    confirmed_by = forms.CharField(label="谁确认的", max_length=128, help_text="对照原文确认的机关或者人员")
    confirmed_on = forms.DateField(label="确认日期")
