"""yizhi serve: the web server. One process, several workers; static files included; no other program is needed."""

import argparse
import os
import socket
import sys
from typing import Any

from django.conf import settings
from django.db import connection

from yizhi.demo.tables import PASSWORD
from yizhi.desk.places.models import County
from yizhi.rules.refusal import bad_input
from yizhi.web import environment
from yizhi.web.commands.demo import ACCOUNTS, begin


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
    parser.add_argument("--demo", action="store_true", help="数据库是空的，就先建演示县")
    parser.set_defaults(handler=serve)


def serve(args: argparse.Namespace) -> int:
    """Print where to go and become the server: this process is replaced, so that a signal reaches it directly."""
    refuse_taken(args.host, args.port)
    if args.demo and not County.objects.exists():
        begin()
    print(greeting(args.host, args.port), flush=True)
    connection.close()
    os.execv(sys.executable, [sys.executable, "-m", "granian", *granian_words(args)])


def refuse_taken(host: str, port: int) -> None:
    """Refuse a port that another program listens on (`port-taken`). The server itself would share it, and each would answer half."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except (OSError, OverflowError) as error:
            cure = "换一个端口（PORT=端口），或者先停下占用它的程序。"
            raise bad_input("--port", f"{host} 的端口 {port} 用不了：{error}", cure, "port-taken") from error


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
        *("--workers-kill-timeout", "10"),
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
