"""One term, one identifier: models, fields, choices and rules are named by the glossary."""

import ast
import re
from collections import Counter

from django.apps import apps
from django.db import models

from tests.sources import product
from yizhi.law import read_csv

ROWS = read_csv("glossary")
# Names that use a word the glossary keeps away from one term, and mean something else by it.
OTHER_MEANINGS = {
    "Grant": "one pair of bodies and towns that a sight covers, not 赋权",
    "Entry": "one entry of the record 执法记录, not an item of the catalogue",
    "Village": "村（社区）, which lies in a town",
    "Service": "where an officer serves, not the 归属 of a power",
}


def words_of(name):
    return tuple(re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().split("_"))


def holds(name, phrase):
    words, wanted = words_of(name), tuple(phrase.split("_"))
    return any(words[place : place + len(wanted)] == wanted for place in range(len(words)))


def named_things():
    """Yield the names that law gave: models, their fields and choices, public classes of the rules floor."""
    for model in apps.get_models():
        if model.__module__.startswith("yizhi."):
            yield model.__name__
            yield from (
                choice
                for choice in vars(model).values()
                if isinstance(choice, type) and issubclass(choice, models.TextChoices)
            )
    for source in product():
        if source.path.parts[2] == "rules":
            yield from (
                node.name
                for node in source.tree.body
                if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
            )


def names():
    return [thing if isinstance(thing, str) else thing.__name__ for thing in named_things()]


def test_each_term_and_each_identifier_stands_once():
    for column in ("term", "identifier"):
        doubled = [word for word, count in Counter(row[column] for row in ROWS).items() if count > 1]
        assert doubled == []
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", row["identifier"]) for row in ROWS)


def test_no_model_or_rule_carries_a_word_the_glossary_refuses():
    known = {row["identifier"] for row in ROWS}
    refused = {
        (word, row["term"], row["identifier"])
        for row in ROWS
        for word in row["not_to_use"].split(";")
        if word and word not in known
    }
    wrong = []
    for name in names():
        for word, term, identifier in refused:
            if words_of(name) == words_of(word) and name not in OTHER_MEANINGS:
                wrong.append(f"{name}: {term} is called {identifier}")
    assert wrong == []


def test_a_model_named_for_a_term_uses_its_identifier():
    identifiers = {row["term"].split("（")[0]: row["identifier"] for row in ROWS}
    for model in apps.get_models():
        term = (model.__doc__ or "").split(" ")[0]
        if model.__module__.startswith("yizhi.") and term in identifiers and model.__name__ not in OTHER_MEANINGS:
            # A model may carry the last word alone: Body for authority_body.
            assert holds(model.__name__, identifiers[term].split("_")[-1]), (
                f"{term} is called {identifiers[term]}, not {model.__name__}"
            )


def test_the_other_meanings_are_all_still_needed():
    used = {node.name for source in product() for node in ast.walk(source.tree) if isinstance(node, ast.ClassDef)}
    assert set(OTHER_MEANINGS) <= used
