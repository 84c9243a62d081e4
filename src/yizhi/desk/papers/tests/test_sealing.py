"""没有在用的印章，带章的文书签发不了，一件也不留；不带章的照样签发。启用那天起可以，停用那天起不行。"""
# ruff: noqa: N802

from datetime import date

import pytest
from tests import cast, story
from tests.cast import at, fresh

from yizhi.desk.bodies.models import Seal
from yizhi.desk.cases.actions import perform
from yizhi.desk.papers.kinds import paper_kind
from yizhi.desk.papers.models import Paper, Series
from yizhi.desk.papers.sealing import refuse_without_seal
from yizhi.desk.papers.telling import Told
from yizhi.desk.record.models import Entry
from yizhi.rules.refusal import Refusal

pytestmark = pytest.mark.django_db
BODY, DAY = "town-lianshan", date(2026, 6, 5)
SEALED = [paper_kind("correction-order")]
DAYS = [
    ("启用前一天", date(2026, 6, 6), None, False),
    ("启用当天", date(2026, 6, 5), None, True),
    ("停用前一天", date(2026, 1, 1), date(2026, 6, 6), True),
    ("停用当天", date(2026, 1, 1), date(2026, 6, 5), False),
]


@pytest.fixture(autouse=True)
def world(db, settings, tmp_path):
    settings.EVIDENCE_ROOT = tmp_path / "evidence"
    return cast.build()


@pytest.mark.parametrize(("since", "until", "allowed"), [row[1:] for row in DAYS], ids=[row[0] for row in DAYS])
def test_看当天有没有在用的印章(since, until, allowed):
    Seal.objects.filter(body=BODY).update(valid_from=since, valid_to=until)
    if allowed:
        refuse_without_seal(SEALED, BODY, DAY, "general")
        return
    with pytest.raises(Refusal) as refused:
        refuse_without_seal(SEALED, BODY, DAY, "general")
    reason = refused.value.first
    assert reason.code == "seal-missing" and "登记印章" in reason.cure and "2026年6月5日" in reason.sentence


def test_不带章的不用印章_别的机关有印章也不行():
    Seal.objects.filter(body=BODY).delete()
    refuse_without_seal([paper_kind("lead-registration")], BODY, DAY, "general")
    assert Seal.objects.exists()
    with pytest.raises(Refusal):
        refuse_without_seal(SEALED, BODY, DAY, "general")


def test_责令改正没有印章办不了_文号也不走(world):
    dossier = story.case(world)
    Seal.objects.filter(body=BODY).delete()
    before = (Paper.objects.count(), Entry.objects.count(), list(Series.objects.values_list("word", "last")))
    facts = {"demand": "三日内清走", "correct_by": "2026-06-10"}
    told = Told(id=fresh(), kind="order_correction", done_at=at("2026-06-05"), facts=facts, officers=("o-jia", "o-yi"))
    with pytest.raises(Refusal) as refused:
        perform(world.jia, dossier, told, now=at("2026-06-05 18:00"))
    assert "seal-missing" in {reason.code for reason in refused.value.reasons}, refused.value.reasons
    assert before == (Paper.objects.count(), Entry.objects.count(), list(Series.objects.values_list("word", "last")))
