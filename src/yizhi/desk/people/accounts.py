"""账号 Accounts, appointments, passwords and tokens: who signs in, in which role, in whose name, from when to when."""

import re
from datetime import date, datetime, timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone

from yizhi.desk.bodies.models import Body
from yizhi.desk.places.models import Area
from yizhi.desk.record.facts import check_span
from yizhi.desk.record.keeping import ACCOUNT_KEEPERS, Keeper, permit
from yizhi.rules.refusal import Reason, Refusal, bad_input, refuse

from .identity import identities
from .models import Account, Appointment, Officer, Role, Token
from .queries import account as found_account
from .tokens import issue_token

USERNAME = re.compile(r"[\w.@-]{2,64}")
LONGEST_TOKEN = 366
WEAK = {"password_too_short": "密码太短。", "password_too_common": "这个密码太常见，容易被猜到。"}
IN_AN_AREA = frozenset({Role.CAPTAIN, Role.JUSTICE_OFFICE})


def enter_account(*, by: Keeper, username: str, name: str, password: str, officer: str = "") -> Account:
    """新建账号 Enter an account; an officer's account is bound to the officer, and each officer has one."""
    permit(by, ACCOUNT_KEEPERS)
    if not USERNAME.fullmatch(username) or username == "new":
        raise bad_input("username", "账号用 2 到 64 个字母、数字或者汉字。", "不用空格。", "username-form")
    if Account.objects.filter(username=username).exists():
        raise bad_input("username", "这个账号已经有了。", "换一个账号名，或者给已有账号任职。", "username-taken")
    person = Officer.objects.filter(pk=officer).first() if officer else None
    if officer and person is None:
        raise bad_input("officer", "没有这个执法人员。", "先登记人员。", "officer-missing")
    if person is not None and Account.objects.filter(officer=person).exists():
        raise bad_input("officer", f"{person.name}已经有账号。", "一个人员一个账号。", "officer-has-account")
    _refuse_weak(password, Account(username=username, name=name))
    return Account.objects.create_user(
        username, password, name=name.strip() or (person.name if person else username), officer=person
    )


def set_password(*, by: Keeper, username: str, password: str) -> Account:
    """重设密码 Set a password; every session of the account ends with it."""
    permit(by, ACCOUNT_KEEPERS)
    account = found_account(username)
    _refuse_weak(password, account)
    account.set_password(password)
    account.save(update_fields=["password"])
    return account


def change_password(*, username: str, current: str, password: str, again: str) -> Account:
    """修改自己的密码 Change the password of one's own account, which one has to know; every other session of it ends.

    Refused by name: a wrong current password, two new ones that differ, a weak one.
    """
    account = found_account(username)
    if not account.check_password(current):
        raise bad_input("current", "现在的密码不对，没有修改。", "忘了的，请管理员重设。", "password-wrong")
    if password != again:
        raise bad_input("again", "两次填的新密码不一样，没有修改。", "再填一次。", "password-differs")
    _refuse_weak(password, account)
    account.set_password(password)
    account.save(update_fields=["password"])
    return account


def switch_account(*, by: Keeper, username: str, usable: bool) -> Account:
    """停用、启用账号 Let an account sign in, or no longer. Nobody stops the account in use."""
    permit(by, ACCOUNT_KEEPERS)
    account = found_account(username)
    if account.username == by.account and not usable:
        raise refuse("own-account", "不能停用正在使用的账号。", cure="请另一位管理员停用。")
    account.is_active = usable
    account.save(update_fields=["is_active"])
    return account


def appoint(
    *,
    by: Keeper,
    username: str,
    role: str,
    body: str,
    valid_from: date,
    valid_to: date | None = None,
    area: str = "",
    law_qualified: bool = False,
    first_time_reviewer: bool = False,
) -> Appointment:
    """任职 Give an account a role at a body during [valid_from, valid_to).

    An officer's role needs an account bound to an officer (`officer-missing`), a captain's and a justice office's an area (`area-missing`).
    """
    permit(by, ACCOUNT_KEEPERS)
    check_span(valid_from, valid_to)
    account = found_account(username)
    place = Area.objects.filter(pk=area).first() if area else None
    home = Body.objects.filter(pk=body).first()
    if role not in Role.values:
        raise bad_input("role", "没有这个职责。", "从列表里选。", "role-unknown")
    if home is None:
        raise bad_input("body", "没有这个机关。", "从列表里选；没有的先登记机关。", "body-missing")
    if role == Role.OFFICER and account.officer_id is None:
        raise bad_input("role", "这个账号没有对应的执法人员。", "先登记人员，再用人员新建账号。", "officer-missing")
    if (role in IN_AN_AREA) != (place is not None):
        raise bad_input("area", "片区队长、司法所要写明片区，别的职责不写。", "从列表里选。", "area-missing")
    return Appointment.objects.create(
        account=account,
        role=role,
        body=home,
        area=place,
        valid_from=valid_from,
        valid_to=valid_to,
        law_qualified=law_qualified,
        first_time_reviewer=first_time_reviewer,
    )


def end_appointment(*, by: Keeper, username: str, appointment: int, valid_to: date) -> Appointment:
    """免职 End an appointment: from the day `valid_to` on the account no longer holds it."""
    permit(by, ACCOUNT_KEEPERS)
    row = Appointment.objects.filter(pk=appointment, account=found_account(username)).first()
    if row is None:
        raise bad_input("appointment", "没有这项任职。", "从账号页进入。", "appointment-missing")
    check_span(row.valid_from, valid_to)
    row.valid_to = valid_to
    row.save(update_fields=["valid_to"])
    return row


def issue(*, by: Keeper, username: str, key: str, name: str, scope: str, days: int, now: datetime) -> str:
    """签发令牌 Issue a bearer token for the identity `key` (appointment:body) that the account holds today; return it, once.

    `scope` is read or write, `days` at most 366.
    """
    permit(by, ACCOUNT_KEEPERS)
    account = found_account(username)
    held = {identity.key: identity for identity in identities(account, on=timezone.localdate(now))}
    if key not in held:
        raise bad_input("key", "这个账号今天没有这个身份。", "先任职，再签发。", "identity-not-held")
    if scope not in Token.Scope.values:
        raise bad_input("scope", "令牌的范围只有只读、读写。", "从列表里选。", "token-scope")
    if not 1 <= days <= LONGEST_TOKEN:
        raise bad_input("days", f"有效期是 1 到 {LONGEST_TOKEN} 天。", "到期后重新签发。", "token-days")
    if not name.strip():
        raise bad_input("name", "要写明令牌的用途。", "例如：县数据平台每日取数。", "token-name")
    expires = now + timedelta(days=days)
    return issue_token(account=account, identity=held[key], name=name.strip(), scope=scope, expires_at=expires, now=now)


def withdraw_token(*, by: Keeper, username: str, digest: str, now: datetime) -> None:
    """收回令牌 Let a token end now; `digest` is the one kept."""
    permit(by, ACCOUNT_KEEPERS)
    Token.objects.filter(account=found_account(username), digest=digest, expires_at__gt=now).update(expires_at=now)


def _refuse_weak(password: str, account: Account) -> None:
    try:
        validate_password(password, account)
    except ValidationError as fault:
        words = [WEAK.get(each.code or "", "这个密码不能用。") for each in fault.error_list]
        cure = "至少 10 个字符，不用常见的密码。"
        raise _unfit([Reason("password-weak", sentence, "", "stop", cure, "password") for sentence in words]) from fault


def _unfit(reasons: list[Reason]) -> Refusal:
    refusal = Refusal(reasons)
    refusal.status = 422
    return refusal
