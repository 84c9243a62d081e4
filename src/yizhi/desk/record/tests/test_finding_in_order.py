"""次序 A dossier number read as a whole number keeps the order of the list, and is written again as it was."""

import sqlite3

import pytest

from yizhi.desk.record.finding_in_order import number_of, turn_of

NUMBERS = [
    "20200101-000000",
    "20260601-222222",
    "20260601-22222Z",
    "20260601-333333",
    "20261124-Z2A9KM",
    "20261231-ZZZZZZ",
]


def read(number: str) -> tuple[int, str]:
    asked = f"SELECT {turn_of('n')}, {number_of(turn_of('n'))} FROM (SELECT ? AS n)"
    return sqlite3.connect(":memory:").execute(asked, [number]).fetchone()


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_is_written_again_as_it_was(number):
    assert read(number)[1] == number


def test_whole_numbers_stand_in_the_order_of_the_numbers():
    assert sorted(NUMBERS, key=lambda number: read(number)[0]) == NUMBERS
