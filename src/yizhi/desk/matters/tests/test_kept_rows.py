"""没有变的行不重做，变了的一行也不漏：改了一列、更正、新录、删去，读到的都是数据库现在的样子。"""
# ruff: noqa: N802

from datetime import date, timedelta

import pytest
from django.utils import timezone

from yizhi.desk.matters.facts import book
from yizhi.desk.matters.kept_rows import KeptRows
from yizhi.desk.matters.models import Allocation
from yizhi.desk.matters.tests import county

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(db):
    county.build()
    made: list[int] = []

    def make(rows):
        for row in rows:
            made.append(row.pk)
            yield row.pk, (row.fact, row.letter)

    return KeptRows(make), made


def known():
    return Allocation.objects.known().order_by("pk")


def test_没有变的不重做(reader):
    kept, made = reader
    assert kept.read(known()) == kept.read(known()) == [("a-1", "")]
    assert len(made) == 1


CHANGES = [
    ("改了一列", lambda: Allocation.objects.update(letter="示〔2026〕1号"), [("a-1", "示〔2026〕1号")]),
    ("被更正", lambda: Allocation.objects.update(superseded_at=timezone.now()), []),
    ("删去", lambda: Allocation.objects.all().delete(), []),
    ("新录", lambda: county.allocation("a-2", "cg-2", county.Town.objects.get(code="510681101"), "statutory"), [("a-1", ""), ("a-2", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("change", "now"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_变了的读到现在的样子(reader, change, now):
    kept, _ = reader
    kept.read(known())
    change()
    assert kept.read(known()) == now


def test_权属改了事实当次就变(reader):
    before = book().by_id["a-1"]
    Allocation.objects.update(valid_to=date(2026, 11, 24), letter="示〔2026〕1号")
    after = book().by_id["a-1"]
    assert (before.ends_on, after.ends_on, after.letter) == (None, date(2026, 11, 24), "示〔2026〕1号")
    assert book(county.AT.replace(tzinfo=None) - timedelta(days=1)).by_id == {}
