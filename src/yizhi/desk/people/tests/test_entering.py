"""登记人员、证件、派驻：派驻不是委托，一个人同一天只归一个机关，改了的都留底。"""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from yizhi.desk.people import actions, queries
from yizhi.desk.people.models import Certificate, Officer, Posting, Service
from yizhi.rules.refusal import Absent, Refusal

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
TODAY, START = date(2026, 11, 24), date(2023, 6, 28)
Maker = Callable[..., Officer]


class JUSTICE:
    account, role = "sifa", "justice"


class ESTABLISHMENT:
    account, role = "bianban", "establishment"


def post(officer: Officer, acts_for: list[str], letter: str = "函〔2026〕1号", **more: object) -> Posting:
    told = {"area": "A101", "valid_from": TODAY, **more}
    return actions.enter_posting(by=JUSTICE, officer=officer.pk, acts_for=acts_for, letter=letter, now=NOW, **told)


def test_department_officer_acts_for_department_and_town(officer: Maker) -> None:
    zhong = officer("钟拟", "slj")
    assert post(zhong, ["slj", "b101"]).acts_for == ["slj", "b101"]
    assert [one.area.name for one in queries.officer(zhong.pk, TODAY).postings] == ["连山镇片区"]


@pytest.mark.parametrize(
    ("body", "acts_for", "letter", "code", "article"),
    [
        ("b101", ["slj"], "函", "posting-not-allowed", "行政处罚法 第20条、第21条"),
        ("b101", ["b101", "slj"], "函", "posting-not-allowed", "行政处罚法 第20条、第21条"),
        ("slj", ["b101"], " ", "posting-letter-missing", ""),
        ("slj", [], "函", "posting-names-nobody", ""),
        ("slj", ["没有"], "函", "body-missing", ""),
    ],
    ids=["镇的人用部门名义", "夹带部门名义", "没有派驻函", "谁的名义都没写", "没有这个机关"],
)
def test_postings_that_are_refused(
    officer: Maker, body: str, acts_for: list[str], letter: str, code: str, article: str
) -> None:
    who = officer("钟拟", body)
    with pytest.raises(Refusal) as refused:
        post(who, acts_for, letter)
    assert (refused.value.first.code, refused.value.first.article) == (code, article)
    assert refused.value.first.cure
    assert not Posting.objects.exists()


def test_town_officer_may_be_posted_to_another_town(officer: Maker) -> None:
    assert post(officer("甲例"), ["b101", "b102"], area="A102").pk


def test_posting_before_the_officer_is_anybodys(officer: Maker) -> None:
    with pytest.raises(Refusal) as refused:
        post(officer("钟拟", "slj"), ["slj"], valid_from=date(2020, 1, 1))
    assert refused.value.first.code == "officer-without-body"


def test_one_body_at_a_time(officer: Maker) -> None:
    jia = officer("甲例")
    with pytest.raises(Refusal) as refused:
        actions.enter_service(by=JUSTICE, officer=jia.pk, body="b102", valid_from=TODAY, now=NOW)
    assert refused.value.first.code == "service-overlaps"
    held = Service.objects.known().get(officer=jia)
    actions.end_fact(by=JUSTICE, kind="service", fact=held.fact, valid_to=TODAY, now=LATER)
    actions.enter_service(by=JUSTICE, officer=jia.pk, body="b102", valid_from=TODAY, now=LATER)
    assert queries.officer(jia.pk, date(2026, 11, 23)).service.body_id == "b101"
    assert queries.officer(jia.pk, TODAY).service.body_id == "b102"
    assert Service.objects.known(NOW).holding(TODAY).get(officer=jia).body_id == "b101"


def test_status_change_is_a_new_row_and_the_old_answer_stays(officer: Maker) -> None:
    jia = officer("甲例")
    held = Certificate.objects.get(officer=jia)
    actions.change_certificate_status(by=JUSTICE, fact=held.fact, status="suspended", valid_from=TODAY, now=LATER)
    assert not queries.officer(jia.pk, TODAY).counts
    assert queries.officer(jia.pk, date(2026, 11, 23)).counts
    assert Certificate.objects.known(NOW).get(fact=held.fact).status_periods[-1]["status"] == "valid"
    assert Certificate.objects.filter(fact=held.fact).count() == 2


def test_certificate_number_belongs_to_one_person(officer: Maker) -> None:
    officer("甲例")
    yi = officer("乙例")
    with pytest.raises(Refusal) as refused:
        actions.enter_certificate(
            by=JUSTICE, officer=yi.pk, number=" 演示甲例 ", domains=[], valid_from=TODAY, valid_to=None, now=NOW
        )
    assert refused.value.first.code == "certificate-number-taken"


def test_renewal_corrects_the_end_and_keeps_what_was_known(officer: Maker) -> None:
    jia = officer("甲例", until=TODAY)
    held = Certificate.objects.get(officer=jia)
    assert not queries.officer(jia.pk, TODAY).counts
    actions.correct_certificate(
        by=JUSTICE, fact=held.fact, number="演示甲例", domains=[], valid_to=date(2030, 1, 1), now=LATER
    )
    assert queries.officer(jia.pk, TODAY).counts
    assert Certificate.objects.known(NOW).get(fact=held.fact).valid_to == TODAY


def test_ending_what_is_not_there(county: None) -> None:
    with pytest.raises(Absent):
        actions.end_fact(by=JUSTICE, kind="posting", fact="没有", valid_to=TODAY, now=NOW)
    with pytest.raises(Refusal) as refused:
        actions.end_fact(by=JUSTICE, kind="allowance", fact="没有", valid_to=TODAY, now=NOW)
    assert refused.value.first.code == "fact-kind"


@pytest.mark.parametrize("role", ["officer", "captain", "approver", "reviewer", "liaison", "administrator"])
def test_only_keepers_enter_people(county: None, role: str) -> None:
    class Other:
        account = "x"

    Other.role = role
    with pytest.raises(Absent):
        actions.enter_officer(by=Other, name="某例", body="b101", valid_from=START, now=NOW)
    assert not Officer.objects.exists()


def test_a_certificate_counts_once_the_justice_office_confirms_it(officer: Maker) -> None:
    jia = officer("甲例", until=date(2026, 1, 1))
    told = {"officer": jia.pk, "number": "演示新证", "domains": [], "valid_from": TODAY, "now": NOW}
    held = actions.enter_certificate(by=ESTABLISHMENT, **told)
    found = queries.officer(jia.pk, TODAY)
    assert (found.counts, found.why) == (False, "执法证还没有经司法行政部门确认")
    change = {"fact": held.fact, "status": "valid", "valid_from": TODAY, "now": LATER}
    with pytest.raises(Refusal) as refused:
        actions.change_certificate_status(by=ESTABLISHMENT, **change)
    assert refused.value.first.code == "qualification-by-justice" and refused.value.first.cure
    actions.change_certificate_status(by=JUSTICE, **change)
    assert queries.officer(jia.pk, TODAY).counts
    assert not queries.officer(jia.pk, date(2026, 11, 23)).counts


def test_only_the_justice_office_renews(officer: Maker) -> None:
    jia = officer("甲例", until=TODAY)
    held = Certificate.objects.get(officer=jia)
    told = {"fact": held.fact, "number": held.number, "domains": [], "now": NOW}
    with pytest.raises(Refusal) as refused:
        actions.correct_certificate(by=ESTABLISHMENT, valid_to=date(2030, 1, 1), **told)
    assert refused.value.first.code == "qualification-by-justice"
    assert actions.correct_certificate(by=ESTABLISHMENT, valid_to=TODAY, **told).valid_to == TODAY
