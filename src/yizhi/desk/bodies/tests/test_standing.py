"""主体资格：司法行政部门确认、公示；新机关确认以前不能执法，以前就有的照旧；集中处罚权只认国务院、省级政府的决定。"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest

from yizhi.desk.bodies import actions, queries, standing
from yizhi.desk.bodies.models import Body, SubjectStanding
from yizhi.desk.places.models import County
from yizhi.rules.refusal import Absent, Refusal

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
TODAY, FROM = date(2026, 11, 24), date(2026, 12, 1)


@dataclass(frozen=True)
class Keeper:
    account: str
    role: str


ADMIN, JUSTICE = Keeper("admin", "administrator"), Keeper("sifa", "justice")


@pytest.fixture(autouse=True)
def bureau() -> None:
    place = County.objects.create(code="510681", name="广汉市")
    Body.objects.create(
        code="old", county=place, kind="department", name="广汉市水利局", short_name="水利局", domain="水利"
    )
    actions.enter_body(
        by=ADMIN,
        code="new",
        county="510681",
        kind="department",
        name="广汉市示例局",
        short_name="示例局",
        domain="农业",
        now=NOW,
    )


def confirm(**more: Any) -> SubjectStanding:
    return standing.confirm_subject(
        **{"by": JUSTICE, "body": "new", "document": "示意司〔2026〕1号", "valid_from": FROM, "now": NOW} | more
    )


def test_a_new_body_waits_and_one_from_before_does_not() -> None:
    assert not queries.read_register().of("old", TODAY).known
    found = queries.read_register().of("new", TODAY)
    assert (found.known, found.confirmed) == (True, False)


@pytest.mark.parametrize(
    ("on", "confirmed", "announced"),
    [
        pytest.param(date(2026, 11, 30), False, False, id="确认前一日"),
        pytest.param(date(2026, 12, 1), True, False, id="确认当日"),
        pytest.param(date(2026, 12, 2), True, True, id="公示当日"),
        pytest.param(date(2027, 1, 1), False, True, id="止日"),
    ],
)
def test_confirmed_and_announced_from_a_day(on: date, confirmed: bool, announced: bool) -> None:
    confirm(announced_on=date(2026, 12, 2), announced_where="示意网站", valid_to=date(2027, 1, 1))
    found = queries.read_register().of("new", on)
    assert (found.confirmed, found.announced) == (confirmed, announced)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        pytest.param({"document": " "}, "standing-without-document", id="没有文件"),
        pytest.param(
            {"announced_on": date(2026, 11, 30), "announced_where": "网站"}, "announced-before-confirmed", id="先公示"
        ),
        pytest.param({"announced_on": FROM}, "announced-nowhere", id="没有写在哪里公示"),
        pytest.param({"valid_to": FROM}, "span-empty", id="止日不在起日之后"),
    ],
)
def test_what_is_no_confirmation(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        confirm(**changes)
    assert refused.value.first.code == code
    assert not queries.read_register().of("new", FROM).confirmed


def test_nobody_but_the_justice_office_confirms() -> None:
    with pytest.raises(Absent):
        confirm(by=ADMIN)


def decide(**more: Any) -> None:
    standing.record_concentration(
        **{
            "by": JUSTICE,
            "body": "new",
            "domains": ["水利"],
            "decided_by": "province",
            "instrument": "示意省决定〔2026〕1号",
            "valid_from": FROM,
            "now": NOW,
        }
        | more
    )


def test_concentrated_from_the_day_of_the_decision() -> None:
    decide(domains=["水利", "农业"])
    assert queries.read_register().of("new", date(2026, 11, 30)).concentrated == frozenset()
    assert queries.read_register().of("new", FROM).concentrated == {"水利"}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        pytest.param({"decided_by": "county"}, "concentration-not-decided-above", id="县政府决定"),
        pytest.param({"domains": ["农业"]}, "concentration-incomplete", id="只写了自己的领域"),
        pytest.param({"instrument": ""}, "concentration-incomplete", id="没有文号"),
    ],
)
def test_what_is_no_concentration(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        decide(**changes)
    assert refused.value.first.code == code and refused.value.first.cure
