"""yizhi act: do one act on a dossier, by the same door as page and API.

yizhi act DOSSIER KIND --as USERNAME [--identity APPOINTMENT:BODY] [--at MOMENT] [--facts FILE.json]
          [--officer CODE]… [--evidence DIGEST]… [--id UUID] [--json]
"""

import argparse
import json
import uuid
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from django.utils import timezone
from ninja import Schema
from pydantic import ValidationError
from uuid_utils.compat import uuid7

from yizhi.desk.cases.actions import perform
from yizhi.desk.papers.proceeding import Done
from yizhi.desk.papers.telling import Told
from yizhi.desk.people.identity import Identity, active, identities
from yizhi.desk.people.models import Account
from yizhi.desk.record.moments import local_moment
from yizhi.desk.supervision.actions import perform as supervise
from yizhi.desk.supervision.permitting import visible
from yizhi.desk.supervision.proceeding import Done as SupervisionDone
from yizhi.rules.refusal import Absent, bad_input

Shape = TypeVar("Shape", bound=Schema)


def add_parser(subparsers: Any) -> None:
    """Add `act`."""
    acting = subparsers.add_parser("act", help="在案卷上办一件事")
    acting.add_argument("dossier", metavar="案卷主号")
    acting.add_argument("kind", metavar="环节", help="如 assess_lead、open_case")
    acting.add_argument("--as", dest="username", required=True, metavar="账号", help="谁来办")
    acting.add_argument("--identity", default="", metavar="任职:机关", help="账号今天有几个身份时，写明用哪一个")
    acting.add_argument("--at", default="", metavar="时间", help="办理时间，如 2026-09-05T10:30，默认现在")
    acting.add_argument("--facts", type=Path, metavar="文件.json", help="填写的内容，一个 JSON 对象")
    acting.add_argument("--officer", action="append", default=[], metavar="编号", help="在场的执法人员，可以写多次")
    acting.add_argument("--evidence", action="append", default=[], metavar="摘要", help="已存入的证据，可以写多次")
    acting.add_argument("--id", default="", metavar="编号", help="这次办理自己的编号，重复提交时写同一个")
    acting.add_argument("--json", action="store_true", help="结果和拒绝都写成 JSON")
    acting.set_defaults(handler=act)


def act(args: argparse.Namespace) -> int:
    """Do the act and print what is now on the record. Raises `Refusal` with every reason in the way."""
    now = timezone.now()
    told = Told(
        id=id_of(args.id),
        kind=args.kind,
        done_at=moment_of(args.at, now),
        facts=facts_in(args.facts),
        officers=args.officer,
        evidence=args.evidence,
    )
    identity = identity_of(args.username, args.identity, now)
    doing = supervise if visible(identity).filter(dossier=args.dossier).exists() else perform
    done = doing(identity, args.dossier, told, now=now)
    print(json.dumps(written(done), ensure_ascii=False) if args.json else said(done))
    return 0


def identity_of(username: str, key: str, now: datetime) -> Identity:
    """Return the identity an account acts in today. Raises `Absent`."""
    account = Account.objects.filter(username=username, is_active=True).first()
    held = identities(account, on=timezone.localdate(now)) if account else []
    found = active(held, key)
    if found is None or (key and found.key != key):
        raise Absent("这个账号今天的身份")
    return found


def facts_in(file: Path | None) -> dict[str, Any]:
    """Return the JSON object in a file, an empty one without a file. Raises `BadInput`."""
    if file is None:
        return {}
    try:
        facts = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise bad_input("--facts", f"读不了文件 {file}。", "文件里写一个 JSON 对象，UTF-8 编码。") from error
    if not isinstance(facts, dict):
        raise bad_input("--facts", "文件里不是一个 JSON 对象。", '写作 {"finding": "…"}。')
    return facts


def told_in(shape: type[Shape], file: Path, **more: Any) -> Shape:
    """Return what a file tells in one of the API's shapes. Raises `BadInput` that names every part that cannot be read."""
    try:
        return shape(**{**facts_in(file), **more})
    except ValidationError as error:
        names = "、".join(dict.fromkeys(str(one["loc"][0]) for one in error.errors()))
        raise bad_input("file", f"文件里这几项看不懂：{names}。", "照接口说明里的写法改。") from error


def id_of(text: str) -> uuid.UUID:
    """Return the id that was given, or a new one. Raises `BadInput`."""
    try:
        return uuid.UUID(text) if text else uuid7()
    except ValueError:
        raise bad_input("--id", "编号不是 UUID。", "写作 01890a5d-ac96-774b-bcce-b302099a8057，或者不写。") from None


def day_of(text: str, about: str) -> date:
    """Return the day that was given. Raises `BadInput`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise bad_input(about, f"日期“{text[:20]}”看不懂。", "写作 2026-09-05。", "bad-date") from None


def moment_of(text: str, now: datetime) -> datetime:
    """Return the local moment that was given, or `now`. Raises `BadInput`."""
    return local_moment(text, "--at") if text else now


def written(done: Done | SupervisionDone) -> dict[str, Any]:
    """Return an act on the record as plain values."""
    papers = [{"no": str(paper.position), "name": paper.name, "number": paper.number} for paper in done.papers]
    return {
        "id": str(done.entry.id),
        "seq": done.entry.seq,
        "digest": done.entry.digest,
        "stage": done.state.stage,
        "repeated": done.repeated,
        "papers": papers,
    }


def said(done: Done | SupervisionDone) -> str:
    """Return an act on the record in one line."""
    papers = "、".join(f"《{paper.name}》{paper.number}" for paper in done.papers)
    told = "早已记入，这次没有重复写入" if done.repeated else "已记入"
    return f"{told}：案卷 {done.entry.dossier_id} 第 {done.entry.seq} 条，摘要 {done.entry.digest[:16]}" + (
        f"；文书 {papers}。" if papers else "。"
    )
