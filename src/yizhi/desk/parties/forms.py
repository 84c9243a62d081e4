"""相对人 Shape of input. What a number must look like is a rule, not a form's business."""

from django import forms

from yizhi.desk.people.identity import Identity, towns_seen

from .models import Party

GROUPS = (
    ("是谁", "照营业执照或者身份证填写", ("kind", "name", "credit_code", "citizen_id")),
    ("怎么找到", "写进文书、用来送达", ("legal_representative", "gender", "address", "phone", "town")),
    ("核对", "", ("confirmed", "reason")),
)


class PartyForm(forms.Form):
    kind = forms.ChoiceField(label="类别", choices=Party.Kind.choices)
    name = forms.CharField(label="名称（姓名）", max_length=200)
    credit_code = forms.CharField(
        label="统一社会信用代码", max_length=200, required=False, help_text="企业、个体工商户、其他组织填；18 位"
    )
    citizen_id = forms.CharField(label="公民身份号码", max_length=200, required=False, help_text="自然人填；18 位")
    legal_representative = forms.CharField(label="法定代表人（负责人、经营者）", max_length=200, required=False)
    gender = forms.ChoiceField(
        label="性别", choices=[("男", "男"), ("女", "女")], required=False, help_text="填了公民身份号码的不用选"
    )
    address = forms.CharField(label="住址（住所）", max_length=1000, required=False)
    phone = forms.CharField(label="电话", max_length=200, required=False)


class RegistrationForm(PartyForm):
    """The town is asked only of those who work in several."""

    town = forms.ChoiceField(label="在哪个镇（街道）遇到", required=False)
    confirmed = forms.MultipleChoiceField(label="核对过了", choices=[("yes", "确实要这样登记")], required=False)

    def __init__(self, identity: Identity, *args: object, ask: bool = False, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        towns = [(town.pk, town.name) for town in towns_seen(identity) if identity.sight.sees(identity.body, town.pk)]
        self.only_town = towns[0][0] if len(towns) == 1 else ""
        self.fields["town"].choices = towns  # type: ignore[attr-defined]
        if self.only_town:
            del self.fields["town"]
        if not ask:
            del self.fields["confirmed"]


class CorrectionForm(PartyForm):
    reason = forms.CharField(
        label="为什么更正", max_length=255, required=False, help_text="例如：营业执照变更、登记时写错"
    )
