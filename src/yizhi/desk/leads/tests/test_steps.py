"""问一问的答复写明谁管哪一步：按边界卡，换成这个镇、这个部门的名字；没有边界卡就不写。"""
# ruff: noqa: N802

from datetime import date

import pytest
from tests.cast import Cast, at, build
from tests.doors import signed_in

from yizhi.desk.matters.actions import enter_boundary_card
from yizhi.rules.authority import STEPS, Charge

pytestmark = pytest.mark.django_db
ASKED = {"q": "倾倒建筑垃圾", "place": "510681109", "item": "cg-1", "on": "2026-06-01"}


@pytest.fixture
def cast() -> Cast:
    return build()


def answer(cast: Cast) -> str:
    page = signed_in(cast.jia).get("/ask/", ASKED)
    assert page.status_code == 200
    return page.content.decode()


def test_谁先去谁检测谁决定一眼看到(cast: Cast) -> None:
    assert "谁管哪一步" not in answer(cast)
    chosen = {"finds": "town", "checks_first": "team", "measures": "owner", "supervises": "owner"}
    charges = {step: Charge(chosen.get(step, "holder"), "边界方案（示意）") for step in STEPS}
    enter_boundary_card("cg-1", charges, starts=date(2026, 1, 1), by="bianban", now=at("2026-01-01"))
    page = answer(cast)
    assert "发现：<b>连山镇</b>" in page
    assert "检测鉴定、事后监管：<b>广汉市综合行政执法局</b>" in page
    assert "立案、作出决定、执行：<b>广汉市连山镇人民政府</b>" in page
