"""yizhi serve: the web server. One process, several workers; static files included; no other program is needed."""

import argparse
import os
import sys
from typing import Any

from django.conf import settings
from django.db import connection

from yizhi.demo.tables import PASSWORD
from yizhi.web import environment
from yizhi.web.commands.demo import ACCOUNTS


def add_parser(subparsers: Any) -> None:
    """Add `serve`."""
    parser = subparsers.add_parser("serve", help="启动服务")
    parser.add_argument(
        "--host", default=environment.text("HOST", "127.0.0.1"), metavar="地址", help="监听地址，默认 127.0.0.1"
    )
    parser.add_argument(
        "--port", type=int, default=environment.whole("PORT", 8000), metavar="端口", help="监听端口，默认 8000"
    )
    parser.add_argument(
        "--workers", type=int, default=environment.whole("YIZHI_WORKERS", 2), metavar="数", help="进程数，默认 2"
    )
    parser.add_argument(
        "--threads",
        type=int,
        default=environment.whole("YIZHI_THREADS", 2),
        metavar="数",
        help="每个进程的线程数，默认 2",
    )
    parser.set_defaults(handler=serve)


def serve(args: argparse.Namespace) -> int:
    """Print where to go and become the server: this process is replaced, so that a signal reaches it directly."""
    print(greeting(args.host, args.port), flush=True)
    connection.close()
    os.execv(sys.executable, [sys.executable, "-m", "granian", *granian_words(args)])


def granian_words(args: argparse.Namespace) -> list[str]:
    """Return the server's own arguments."""
    return [
        "yizhi.web.wsgi:application",
        *("--interface", "wsgi"),
        *("--host", args.host),
        *("--port", str(args.port)),
        *("--workers", str(args.workers)),
        *("--blocking-threads", str(args.threads)),
        *("--backlog", "1024"),
        "--respawn-failed-workers",
        *("--log-level", "warning"),
        "--no-ws",
    ]


def greeting(host: str, port: int) -> str:
    """Return the address, and in demo mode the accounts and their password."""
    lines = [f"一支已启动：http://{host}:{port}/"]
    if settings.DEMO:
        lines.append(f"演示账号（口令都是 {PASSWORD}）：")
        lines += [f"  {username:<10}{who}" for username, who in ACCOUNTS]
    return "\n".join(lines)
