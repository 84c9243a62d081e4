"""yizhi supervise: register a matter of supervision, keep a file in one, by the same door as page and API.

yizhi supervise register FILE.json --as USERNAME [--identity APPOINTMENT:BODY] [--at MOMENT] [--id UUID] [--json]
yizhi supervise keep DOSSIER FILE --as USERNAME [--identity …] [--json]

The file of a registration is the same as the API's, without `id` and `done_at`. The acts of a matter are done by `yizhi act`.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from django.core.files import File
from django.utils import timezone

from yizhi.desk.papers.api import EvidenceOut
from yizhi.desk.supervision import actions
from yizhi.desk.supervision.api import RegisterIn, notice_of
from yizhi.desk.supervision.attaching import attach
from yizhi.rules.refusal import bad_input

from .act import id_of, identity_of, moment_of, said, told_in, written


def add_parser(subparsers: Any) -> None:
    """Add `supervise` with its two parts."""
    parts = subparsers.add_parser("supervise", help="登记监督事项，存入附件").add_subparsers(
        required=True, metavar="做什么"
    )
    registering = parts.add_parser("register", help="登记一件监督事项")
    registering.add_argument("file", type=Path, metavar="文件.json", help="与接口 POST supervision 的内容相同，不写 id")
    registering.add_argument("--at", default="", metavar="时间", help="办理时间，如 2026-09-05T10:30，默认现在")
    registering.add_argument("--id", default="", metavar="编号", help="这次登记自己的编号，重复提交时写同一个")
    registering.set_defaults(handler=register)
    keeping = parts.add_parser("keep", help="存入一份附件，打印办一步时要写的摘要")
    keeping.add_argument("dossier", metavar="案卷主号")
    keeping.add_argument("file", type=Path, metavar="文件")
    keeping.set_defaults(handler=keep)
    for one in (registering, keeping):
        one.add_argument("--as", dest="username", required=True, metavar="账号", help="谁来办")
        one.add_argument("--identity", default="", metavar="任职:机关", help="账号今天有几个身份时，写明用哪一个")
        one.add_argument("--json", action="store_true", help="结果和拒绝都写成 JSON")


def register(args: argparse.Namespace) -> int:
    """Register the matter and print what is now on the record. Raises `BadInput` and `Refusal` with every reason in the way."""
    now, id = timezone.now(), id_of(args.id)
    told = told_in(RegisterIn, args.file, id=id)
    identity, done_at = identity_of(args.username, args.identity, now), moment_of(args.at, now)
    done = actions.register(identity, notice_of(told), id=id, done_at=done_at, now=now)
    print(json.dumps(written(done), ensure_ascii=False) if args.json else said(done))
    return 0


def keep(args: argparse.Namespace) -> int:
    """Keep the file and print its digest. Raises `BadInput` for a file that cannot be read or is not kept."""
    now = timezone.now()
    identity = identity_of(args.username, args.identity, now)
    try:
        with args.file.open("rb") as opened:
            kept = attach(identity, args.dossier, File(opened, args.file.name), now=now)
    except OSError as error:
        raise bad_input("file", f"读不了文件 {args.file}。", "核对路径。") from error
    print(EvidenceOut.of(kept).model_dump_json() if args.json else f"已存入，摘要 {kept.digest}。")
    return 0
