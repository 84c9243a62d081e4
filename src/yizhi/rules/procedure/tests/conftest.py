"""The circumstances every case file begins with, and an empty case of each procedure."""

from datetime import datetime

import pytest

from yizhi.law import read_csv, read_rules, read_toml
from yizhi.rules.calendar import Calendar
from yizhi.rules.procedure import ORDINARY, SUMMARY, Circumstances, Dictionary
from yizhi.rules.procedure.tests.case_file import ALL_ROLES, CaseFile
from yizhi.rules.table import RuleTable


@pytest.fixture(scope="session")
def dictionary() -> Dictionary:
    return Dictionary.of(read_toml("facts"))


@pytest.fixture(scope="session")
def circumstances(dictionary: Dictionary) -> Circumstances:
    return Circumstances(
        now=datetime.fromisoformat("2026-01-01T00:00"),
        calendar=Calendar.of(read_csv("calendar")),
        table=RuleTable.of(read_rules()),
        dictionary=dictionary,
        domain="住建/城管",
        party_kind="individual",
        actor="己",
        roles=ALL_ROLES,
        reviewer_qualified=True,
    )


@pytest.fixture
def ordinary(circumstances: Circumstances) -> CaseFile:
    return CaseFile(ORDINARY, circumstances)


@pytest.fixture
def summary(circumstances: Circumstances) -> CaseFile:
    return CaseFile(SUMMARY, circumstances)
