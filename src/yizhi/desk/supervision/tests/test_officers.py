"""对执法人员的处理从写明的那天起作数：前一天还能派，当天起不能，恢复那天又能。"""
# ruff: noqa: N802

from datetime import timedelta

import pytest
from tests.cast import at

from yizhi.desk.matters.queries import ask
from yizhi.desk.people.models import Certificate
from yizhi.desk.people.queries import officer
from yizhi.desk.supervision.tests import people
from yizhi.desk.supervision.tests.people import checked, do, refused

pytestmark = pytest.mark.django_db
ADVICE = {"advised_officer": ["o-jia"], "advice_kind": "off_post", "advice_reason": "三十日没有核查。"}
HANDLED = {"handled_officer": ["o-jia"], "handling_body": "广汉市司法局", "handling_letter": "广司函〔2026〕9号"}


@pytest.fixture
def world(db):
    return people.build()


@pytest.fixture
def advised(world):
    dossier = checked(world)
    do(world.justice, dossier, "advise_on_officer", "2026-06-11", **ADVICE)
    return world, dossier


def handle(world, dossier, day="2026-06-12", **facts):
    return do(world.justice, dossier, "record_handling", day, **{**HANDLED, **facts})


def codes(day):
    """派甲乙两人立案，那一天有哪些理由挡着。"""
    asked = {"item": "cg-1", "town": "510681109", "on": day, "action": "open_case", "officers": ["o-jia", "o-yi"]}
    return {reason.code for reason in ask(asked).explained}


@pytest.mark.parametrize(
    ("outcome", "until", "day", "counts"),
    [
        pytest.param("suspend", "", "2026-06-14", True, id="暂扣前一天"),
        pytest.param("suspend", "", "2026-06-15", False, id="暂扣当天"),
        pytest.param("suspend", "2026-07-15", "2026-07-14", False, id="暂扣最后一天"),
        pytest.param("suspend", "2026-07-15", "2026-07-15", True, id="恢复当天"),
        pytest.param("off_post", "2026-07-15", "2026-06-15", False, id="离岗教育当天"),
        pytest.param("off_post", "2026-07-15", "2026-07-15", True, id="离岗教育期满"),
        pytest.param("revoke", "", "2026-06-14", True, id="吊销前一天"),
        pytest.param("revoke", "", "2026-06-15", False, id="吊销当天"),
        pytest.param("disqualify", "", "2026-06-15", False, id="取消资格当天"),
        pytest.param("transfer_post", "", "2026-06-15", False, id="调离岗位当天"),
        pytest.param("transfer_post", "", "2028-06-15", False, id="调离岗位两年以后"),
        pytest.param("criticise", "", "2026-06-15", True, id="批评教育"),
    ],
)
def test_从那天起不能派_写明为什么(advised, outcome, until, day, counts):
    world, dossier = advised
    told = {"handling_outcome": outcome, "handling_from": "2026-06-15"}
    handle(world, dossier, **told, **({"handling_until": until} if until else {}))
    assert ("certificate-suspended" in codes(day) or "certificate-revoked" in codes(day)) is not counts
    found = officer("o-jia", at(day).date())
    assert found.counts is counts
    assert counts or "暂扣" in found.why or "吊销" in found.why


def test_处理不倒回去_不处理没有建议过的人(advised):
    world, dossier = advised
    told = {"handling_outcome": "suspend", "handling_from": "2026-06-11"}
    assert refused(handle, world, dossier, **told) == {"handling-backdated"}
    told = {**told, "handling_from": "2026-06-12"}
    assert refused(handle, world, dossier, **told, handled_officer=["o-yi"]) == {"officer-not-advised"}
    assert refused(handle, world, dossier, **told, handled_officer=["o-wu"]) == {
        "officer-not-advised",
        "officer-of-other-body",
    }
    assert refused(handle, world, dossier, **told, handling_until="2026-06-12") == {"handling-span-empty"}
    assert Certificate.objects.known().get(officer="o-jia").status_periods[-1]["status"] == "valid"
    handle(world, dossier, **told)


def test_先建议再处理_监督人员自己不能处理(world):
    dossier = checked(world)
    told = {**HANDLED, "handling_outcome": "suspend", "handling_from": "2026-06-15"}
    assert "act-missing" in refused(do, world.justice, dossier, "record_handling", "2026-06-12", **told)
    do(world.justice, dossier, "advise_on_officer", "2026-06-12", **ADVICE)
    assert refused(do, world.first, dossier, "record_handling", "2026-06-12", **told) == {"role-not-allowed"}


def test_以前的日子不变_证件的历史都在(advised):
    world, dossier = advised
    before = officer("o-jia", at("2026-06-14").date())
    handle(world, dossier, handling_outcome="revoke", handling_from="2026-06-15")
    rows = Certificate.objects.filter(officer="o-jia").order_by("recorded_at", "pk")
    assert (rows.count(), rows.first().superseded_at is None) == (2, False)
    assert officer("o-jia", at("2026-06-15").date() - timedelta(days=1)).counts is before.counts is True
