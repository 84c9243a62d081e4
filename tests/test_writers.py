"""同时写、突然断 Sixteen writers at once, and a server killed in the middle of writing: nothing that was acknowledged is lost or doubled."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PATIENCE = 90


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a database of its own, of the kind this test run uses, that other processes can open."""
    env = {**os.environ, "YIZHI_HOME": str(tmp_path), "YIZHI_DEMO": "0", "PYTHONPATH": os.pathsep.join(sys.path)}
    url = os.environ.get("YIZHI_DATABASE_URL", "")
    if connection.vendor == "sqlite":
        env["YIZHI_DATABASE_URL"] = f"sqlite:///{tmp_path / 'yizhi.sqlite3'}"
        yield env
        return
    name = f"writers_{uuid.uuid4().hex[:8]}"
    env["YIZHI_DATABASE_URL"] = re.sub(r"/[^/?]+(\?|$)", rf"/{name}\1", url, count=1)
    yield env
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])


def told(env: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.writers", *words], env=env, capture_output=True, text=True, timeout=PATIENCE
    )


def test_sixteen_writers(elsewhere: dict[str, str]) -> None:
    done = told(elsewhere, "--seconds", "4")
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.fullmatch(r"16 writers, 4 s: [1-9]\d* entries, [1-9]\d* papers, 0 faults", done.stdout.splitlines()[-1])


class Server:
    """The product's own server in a process group of its own."""

    def __init__(self, env: dict[str, str]) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        words = [sys.executable, "-m", "yizhi.web.command", "serve", "--port", str(self.port), "--workers", "2"]
        self.process = subprocess.Popen(words, env=env, start_new_session=True, stdout=subprocess.DEVNULL)
        self.until_it_answers()

    def until_it_answers(self) -> None:
        end = time.time() + PATIENCE
        while time.time() < end:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=5).read()
                return
            except (OSError, urllib.error.URLError):
                time.sleep(0.1)
        raise AssertionError("the server does not answer")

    def register(self, bearer: str, id: uuid.UUID) -> bool:
        """Register a lead over HTTP; say whether it was acknowledged."""
        lead = {"id": str(id), "words": "有人在河边倒垃圾", "town": "510681109", "item": "cg-1"}
        headers = {"Authorization": f"Bearer {bearer}", "Content-Type": "application/json"}
        asked = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/api/v1/leads", json.dumps(lead).encode(), headers, method="POST"
        )
        with urllib.request.urlopen(asked, timeout=30) as answer:
            return bool(answer.status == 201)

    def workers(self) -> list[int]:
        found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(self.process.pid)], capture_output=True, text=True)
        return [int(pid) for pid in found.stdout.split()]

    def kill(self) -> None:
        """Kill every process of the server at once, as a power switch would."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def keep_writing(server: Server, bearer: str, acknowledged: list[str], stop: threading.Event, other: Any) -> None:
    while not stop.is_set():
        id = uuid.uuid4()
        try:
            if server.register(bearer, id):
                acknowledged.append(str(id))
        except urllib.error.HTTPError as error:
            other.append(f"{error.code} {error.read()[:200]!r}")
        except (OSError, urllib.error.URLError, ConnectionError):
            time.sleep(0.05)


def test_nothing_acknowledged_is_lost_when_the_server_is_killed(elsewhere: dict[str, str], tmp_path: Path) -> None:
    bearer = told(elsewhere, "build").stdout.strip()
    server = Server(elsewhere)
    acknowledged: list[str] = []
    other: list[str] = []
    stop = threading.Event()
    writers = [
        threading.Thread(target=keep_writing, args=(server, bearer, acknowledged, stop, other), daemon=True)
        for _ in range(4)
    ]
    try:
        for one in writers:
            one.start()
        until(lambda: len(acknowledged) >= 8)
        os.kill(server.workers()[-1], signal.SIGKILL)
        before = len(acknowledged)
        until(lambda: len(acknowledged) >= before + 8)
    finally:
        server.kill()
        stop.set()
    for one in writers:
        one.join(10)
    kept = tmp_path / "acknowledged"
    kept.write_text("\n".join(acknowledged))
    done = told(elsewhere, "check", str(kept))
    assert (done.returncode, done.stdout.strip(), other) == (0, "nothing lost", []), done.stderr


def until(reached: Any) -> None:
    end = time.time() + PATIENCE
    while not reached():
        assert time.time() < end, "too slow"
        time.sleep(0.05)
