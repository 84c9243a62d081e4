"""yizhi serve: the address and the demo accounts are printed; a port that is taken is refused; it starts, answers and stops."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from yizhi.rules.refusal import BadInput
from yizhi.web.commands.serve import greeting, refuse_taken


def free_port():
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def test_the_accounts_are_printed_in_demo_mode_only(settings):
    settings.DEMO = False
    assert greeting("127.0.0.1", 8000) == "一支已启动：http://127.0.0.1:8000/"
    settings.DEMO = True
    assert "duiyuan" in greeting("127.0.0.1", 8000) and "yizhi-demo" in greeting("127.0.0.1", 8000)


def test_a_port_that_is_taken_is_refused():
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(BadInput) as refused:
            refuse_taken("127.0.0.1", other.getsockname()[1])
    assert refused.value.first.code == "port-taken" and "PORT" in refused.value.first.cure


@pytest.mark.slow
def test_it_starts_on_an_empty_machine_answers_and_stops(tmp_path):
    port = free_port()
    env = {**os.environ, "YIZHI_HOME": str(tmp_path), "YIZHI_DATABASE_URL": f"sqlite:///{tmp_path}/new.sqlite3"}
    server = subprocess.Popen([sys.executable, "-m", "yizhi.web.command", "serve", "--port", str(port)], env=env)
    try:
        for _ in range(120):
            try:
                answer = urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5)
                break
            except OSError:
                assert server.poll() is None
                time.sleep(0.5)
        assert answer.status == 200
        style = urllib.request.urlopen(f"http://127.0.0.1:{port}/static/built/desk.css", timeout=5)
        assert style.headers["Content-Type"].startswith("text/css")
    finally:
        server.send_signal(signal.SIGTERM)
    assert server.wait(20) == 0
