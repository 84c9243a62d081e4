"""yizhi backup FILE and yizhi restore FILE."""

import argparse
from pathlib import Path
from typing import Any

from django.utils import timezone

from yizhi.web.backup import backup, restore


def add_parser(subparsers: Any) -> None:
    """Add `backup` and `restore`."""
    keeping = subparsers.add_parser("backup", help="备份到一个文件")
    keeping.add_argument("file", type=Path, metavar="文件", help="写到哪里；已有的文件不覆盖")
    keeping.set_defaults(handler=keep)
    bringing = subparsers.add_parser("restore", help="从备份恢复到空的数据库")
    bringing.add_argument("file", type=Path, metavar="文件", help="yizhi backup 写出的文件")
    bringing.set_defaults(handler=bring_back)


def keep(args: argparse.Namespace) -> int:
    """Write the backup and say what is in it."""
    manifest = backup(args.file, now=timezone.now())
    print(f"已备份到 {args.file}：{_words(manifest)}。文件里有个人信息和口令摘要，请加密保管。")
    return 0


def bring_back(args: argparse.Namespace) -> int:
    """Read the backup into the empty database and say what came back."""
    manifest = restore(args.file)
    print(f"已从 {args.file} 恢复：{_words(manifest)}。请接着运行 yizhi record verify。")
    return 0


def _words(manifest: dict[str, Any]) -> str:
    rows = sum(table["rows"] for table in manifest["tables"])
    return f"{len(manifest['tables'])} 张表 {rows} 行，证据 {len(manifest['evidence'])} 件，记录链摘要 {manifest['chains'][:16]}"
