"""`yizhi list` 一个片区一张清单: what is on the list of an area on a day, or what changed since another.

yizhi list [AREA] [--on 2026-11-24] [--since 2026-06-30] [--json | --csv]
yizhi list AREA --issue --as USERNAME [--identity APPOINTMENT:BODY] [--on 2026-11-24] [--id UUID]

One line an item: code, name, in which mode each town holds it and on what. With `--since` one line a change. With `--issue` the list is
issued: numbered, sealed, kept.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import timezone

from yizhi.desk.matters.list_tables import list_comma_separated
from yizhi.desk.matters.queries import Change, changes_between, list_lines, machine_readable, published_list, remark
from yizhi.desk.papers.issuing_lists import issue_list
from yizhi.rules.refusal import bad_input

from .act import id_of, identity_of

KINDS = {"added": "新增", "ended": "不再有", "changed": "变更"}


def add_parser(parts: Any) -> None:
    """Add `list` to the command."""
    parser = parts.add_parser("list", help="一个片区一张清单：哪一天、归谁、凭什么")
    parser.add_argument("area", nargs="?", default="", metavar="片区", help="片区代码；不写就是全部片区")
    parser.add_argument("--on", default="", metavar="日期", help="哪一天，默认今天")
    parser.add_argument("--since", default="", metavar="日期", help="只写与这一天相比的变化")
    parser.add_argument("--issue", action="store_true", help="发布这一天的清单：编号、盖章、留存")
    parser.add_argument("--as", dest="username", default="", metavar="账号", help="谁来发布")
    parser.add_argument("--identity", default="", metavar="任职:机关", help="账号今天有几个身份时，写明用哪一个")
    parser.add_argument("--id", default="", metavar="编号", help="这次发布自己的编号，重复提交时写同一个")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="输出 JSON")
    form.add_argument("--csv", action="store_true", help="输出逗号分隔的文本")
    parser.set_defaults(handler=list_command)


def list_command(args: argparse.Namespace) -> int:
    """Print the list or its changes. Raises `Absent` for an unknown area and `BadInput` for a day that cannot be read."""
    on = _day("--on", args.on) if args.on else timezone.localdate()
    if args.issue:
        return _issue(args, on)
    if args.since:
        print("\n".join(_changes(changes_between(args.area, _day("--since", args.since), on))))
        return 0
    found = published_list(args.area, on)
    if args.csv:
        sys.stdout.write(list_comma_separated(found, found.title).decode("utf-8-sig").replace("\r\n", "\n"))
    elif args.json:
        print(json.dumps(machine_readable(found), ensure_ascii=False, indent=1))
    else:
        for line in list_lines(found):
            print(f"{line.version.item_id}\t{line.version.name}\t{remark(line, len(found.towns))}")
        print(f"{found.title}，{on}，共 {found.total} 项。")
    return 0


def _issue(args: argparse.Namespace, on: date) -> int:
    now = timezone.now()
    identity = identity_of(args.username, args.identity, now)
    row = issue_list(identity, args.area, on, id=id_of(args.id), demo=settings.DEMO, now=now)
    print(f"已发布：{row.number}，{row.data['title']}，{len(row.data['rows'])} 项，摘要 {row.digest[:16]}。")
    return 0


def _changes(found: list[Change]) -> Iterator[str]:
    for each in found:
        sides = " → ".join(side.words if side else "没有" for side in (each.before, each.after))
        yield f"{KINDS[each.kind]}\t{each.item}\t{each.name}\t{each.town or '片区队'}\t{sides}"
    yield f"共 {len(found)} 处变化。"


def _day(name: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise bad_input(name, f"“{text}”不是日期。", "写成 2026-06-01。", "bad-date") from error
