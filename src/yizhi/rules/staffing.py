"""人数 How many people a department posts to an area, and how many legal reviewers a body has: both “原则上”, shown and never in the way."""

from fractions import Fraction
from math import ceil

from yizhi.rules.cite import cite
from yizhi.rules.table import RuleTable

POSTED, REVIEWERS = "area-team-min-staff", "legal-reviewer-5pct"


@cite("实施方案", "三(二)", "应不少于2名")
def fewest_posted(table: RuleTable) -> int:
    """片区人员 Return how many certified officers a department in principle posts to an area, in persons. Source: rule `area-team-min-staff`."""
    return int(table[POSTED].figures["min"])


@cite("国办发〔2018〕118号", "四(十一)", "不少于本单位执法人员总数的5%")
def fewest_reviewers(table: RuleTable, officers: int) -> int:
    """法制审核人员 Return how many legal reviewers a body of so many officers in principle has; part of a person counts as one.

    Source: rule `legal-reviewer-5pct`.
    """
    return ceil(officers * Fraction(str(table[REVIEWERS].figures["min_ratio"])))
