"""维护页面：登记人员、证件、派驻；不能登记的说清为什么，填的不丢。"""

from collections.abc import Callable

import pytest
from django.test import Client

from yizhi.desk.people.models import Certificate, Officer, Posting, Recusal, Service

Sign = Callable[..., Client]


@pytest.fixture
def sifa(signed_in: Sign) -> Client:
    return signed_in("sifa", "justice", "slj")


def test_person_from_entry_to_posting(sifa: Client) -> None:
    sifa.post("/officers/new/", {"name": "赵喆例", "body": "slj", "valid_from": "2024-01-01"})
    here = f"/officers/{Officer.objects.get(name='赵喆例').pk}/"
    sifa.post(f"{here}certificates/new/", {"number": "演示1", "domains": ["水利"], "valid_from": "2024-01-01"})
    posting = {"area": "A101", "acts_for": ["slj", "b101"], "letter": "函", "valid_from": "2024-01-01"}
    assert sifa.post(f"{here}postings/new/", posting).headers["Location"] == here
    page = sifa.get(here).content.decode()
    assert "今天算 1 人" in page
    assert "在连山镇片区还能以连山镇名义执法。" in page


def test_refused_posting_keeps_what_was_typed(sifa: Client, officer: Callable[..., Officer]) -> None:
    here = f"/officers/{officer('甲例').pk}/"
    form = {"area": "A101", "acts_for": ["slj"], "letter": "函〔2026〕9号", "valid_from": "2026-01-01"}
    answer = sifa.post(f"{here}postings/new/", form)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "这等于没有条件的委托" in page
    assert 'value="函〔2026〕9号"' in page
    assert not Posting.objects.exists()


def test_suspending_correcting_and_ending(sifa: Client, officer: Callable[..., Officer]) -> None:
    jia = officer("甲例")
    fact = Certificate.objects.get(officer=jia).fact
    assert sifa.post(f"/certificates/{fact}/", {"status": "suspended", "valid_from": "2026-01-01"}).status_code == 302
    assert "执法证已暂扣" in sifa.get(f"/officers/{jia.pk}/").content.decode()
    assert 'value="演示甲例"' in sifa.get(f"/certificates/{fact}/correct/").content.decode()
    sifa.post(f"/certificates/{fact}/correct/", {"number": "演示甲例二", "valid_to": "2030-01-01"})
    assert Certificate.objects.known().get(fact=fact).number == "演示甲例二"
    service = Service.objects.get(officer=jia).fact
    sifa.post(f"/officers/{jia.pk}/end/", {"which": f"service:{service}", "valid_to": "2026-01-01"})
    assert "这一天没有执法资格所属机关" in sifa.get(f"/officers/{jia.pk}/").content.decode()
    sifa.post(f"/officers/{jia.pk}/correct/", {"name": "甲例改", "phone": ""})
    assert Officer.objects.get(pk=jia.pk).name == "甲例改"


def test_recusal_is_entered_by_the_approver_too(signed_in: Sign, officer: Callable[..., Officer]) -> None:
    jia = officer("甲例")
    fuzeren = signed_in("fuzeren", "approver")
    form = {"party": "d1", "valid_from": "2026-01-01"}
    assert fuzeren.post(f"/officers/{jia.pk}/recusals/new/", form).status_code == 302
    assert Recusal.objects.get().recorded_by == "fuzeren"


@pytest.mark.parametrize("role", ["officer", "approver", "reviewer", "liaison", "administrator"])
def test_others_do_not_find_the_forms(signed_in: Sign, officer: Callable[..., Officer], role: str) -> None:
    jia = officer("甲例")
    fact = Certificate.objects.get(officer=jia).fact
    browser = signed_in("某人", role, officer=jia if role == "officer" else None)
    for path in (
        "/officers/new/",
        f"/officers/{jia.pk}/end/",
        f"/officers/{jia.pk}/postings/new/",
        f"/certificates/{fact}/",
    ):
        assert browser.get(path).status_code == 404
        assert browser.post(path, {}).status_code == 404
