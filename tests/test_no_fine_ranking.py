"""罚没数额不排名、不考核: no column, no order, no export, no indicator goes by sums of penalties."""

import ast
from datetime import UTC, datetime

import pytest
from django.apps import apps

from tests.sources import product
from yizhi.desk.record.sheets import Table, comma_separated, workbook
from yizhi.law import read_toml
from yizhi.rules.procedure.fines import MONEY_OF_PENALTIES, WORDS, no_fine_ranking
from yizhi.rules.procedure.self_check import POINTS
from yizhi.rules.refusal import Refusal
from yizhi.web.api import api

ORDERING = {"order_by", "sorted", "sort", "annotate", "aggregate", "Sum", "Avg", "Rank", "Window"}
NOT_PENALTIES = {"sale_yuan", "substitute_cost_yuan", "goods_value_yuan", "turnover_yuan"}
OF_ONE_DEED = {"/api/v1/items/{code}/range"}
"""The range of one deed is asked for by its own figures; nothing is listed there."""
NOW = datetime(2026, 11, 24, tzinfo=UTC)


def test_every_sum_of_a_penalty_is_known_as_one():
    sums = {key for key, row in read_toml("facts").items() if row["kind"] == "money"}
    assert sums - NOT_PENALTIES == MONEY_OF_PENALTIES


OF_THE_LAW = {"BenchmarkTier"}
"""A tier holds the range that the benchmark gives, no case and nobody's sum."""
MODELS = [one for one in apps.get_models() if one.__module__.startswith("yizhi.") and one.__name__ not in OF_THE_LAW]


@pytest.mark.parametrize("model", MODELS)
def test_no_column_holds_a_sum(model):
    columns = {field.name for field in model._meta.get_fields()}
    named = {str(getattr(field, "verbose_name", "")) for field in model._meta.get_fields()}
    assert columns & MONEY_OF_PENALTIES == set()
    assert [name for name in named if no_fine_ranking(name) and "代收机构" not in name] == []


def test_nothing_is_ordered_or_added_up_by_a_sum():
    found = []
    for source in product():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call) and _name(node.func) in ORDERING:
                words = {one.value for one in ast.walk(node) if isinstance(one, ast.Constant)}
                words |= {one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute)}
                if any(_is_sum(word) for word in words):
                    found.append(f"{source.path}:{node.lineno}")
    assert found == []


def _name(function):
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _is_sum(word):
    return isinstance(word, str) and (
        word in {"fine", "fined", "paid", "owed"} or bool(set(word.split("__")) & MONEY_OF_PENALTIES)
    )


def test_no_request_can_ask_for_an_order():
    for path, methods in api.get_openapi_schema()["paths"].items():
        for told in methods.values():
            named = {one["name"] for one in told.get("parameters", ())}
            assert named & {"order", "order_by", "sort", "sort_by", "rank"} == set(), path
            assert path in OF_ONE_DEED or named & MONEY_OF_PENALTIES == set(), path


def test_the_check_of_a_dossier_gives_no_point_for_a_sum():
    assert [point.words for point in POINTS if no_fine_ranking(point.words)] == []


@pytest.mark.parametrize("heading", ["罚款（元）", "罚没收入", "fine_yuan", "人均处罚金额"])
def test_a_table_with_such_a_column_is_refused(heading):
    with pytest.raises(Refusal, match="罚没"):
        comma_separated(["案由", heading], [])
    with pytest.raises(Refusal, match="罚没"):
        workbook([Table(name="表", title="表", headings=[("案由", 10), (heading, 10)], rows=[])], made_at=NOW)


@pytest.mark.parametrize("heading", ["案由", "到期", "承办人", "罚则所在条款"])
def test_other_columns_are_not(heading):
    assert no_fine_ranking(heading) is None and not any(word in heading for word in WORDS)
