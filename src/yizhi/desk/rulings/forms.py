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
