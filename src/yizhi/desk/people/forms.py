"""人员 Shape of input."""

from typing import Any

from django import forms

from yizhi.desk.bodies.models import Body
from yizhi.desk.bodies.queries import domains
from yizhi.desk.places.models import Area

from .certificates import STATUSES
from .models import Officer, Role, Token

OPEN_END = "这一天起不再有效；没有止日的留空"


class OfficerForm(forms.Form):
    name = forms.CharField(label="姓名", max_length=64)
    body = forms.ChoiceField(label="执法资格所属机关", choices=lambda: _bodies())
    employer = forms.ChoiceField(label="用人单位", choices=lambda: [("", "同上"), *_bodies()], required=False)
    phone = forms.CharField(label="电话", max_length=32, required=False)
    valid_from = forms.DateField(label="从哪天起")


class NameForm(forms.Form):
    name = forms.CharField(label="姓名", max_length=64)
    phone = forms.CharField(label="电话", max_length=32, required=False)


class ServiceForm(forms.Form):
    body = forms.ChoiceField(label="执法资格所属机关", choices=lambda: _bodies())
    employer = forms.ChoiceField(label="用人单位", choices=lambda: [("", "同上"), *_bodies()], required=False)
    valid_from = forms.DateField(label="起")
    valid_to = forms.DateField(label="止", required=False, help_text=OPEN_END)


class CertificateForm(forms.Form):
    number = forms.CharField(label="证号", max_length=64)
    domains = forms.MultipleChoiceField(
        label="领域", choices=lambda: _domains(), required=False, help_text="一个也不选是全部领域"
    )
    valid_from = forms.DateField(label="起")
    valid_to = forms.DateField(label="止", required=False, help_text=OPEN_END)


class StatusForm(forms.Form):
    status = forms.ChoiceField(label="状态", choices=list(STATUSES.items()))
    valid_from = forms.DateField(label="从哪天起")
    valid_to = forms.DateField(label="到哪天", required=False, help_text="这一天起恢复原来的状态；没有的留空")


class PostingForm(forms.Form):
    area = forms.ChoiceField(
        label="片区", choices=lambda: list(Area.objects.order_by("code").values_list("code", "name"))
    )
    acts_for = forms.MultipleChoiceField(
        label="派驻函写明可以谁的名义", choices=lambda: _bodies(), help_text="部门的名义只能给部门自己的人员"
    )
    letter = forms.CharField(label="派驻函", max_length=128, required=False, help_text="名称或者文号")
    valid_from = forms.DateField(label="起")
    valid_to = forms.DateField(label="止", required=False, help_text=OPEN_END)


class EndForm(forms.Form):
    """`held` are the facts that may be ended: ("kind:fact", words)."""

    which = forms.ChoiceField(label="哪一项")
    valid_to = forms.DateField(label="止", help_text="这一天起不再有效")

    def __init__(self, held: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["which"].choices = held  # type: ignore[attr-defined]


class RecusalForm(forms.Form):
    party = forms.CharField(label="当事人编号", max_length=64, help_text="当事人页地址里的编号")
    valid_from = forms.DateField(label="从哪天起")


class AccountForm(forms.Form):
    username = forms.CharField(label="账号", max_length=64)
    name = forms.CharField(label="姓名", max_length=64)
    officer = forms.ChoiceField(label="对应的执法人员", choices=lambda: _officers(), required=False)
    password = forms.CharField(label="初始密码", widget=forms.PasswordInput, strip=False, help_text="至少 10 个字符")


class PasswordForm(forms.Form):
    password = forms.CharField(label="新密码", widget=forms.PasswordInput, strip=False, help_text="至少 10 个字符")


class OwnPasswordForm(forms.Form):
    current = forms.CharField(label="现在的密码", widget=forms.PasswordInput, strip=False)
    password = forms.CharField(label="新密码", widget=forms.PasswordInput, strip=False, help_text="至少 10 个字符")
    again = forms.CharField(label="新密码再填一次", widget=forms.PasswordInput, strip=False)


class AppointmentForm(forms.Form):
    role = forms.ChoiceField(label="职责", choices=Role.choices)
    body = forms.ChoiceField(label="机关", choices=lambda: _bodies())
    area = forms.ChoiceField(
        label="片区",
        choices=lambda: [("", "不写"), *Area.objects.order_by("code").values_list("code", "name")],
        required=False,
        help_text="只有片区队长写",
    )
    valid_from = forms.DateField(label="起")
    valid_to = forms.DateField(label="止", required=False, help_text=OPEN_END)
    reviewer = forms.MultipleChoiceField(
        label="法制审核人员",
        choices=[("law_qualified", "通过国家统一法律职业资格考试"), ("first_time_reviewer", "初次从事法制审核")],
        required=False,
    )


class EndAppointmentForm(forms.Form):
    valid_to = forms.DateField(label="止", help_text="这一天起不再担任")


class TokenForm(forms.Form):
    """`held` are the identities the account holds today: (key, words)."""

    key = forms.ChoiceField(label="以哪个身份")
    name = forms.CharField(label="用途", max_length=64)
    scope = forms.ChoiceField(label="范围", choices=Token.Scope.choices)
    days = forms.IntegerField(label="有效几天", min_value=1, max_value=366)

    def __init__(self, held: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].choices = held  # type: ignore[attr-defined]


def _bodies() -> list[tuple[str, str]]:
    return list(Body.objects.order_by("kind", "code").values_list("code", "name"))


def _domains() -> list[tuple[str, str]]:
    return [(domain, domain) for domain in domains()]


def _officers() -> list[tuple[str, str]]:
    return [("", "没有"), *Officer.objects.filter(account=None).order_by("code").values_list("code", "name")]
