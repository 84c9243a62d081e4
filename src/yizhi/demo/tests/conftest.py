"""The demo county once for a whole file of tests: built, looked at, taken back."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django.test import override_settings

from yizhi.demo.facts import build
from yizhi.demo.playing import play
from yizhi.demo.stories import Story, stories

NOW = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(scope="session")
def now() -> datetime:
    return NOW


@pytest.fixture(scope="module")
def county(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        build(NOW)
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def sample() -> tuple[Story, ...]:
    """One story of every fate, and what it takes to see the areas apart."""
    first: dict[tuple[str, str], Story] = {}
    for story in reversed(stories()):
        first[story.procedure, story.fate] = story
    return tuple(sorted(first.values(), key=lambda story: story.number))


@pytest.fixture(scope="module")
def played(county: None, sample: tuple[Story, ...], tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with override_settings(EVIDENCE_ROOT=tmp_path_factory.mktemp("evidence")):
        play(NOW, sample)
        yield
