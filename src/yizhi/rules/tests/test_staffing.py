"""人数 Two posted officers, one reviewer in twenty: the numbers on both sides of each bound."""

import pytest

from yizhi.law import read_rules
from yizhi.rules.staffing import fewest_posted, fewest_reviewers
from yizhi.rules.table import RuleTable

TABLE = RuleTable.of(read_rules())


def test_two_are_posted():
    assert fewest_posted(TABLE) == 2


@pytest.mark.parametrize(
    ("officers", "reviewers"),
    [
        pytest.param(0, 0, id="没有执法人员"),
        pytest.param(1, 1, id="一人也要一名"),
        pytest.param(20, 1, id="二十人一名"),
        pytest.param(21, 2, id="二十一人两名"),
        pytest.param(40, 2, id="四十人两名"),
        pytest.param(60, 3, id="六十人三名"),
        pytest.param(100, 5, id="一百人五名"),
    ],
)
def test_one_reviewer_in_twenty(officers: int, reviewers: int):
    assert fewest_reviewers(TABLE, officers) == reviewers
