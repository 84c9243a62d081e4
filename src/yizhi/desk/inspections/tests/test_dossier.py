"""检查的整卷：和案件一样的一件 PDF，封面、目录、逐页编号、备考表；几个机关各是各的卷；看不到这次检查的打不开。"""
# ruff: noqa: N802

import re
import subprocess

import pytest

from yizhi.desk.inspections.queries import ground_of
from yizhi.desk.inspections.replay import differences
from yizhi.desk.inspections.tests.test_pages import client, text
from yizhi.desk.inspections.tests.world import BUREAU, DAY, TOWN, World, build
from yizhi.desk.papers.actions import keep_evidence
from yizhi.desk.papers.tests.test_dossier import picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(settings, monkeypatch, tmp_path) -> World:
    settings.DEMO, settings.EVIDENCE_ROOT = True, tmp_path
    made = build()
    monkeypatch.setattr("yizhi.web.middleware.timezone.now", lambda: made.now)
    return made


def pages_of(pdf: bytes) -> list[str]:
    told = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return ["".join(page.split()) for page in told.split("\f")[:-1]]


def test_整卷有封面目录_逐页编号_检查的封面不写案由立案(world: World) -> None:
    visit = world.recorded(TOWN, BUREAU)
    order = {"demand": "补齐台账", "correct_by": "2026-06-10"}
    world.do(world.cast.captain, visit, "order_inspected", f"{DAY} 10:50", ("town-lianshan",), **order)
    part = visit.parts.get(body="town-lianshan")
    shown = text(client(world.cast.captain).get(f"/inspections/{visit.pk}/"))
    assert f"/cases/{part.pk}/dossier.pdf" in shown and shown.count("整卷 PDF") == 2
    answer = client(world.cast.jia).get(f"/cases/{part.pk}/dossier.pdf")
    assert answer.status_code == 200 and answer["Content-Type"] == "application/pdf"
    pages = pages_of(answer.content)
    assert "卷宗封面" in pages[0] and part.pk in pages[0] and "检查对象示例建材有限公司" in pages[0]
    assert "责令限期改正：补齐台账" in pages[0] and "案由" not in pages[0] and "立案日期" not in pages[0]
    titles = ["行政检查审批表", "行政检查通知书", "现场检查笔录", "责令（限期）改正通知书"]
    found = [re.search(re.escape(title) + r"[^\d]*(\d+年\d+月\d+日)?\d", pages[1]) for title in titles]
    assert all(found) and [one.start() for one in found if one] == sorted(one.start() for one in found if one)
    inner = pages[2:-1]
    assert all(f"第{number}页" in page for number, page in enumerate(inner, 1))
    assert "备考表" in pages[-1] and f"本卷共{len(inner)}页，材料4份" in pages[-1]


def test_几个机关各是各的卷(world: World) -> None:
    visit = world.recorded(TOWN, BUREAU)
    captain = client(world.cast.captain)
    names = {"town-lianshan": "广汉市连山镇人民政府", "dept-cg": "广汉市综合行政执法局"}
    for part in visit.parts.all():
        cover = pages_of(captain.get(f"/cases/{part.pk}/dossier.pdf").content)[0]
        assert names[part.body_id] in cover
        assert all(name not in cover for body, name in names.items() if body != part.body_id)


def test_照片在卷里(world: World) -> None:
    from_camera = type("File", (), {"name": "看到的.png", "chunks": lambda self, size=None: [picture()]})()
    visit = world.recorded(TOWN)
    part = visit.parts.get()

    keep_evidence(world.cast.jia, ground_of(part), from_camera, now=world.now)
    pages = pages_of(client(world.cast.jia).get(f"/cases/{part.pk}/dossier.pdf").content)
    assert "照片看到的.png" in pages[1] and "材料4份" in pages[-1]


@pytest.mark.parametrize("who", ["wu", "administrator", "posted_as_department"], ids=["别镇", "管理员", "别的机关"])
def test_看不到的打不开(world: World, who: str) -> None:
    part = world.recorded(TOWN).parts.get()
    assert client(getattr(world.cast, who)).get(f"/cases/{part.pk}/dossier.pdf").status_code == 404


def test_存了照片没有办成别的_列表的列不动_重算没有差别(world: World) -> None:
    from_camera = type("File", (), {"name": "看到的.png", "chunks": lambda self, size=None: [picture()]})()
    part = world.recorded(TOWN).parts.get()
    keep_evidence(world.cast.jia, ground_of(part), from_camera, now=world.now)
    assert list(differences(now=world.now)) == []
