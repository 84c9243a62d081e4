"""执法证：哪一天有效、哪一天不算，边界日一天也不差。"""

from datetime import date

import pytest

from yizhi.desk.people.certificates import status_of, with_status, worth
from yizhi.desk.people.models import Certificate

TODAY = date(2026, 11, 24)


def certificate(
    until: date | None = None, domains: tuple[str, ...] = (), periods: list[dict] | None = None
) -> Certificate:
    held = periods or [{"status": "valid", "from": "2023-01-01", "to": None}]
    return Certificate(
        fact="c",
        officer_id="o",
        number="1",
        domains=list(domains),
        status_periods=held,
        valid_from=date(2023, 1, 1),
        valid_to=until,
    )


SUSPENDED = [
    {"status": "valid", "from": "2023-01-01", "to": "2026-11-24"},
    {"status": "suspended", "from": "2026-11-24", "to": "2026-12-01"},
    {"status": "valid", "from": "2026-12-01", "to": None},
]


@pytest.mark.parametrize(
    ("rows", "domain", "counts", "why"),
    [
        ([], "", False, "没有行政执法证"),
        ([certificate()], "", True, ""),
        ([certificate(date(2026, 11, 25))], "", True, ""),
        ([certificate(TODAY)], "", False, "执法证 2026年11月23日到期"),
        ([certificate(TODAY), certificate()], "", True, ""),
        ([certificate(domains=("水利",))], "水利", True, ""),
        ([certificate(domains=("水利",))], "农业", False, "执法证的领域没有农业"),
        ([certificate(periods=SUSPENDED)], "", False, "执法证已暂扣"),
        (
            [certificate(periods=[{"status": "revoked", "from": "2023-01-01", "to": None}])],
            "",
            False,
            "执法证已吊销、注销",
        ),
    ],
    ids=["没有证", "长期", "最后一天", "到期当天", "旧的到期新的有效", "领域相符", "领域不符", "暂扣第一天", "吊销"],
)
def test_worth_on_a_day(rows: list[Certificate], domain: str, counts: bool, why: str) -> None:
    found = worth(rows, TODAY, domain)
    assert (found.counts, found.why) == (counts, why)


@pytest.mark.parametrize(
    ("on", "counts"),
    [(date(2026, 11, 23), True), (TODAY, False), (date(2026, 11, 30), False), (date(2026, 12, 1), True)],
    ids=["前一天", "暂扣第一天", "暂扣最后一天", "恢复当天"],
)
def test_suspension_has_two_edges(on: date, counts: bool) -> None:
    assert worth([certificate(periods=SUSPENDED)], on).counts is counts


@pytest.mark.parametrize(
    ("until", "soon"),
    [(date(2026, 12, 24), True), (date(2026, 12, 25), False), (None, False)],
    ids=["三十天", "三十一天", "长期"],
)
def test_what_ends_within_thirty_days(until: date | None, soon: bool) -> None:
    assert worth([certificate(until)], TODAY).ends_soon(TODAY) is soon


def test_coming_suspension_also_ends_soon() -> None:
    assert worth([certificate(periods=SUSPENDED)], date(2026, 11, 1)).until == TODAY


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (certificate(), ("ok", "有效")),
        (certificate(date(2026, 11, 30)), ("soon", "6 天后到期")),
        (certificate(TODAY), ("stop", "已到期")),
        (certificate(periods=SUSPENDED), ("stop", "暂扣")),
    ],
    ids=["有效", "将到期", "到期", "暂扣"],
)
def test_words_for_a_certificate(row: Certificate, said: tuple[str, str]) -> None:
    assert status_of(row, TODAY) == said


@pytest.mark.parametrize(
    ("status", "starts", "ends", "kept"),
    [
        ("revoked", date(2026, 1, 1), None, [("valid", "2023-01-01", "2026-01-01"), ("revoked", "2026-01-01", None)]),
        (
            "suspended",
            date(2023, 1, 1),
            date(2023, 2, 1),
            [("suspended", "2023-01-01", "2023-02-01"), ("valid", "2023-02-01", None)],
        ),
        ("valid", date(2024, 1, 1), date(2025, 1, 1), [("valid", "2023-01-01", None)]),
    ],
    ids=["吊销到以后", "从头暂扣一个月", "本来就有效"],
)
def test_exactly_one_status_on_each_day(status: str, starts: date, ends: date | None, kept: list[tuple]) -> None:
    laid = with_status([{"status": "valid", "from": "2023-01-01", "to": None}], status, starts, ends)
    assert [(one["status"], one["from"], one["to"]) for one in laid] == kept
