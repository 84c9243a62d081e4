"""主体资格 Confirmed or not, announced or not, known or not; and the power of another department with and without its decision."""

from datetime import date

import pytest

from yizhi.rules.authority.standing import (
    Registered,
    concentration_findings,
    subject_findings,
)

ON = date(2026, 6, 1)
BUREAU = Registered("示意县综合行政执法局", domain="城市管理", department=True)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(Registered("甲"), [], id="登记以前就有的机关"),
        pytest.param(Registered("甲", known=True), ["subject-not-confirmed"], id="登记了没有确认"),
        pytest.param(Registered("甲", known=True, confirmed=True), ["subject-not-announced"], id="确认了没有公示"),
        pytest.param(Registered("甲", known=True, confirmed=True, announced=True), [], id="确认并公示"),
    ],
)
def test_who_is_confirmed(body: Registered, found: list[str]):
    told = subject_findings(body, "jia", ON)
    assert [finding.code for finding in told] == found
    assert all(finding.cure and finding.article and "甲" in finding.sentence for finding in told)


@pytest.mark.parametrize(
    ("body", "domain", "found"),
    [
        pytest.param(BUREAU, "城市管理", [], id="自己的领域"),
        pytest.param(BUREAU, "水利", ["concentration-undecided"], id="别的部门的领域，没有决定"),
        pytest.param(
            Registered("示意县综合行政执法局", domain="城市管理", department=True, concentrated=frozenset(["水利"])),
            "水利",
            [],
            id="有决定",
        ),
        pytest.param(Registered("示意镇人民政府", domain=""), "水利", [], id="镇政府按赋权"),
        pytest.param(Registered("示意县水利局", domain="", department=True), "农业", [], id="部门没有写领域"),
    ],
)
def test_whose_power_a_bureau_uses(body: Registered, domain: str, found: list[str]):
    told = concentration_findings(body, "cg", domain)
    assert [(finding.code, finding.severity) for finding in told] == [(code, "ask") for code in found]
