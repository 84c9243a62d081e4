"""演示县的事实 What the demo county consists of, and that nothing in it claims more than its sources say."""

import csv
import random
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from yizhi.demo.roster import officers, seats
from yizhi.demo.tables import PASSWORD, rows
from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.models import Allocation, Item
from yizhi.desk.matters.queries import ask
from yizhi.desk.papers.chinese_numbers import article_in_chinese
from yizhi.desk.people.identity import identities
from yizhi.desk.people.models import Account, Certificate, Posting
from yizhi.desk.places.models import Area, Membership, Town, Village

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
LIANSHAN, GAOPING, XIAOHAN, JINLUN, JINYU, SANSHUI, NANFENG = (
    "510681102", "510681103", "510681106", "510681107", "510681114", "510681101", "510681116",
)  # fmt: skip
SHARED = Path(__file__).resolve().parents[4] / ".." / "shared"
ARTICLE = re.compile(r"第\d+条(第\d+款)?(第\d+项)?")


def asked(item: str, town: str, officers: list[str], action: str = "open_case", **more: str) -> object:
    return ask({"item": item, "town": town, "on": TODAY.isoformat(), "action": action, "officers": officers, **more})


@pytest.mark.usefixtures("county")
class TestCounts:
    def test_places(self) -> None:
        assert (Town.objects.count(), Village.objects.count(), Area.objects.count(), Membership.objects.count()) == (
            12,
            123,
            4,
            12,
        )

    def test_areas_are_marked_illustrative(self) -> None:
        assert Area.objects.filter(illustrative=True).count() == 4

    def test_bodies(self) -> None:
        assert Counter(Body.objects.values_list("kind", flat=True)) == {"town": 12, "department": 9, "government": 1}

    def test_every_body_has_its_own_prefix_and_test_seal(self) -> None:
        assert len(set(Body.objects.values_list("paper_prefix", flat=True))) == Body.objects.count()
        assert all("测试" in seal.name for body in Body.objects.all() for seal in body.seals.all())

    def test_every_deciding_body_is_reviewed_by_the_county_government(self) -> None:
        assert set(Body.objects.exclude(kind="government").values_list("parent__name", flat=True)) == {"广汉市人民政府"}

    def test_items(self) -> None:
        assert Item.objects.filter(source_number__gt=0).count() == 144
        assert Item.objects.filter(source_number=None).count() == 20

    def test_two_are_posted_for_every_department_and_area(self) -> None:
        posted = Counter(Posting.objects.holding(TODAY).values_list("officer__services__body", "area"))
        assert len(posted) == 32
        assert min(posted.values()) >= 2

    def test_about_sixty_items_are_conferred(self) -> None:
        assert 55 <= Allocation.objects.filter(mode="conferral").values("item").distinct().count() <= 70


@pytest.mark.usefixtures("county")
class TestAccounts:
    NAMED = (
        "duiyuan",
        "paizhu",
        "duizhang",
        "fuzeren",
        "fazhi",
        "sifa",
        "bianban",
        "lianluo",
        "zhengfu",
        "admin",
        "luren",
        "jiandu",
        "jiandu2",
        "suo",
    )

    @pytest.mark.parametrize("username", NAMED)
    def test_signs_in_with_the_demo_password(self, username: str) -> None:
        account = Account.objects.get(username=username)
        assert account.demo
        assert account.check_password(PASSWORD)

    def test_nobody_else_can_sign_in(self) -> None:
        others = Account.objects.exclude(username__in=self.NAMED)
        assert others
        assert not any(account.has_usable_password() for account in others)

    def test_every_account_is_marked_demo(self) -> None:
        assert not Account.objects.filter(demo=False).exists()

    def test_the_posted_officer_acts_for_the_department_or_for_the_town(self) -> None:
        held = identities(Account.objects.get(username="paizhu"), on=TODAY)
        assert [identity.body for identity in held] == ["enforcement", "lianshan"]

    def test_the_stranger_sees_nothing_of_lianshan(self) -> None:
        held = identities(Account.objects.get(username="luren"), on=TODAY)
        assert held
        assert not any(identity.sight.sees("lianshan", LIANSHAN) for identity in held)


@pytest.mark.usefixtures("county")
class TestWhoseItIs:
    PAIR = ["zhou-yanan", "zhong-ni"]

    @pytest.mark.parametrize(
        ("item", "town", "body", "mode"),
        [
            pytest.param("GH-145", LIANSHAN, "lianshan", "conferral", id="连山镇_倒建筑垃圾_赋权"),
            pytest.param("GH-145", GAOPING, "enforcement", "posted", id="高坪镇_同一行为_没有赋权"),
            pytest.param("GH-146", LIANSHAN, "water", "posted", id="河道倾倒_水利部门"),
            pytest.param("GH-149", LIANSHAN, "lianshan", "statutory", id="乱堆垃圾_法定"),
            pytest.param("GH-053", SANSHUI, "enforcement", "posted", id="收回以后"),
            pytest.param("GH-056", JINLUN, "enforcement", "posted", id="没有公布"),
            pytest.param("GH-052", NANFENG, "enforcement", "posted", id="没有省级决定"),
            pytest.param("GH-138", LIANSHAN, "market", "posted", id="过渡期仍由部门"),
        ],
    )
    def test_holder(self, item: str, town: str, body: str, mode: str) -> None:
        answer = asked(item, town, self.PAIR)
        assert (answer.deciding_body, answer.mode) == (body, mode)

    def test_the_two_of_lianshan_may_go_today(self) -> None:
        assert asked("GH-145", LIANSHAN, self.PAIR).allowed

    def test_the_river_needs_another_officer_of_the_water_department(self) -> None:
        answer = asked("GH-146", LIANSHAN, ["luo-fan", "qin-yang"])
        assert {reason.code for reason in answer.reasons} >= {"certificate-expired", "officers-too-few"}

    def test_an_entrusted_town_acts_in_the_name_of_the_department(self) -> None:
        answer = asked("GH-133", SANSHUI, ["sanshui-1", "sanshui-2"])
        assert (answer.allowed, answer.deciding_body, answer.mode) == (True, "emergency", "entrustment")

    def test_certificates_to_learn_from(self) -> None:
        codes = {reason.code for reason in asked("GH-145", JINYU, ["lu-shi", "jinyu-2"]).reasons}
        assert "certificate-suspended" in codes
        assert "certificate-domain" in {
            reason.code for reason in asked("GH-145", LIANSHAN, ["fang-she", "zhou-yanan"]).reasons
        }
        assert (Certificate.objects.get(officer="he-shiping").valid_to - TODAY).days == 30

    def test_a_corrected_day_of_publication_is_answered_as_it_was_known(self) -> None:
        on = {
            "item": "GH-060",
            "town": JINLUN,
            "on": "2024-01-10",
            "action": "open_case",
            "officers": ["jinlun-1", "jinlun-2"],
        }
        assert ask({**on, "known_at": "2024-01-10T12:00:00"}).deciding_body == "jinlun"
        assert ask(on).deciding_body == "enforcement"


class TestCitations:
    def test_every_article_can_be_read(self) -> None:
        written = [row["article"] for row in rows("bases")]
        assert all(ARTICLE.fullmatch(article) for article in written)

    def test_every_law_stands_in_the_table_of_laws(self) -> None:
        assert {row["law"] for row in rows("bases")} == {row["law"] for row in rows("laws")}

    def test_a_day_without_a_source_says_so(self) -> None:
        unknown = {row["law"] for row in rows("laws") if row["known"] == "no"}
        assert unknown
        assert all(("示意" in row["note"]) == (row["law"] in unknown) for row in rows("bases"))

    @pytest.mark.shared
    def test_fifty_random_citations_are_found_in_the_texts(self) -> None:
        if not SHARED.exists():
            pytest.skip("the reference folder is absent")
        with (SHARED / "data" / "law_penalty_clauses.csv").open(encoding="utf-8") as file:
            known = {(row["法律法规"].removeprefix("中华人民共和国"), row["条"]) for row in csv.DictReader(file)}
        laws = {law for law, _ in known}
        ours = [
            (row["law"].removeprefix("中华人民共和国"), row["article"])
            for row in rows("bases")
            if "按条文对出" in row["note"]
        ]
        for law, article in random.Random(50).sample(ours, 50):
            assert law in laws
            assert (law, article_in_chinese(article).split("条")[0] + "条") in known

    @pytest.mark.shared
    def test_the_144_names_are_those_of_the_lists(self) -> None:
        if not SHARED.exists():
            pytest.skip("the reference folder is absent")
        with (SHARED / "data" / "enforcement_items_catalogue.csv").open(encoding="utf-8") as file:
            names = {int(row["序号"]): row["事项名称"].replace(",", "，") for row in csv.DictReader(file)}
        assert {int(row["source_number"]): row["name"] for row in rows("items") if row["source_number"]} == names


class TestRoster:
    def test_names_are_visibly_invented(self) -> None:
        marks = set("例样示拟演设试范")
        assert all(marks & set(person.name[1:]) for person in (*officers(), *seats()))

    def test_no_name_is_given_twice(self) -> None:
        names = [person.name for person in (*officers(), *seats())]
        assert len(names) == len(set(names)) > 60
