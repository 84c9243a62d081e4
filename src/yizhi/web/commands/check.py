"""yizhi check: whether this machine can do casework today. One line for each thing that has to hold, with its cure."""

import argparse
from typing import Any

from django.utils import timezone

from yizhi.web.fitness import FINE, WRONG, findings


def add_parser(subparsers: Any) -> None:
    """Add `check`."""
    parser = subparsers.add_parser("check", help="查看这台机器能不能办案")
    parser.set_defaults(handler=check)


def check(args: argparse.Namespace) -> int:
    """Print every finding; exit code 1 when one is wrong."""
    worst = FINE
    for finding in findings(now=timezone.now()):
        print(finding)
        worst = WRONG if finding.state == WRONG else worst
    return 1 if worst == WRONG else 0
