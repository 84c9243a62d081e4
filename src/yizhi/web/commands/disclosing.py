"""`yizhi disclose` 公示 One step of a disclosure, of a year's figures, of an application for a file, by the same door as page and API.

yizhi disclose KIND [DOSSIER] --as USERNAME [--identity APPOINTMENT:BODY] [--at MOMENT] [--facts FILE.json] [--id UUID] [--json]
"""

import argparse
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils import timezone

from yizhi.desk.disclosure import actions, applying, figuring
from yizhi.desk.papers.api import StepOut
from yizhi.desk.papers.telling import Told
from yizhi.desk.people.identity import Identity

from .act import facts_in, id_of, identity_of, moment_of


def add_parser(subparsers: Any) -> None:
    """Add `disclose`."""
    parser = subparsers.add_parser("disclose", help="公示：拟稿、审查公布、更正、撤回；年度数据；案卷公开申请")
    parser.add_argument("kind", metavar="步骤", help="如 draft_disclosure、publish_figures、receive_application")
    parser.add_argument(
        "dossier", nargs="?", default="", metavar="编号", help="公示、数据、申请的编号；拟稿时写案卷主号；新的不写"
    )
    parser.add_argument("--as", dest="username", required=True, metavar="账号", help="谁来办")
    parser.add_argument("--identity", default="", metavar="任职:机关", help="账号今天有几个身份时，写明用哪一个")
    parser.add_argument("--at", default="", metavar="时间", help="办理时间，如 2026-09-05T10:30，默认现在")
    parser.add_argument("--facts", type=Path, metavar="文件.json", help="填写的内容，一个 JSON 对象")
    parser.add_argument("--id", default="", metavar="编号", help="这一步自己的编号，重复提交时写同一个")
    parser.add_argument("--json", action="store_true", help="结果和拒绝都写成 JSON")
    parser.set_defaults(handler=disclose)


def disclose(args: argparse.Namespace) -> int:
    """Do the step and print what is now on the record. Raises `Refusal` with every reason in the way."""
    now = timezone.now()
    step = Told(id=id_of(args.id), kind=args.kind, facts=facts_in(args.facts), done_at=moment_of(args.at, now))
    written, repeated = _done(identity_of(args.username, args.identity, now), args.dossier, step, now)
    told = "早已记入，这次没有重复写入" if repeated else "已记入"
    print(written.json() if args.json else f"{told}：编号 {written.dossier}，摘要 {written.digest[:16]}。")
    return 0


def _done(identity: Identity, dossier: str, step: Told, now: datetime) -> tuple[StepOut, bool]:
    if step.kind in figuring.NAMES:
        year = (
            figuring.compute(identity, step, now=now)
            if step.kind == figuring.COMPUTE
            else figuring.perform(identity, dossier, step, now=now)
        )
        return StepOut.of(year.entry, year.row.stage), year.repeated
    if step.kind in applying.NAMES:
        asked = (
            applying.receive(identity, step, now=now)
            if step.kind == applying.RECEIVE
            else applying.perform(identity, dossier, step, now=now)
        )
        return StepOut.of(asked.entry, asked.row.stage), asked.repeated
    done = (actions.draft if step.kind == actions.DRAFT else actions.perform)(identity, dossier, step, now=now)
    return StepOut.of(done.entry, done.disclosure.stage), done.repeated
