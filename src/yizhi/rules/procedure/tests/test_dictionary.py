"""字段字典 Values are read by their kind, and what is not readable is named with the way to write it."""

from typing import Any

import pytest

from yizhi.rules.procedure import Dictionary, Fact

SAMPLES = [
    ("date", "2026-09-05", True),
    ("date", "2026-9-5", False),
    ("date", "2026-02-30", False),
    ("datetime", "2026-09-05T10:30", True),
    ("datetime", "2026-09-05", False),
    ("money", "800.00", True),
    ("money", 800, True),
    ("money", "0", True),
    ("money", "-1", False),
    ("money", "0.001", False),
    ("money", "NaN", False),
    ("money", 0.1, False),
    ("money", "1e20", False),
    ("integer", 30, True),
    ("integer", True, False),
    ("integer", "30", False),
    ("yesno", False, True),
    ("yesno", "是", False),
    ("choice", "a", True),
    ("choice", ["a"], False),
    ("choice", {}, False),
    ("choices", ["a", "b"], True),
    ("choices", ["c"], False),
    ("choices", [["a"]], False),
    ("officers", ["甲"], True),
    ("officers", "甲", False),
    ("evidence", [1], False),
    ("text", "䶮喆赟👍", True),
    ("text", "a\x00b", False),
    ("answers", {"late": "原因"}, True),
    ("answers", ["late"], False),
]


@pytest.mark.parametrize(("kind", "value", "fine"), SAMPLES, ids=[f"{kind} {value!r}" for kind, value, _ in SAMPLES])
def test_values_by_kind(kind: str, value: Any, fine: bool):
    book = Dictionary({"x": Fact("x", "某项", kind, {"a": "甲", "b": "乙"} if kind.startswith("choice") else {})})
    found = list(book.unreadable({"x": value}))
    assert (not found) is fine
    assert all(reason.cure and reason.about == "x" for reason in found)


def test_values_in_words(dictionary: Dictionary):
    assert dictionary.words("penalty_kinds", ["warning", "fine"]) == "警告、罚款"
    assert dictionary.words("hearing_told", True) == "是"
    assert dictionary.words("source", "patrol") == "巡查发现"


def test_every_fact_has_a_label_and_personal_data_is_marked(dictionary: Dictionary):
    assert all(fact.label for fact in dictionary.facts.values())
    for key in ("informant", "person_asked", "recipient", "witness", "service_address", "present_people"):
        assert dictionary.facts[key].personal, key


def test_choices_of_the_notice_and_the_decision_are_the_same(dictionary: Dictionary):
    assert dictionary.facts["penalty_kinds"].choices == dictionary.facts["proposed_penalty_kinds"].choices
