"""机关 Shape of input."""

from django import forms

from yizhi.desk.places.models import County, Town

from .models import Body, ConcentratedPower
from .queries import domains


class CorrectionForm(forms.Form):
    name = forms.CharField(label="全称", max_length=64)
    short_name = forms.CharField(label="简称", max_length=32, help_text="页面上显示的名称")
    parent = forms.ChoiceField(
        label="复议机关", required=False, help_text="部门和镇（街道）的行政复议由本级人民政府管辖"
    )
    domain = forms.CharField(label="领域", max_length=32, required=False, help_text="部门填，例如 城市管理")
    paper_prefix = forms.CharField(label="文号代字", max_length=16, required=False)
    address = forms.CharField(label="地址", max_length=128, required=False)
    phone = forms.CharField(label="电话", max_length=32, required=False)
    court = forms.CharField(label="受理起诉的法院", max_length=64, required=False)
    payee = forms.CharField(
        label="罚款代收机构", max_length=128, required=False, help_text="名称和账户；有罚款的决定书必须写明"
    )
    payee_address = forms.CharField(label="罚款代收机构地址", max_length=128, required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        governments = Body.objects.filter(kind=Body.Kind.GOVERNMENT).order_by("code").values_list("code", "name")
        self.fields["parent"].choices = [("", "没有"), *governments]  # type: ignore[attr-defined]


class BodyForm(CorrectionForm):
    code = forms.CharField(label="编号", max_length=64, help_text="本县自己编的短代号，登记后不改")
    county = forms.ChoiceField(label="县（市、区）")
    kind = forms.ChoiceField(label="类别", choices=Body.Kind.choices)
    town = forms.ChoiceField(label="镇（街道）", required=False, help_text="只有镇（街道）的机关要选")
    field_order = ("code", "county", "kind", "town", "name", "short_name")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["county"].choices = list(County.objects.order_by("code").values_list("code", "name"))  # type: ignore[attr-defined]
        taken = Body.objects.exclude(town=None).values("town")
        towns = Town.objects.exclude(pk__in=taken).order_by("code").values_list("code", "name")
        self.fields["town"].choices = [("", "不是镇（街道）"), *towns]  # type: ignore[attr-defined]


class OfficeForm(forms.Form):
    name = forms.CharField(label="名称", max_length=64)


class SealForm(forms.Form):
    name = forms.CharField(label="印章名称", max_length=64)
    valid_from = forms.DateField(label="启用")
    valid_to = forms.DateField(label="停用", required=False, help_text="这一天起不再使用；还在用的留空")


class StandingForm(forms.Form):
    document = forms.CharField(label="确认文件", max_length=128, help_text="名称和文号")
    valid_from = forms.DateField(label="从哪天起")
    announced_on = forms.DateField(label="公示日", required=False, help_text="还没有公示的先留空")
    announced_where = forms.CharField(label="在哪里公示", max_length=128, required=False)
    valid_to = forms.DateField(label="止", required=False, help_text="这一天起不再具有；没有止日的留空")


class ConcentrationForm(forms.Form):
    domains = forms.MultipleChoiceField(
        label="行使哪些部门的处罚权", choices=lambda: [(domain, domain) for domain in domains()]
    )
    decided_by = forms.ChoiceField(label="谁决定", choices=ConcentratedPower.DecidedBy.choices)
    instrument = forms.CharField(label="决定的名称和文号", max_length=128)
    valid_from = forms.DateField(label="从哪天起")
    valid_to = forms.DateField(label="止", required=False, help_text="没有止日的留空")
