"""yizhi account, yizhi token: the first accounts of an installation, and tokens for machines.

yizhi account add USERNAME --name NAME [--officer CODE]
yizhi account password USERNAME
yizhi account appoint USERNAME --role ROLE --body CODE [--area CODE] [--from DATE] [--to DATE] [--law-qualified] [--first-time-reviewer]
yizhi token issue USERNAME --name PURPOSE --scope read|write --days N [--identity APPOINTMENT:BODY]

A password is asked for on the terminal, or read from standard input with --stdin; it is never a word of the command.
"""

import argparse
import getpass
import sys
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from yizhi.desk.people import accounts
from yizhi.desk.people.identity import identities
from yizhi.desk.people.models import Role, Token
from yizhi.desk.people.queries import account
from yizhi.rules.refusal import bad_input


@dataclass(frozen=True, slots=True)
class Operator:
    """Whoever may run commands on this machine keeps its accounts."""

    account: str = "yizhi"
    role: str = "administrator"


OPERATOR = Operator()


def add_parser(subparsers: Any) -> None:
    """Add `account` and `token` with their parts; each sets `handler`, which takes the arguments and returns the exit code."""
    parts = subparsers.add_parser("account", help="账号：新建、改口令、任职").add_subparsers(
        required=True, metavar="做什么"
    )
    _password_part(parts.add_parser("add", help="新建账号"), add).add_argument("--name", required=True, help="姓名")
    parts.choices["add"].add_argument("--officer", default="", metavar="人员编号", help="对应的执法人员")
    _password_part(parts.add_parser("password", help="重设密码"), change_password)
    _appoint_part(parts.add_parser("appoint", help="任职"))
    tokens = subparsers.add_parser("token", help="接口令牌：签发").add_subparsers(required=True, metavar="做什么")
    issuing = tokens.add_parser("issue", help="签发令牌，只显示一次")
    issuing.add_argument("username", metavar="账号")
    issuing.add_argument("--name", required=True, help="用途")
    issuing.add_argument("--scope", required=True, choices=Token.Scope.values, help="只读 read，读写 write")
    issuing.add_argument("--days", required=True, type=int, help="有效几天，最多 366")
    issuing.add_argument("--identity", default="", metavar="任职:机关", help="账号今天有几个身份时要写明")
    issuing.set_defaults(handler=issue)


def add(args: argparse.Namespace) -> int:
    """Enter an account and say what to do next."""
    made = accounts.enter_account(
        by=OPERATOR, username=args.username, name=args.name, password=_password(args.stdin), officer=args.officer
    )
    print(f"已建账号 {made.username}（{made.name}）。接着任职：yizhi account appoint {made.username} --role … --body …")
    return 0


def change_password(args: argparse.Namespace) -> int:
    """Set a password."""
    account(args.username)
    made = accounts.set_password(by=OPERATOR, username=args.username, password=_password(args.stdin))
    print(f"已重设 {made.username} 的密码，原来的登录都已失效。")
    return 0


def appoint(args: argparse.Namespace) -> int:
    """Appoint an account and print the key of the identity."""
    made = accounts.appoint(
        by=OPERATOR,
        username=args.username,
        role=args.role,
        body=args.body,
        area=args.area,
        valid_from=args.start or timezone.localdate(),
        valid_to=args.stop,
        law_qualified=args.law_qualified,
        first_time_reviewer=args.first_time_reviewer,
    )
    print(
        f"{made.account.name}：{made.body.name} {made.get_role_display()}，{made.valid_from}起。身份 {made.pk}:{made.body_id}"
    )
    return 0


def issue(args: argparse.Namespace) -> int:
    """Issue a token and print it alone on standard output; everything else goes to the error stream."""
    now = timezone.now()
    held = [identity.key for identity in identities(account(args.username), on=timezone.localdate(now))]
    if not args.identity and len(held) != 1:
        choice = "、".join(held) or "没有"
        raise bad_input(
            "identity",
            f"这个账号今天的身份：{choice}。",
            "用 --identity 写明其中一个；没有的先任职。",
            "identity-unclear",
        )
    key = args.identity or held[0]
    token = accounts.issue(
        by=OPERATOR, username=args.username, key=key, name=args.name, scope=args.scope, days=args.days, now=now
    )
    print(token)
    print(f"令牌只显示这一次，{args.days} 天后到期。", file=sys.stderr)
    return 0


def _password_part(part: argparse.ArgumentParser, handler: Any) -> argparse.ArgumentParser:
    part.add_argument("username", metavar="账号")
    part.add_argument("--stdin", action="store_true", help="从标准输入读密码")
    part.set_defaults(handler=handler)
    return part


def _appoint_part(part: argparse.ArgumentParser) -> None:
    part.add_argument("username", metavar="账号")
    roles = "，".join(f"{role.value} {role.label}" for role in Role)
    part.add_argument("--role", required=True, choices=Role.values, help=roles)
    part.add_argument("--body", required=True, metavar="机关编号")
    part.add_argument("--area", default="", metavar="片区编号", help="片区队长要写")
    part.add_argument("--from", dest="start", type=date.fromisoformat, metavar="日期", help="不写就是今天")
    part.add_argument("--to", dest="stop", type=date.fromisoformat, metavar="日期", help="这一天起不再担任")
    part.add_argument("--law-qualified", action="store_true", help="通过国家统一法律职业资格考试")
    part.add_argument("--first-time-reviewer", action="store_true", help="初次从事法制审核")
    part.set_defaults(handler=appoint)


def _password(from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("密码：")
    if first != getpass.getpass("再输一遍："):
        raise bad_input("password", "两遍输入的密码不一样。", "重新运行，再输一次。", "password-differs")
    return first
