"""问执法主体：从数据库里的事实回答；收回当秒生效；旧时知道的，旧答复还在。"""
# ruff: noqa: N802

from datetime import date, datetime, timedelta

import pytest

from yizhi.desk.bodies.models import Body, SubjectStanding
from yizhi.desk.matters.models import Allocation
from yizhi.desk.matters.queries import ask
from yizhi.desk.matters.tests import county
from yizhi.desk.people.models import Service
from yizhi.desk.places.models import Town
from yizhi.rules.refusal import BadInput

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def facts(db):
    county.build()


def question(**fields):
    return {
        "item": "cg-1",
        "town": "510681101",
        "on": "2026-11-24",
        "action": "penalty_decision",
        "officers": ["jia", "yi"],
    } | fields


def correct(row, at, **fields):
    Allocation.objects.filter(pk=row.pk).update(superseded_at=at)
    row.pk, row.recorded_at = None, at
    for name, value in fields.items():
        setattr(row, name, value)
    row.save(force_insert=True)


def test_已赋权的事项由镇作出决定():
    answer = ask(question())
    assert (answer.allowed, answer.deciding_body, answer.mode) == (True, "town-510681101", "conferral")
    assert answer.review_body == "gov"
    assert answer.officers_counted == ("jia", "yi")


def test_写镇的代码或者镇政府的代码都可以():
    assert ask(question(town="town-510681101")).deciding_body == ask(question()).deciding_body


def test_没有赋权的镇由部门自己办():
    answer = ask(question(town="510681102"))
    assert (answer.deciding_body, answer.mode) == ("dept-cg", "posted")
    assert "officers-too-few" in answer.codes


def test_派驻函写明的名义算人():
    assert ask(question(officers=["jia", "bing"])).officers_counted == ("jia", "bing")


def test_收回当秒生效而旧时知道的旧答复还在():
    before = ask(question())
    at = county.NOW
    correct(Allocation.objects.get(fact="a-1"), at, valid_to=date(2026, 11, 24), on_recall="transfer")
    after = ask(question())
    assert (after.deciding_body, after.mode) == ("dept-cg", "posted")
    old = ask(question(), known_at=(at - timedelta(minutes=1)).replace(tzinfo=None))
    assert (old.deciding_body, old.mode) == (before.deciding_body, before.mode)


def test_每次更正都看得到哪怕录入时间相同():
    for until in (date(2026, 12, 1), None, date(2026, 11, 1)):
        correct(Allocation.objects.get(fact="a-1", superseded_at=None), county.NOW, valid_to=until)
        expected = "town-510681101" if until is None or until > date(2026, 11, 24) else "dept-cg"
        assert ask(question()).deciding_body == expected


def test_换了单位的人按当天的单位算():
    Service.objects.filter(fact="s-yi").update(valid_to=date(2025, 1, 1))
    county.fact(
        Service, "s-yi-2", officer_id="yi", body_id="dept-cg", employer_id="dept-cg", valid_from=date(2025, 1, 1)
    )
    assert ask(question(on="2024-12-31")).officers_counted == ("jia", "yi")
    assert ask(question(on="2025-01-01")).officers_counted == ("jia",)


def test_机关改名改复议机关当次就变():
    from_then = ask(question()).review_body
    body = county.Body.objects.get(code="town-510681101")
    body.parent = None
    body.save()
    assert (from_then, ask(question()).review_body) == ("gov", None)


def test_不认识的镇说得清楚():
    with pytest.raises(BadInput) as refused:
        ask(question(town="999"))
    assert refused.value.first.code == "unknown-town"


def test_没有机关的镇不拖累别的镇():
    Town.objects.create(code="510681103", county_id="510681", name="丙镇", kind="town")
    county.fact(county.Membership, "m-3", area_id="area-1", town_id="510681103")
    assert ask(question()).allowed


def test_一次提问只用一次查询(django_assert_num_queries):
    ask(question())
    with django_assert_num_queries(1):
        ask(question(known_at=None))


def test_当时还不知道的事不算():
    with pytest.raises(BadInput):
        ask(question(), known_at=datetime.fromisoformat("2020-01-01T00:00:00"))


def test_没有确认主体资格的机关不能以它的名义办():
    now = datetime.fromisoformat("2026-11-24T09:00+08:00")
    row = SubjectStanding(fact="town-510681101", body_id="town-510681101", valid_from=date(2026, 1, 1), recorded_at=now)
    row.save()
    refused = ask(question())
    assert (refused.allowed, "subject-not-confirmed" in refused.codes) == (False, True)
    SubjectStanding.objects.update(document="示意文件", announced_on=date(2026, 1, 1))
    assert ask(question()).allowed
    SubjectStanding.objects.update(announced_on=None)
    noted = ask(question())
    assert (noted.allowed, "subject-not-announced" in noted.codes) == (True, True)


def test_部门行使别的领域的处罚权要有决定():
    Body.objects.filter(pk="dept-cg").update(domain="水利")
    asked = ask(question(town="510681102"))
    assert [reason.severity for reason in asked.reasons if reason.code == "concentration-undecided"] == ["ask"]
