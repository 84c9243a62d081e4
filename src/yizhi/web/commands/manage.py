"""yizhi manage …: Django's own commands for whoever keeps the database. What is done there is not a deed of the product."""

import argparse
from typing import Any

from django.core.management import execute_from_command_line


def add_parser(subparsers: Any) -> None:
    """Add `manage`."""
    parser = subparsers.add_parser("manage", help="数据库维护（Django 管理命令）")
    parser.add_argument("words", nargs=argparse.REMAINDER, metavar="命令", help="例如 migrate、dbshell、showmigrations")
    parser.set_defaults(handler=manage)


def manage(args: argparse.Namespace) -> int:
    """Hand the words to Django."""
    execute_from_command_line(["yizhi manage", *args.words])
    return 0
