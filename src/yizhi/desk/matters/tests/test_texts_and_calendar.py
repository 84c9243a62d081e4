"""放假安排和法规文本：一年一次的通知读进来期限就能算；文本按版本，条文按当天的读。"""
# ruff: noqa: N802

import io
import sqlite3
import zipfile
from datetime import date

import pytest

from yizhi.desk.matters.citations import check_deeds, check_items
from yizhi.desk.matters.imports import confirm, upload
from yizhi.desk.matters.models import CitationFinding, ItemVersion, StatuteVersion
from yizhi.desk.matters.queries import standing
from yizhi.desk.matters.tests import county
from yizhi.desk.matters.texts import article_text
from yizhi.rules.calendar import CalendarMissing
from yizhi.rules.citing import Basis
from yizhi.rules.refusal import BadInput

pytestmark = pytest.mark.django_db
NOTICE = """日期,性质,节日,通知
2027-01-01,放假,元旦,国办发明电〔示意〕1号
2027-05-01,放假,劳动节,国办发明电〔示意〕1号
2027-10-01,放假,国庆节,国办发明电〔示意〕1号
2027-10-09,上班,国庆节,国办发明电〔示意〕1号
"""
OLD = "# 示意条例\n\n第一章　总则\n\n第一条　为了示意。\n\n第二条　倾倒垃圾的，处罚款。\n"
NEW = "第一条　为了示意。\n第二条　决定应当公开。\n公开的期限是七日。\n第三条　倾倒垃圾的，处罚款。\n附　则\n第四条　自公布之日起施行。\n"


def put(kind, name, data):
    shown = upload(kind, name, data, by="jian", now=county.NOW)
    assert shown.bad == []
    return confirm(shown.upload.id, by="jian", now=county.NOW)


def texts():
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as packed:
        packed.writestr("法规/示意条例(2015-01-01).md", OLD)
        packed.writestr("法规/示意条例@2022-03-01.txt", NEW)
    return put("statutes", "法规.zip", kept.getvalue())


def test_导入放假安排以后那一年才算得出():
    with pytest.raises(CalendarMissing):
        standing().calendar.is_workday(date(2027, 10, 9))
    put("calendar", "2027.csv", NOTICE.encode())
    assert standing().calendar.is_workday(date(2027, 10, 9))
    assert not standing().calendar.is_workday(date(2027, 1, 1))


def test_改了通知当次就变():
    put("calendar", "2027.csv", NOTICE.encode())
    put("calendar", "2027.csv", NOTICE.replace("2027-01-01,放假,元旦", "2027-01-01,放假,元旦节").encode())
    assert standing().calendar.reason(date(2027, 1, 1)) == "元旦节放假"


def test_安排不全和写错的日子都指出来():
    data = NOTICE.replace("2027-05-01,放假", "2027-13-01,放假").replace("2027-10-09", "2027-10-08").encode()
    shown = upload("calendar", "2027.csv", data, by="jian", now=county.NOW)
    assert {(each["row"], each["column"]) for each in shown.bad} >= {(3, "A"), (5, "B"), (0, "")}


def test_文本按版本条文按当天读():
    assert "2 部" in texts()
    assert article_text("示意条例", "第2条", date(2020, 1, 1)) == "倾倒垃圾的，处罚款。"
    assert (
        article_text("中华人民共和国示意条例", "第二条第一款", date(2022, 3, 1)) == "决定应当公开。\n公开的期限是七日。"
    )
    assert article_text("示意条例", "第三条", date(2022, 2, 28)) is None
    assert StatuteVersion.objects.get(version="2015-01-01").valid_to == date(2022, 3, 1)


def test_旧条号查得出新位置():
    texts()
    assert state("第二条", date(2020, 1, 1)) == "right"
    assert state("第二条", date(2026, 1, 1)) == "renumbered"
    assert state("第九条", date(2026, 1, 1)) == "missing-article"


def state(article, on):
    return check_deeds([([Basis("示意条例", article)], "")], on)[0][0].state


def test_全部事项的引注一起核对():
    county.build()
    bases = [{"law": "示意条例", "article": "第二条", "effective": "2015-01-01", "expiry": None}]
    ItemVersion.objects.filter(item="cg-1").update(bases=bases)
    texts()
    states = {found.item: found.verdict.state for found in check_items(date(2026, 11, 24))}
    assert states == {"cg-1": "renumbered", "cg-2": "right", "sl-1": "unrelated"}
    kept = CitationFinding.objects.filter(gone_at=None).values_list("item", "state")
    assert set(kept) == {("cg-1", "renumbered"), ("sl-1", "unrelated")}


def test_法规数据库只取用得到的(tmp_path):
    kept = tmp_path / "laws.db"
    with sqlite3.connect(kept) as database:
        database.execute("CREATE TABLE laws (law_id, law_name, publish_date, effective_date, version_date, status)")
        database.execute("CREATE TABLE articles (id INTEGER PRIMARY KEY, law_id, article_no, article_text)")
        rows = [
            ("1", "中华人民共和国行政处罚法", "2021-01-22", "2021-07-15", "2021-01-22", "现行有效"),
            ("2", "无关法", "2000-01-01", "2000-01-01", "2000-01-01", "现行有效"),
        ]
        database.executemany("INSERT INTO laws VALUES (?, ?, ?, ?, ?, ?)", rows)
        database.execute(
            "INSERT INTO articles (law_id, article_no, article_text) VALUES ('1', '第五条', '公正、公开。')"
        )
    put("statutes", "laws.db", kept.read_bytes())
    statute = StatuteVersion.objects.get()
    assert (statute.law, statute.valid_from) == ("中华人民共和国行政处罚法", date(2021, 7, 15))
    assert article_text("行政处罚法", "第五条", date(2026, 1, 1)) == "公正、公开。"


def test_不是法规文本的说得清楚():
    shown = upload("statutes", "随便.md", "没有条".encode(), by="jian", now=county.NOW)
    assert shown.bad[0]["code"] == "text-unnamed"
    with pytest.raises(BadInput):
        upload("statutes", "坏.db", b"SQLite format 3\x00" + b"0" * 4096, by="jian", now=county.NOW)
