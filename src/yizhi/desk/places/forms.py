"""区划与片区 Shape of input."""

from django import forms

from .models import Area, Town


class CountyForm(forms.Form):
    code = forms.CharField(label="县（市、区）代码", max_length=6, help_text="6 位行政区划代码")
    name = forms.CharField(label="名称", max_length=64)


class TownForm(forms.Form):
    code = forms.CharField(label="镇（街道）代码", max_length=9, help_text="9 位，前 6 位是县的代码")
    name = forms.CharField(label="名称", max_length=64)
    kind = forms.ChoiceField(label="类型", choices=Town.Kind.choices)


class VillageForm(forms.Form):
    code = forms.CharField(label="村（社区）代码", max_length=12, help_text="12 位，前 9 位是镇（街道）的代码")
    name = forms.CharField(label="名称", max_length=64)


class AreaForm(forms.Form):
    code = forms.CharField(label="片区编号", max_length=32, help_text="本县自己编的短代号")
    name = forms.CharField(label="片区名称", max_length=64)
    centre_town = forms.ChoiceField(label="中心镇")
    valid_from = forms.DateField(label="从哪天起")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["centre_town"].choices = _towns()  # type: ignore[attr-defined]


class MembershipForm(forms.Form):
    town = forms.ChoiceField(label="镇（街道）")
    area = forms.ChoiceField(label="归到哪个片区", required=False)
    on = forms.DateField(label="从哪天起", help_text="这一天以前的归属保持不变")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["town"].choices = _towns()  # type: ignore[attr-defined]
        areas = list(Area.objects.order_by("code").values_list("code", "name"))
        self.fields["area"].choices = [("", "不在片区里"), *areas]  # type: ignore[attr-defined]


def _towns() -> list[tuple[str, str]]:
    return list(Town.objects.order_by("code").values_list("code", "name"))
