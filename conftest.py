"""What every test starts from: nothing is remembered of the facts of a test that was undone."""

import sys
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """Forget the facts that were read, because the database forgets them too."""
    yield
    facts = sys.modules.get("yizhi.desk.matters.facts")
    if facts is not None:
        facts.forget()
