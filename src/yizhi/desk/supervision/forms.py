"""执法监督 Shape of input."""

from typing import Any

from django import forms

from yizhi.desk.matters.queries import standing
from yizhi.rules.procedure.oversight_plan import FOCUS


class RegisterForm(forms.Form):
    body = forms.ChoiceField(label="被监督机关")
    case = forms.CharField(
        label="案件", max_length=64, required=False, help_text="案卷主号或者案号；不针对一个案件的留空"
    )
    matter_source = forms.ChoiceField(label="从哪里来")
    matter_words = forms.CharField(label="反映什么", widget=forms.Textarea, max_length=2000)
    different = forms.CharField(
        label="和已有的有什么不同",
        max_length=500,
        required=False,
        help_text="这个机关另有没办结的事项，或者案件经过复议、诉讼的，写明监督的是另一件事",
    )

    def __init__(self, bodies: list[tuple[str, str]], *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        sources = standing().dictionary.facts["matter_source"].choices
        self.fields["body"].choices = bodies  # type: ignore[attr-defined]
        self.fields["matter_source"].choices = list(sources.items())  # type: ignore[attr-defined]


class CertificateForm(forms.Form):
    account = forms.ChoiceField(label="监督人员")
    number = forms.CharField(label="证号", max_length=64)
    valid_from = forms.DateField(label="从哪天起")
    valid_to = forms.DateField(label="到哪天止", required=False, help_text="失效的第一天；没有的留空")

    def __init__(self, accounts: list[tuple[str, str]], *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.fields["account"].choices = accounts  # type: ignore[attr-defined]


class PlanLineForm(forms.Form):
    body = forms.ChoiceField(label="机关")
    month = forms.ChoiceField(label="哪个月")
    parts = forms.MultipleChoiceField(label="看哪些方面", choices=list(FOCUS.items()))
    words = forms.CharField(label="怎样看", max_length=200, required=False, help_text="如 抽查案卷、走访企业、旁听")

    def __init__(self, year: int, bodies: list[tuple[str, str]], *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.fields["body"].choices = bodies  # type: ignore[attr-defined]
        months = [(f"{year}-{number:02d}", f"{year}年{number}月") for number in range(1, 13)]
        self.fields["month"].choices = months  # type: ignore[attr-defined]
