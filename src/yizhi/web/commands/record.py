"""yizhi record: verify the chain, compute the copies again, seal the days that are over.

yizhi record verify [--dossier N] [--seal FILE]
yizhi record replay --check
yizhi record renew
yizhi record seal [--until DAY] [--out FILE]
"""

import argparse
import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.utils import timezone

from yizhi.desk.cases.replay import renew_limits
from yizhi.desk.disclosure.replay import differences
from yizhi.desk.papers.verifying import verify as verify_files
from yizhi.desk.record.actions import day_entries, seal_day
from yizhi.desk.record.canonical import merkle_root, moment, seal_digest
from yizhi.desk.record.models import DailySeal, Dossier, Entry
from yizhi.desk.record.queries import Fault, unsealed_days, verify
from yizhi.rules.refusal import Absent, bad_input

SEAL_FIELDS = ("day", "count", "root", "prev", "sealed_at", "digest")


def add_parser(subparsers: Any) -> None:
    """Add `record` and its parts."""
    parts = subparsers.add_parser("record", help="查对、重算、封存执法记录").add_subparsers(
        required=True, metavar="做什么"
    )
    verifying = parts.add_parser("verify", help="查对记录链、每日封存、文书和证据，指出被改动的地方")
    verifying.add_argument("--dossier", default="", metavar="案卷主号", help="只查一个案卷")
    verifying.add_argument("--seal", type=Path, metavar="文件", help="另外用保存在别处的封存文件查对")
    verifying.set_defaults(handler=verify_record)
    replaying = parts.add_parser("replay", help="按记录重算列表里的阶段、期限等")
    replaying.add_argument("--check", action="store_true", required=True, help="只列出不一致的地方，不改动")
    replaying.set_defaults(handler=replay)
    renewing = parts.add_parser("renew", help="按现在的日历，更新列表里的期限")
    renewing.set_defaults(handler=renew)
    sealing = parts.add_parser("seal", help="封存已经过完、还没有封存的日子")
    sealing.add_argument("--until", type=_day, metavar="日期", help="封存到哪一天，默认到昨天")
    sealing.add_argument("--out", type=Path, metavar="文件", help="把全部封存写到文件，供公布或者另外保存")
    sealing.set_defaults(handler=seal)


def verify_record(args: argparse.Namespace) -> int:
    """Name the first fault of every chain and seal, and every changed paper or file; exit code 1 when there is one."""
    if args.dossier and not Dossier.objects.filter(number=args.dossier).exists():
        raise Absent("这个案卷")
    faults = [*verify(dossier=args.dossier), *verify_files(dossier=args.dossier), *_against(args.seal)]
    for fault in faults:
        print(f"{fault.where}：{fault.what}。")
    scope = (
        f"案卷 {args.dossier}"
        if args.dossier
        else f"{Dossier.objects.count()} 个案卷、{Entry.objects.count()} 条记录、{DailySeal.objects.count()} 个封存日"
    )
    print(f"查对了{scope}：{'有 ' + str(len(faults)) + ' 处不对' if faults else '没有发现改动'}。")
    return 1 if faults else 0


def replay(args: argparse.Namespace) -> int:
    """Print every copy that differs from what the record gives; exit code 1 when there is one."""
    found = 0
    for difference in differences(now=timezone.now()):
        found += 1
        print(difference)
    print(f"按记录重算：{'有 ' + str(found) + ' 处不一致' if found else '没有不一致'}。")
    return 1 if found else 0


def renew(args: argparse.Namespace) -> int:
    """Write anew the last days that lists show, and print how many changed."""
    print(f"更新了 {renew_limits(now=timezone.now())} 件的期限。")
    return 0


def seal(args: argparse.Namespace) -> int:
    """Seal the days in order, print each seal on a line as JSON, and write all seals to a file when asked."""
    now = timezone.now()
    days = [day for day in unsealed_days(now=now) if args.until is None or day <= args.until]
    for day in days:
        print(_line(seal_day(day, now=now)))
    if args.out is not None:
        lines = [_line(kept) for kept in DailySeal.objects.order_by("day")]
        args.out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    if not days:
        print("没有要封存的日子。")
    return 0


def _against(file: Path | None) -> Iterator[Fault]:
    """Yield what differs from seals that were kept elsewhere: they hold even against somebody who can write the whole database."""
    for told in _read(file) if file else ():
        day = told["day"]
        digests = list(day_entries(day).values_list("digest", flat=True))
        where = f"{day} 的封存文件"
        if told.pop("digest") != seal_digest(**told):
            yield Fault(where, "封存文件本身被改动过")
        elif (len(digests), merkle_root(digests)) != (told["count"], told["root"]):
            yield Fault(where, f"当日记录与封存文件不符（封存 {told['count']} 条，现在 {len(digests)} 条）")


def _read(file: Path) -> list[dict[str, Any]]:
    try:
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        return [_told(row) for row in rows]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise bad_input("--seal", f"读不了封存文件 {file}。", "用 yizhi record seal --out 写出的文件。") from error


def _told(row: dict[str, Any]) -> dict[str, Any]:
    day, sealed_at = date.fromisoformat(row["day"]), datetime.fromisoformat(row["sealed_at"])
    return {key: row[key] for key in SEAL_FIELDS} | {"day": day, "sealed_at": sealed_at}


def _line(kept: DailySeal) -> str:
    told = {
        "day": kept.day.isoformat(),
        "count": kept.count,
        "root": kept.root,
        "prev": kept.prev,
        "sealed_at": moment(kept.sealed_at),
        "digest": kept.digest,
    }
    return json.dumps(told, ensure_ascii=False)


def _day(text: str) -> date:
    return date.fromisoformat(text)
