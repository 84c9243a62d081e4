"""演示案件 What the stories are, and that every one of them runs through the product's own actions to where it should."""

import csv
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from yizhi.demo.parties import Fiction
from yizhi.demo.playing import plan
from yizhi.demo.scripts import script
from yizhi.demo.stories import Story, stories
from yizhi.demo.tables import rows, table
from yizhi.desk.cases.models import Case
from yizhi.desk.cases.queries import visible
from yizhi.desk.cases.replay import differences
from yizhi.desk.leads.models import Lead
from yizhi.desk.matters.queries import standing
from yizhi.desk.papers.models import Paper
from yizhi.desk.parties.models import Party
from yizhi.desk.people.identity import identities
from yizhi.desk.people.models import Account
from yizhi.desk.record.models import Entry
from yizhi.desk.record.queries import verify
from yizhi.rules.identifiers import citizen_id, credit_code
from yizhi.rules.procedure.tables import procedure_of

pytestmark = pytest.mark.django_db
LIANSHAN = "510681102"
SHARED = Path(__file__).resolve().parents[4] / ".." / "shared"
ORDINARY_STAGES = {stage.id for stage in procedure_of("ordinary", 1).stages} - {"lead"}
SUMMARY_STAGES = {"identified", "told", "delivered", "filed", "to_ordinary", "archived"}


class TestStories:
    def test_three_hundred(self) -> None:
        assert len(stories()) == 300

    def test_thirty_follow_published_penalties(self) -> None:
        assert len({story.record for story in stories() if story.record}) == 30

    def test_most_are_near_the_named_accounts(self) -> None:
        towns = Counter(story.town for story in stories())
        assert towns.most_common(1)[0][0] == LIANSHAN
        assert len(towns) == 12

    def test_two_officers_handle_each(self) -> None:
        assert all(len(set(story.pair)) == 2 for story in stories())

    def test_every_item_has_a_basis(self) -> None:
        assert {story.item for story in stories()} <= {row["item"] for row in rows("bases")}

    def test_an_on_spot_fine_stays_within_the_law(self) -> None:
        spot = [story for story in stories() if story.procedure == "summary"]
        assert all(story.fine <= (3000 if story.party_kind == "enterprise" else 200) for story in spot)

    @pytest.mark.shared
    def test_amounts_are_those_published_and_names_and_places_are_not(self) -> None:
        if not SHARED.exists():
            pytest.skip("the reference folder is absent")
        with (SHARED / "data" / "penalty_records.csv").open(encoding="utf-8") as file:
            published = {int(row["序号"]): row for row in csv.DictReader(file)}
        for row in table("stories")["story"]:
            if "record" not in row:
                continue
            record = published[row["record"]]
            if record["罚款金额_元"]:
                assert row["fine"] == [float(record["罚款金额_元"])] * 2
            told = "".join(str(value) for value in row.values())
            assert record["机关"] not in told
            assert not record["文书号"] or record["文书号"] not in told
            assert record["地区"][-2:] not in told


class TestPlan:
    def test_nothing_lies_ahead_or_more_than_a_year_back(self, now: datetime, county: None) -> None:
        planned = plan(now, standing().calendar, stories())
        days = [each.laid.done_at for each in planned]
        assert now - timedelta(days=367) < days[0] <= days[-1] < now
        assert days == sorted(days)

    def test_every_act_is_done_on_a_workday(self, now: datetime, county: None) -> None:
        calendar = standing().calendar
        assert all(calendar.is_workday(each.laid.done_at.date()) for each in plan(now, calendar, stories()))

    def test_no_deed_is_older_than_its_basis(self, now: datetime, county: None) -> None:
        planned = plan(now, standing().calendar, [story for story in stories() if story.since])
        assert planned
        assert all(each.laid.done_at.date() > (each.story.since or date.max) for each in planned)


class TestParties:
    @pytest.mark.parametrize("number", [0, 1, 57, 299])
    def test_numbers_are_well_formed_and_nobodys(self, number: int) -> None:
        person = Fiction("individual", number).told("连山镇锦花村")
        firm = Fiction("enterprise", number, "建材").told("连山镇锦花村")
        assert citizen_id(person.citizen_id)[6:10] == "1900"
        assert "DEM" in credit_code(firm.credit_code)

    def test_no_two_stories_share_a_number(self) -> None:
        told = [Fiction(story.party_kind, story.number, story.trade).told("村") for story in stories()]
        numbers = [each.citizen_id or each.credit_code for each in told]
        assert len(set(numbers)) == len(numbers)


@pytest.mark.usefixtures("played")
class TestPlayed:
    def test_every_story_has_its_dossier(self, sample: tuple[Story, ...]) -> None:
        opened = Case.objects.filter(procedure="ordinary").count()
        assert Lead.objects.count() + Case.objects.filter(procedure="summary").count() == len(sample)
        assert 0 < opened < Lead.objects.count()

    def test_every_act_is_on_the_record(self, sample: tuple[Story, ...]) -> None:
        told = Counter(step.kind for story in sample for step in script(story))
        besides = ("keep_evidence", "write_inspection_plan", "publish_inspection_plan")  # no story tells of these
        kept = Counter(Entry.objects.exclude(kind__in=besides).values_list("kind", flat=True))
        published = told["publish_disclosure"]  # drafted before, and told to the case
        assert kept == told + Counter(draft_disclosure=published, review_disclosure=published)

    def test_every_stage_is_there(self) -> None:
        cases = set(Case.objects.filter(procedure="ordinary").values_list("stage", flat=True))
        leads = set(Lead.objects.values_list("stage", flat=True))
        assert cases | leads == ORDINARY_STAGES
        assert set(Case.objects.filter(procedure="summary").values_list("stage", flat=True)) == SUMMARY_STAGES

    def test_some_are_late(self, now: datetime) -> None:
        assert Case.objects.filter(due_on__lt=now.date()).exists()

    def test_every_record_verifies(self) -> None:
        assert list(verify()) == []

    def test_replay_finds_no_difference(self, now: datetime) -> None:
        assert list(differences(now=now)) == []

    def test_everything_is_marked_demo(self) -> None:
        assert not Case.objects.filter(demo=False).exists()
        assert not Lead.objects.filter(demo=False).exists()
        assert not Party.objects.filter(demo=False).exists()
        assert all(paper.data["paper"]["demo"] is True for paper in Paper.objects.all())

    def test_names_say_that_they_are_invented(self) -> None:
        assert all("演" in name for name in Party.objects.values_list("name", flat=True))

    def test_numbers_run_without_gap_and_in_the_order_of_days(self) -> None:
        series: dict[tuple[str, str, int], list[tuple[int, datetime]]] = {}
        for paper in Paper.objects.exclude(serial=None).order_by("serial"):
            series.setdefault((paper.body_id, paper.word, paper.year), []).append((paper.serial, paper.issued_at))
        assert series
        for numbers in series.values():
            assert [serial for serial, _ in numbers] == list(range(1, len(numbers) + 1))
            assert [at for _, at in numbers] == sorted(at for _, at in numbers)

    def test_the_stranger_sees_nothing_of_the_other_area(self, now: datetime) -> None:
        assert Case.objects.filter(town=LIANSHAN).exists()
        for identity in identities(Account.objects.get(username="luren"), on=now.date()):
            assert not visible(identity).filter(town=LIANSHAN).exists()

    @pytest.mark.parametrize("username", ["admin", "bianban"])
    def test_who_keeps_the_system_sees_no_case(self, now: datetime, username: str) -> None:
        assert not any(
            visible(identity).exists() for identity in identities(Account.objects.get(username=username), on=now.date())
        )

    @pytest.mark.parametrize("username", ["duiyuan", "duizhang", "fuzeren", "fazhi", "sifa"])
    def test_who_works_on_cases_sees_some(self, now: datetime, username: str) -> None:
        assert any(
            visible(identity).exists() for identity in identities(Account.objects.get(username=username), on=now.date())
        )
