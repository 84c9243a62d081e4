"""An installation of its own for a test: a home, a database, and the command run as a user would run it."""

import os
import subprocess
import sys
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from tests.sources import ROOT

FILL = """
import django; django.setup()
from yizhi.web.database import prepare; prepare()
from tests import story
from tests.cast import build
cast = build(); dossier = story.case(cast); story.evidence(cast, dossier); story.lead(cast, "有人用喆赟䶮字号的车倒渣土😀")
print(dossier)
"""


@dataclass
class Installation:
    """Runs `yizhi` in `home` on a database that does not exist before the first command."""

    home: Path
    url: str
    env: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        paths = f"{ROOT / 'src'}{os.pathsep}{ROOT}"
        self.env = {
            **os.environ,
            "YIZHI_HOME": str(self.home),
            "YIZHI_DATABASE_URL": self.url,
            "DJANGO_SETTINGS_MODULE": "yizhi.web.settings",
            "PYTHONPATH": paths,
            "YIZHI_DEMO": "0",
        }

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return self.python("-m", "yizhi.web.command", *words)

    def python(self, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *words],
            env=self.env,
            input=given,
            cwd=self.home,
            capture_output=True,
            text=True,
            timeout=120,
        )

    def fill(self) -> str:
        """Play the short story and return the case's dossier."""
        done = self.python("-c", FILL)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()


def on_sqlite(folder: Path) -> Installation:
    folder.mkdir()
    return Installation(folder, f"sqlite:///{folder / 'yizhi.sqlite3'}")


def on_the_run_s_database(folder: Path) -> Installation:
    """Return an installation on a new database of the same kind as the test run's."""
    given = urlsplit(os.environ.get("YIZHI_DATABASE_URL", ""))
    if not given.scheme.startswith("postgres"):
        return on_sqlite(folder)
    folder.mkdir()
    return Installation(folder, urlunsplit(given._replace(path=f"/t{uuid.uuid4().hex[:12]}")))
