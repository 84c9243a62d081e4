"""规则 Found by words or article; one rule says what it means, what follows, where it works, what is open about it."""

import pytest
from django.test import Client
from tests.cast import Cast, build

from yizhi.desk.people.models import Account
from yizhi.desk.rulings.rule_pages import rules, value_words

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    cast: Cast = build()
    found = Client()
    found.force_login(Account.objects.get(username=cast.jia.account))
    return found


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        pytest.param("court-demand-10d", "10个工作日", id="工作日"),
        pytest.param("substitute-3d", "3个工作日（倒算）", id="倒算"),
        pytest.param("crime-transfer-24h", "24小时", id="小时"),
        pytest.param("late-fine-3pct", "3%/日", id="不是期限"),
        pytest.param("no-stay", "", id="没有数值"),
    ],
)
def test_values_are_said_in_words(rule: str, words: str) -> None:
    assert value_words(rules()[rule]) == words


def test_found_by_its_article(client: Client) -> None:
    page = client.get("/rules/", {"q": "行政强制法 第54条"}).content.decode()
    assert "催告书送达满十日才能申请法院执行" in page and "决定书七日内送达" not in page


def test_found_by_a_paragraph_of_its_article(client: Client) -> None:
    page = client.get("/rules/", {"q": "行政处罚法 第72条第1款"}).content.decode()
    assert "逾期每日加处百分之三" in page


def test_one_rule_says_what_follows_and_where_it_works(client: Client) -> None:
    page = client.get("/rules/pay-15d/").content.decode()
    assert "加处罚款" in page and "缴款期限" in page and "送达决定书" in page
    assert "现在按" in client.get("/rules/simple-threshold/").content.decode()
    assert client.get("/rules/no-such-rule/").status_code == 404


def test_every_rule_has_its_page(client: Client) -> None:
    assert {client.get(f"/rules/{rule.id}/").status_code for rule in rules()} == {200}
