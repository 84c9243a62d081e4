"""检查 Shape of input of what the keepers enter."""

from datetime import date
from typing import Any

from django import forms

from .year_plan import KINDS


class SubjectForm(forms.Form):
    body = forms.ChoiceField(label="哪个机关")
    confirmed_by = forms.ChoiceField(label="谁审核确认", help_text="镇（街道）的由县级司法行政部门确认")
    confirmed_on = forms.DateField(label="确认日期")
    announced_on = forms.DateField(label="公告日期", help_text="从这一天起可以检查")
    announcement = forms.CharField(label="公告", max_length=255, help_text="文号、在哪里公告")

    def __init__(
        self, bodies: list[tuple[str, str]], confirmers: list[tuple[str, str]], *args: Any, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.fields["body"].choices = bodies  # type: ignore[attr-defined]
        self.fields["confirmed_by"].choices = confirmers  # type: ignore[attr-defined]


class ReportForm(forms.Form):
    body = forms.ChoiceField(label="哪个机关")
    year = forms.IntegerField(label="哪一年的清单", min_value=2025, max_value=2100)
    reported_on = forms.DateField(label="报送日期")
    letter = forms.CharField(label="来文文号", max_length=128, required=False)

    def __init__(self, bodies: list[tuple[str, str]], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["body"].choices = bodies  # type: ignore[attr-defined]


class ItemForm(forms.Form):
    item = forms.CharField(label="事项编码", max_length=64, help_text="事项目录里的编码，从事项页面可以看到")
    content = forms.CharField(label="检查内容", widget=forms.Textarea, max_length=500)
    published_on = forms.DateField(label="公布日期", help_text="从这一天起可以检查")
    document = forms.CharField(label="公布的文件", max_length=255)
    channel = forms.CharField(label="在哪里公布", max_length=255)


class CapForm(forms.Form):
    domain = forms.ChoiceField(label="领域")
    times = forms.IntegerField(label="同一家一年最多几次", min_value=1, max_value=365)
    starts = forms.DateField(label="从哪天起", initial=date(2026, 1, 1))
    set_by = forms.CharField(label="公布的主管部门", max_length=128)
    source = forms.CharField(label="来源", max_length=255, help_text="文件名称、文号或者公布的网址")
    checked_on = forms.DateField(
        label="对照原文核实的日期", required=False, help_text="没有核实的留空：显示未核实，超过时由批准人写明理由"
    )

    def __init__(self, domains: list[tuple[str, str]], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["domain"].choices = domains  # type: ignore[attr-defined]


class PlanLineForm(forms.Form):
    item = forms.ChoiceField(label="查什么", help_text="只列已公布的检查事项")
    kind = forms.ChoiceField(label="哪一种检查", choices=list(KINDS.items()))
    subjects = forms.CharField(label="对哪些对象", max_length=200, help_text="如 全镇餐饮店、抽查农资店十户")
    times = forms.IntegerField(label="同一家一年最多几次", min_value=1, max_value=365, initial=1)

    def __init__(self, items: list[tuple[str, str]], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["item"].choices = items  # type: ignore[attr-defined]


class PublishPlanForm(forms.Form):
    published_on = forms.DateField(label="公布日期")
    channel = forms.CharField(label="在哪里公布", max_length=200, help_text="如 市人民政府网站、公告栏")


class EndForm(forms.Form):
    ends_on = forms.DateField(label="从哪天起不再有效")
