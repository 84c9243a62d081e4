"""争议事项：没有裁定的从严，裁定从它的第一天起作数。"""

from datetime import date

import pytest

from yizhi.law import read_rules, read_toml
from yizhi.rules.disputes import Chosen, disputes_of, readings_on

DISPUTES = disputes_of(read_toml("disputes")["dispute"])
THIRTY = Chosen("public-notice-days", "thirty", date(2026, 6, 1))


def test_every_dispute_names_rules_of_the_table_and_two_readings():
    known = {row["id"] for row in read_rules()}
    for dispute in DISPUTES.values():
        assert set(dispute.rules) <= known and dispute.rules, dispute.id
        assert len({reading.id for reading in dispute.readings}) == len(dispute.readings) >= 2
        assert all(reading.articles for reading in dispute.readings)


@pytest.mark.parametrize(
    ("chosen", "on", "holds"),
    [
        pytest.param([], date(2026, 6, 1), "sixty", id="没有裁定"),
        pytest.param([THIRTY], date(2026, 5, 31), "sixty", id="裁定前一天"),
        pytest.param([THIRTY], date(2026, 6, 1), "thirty", id="裁定第一天"),
        pytest.param(
            [THIRTY, Chosen("public-notice-days", "sixty", date(2026, 9, 1))], date(2026, 9, 1), "sixty", id="又改回来"
        ),
    ],
)
def test_the_reading_of_a_day(chosen: list[Chosen], on: date, holds: str):
    assert readings_on(DISPUTES, chosen, on)["public-notice-days"] == holds
