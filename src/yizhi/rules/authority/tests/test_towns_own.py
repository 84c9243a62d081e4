"""乡村违建 What 城乡规划法 第65条 gives the town: a department may not act on it, and a subdistrict has no such power of its own."""

from datetime import date

import pytest

from yizhi.rules.authority.deciding import mode_findings
from yizhi.rules.authority.facts import Basis, Body, Item
from yizhi.rules.authority.power import Holding, towns_own
from yizhi.rules.authority.question import Question
from yizhi.rules.authority.world import Place

LAW, STARTS, ENDS = "中华人民共和国城乡规划法", date(2008, 1, 1), date(2030, 1, 1)
TOWN = Body("zhen", "town", "示意镇人民政府")
STREET = Body("jie", "town", "示意街道办事处")
OWNER = Body("ziran", "department", "示意县自然资源局")


def place(article: str = "第65条", town: Body = TOWN, law: str = LAW) -> Place:
    item = Item("i1", "无乡村建设规划许可建房", "other", "自然资源", OWNER.id, (Basis(law, article, STARTS, ENDS),))
    return Place(item, town, OWNER, (), False)


@pytest.mark.parametrize(
    ("where", "on", "own"),
    [
        pytest.param(place(), date(2026, 6, 1), True, id="镇，第65条"),
        pytest.param(place("第六十五条"), date(2026, 6, 1), True, id="条号写成汉字"),
        pytest.param(place(), date(2029, 12, 31), True, id="依据有效的末日"),
        pytest.param(place(), ENDS, False, id="依据失效首日"),
        pytest.param(place(town=STREET), date(2026, 6, 1), False, id="街道"),
        pytest.param(place("第64条"), date(2026, 6, 1), False, id="城镇违建是第64条"),
        pytest.param(place(law="中华人民共和国水法"), date(2026, 6, 1), False, id="别的法的第65条"),
    ],
)
def test_whether_the_law_gives_it_to_the_town(where: Place, on: date, own: bool):
    assert towns_own(where, on) is own


@pytest.mark.parametrize(
    ("holding", "found"),
    [
        pytest.param(Holding(OWNER, "posted"), ["village-build-town-own"], id="部门派驻行使"),
        pytest.param(Holding(TOWN, "statutory"), [], id="镇政府法定"),
    ],
)
def test_no_department_acts_on_it(holding: Holding, found: list[str]):
    question = Question("i1", "zhen", date(2026, 6, 1), "open_case")
    told = mode_findings(place(), holding, question)
    assert [finding.code for finding in told] == found
    assert all(finding.severity == "stop" and finding.cure for finding in told)
