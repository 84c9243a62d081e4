"""账号：谁登录、任什么职、以谁的名义；令牌只显示一次，到期、收回都失效。"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from yizhi.desk.people import accounts
from yizhi.desk.people.identity import identities
from yizhi.desk.people.models import Account, Appointment, Officer, Token
from yizhi.desk.people.tokens import bearer
from yizhi.rules.refusal import Absent, Refusal

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
PASSWORD = "lianshan-2026-ok"


class ADMIN:
    account, role = "admin", "administrator"


def enter(username: str = "jia", **more: str) -> Account:
    return accounts.enter_account(by=ADMIN, **{"username": username, "name": "甲例", "password": PASSWORD, **more})


def appoint(username: str = "jia", **more: object) -> Appointment:
    told = {"role": "approver", "body": "b101", "valid_from": TODAY, **more}
    return accounts.appoint(by=ADMIN, username=username, **told)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"username": "有 空格"}, "username-form"),
        ({"username": "new"}, "username-form"),
        ({"username": "jia"}, "username-taken"),
        ({"officer": "没有"}, "officer-missing"),
        ({"password": "short"}, "password-weak"),
        ({"password": "password123"}, "password-weak"),
    ],
    ids=["空格", "与新建页同名", "已有", "没有这个人员", "太短", "太常见"],
)
def test_accounts_that_are_refused(county: None, more: dict[str, str], code: str) -> None:
    enter()
    with pytest.raises(Refusal) as refused:
        enter(**{"username": "yi", **more})
    assert refused.value.first.code == code
    assert refused.value.first.about in {"username", "officer", "password"}
    assert Account.objects.count() == 1


def test_officer_has_one_account(officer: Callable[..., Officer]) -> None:
    jia = officer("甲例")
    enter(officer=jia.pk)
    with pytest.raises(Refusal) as refused:
        enter("yi", officer=jia.pk)
    assert refused.value.first.code == "officer-has-account"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"role": "officer"}, "officer-missing"),
        ({"role": "captain"}, "area-missing"),
        ({"role": "approver", "area": "A101"}, "area-missing"),
        ({"role": "king"}, "role-unknown"),
        ({"body": "没有"}, "body-missing"),
        ({"valid_to": TODAY}, "span-empty"),
    ],
    ids=["不是执法人员", "队长没有片区", "负责人写了片区", "没有这个职责", "没有这个机关", "一天也不任"],
)
def test_appointments_that_are_refused(county: None, more: dict[str, object], code: str) -> None:
    enter()
    with pytest.raises(Refusal) as refused:
        appoint(**more)
    assert refused.value.first.code == code
    assert not Appointment.objects.exists()


def test_appointment_begins_and_ends_on_its_days(county: None) -> None:
    account = enter()
    held = appoint(valid_from=TODAY)
    assert identities(account, on=TODAY - timedelta(days=1)) == []
    accounts.end_appointment(by=ADMIN, username="jia", appointment=held.pk, valid_to=date(2026, 12, 1))
    assert [one.body for one in identities(account, on=date(2026, 11, 30))] == ["b101"]
    assert identities(account, on=date(2026, 12, 1)) == []


def test_posted_officer_holds_two_names(officer: Callable[..., Officer]) -> None:
    zhong = officer("钟拟", "slj", area="A101", acts_for=["slj", "b101"])
    account = enter(officer=zhong.pk)
    appoint(role="officer", body="slj")
    assert [one.body for one in identities(account, on=TODAY)] == ["slj", "b101"]


def test_token_until_it_ends_or_is_withdrawn(county: None) -> None:
    enter()
    key = f"{appoint().pk}:b101"
    told = {"by": ADMIN, "username": "jia", "key": key, "name": "取数", "scope": "read", "days": 2, "now": NOW}
    plain = accounts.issue(**told)
    assert plain not in str(Token.objects.values_list())
    identity, scope = bearer(plain, now=NOW)
    assert (identity.body, scope) == ("b101", "read")
    assert bearer(plain, now=NOW + timedelta(days=2)) is None
    accounts.withdraw_token(by=ADMIN, username="jia", digest=Token.objects.get().digest, now=NOW)
    assert bearer(plain, now=NOW) is None


def test_token_ends_with_the_appointment(county: None) -> None:
    enter()
    held = appoint(valid_from=date(2026, 1, 1))
    plain = accounts.issue(
        by=ADMIN, username="jia", key=f"{held.pk}:b101", name="取数", scope="write", days=30, now=NOW
    )
    accounts.end_appointment(by=ADMIN, username="jia", appointment=held.pk, valid_to=TODAY)
    assert bearer(plain, now=NOW) is None


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"key": "1:slj"}, "identity-not-held"),
        ({"scope": "all"}, "token-scope"),
        ({"days": 367}, "token-days"),
        ({"days": 0}, "token-days"),
        ({"name": " "}, "token-name"),
    ],
    ids=["没有这个身份", "范围", "太久", "一天也不", "没有用途"],
)
def test_tokens_that_are_refused(county: None, more: dict[str, object], code: str) -> None:
    enter()
    told = {"key": f"{appoint().pk}:b101", "name": "取数", "scope": "read", "days": 30, **more}
    with pytest.raises(Refusal) as refused:
        accounts.issue(by=ADMIN, username="jia", now=NOW, **told)
    assert refused.value.first.code == code
    assert not Token.objects.exists()


@pytest.mark.parametrize("role", ["officer", "captain", "approver", "justice", "establishment"])
def test_only_the_administrator_keeps_accounts(county: None, role: str) -> None:
    enter()

    class Other:
        account = "x"

    Other.role = role
    for deed in (
        lambda: accounts.set_password(by=Other, username="jia", password=PASSWORD),
        lambda: accounts.appoint(by=Other, username="jia", role="administrator", body="b101", valid_from=TODAY),
        lambda: accounts.switch_account(by=Other, username="jia", usable=False),
    ):
        with pytest.raises(Absent):
            deed()


PATHS = [
    "/accounts/",
    "/accounts/new/",
    "/accounts/jia/",
    "/accounts/jia/password/",
    "/accounts/jia/appoint/",
    "/accounts/jia/tokens/new/",
]


def test_account_pages_are_the_administrators(signed_in: Callable[..., Client], county: None) -> None:
    enter()
    admin, others = signed_in("admin", "administrator"), [signed_in("sifa", "justice"), signed_in("fu", "approver")]
    for path in PATHS:
        assert admin.get(path).status_code == 200
        assert [other.get(path).status_code for other in others] == [404, 404]


def test_keeping_an_account_on_the_pages(signed_in: Callable[..., Client], county: None) -> None:
    admin = signed_in("admin", "administrator")
    weak = admin.post("/accounts/new/", {"username": "jia", "name": "甲例", "password": "short"})
    assert weak.status_code == 422
    assert 'value="short"' not in weak.content.decode()
    assert "密码太短。" in weak.content.decode()
    assert admin.post("/accounts/new/", {"username": "jia", "name": "甲例", "password": PASSWORD}).status_code == 302
    admin.post(
        "/accounts/jia/appoint/",
        {"role": "reviewer", "body": "b101", "valid_from": "2026-01-01", "reviewer": ["law_qualified"]},
    )
    held = Appointment.objects.get(account__username="jia")
    assert (held.law_qualified, held.first_time_reviewer) == (True, False)
    form = {"key": f"{held.pk}:b101", "name": "取数", "scope": "read", "days": "30"}
    issued = admin.post("/accounts/jia/tokens/new/", form)
    assert 'value="yz_' in issued.content.decode()
    assert "yz_" not in admin.get("/accounts/jia/").content.decode()
    admin.post("/accounts/jia/tokens/withdraw/", {"digest": Token.objects.get().digest})
    assert "已失效" in admin.get("/accounts/jia/").content.decode()
    admin.post("/accounts/jia/switch/", {"usable": "no"})
    assert not Account.objects.get(username="jia").is_active
    assert admin.post("/accounts/admin/switch/", {"usable": "no"}).status_code == 409


def test_everybody_changes_their_own_password_and_stays_where_they_are(signed_in: Callable[..., Client]) -> None:
    browser, elsewhere = signed_in("sifa", "justice", "slj"), Client()
    account = Account.objects.get(username="sifa")
    account.set_password(PASSWORD)
    account.save()
    browser.force_login(account)
    elsewhere.force_login(account)
    told = {"current": PASSWORD, "password": "xiaohan-2026-ok", "again": "xiaohan-2026-ok"}
    assert browser.post("/password/", told).status_code == 302
    assert browser.get("/team/").status_code == 200
    assert elsewhere.get("/team/").status_code == 302
    assert Account.objects.get(username="sifa").check_password("xiaohan-2026-ok")


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"current": "guessed-2026-x"}, "password-wrong"),
        ({"again": "xiaohan-2026-no"}, "password-differs"),
        ({"password": "short", "again": "short"}, "password-weak"),
    ],
    ids=["现在的密码不对", "两次不一样", "太短"],
)
def test_passwords_that_are_not_changed(county: None, wrong: dict[str, str], code: str) -> None:
    enter()
    told = {"current": PASSWORD, "password": "xiaohan-2026-ok", "again": "xiaohan-2026-ok", **wrong}
    with pytest.raises(Refusal) as refused:
        accounts.change_password(username="jia", **told)
    assert refused.value.first.code == code
    assert Account.objects.get(username="jia").check_password(PASSWORD)
