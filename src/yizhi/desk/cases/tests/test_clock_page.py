"""期限 By day, within sight: what has passed first; what is missed is said with the article."""

from datetime import date, timedelta

import pytest
from django.test import Client
from tests.cast import Cast, build

from yizhi.desk.cases.clock_page import clock_context, due_until
from yizhi.desk.cases.models import Case
from yizhi.desk.cases.tests.test_ordinary_case import NOW, REST, WAY, go, lead_of
from yizhi.desk.people.models import Account

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return build()


def test_every_running_limit_of_a_case_is_there(cast: Cast) -> None:
    dossier = lead_of(cast)
    go(cast, dossier, (*WAY, *REST[:2]))
    found = [(one.name, one.rule, one.act) for one in due_until(cast.jia, date(2027, 6, 1)) if one.dossier == dossier]
    assert ("缴款期限", "pay-15d", "record_payment") in found and (
        "公示期限",
        "publish-7d",
        "review_disclosure",
    ) in found
    assert len(found) == len(Case.objects.get(dossier=dossier).running) > 1


def test_past_ones_come_first_and_say_what_follows(cast: Cast) -> None:
    dossier = lead_of(cast)
    go(cast, dossier, (*WAY, *REST[:2]))
    page = clock_context(cast.jia, {"days": "30"}, now=NOW)
    assert [(line["name"], line["left"][:2], line["state"]) for line in page["past"]] == [("公示期限", "超期", "stop")]
    assert all(line["missed"] and line["article"] for line in page["past"])
    assert page["past"][0]["who"] == "甲例、乙例"


def test_the_partys_time_that_has_run_out_is_nobodys_delay_here(cast: Cast) -> None:
    dossier = lead_of(cast)
    go(cast, dossier, (*WAY, *REST[:2]))
    page = clock_context(cast.jia, {"days": "30"}, now=NOW)
    assert [(line["name"], line["left"][:2], line["state"]) for line in page["over"]] == [("缴款期限", "期满", "soon")]


def test_a_lead_not_yet_assessed_is_there_too(cast: Cast) -> None:
    lead_of(cast)
    found = due_until(cast.jia, NOW.date() + timedelta(days=30))
    assert [(one.href[:7], one.name) for one in found] == [("/leads/", "核查期限")]


def test_a_lead_assessed_and_not_decided_upon_is_told_on_all_three_pages(cast: Cast) -> None:
    dossier = lead_of(cast)
    assert clock_context(cast.jia, {}, now=NOW)["waiting"] == []
    go(cast, dossier, WAY[:1])
    (line,) = clock_context(cast.jia, {}, now=NOW)["waiting"]
    assert "还没有决定是否立案" in line.sentence and line.article.endswith("第54条第2款")
    client = Client()
    client.force_login(Account.objects.get(username=cast.jia.account))
    for page in (f"/leads/{dossier}/", "/?show=others", "/limits/"):
        assert "还没有决定是否立案" in client.get(page).content.decode(), page
    go(cast, dossier, WAY[1:2])
    assert clock_context(cast.jia, {}, now=NOW)["waiting"] == []


def test_nobody_elses(cast: Cast) -> None:
    dossier = lead_of(cast)
    go(cast, dossier, WAY[:2])
    client = Client()
    client.force_login(Account.objects.get(username=cast.wu.account))
    assert dossier not in client.get("/limits/").content.decode()
    assert due_until(cast.wu, date(2027, 6, 1)) == []


def test_nothing_runs_in_an_archived_case(cast: Cast) -> None:
    dossier = lead_of(cast)
    go(cast, dossier, (*WAY, *REST))
    assert Case.objects.get(dossier=dossier).running == []
