"""A real server with the demo county's facts, and people at real browsers."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from .desk import Desk

YIZHI = str(Path(sys.executable).parent / "yizhi")
BUILD = """
import django; django.setup()
from django.utils import timezone
from yizhi.demo import facts
facts.build(timezone.now())
"""
PLAY = "import django; django.setup(); import importlib; importlib.import_module('{}').main()"


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the environment of an installation of its own that holds the facts of the demo county."""
    home = tmp_path_factory.mktemp("journey")
    env = {**os.environ, "YIZHI_HOME": str(home), "YIZHI_DEMO": "1", "DJANGO_SETTINGS_MODULE": "yizhi.web.settings"}
    env.pop("YIZHI_DATABASE_URL", None)
    subprocess.run([YIZHI, "manage", "migrate", "--verbosity", "0"], env=env, check=True)
    subprocess.run([sys.executable, "-c", BUILD], env=env, check=True)
    return env


@pytest.fixture
def play(installation: dict[str, str]) -> Callable[[str], str]:
    """Return what runs a script of `tests.journeys` in the installation, for what happened before the journey; it prints its answer."""

    def run(module: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", PLAY.format(module)], env=installation, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    return run


@pytest.fixture(scope="session")
def address(installation: dict[str, str]) -> Iterator[str]:
    env, home = installation, Path(installation["YIZHI_HOME"])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (home / "server.log").open("w")
    server = subprocess.Popen([YIZHI, "serve", "--port", str(port)], env=env, stdout=log, stderr=log)
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


def wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(480):
        assert server.poll() is None, "the server ended"
        try:
            urllib.request.urlopen(url, timeout=2)
            return
        except OSError:
            time.sleep(0.25)
    raise AssertionError("the server does not answer")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        opened = play.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-background-networking"]
        )
        yield opened
        opened.close()


@pytest.fixture
def sit_down(address: str, browser: Browser) -> Iterator[Callable[..., Desk]]:
    """Return what opens a browser for one account."""
    contexts = []

    def sit(username: str, width: int = 1440, height: int = 1000) -> Desk:
        context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN")
        contexts.append(context)
        return Desk(context.new_page(), address, username)

    yield sit
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def pictures() -> Path:
    folder = Path("build/pictures")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
