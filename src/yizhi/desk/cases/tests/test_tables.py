"""带走的表格：和页面一样只有职责范围内的；筛选一样；当事人写的像公式的字不会被当成公式。"""
# ruff: noqa: N802

import io

import pytest
from python_calamine import CalamineWorkbook
from tests import story
from tests.cast import Cast, build
from tests.doors import signed_in

from yizhi.desk.cases.models import Case
from yizhi.desk.leads.models import Lead

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return build()


def rows(who, path):
    answer = signed_in(who).get(path)
    assert answer.status_code == 200
    table = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    return [row for row in table[2:] if any(row) and "职责范围内" not in str(row[0])]


def test_自己的在别的片区的不在(cast: Cast) -> None:
    opened, seen = story.case(cast), story.lead(cast)
    case = Case.objects.get(dossier=opened)
    assert [row[0] for row in rows(cast.jia, "/cases/list.xlsx")] == [case.number or f"案卷 {opened}"]
    assert seen in [row[0] for row in rows(cast.jia, "/leads/list.xlsx")]
    for path in ("/cases/list.xlsx", "/leads/list.xlsx"):
        assert rows(cast.wu, path) == []
        assert rows(cast.administrator, path) == []


def test_筛选和页面一样(cast: Cast) -> None:
    story.case(cast)
    assert rows(cast.jia, "/cases/list.xlsx?procedure=summary") == []
    assert rows(cast.jia, "/leads/list.xlsx?town=510681104") == []
    assert [row[1] for row in rows(cast.jia, "/items/list.xlsx?q=垃圾")] == ["cg-1"]
    assert (
        'href="/cases/list.xlsx?procedure=summary"'
        in signed_in(cast.jia).get("/cases/?procedure=summary").content.decode()
    )


def test_像公式的话只是话(cast: Cast) -> None:
    seen = story.lead(cast)
    Lead.objects.filter(dossier=seen).update(words="=HYPERLINK(1)")
    assert "=HYPERLINK(1)" in [row[1] for row in rows(cast.jia, "/leads/list.xlsx")]
