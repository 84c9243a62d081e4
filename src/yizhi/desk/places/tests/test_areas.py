"""片区：一个镇同一天只在一个片区；改归属只从某一天起，以前的不动。"""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from yizhi.desk.places import actions, queries
from yizhi.desk.places.models import Membership
from yizhi.rules.refusal import Absent, BadInput, Refusal

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
START = date(2023, 6, 28)


@dataclass(frozen=True)
class Keeper:
    account: str = "bianban"
    role: str = "establishment"


BIANBAN = Keeper()


@pytest.fixture(autouse=True)
def county() -> None:
    actions.enter_county(by=BIANBAN, code="510681", name="广汉市")
    for code, name in (("510681101", "连山镇"), ("510681102", "小汉镇"), ("510681103", "向阳镇")):
        actions.enter_town(by=BIANBAN, code=code, name=name, kind="town")
    actions.enter_village(by=BIANBAN, code="510681101200", name="示例村民委员会")
    actions.enter_area(by=BIANBAN, code="A1", name="甲片区", centre_town="510681101", valid_from=START, now=NOW)
    actions.enter_area(by=BIANBAN, code="A2", name="乙片区", centre_town="510681102", valid_from=START, now=NOW)


def towns(on: date) -> dict[str, list[str]]:
    return {each.area.pk: [member.town.name for member in each.members] for each in queries.areas_on(on)}


def test_town_joins_an_area_from_a_day() -> None:
    actions.enter_membership(by=BIANBAN, area="A1", town="510681103", valid_from=date(2025, 1, 1), now=NOW)
    assert towns(date(2024, 12, 31)) == {"A1": ["连山镇"], "A2": ["小汉镇"]}
    assert towns(date(2025, 1, 1)) == {"A1": ["连山镇", "向阳镇"], "A2": ["小汉镇"]}
    assert [town.name for town in queries.loose_towns(date(2024, 12, 31))] == ["向阳镇"]
    assert queries.area_of("510681103", date(2025, 1, 1)).pk == "A1"
    assert queries.area_of("510681103", date(2024, 12, 31)) is None


@pytest.mark.parametrize(
    ("since", "until", "code"),
    [
        (date(2026, 1, 1), None, "town-in-other-area"),
        (date(2022, 1, 1), date(2023, 6, 29), "town-in-other-area"),
        (date(2022, 1, 1), date(2023, 6, 28), None),
        (date(2026, 1, 1), date(2026, 1, 1), "span-empty"),
    ],
    ids=["重叠到以后", "重叠一天", "恰好接上", "一天也没有"],
)
def test_one_area_at_a_time(since: date, until: date | None, code: str | None) -> None:
    def enter() -> Membership:
        return actions.enter_membership(
            by=BIANBAN, area="A2", town="510681101", valid_from=since, valid_to=until, now=NOW
        )

    if code is None:
        assert enter().pk
        return
    with pytest.raises(Refusal) as refused:
        enter()
    assert refused.value.first.code == code
    assert Membership.objects.filter(area="A2", town="510681101").count() == 0


def test_moving_a_town_keeps_what_was() -> None:
    on, later = date(2026, 12, 1), datetime(2026, 11, 25, tzinfo=UTC)
    actions.change_membership(by=BIANBAN, town="510681101", area="A2", on=on, now=later)
    assert queries.area_of("510681101", date(2026, 11, 30)).pk == "A1"
    assert queries.area_of("510681101", on).pk == "A2"
    known_before = Membership.objects.known(NOW).holding(on).get(town="510681101")
    assert known_before.area_id == "A1"
    assert known_before.superseded_at == later


def test_move_on_the_first_day_corrects_the_area() -> None:
    actions.change_membership(by=BIANBAN, town="510681101", area="A2", on=START, now=NOW)
    assert queries.area_of("510681101", START).pk == "A2"
    assert Membership.objects.known().filter(town="510681101").count() == 1


def test_leaving_every_area() -> None:
    assert actions.change_membership(by=BIANBAN, town="510681101", area="", on=date(2026, 12, 1), now=NOW) is None
    assert queries.area_of("510681101", date(2026, 12, 1)) is None


@pytest.mark.parametrize(
    ("area", "on", "code"),
    [("A1", date(2026, 1, 1), "membership-unchanged"), ("A2", date(2020, 1, 1), "membership-later-known")],
    ids=["没有变", "早于已有安排"],
)
def test_changes_that_are_refused(area: str, on: date, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        actions.change_membership(by=BIANBAN, town="510681101", area=area, on=on, now=NOW)
    assert refused.value.first.code == code
    assert refused.value.first.cure


def test_correction_that_meets_another_area_writes_nothing() -> None:
    row = actions.enter_membership(
        by=BIANBAN, area="A1", town="510681103", valid_from=START, valid_to=date(2024, 1, 1), now=NOW
    )
    actions.enter_membership(by=BIANBAN, area="A2", town="510681103", valid_from=date(2024, 1, 1), now=NOW)
    with pytest.raises(Refusal):
        actions.correct_membership(by=BIANBAN, fact=row.fact, valid_from=START, valid_to=None, now=NOW)
    assert Membership.objects.known().get(fact=row.fact).valid_to == date(2024, 1, 1)


@pytest.mark.parametrize(
    ("code", "refusal"),
    [
        ("51068110", "place-code"),
        ("51068110１", "place-code"),
        ("990000101", "county-missing"),
        ("510681101", "code-taken"),
    ],
    ids=["少一位", "全角", "没有这个县", "已登记"],
)
def test_town_codes(code: str, refusal: str) -> None:
    with pytest.raises(BadInput) as refused:
        actions.enter_town(by=BIANBAN, code=code, name="示例镇", kind="town")
    assert refused.value.first.code == refusal


def test_village_leads_to_its_town() -> None:
    assert queries.town_of("510681101200").name == "连山镇"
    assert [village.name for village in queries.villages("510681101")] == ["示例村民委员会"]
    with pytest.raises(Absent):
        queries.town_of("510681999200")


@pytest.mark.parametrize("role", ["officer", "captain", "approver", "reviewer", "liaison", "justice"])
def test_only_keepers_change_places(role: str) -> None:
    with pytest.raises(Absent):
        actions.change_membership(by=Keeper("luren", role), town="510681101", area="", on=date(2026, 12, 1), now=NOW)
    assert queries.area_of("510681101", date(2026, 12, 1)).pk == "A1"
