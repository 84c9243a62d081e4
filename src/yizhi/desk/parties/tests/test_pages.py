"""当事人页面：找得到、登记得了、填错了不丢字，不是自己的当作没有。"""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from yizhi.desk.parties.models import Party
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Account

FIRM, PERSON = "91510681MA0000000M", "510681199001010019"
Acting = Callable[..., Identity]


@pytest.fixture
def signed_in(acting: Acting, client: Client) -> Callable[..., Client]:
    def sign(name: str, *told: str) -> Client:
        acting(name, *told)
        browser = Client()
        browser.force_login(Account.objects.get(username=name))
        return browser

    return sign


def test_registering_leads_to_the_party_and_lists_it_masked(signed_in: Callable[..., Client]) -> None:
    jia = signed_in("甲")
    form = {"kind": "individual", "name": "吕例", "citizen_id": PERSON, "town": "510681101"}
    answer = jia.post("/parties/new/", form)
    party = Party.objects.get()
    assert answer.headers["Location"] == f"/parties/{party.pk}/"
    for path in ("/parties/", "/parties/?q=吕例", f"/parties/{party.pk}/"):
        page = jia.get(path).content.decode()
        assert "5106**********0019" in page
        assert PERSON not in page


def test_mistakes_are_explained_and_nothing_typed_is_lost(signed_in: Callable[..., Client]) -> None:
    jia = signed_in("甲")
    answer = jia.post(
        "/parties/new/", {"kind": "enterprise", "name": "赵喆演示店", "credit_code": "123", "town": "510681101"}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "统一社会信用代码是 18 位，这里是 3 位。照营业执照或者登记证抄写。" in page
    assert 'value="赵喆演示店"' in page
    assert jia.post("/parties/new/", {}).status_code == 422


def test_asked_again_only_when_alike(signed_in: Callable[..., Client]) -> None:
    jia = signed_in("甲")
    form = {"kind": "enterprise", "name": "演示店", "address": "示例路1号", "town": "510681101"}
    assert "确实要这样登记" not in jia.get("/parties/new/").content.decode()
    jia.post("/parties/new/", form)
    answer = jia.post("/parties/new/", form)
    assert answer.status_code == 409
    assert "可能已经登记过" in answer.content.decode()
    assert "确实要这样登记" in answer.content.decode()
    assert jia.post("/parties/new/", {**form, "asked": "1"}).status_code == 409
    assert jia.post("/parties/new/", {**form, "asked": "1", "confirmed": "yes"}).status_code == 302
    assert Party.objects.count() == 2


def test_page_that_asked_gets_the_party_and_no_stranger_does(signed_in: Callable[..., Client]) -> None:
    jia = signed_in("甲")
    form = {"kind": "enterprise", "name": "演示店", "town": "510681101"}
    answer = jia.post("/parties/new/?next=/leads/1/settle/", form)
    assert answer.headers["Location"] == f"/leads/1/settle/?party={Party.objects.get().pk}"
    for elsewhere in ("//evil.example/", "https://evil.example/", "javascript:alert(1)"):
        answer = jia.post("/parties/new/", {**form, "name": f"演示{elsewhere[:3]}", "next": elsewhere})
        assert answer.headers["Location"].startswith("/parties/")


def test_correcting_on_the_page(signed_in: Callable[..., Client]) -> None:
    jia = signed_in("甲")
    jia.post("/parties/new/", {"kind": "enterprise", "name": "演示店", "credit_code": FIRM, "town": "510681101"})
    code = Party.objects.get().pk
    page = jia.get(f"/parties/{code}/correct/").content.decode()
    assert 'name="name"' in page
    assert 'name="credit_code"' not in page
    form = {"kind": "enterprise", "name": "演示新店", "reason": "营业执照变更"}
    assert jia.post(f"/parties/{code}/correct/", form).status_code == 302
    assert "演示店 → 演示新店" in jia.get(f"/parties/{code}/").content.decode()
    assert Party.objects.get().credit_code == FIRM


def words(page: str, code: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page).replace(code, "")


def test_luren_finds_nothing(signed_in: Callable[..., Client]) -> None:
    jia, luren = signed_in("甲"), signed_in("路人", "officer", "b102")
    jia.post("/parties/new/", {"kind": "enterprise", "name": "演示店", "town": "510681101"})
    code = Party.objects.get().pk
    assert "没有找到" in luren.get("/parties/?q=演示").content.decode()
    unseen, missing = luren.get(f"/parties/{code}/"), luren.get("/parties/dnone/")
    assert unseen.status_code == missing.status_code == 404
    assert words(unseen.content.decode(), code) == words(missing.content.decode(), "dnone")
    assert luren.get(f"/parties/{code}/correct/").status_code == 404


def test_emoji_and_long_queries_are_answered(signed_in: Callable[..., Client]) -> None:
    jia = signed_in("甲")
    for q in ("😀", "字" * 5000, "%00", "䶮"):
        assert jia.get("/parties/", {"q": q}).status_code == 200
