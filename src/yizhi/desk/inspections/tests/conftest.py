"""The world that a visit's tests begin in, with its clock as the clock of the pages."""

import pytest

from yizhi.desk.inspections.tests.world import World, build


@pytest.fixture
def world(db: None, settings, monkeypatch) -> World:
    settings.DEMO = True
    made = build()
    monkeypatch.setattr("yizhi.web.middleware.timezone.now", lambda: made.now)
    return made
