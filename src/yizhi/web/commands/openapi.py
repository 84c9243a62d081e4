"""yizhi openapi [FILE]: the description of the API, as it is served, written out so that a change of it is seen in review."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from yizhi.web.api import api


def add_parser(subparsers: Any) -> None:
    """Add `openapi`."""
    parser = subparsers.add_parser("openapi", help="写出接口说明")
    parser.add_argument("file", nargs="?", type=Path, metavar="文件", help="写到哪里；不写的，写到屏幕")
    parser.set_defaults(handler=write)


def description() -> str:
    """Return the OpenAPI description of `/api/v1` as text, keys in order."""
    return json.dumps(api.get_openapi_schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def write(args: argparse.Namespace) -> int:
    """Write the description to the file, or print it."""
    if args.file is None:
        sys.stdout.write(description())
    else:
        args.file.write_text(description(), encoding="utf-8")
    return 0
