"""yizhi inspect: plan a visit, do one act on it, write and publish the plan of a year, by the same door as page and API.

yizhi inspect plan FILE.json --as USERNAME [--identity APPOINTMENT:BODY] [--id UUID] [--json]
yizhi inspect act CODE KIND --part DOSSIER… --as USERNAME [--identity …] [--at MOMENT] [--facts FILE.json] [--id UUID] [--json]
yizhi inspect year YEAR FILE.json --as USERNAME [--identity …] [--id UUID] [--json]
yizhi inspect publish YEAR --on DATE --channel WHERE --as USERNAME [--identity …] [--id UUID] [--json]

The file of a plan is the same as the API's, without `id`.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from django.utils import timezone

from yizhi.desk.inspections import actions
from yizhi.desk.inspections.api import VisitPlanIn, plan_of, visit_out
from yizhi.desk.inspections.year_api import InspectionPlanIn
from yizhi.desk.inspections.year_plan import publish_plan, write_plan
from yizhi.desk.papers.api import StepOut
from yizhi.desk.papers.telling import Told

from .act import day_of, facts_in, id_of, identity_of, moment_of, told_in


def add_parser(subparsers: Any) -> None:
    """Add `inspect` with its parts."""
    parts = subparsers.add_parser("inspect", help="安排检查，在检查上办一件事").add_subparsers(
        required=True, metavar="做什么"
    )
    planning = parts.add_parser("plan", help="安排一次检查")
    planning.add_argument("file", type=Path, metavar="文件.json", help="与接口 POST inspections 的内容相同，不写 id")
    planning.set_defaults(handler=plan)
    acting = parts.add_parser("act", help="在一次检查上办一件事")
    acting.add_argument("code", metavar="检查码")
    acting.add_argument("kind", metavar="环节", help="如 approve_inspection、begin_inspection")
    acting.add_argument("--part", action="append", default=[], metavar="案卷主号", help="哪个机关的检查，可以写多次")
    acting.add_argument("--at", default="", metavar="时间", help="办理时间，如 2026-09-05T10:30，默认现在")
    acting.add_argument("--facts", type=Path, metavar="文件.json", help="填写的内容，一个 JSON 对象")
    acting.set_defaults(handler=act)
    writing = parts.add_parser("year", help="排定本机关的年度检查计划")
    writing.add_argument("year", type=int, metavar="年")
    writing.add_argument("file", type=Path, metavar="文件.json", help="lines：事项、日常或专项、对谁、一家一年几次")
    writing.set_defaults(handler=year)
    publishing = parts.add_parser("publish", help="公布本机关的年度检查计划")
    publishing.add_argument("year", type=int, metavar="年")
    publishing.add_argument("--on", required=True, metavar="日期", help="哪天公布，如 2027-01-05")
    publishing.add_argument("--channel", required=True, metavar="哪里", help="在哪里公布")
    publishing.set_defaults(handler=publish)
    for one in (planning, acting, writing, publishing):
        one.add_argument("--as", dest="username", required=True, metavar="账号", help="谁来办")
        one.add_argument("--identity", default="", metavar="任职:机关", help="账号今天有几个身份时，写明用哪一个")
        one.add_argument("--id", default="", metavar="编号", help="这次办理自己的编号，重复提交时写同一个")
        one.add_argument("--json", action="store_true", help="结果和拒绝都写成 JSON")


def plan(args: argparse.Namespace) -> int:
    """Plan the visit and print its code and its dossiers. Raises `BadInput` and `Refusal` with every reason in the way."""
    now, id = timezone.now(), id_of(args.id)
    told = told_in(VisitPlanIn, args.file, id=id)
    identity = identity_of(args.username, args.identity, now)
    kind = actions.URGENT if told.urgent else actions.PLANNING
    made = visit_out(actions.plan(identity, plan_of(told), id=id, done_at=now, now=now, kind=kind))
    parts = "、".join(f"{part.dossier}（{part.body}）" for part in made.parts)
    print(made.model_dump_json() if args.json else f"已安排：检查码 {made.code}，案卷 {parts}。")
    return 0


def act(args: argparse.Namespace) -> int:
    """Do the act and print what is now on the record. Raises `Refusal` with every reason in the way."""
    now = timezone.now()
    done_at, facts = moment_of(args.at, now), facts_in(args.facts)
    told = Told(id=id_of(args.id), kind=args.kind, done_at=done_at, facts=facts)
    done = actions.perform(identity_of(args.username, args.identity, now), args.code, told, args.part, now=now)
    rows = [StepOut.of(one.entry, one.state.stage) for one in done]
    if args.json:
        print(json.dumps([row.model_dump(mode="json") for row in rows], ensure_ascii=False))
        return 0
    for row in rows:
        print(f"已记入：案卷 {row.dossier}，摘要 {row.digest[:16]}。")
    return 0


def year(args: argparse.Namespace) -> int:
    """Write the year's plan of one's own body and print what is on the record. Raises `BadInput` with every line that is wrong."""
    now, id = timezone.now(), id_of(args.id)
    told = told_in(InspectionPlanIn, args.file, id=id)
    entry = write_plan(identity_of(args.username, args.identity, now), args.year, told.lines, id=id, now=now)
    return _told(StepOut.of(entry, "written"), args.json)


def publish(args: argparse.Namespace) -> int:
    """Note that the year's plan of one's own body is public and print what is on the record."""
    now = timezone.now()
    identity, on = identity_of(args.username, args.identity, now), day_of(args.on, "--on")
    entry = publish_plan(identity, args.year, published_on=on, channel=args.channel, id=id_of(args.id), now=now)
    return _told(StepOut.of(entry, "published"), args.json)


def _told(step: StepOut, as_json: bool) -> int:
    print(step.model_dump_json() if as_json else f"已记入：案卷 {step.dossier}，摘要 {step.digest[:16]}。")
    return 0
