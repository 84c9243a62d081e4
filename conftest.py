"""What every test starts from, and what a whole run promises: a test that should run is not skipped in silence."""

import os
from pathlib import Path
from typing import Any

import pytest

REACHES_DATABASE = {"db", "transactional_db", "live_server", "django_db_reset_sequences"}
REFERENCE = Path(__file__).resolve().parent.parent / "shared"


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark every test that reaches the database, so that the run on PostgreSQL can choose them."""
    fixtures = set(getattr(item, "fixturenames", ()))
    if item.get_closest_marker("django_db") or fixtures & REACHES_DATABASE:
        item.add_marker("database")


class Skips:
    """Collects what was skipped; the only fair reason is that the reference folder beside the project is not there."""

    def __init__(self) -> None:
        self.unfair: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        fair = "shared" in report.keywords and not REFERENCE.exists()
        if report.skipped and not fair:
            self.unfair.append(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.skipped:
            self.unfair.append(report.nodeid)

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.unfair and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        for name in self.unfair:
            terminalreporter.write_line(f"skipped although it should run: {name}", red=True)


def pytest_configure(config: pytest.Config) -> None:
    """In a whole run (YIZHI_STRICT_SKIPS=1) a skipped test fails the run."""
    if os.environ.get("YIZHI_STRICT_SKIPS") == "1" and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Skips(), "strict-skips")
