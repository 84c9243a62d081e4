"""The tables walked: every row has an article, no stage is unreachable or endless, every field and paper exists."""

import importlib
import inspect
import pkgutil
from datetime import date
from pathlib import Path

import pytest
import yaml

from yizhi.law import read_rules, read_toml
from yizhi.rules.cite import citations
from yizhi.rules.procedure import TABLES, Act, Dictionary, Procedure, current, served_day
from yizhi.rules.procedure import guards as guard_rooms
from yizhi.rules.procedure.clocks import CLOCKS
from yizhi.rules.procedure.table import ROLE_NAMES

ROWS = [pytest.param(version, act, id=f"{version.name}：{act.name}") for version in TABLES for act in version.acts]
BY_NAME = [pytest.param(version, id=version.name) for version in TABLES]
MODULES = [
    importlib.import_module(f"{guard_rooms.__name__}.{found.name}")
    for found in pkgutil.iter_modules(guard_rooms.__path__)
]
UNCITED = {"role_allowed", "fields_given"}
SHARED = Path(__file__).resolve().parents[5] / ".." / "shared"
# The reference quotes other sentences of these articles; the words were found in the statute's full text on 2026-11-24.
QUOTED_IN_PART = {
    "payment_settled",
    "evidence_on_file",
    "no_test_outstanding",
    "examined_in_file",
    "rights_told",
    "other_ways_tried",
    "hearing_offered",
    "hearing_over",
    "demand_ran_out",
    "enforcement_decided",
    "is_paused",
    "served_before_force",
}
ACTIONS = (None, "inspect", "open_case", "on_spot_penalty", "penalty_decision", "coercive_measure")


def guards():
    for module in MODULES:
        for name, function in inspect.getmembers(module, inspect.isgeneratorfunction):
            if not name.startswith("_") and function.__module__ == module.__name__:
                yield pytest.param(function, id=f"{module.__name__.rsplit('.', 1)[-1]}.{name}")


@pytest.mark.parametrize(("procedure", "act"), ROWS)
def test_row_is_whole(procedure: Procedure, act: Act, dictionary: Dictionary):
    stages = {stage.id for stage in procedure.stages}
    assert act.articles and all(article for article in act.articles)
    assert act.name and act.does.endswith("。")
    assert act.from_stages and set(act.from_stages) <= stages and act.targets() <= stages
    assert act.by and act.by <= set(ROLE_NAMES)
    assert act.authority in ACTIONS
    assert act.authority or not act.present, "officers who act together are asked about, each one"
    assert set(act.on_file) <= {other.kind for other in procedure.acts}
    keys = [field.key for field in act.fields]
    assert len(keys) == len(set(keys))
    named = set(keys) | {field.source for field in act.fields if field.source} | {key for key, _ in act.sets}
    assert named | {paper.key for paper in act.papers_if} | {branch.key for branch in act.branches} <= set(
        dictionary.facts
    )


@pytest.mark.parametrize(("procedure", "act"), ROWS)
def test_papers_are_in_the_table_of_papers(procedure: Procedure, act: Act):
    papers = {row["id"] for row in read_toml("papers")["paper"]}
    assert set(act.papers) | {paper.kind for paper in act.papers_if} <= papers


def test_every_paper_of_the_table_is_made_by_an_act():
    made = {kind for version in TABLES for act in version.acts for kind in act.papers}
    made |= {paper.kind for version in TABLES for act in version.acts for paper in act.papers_if}
    assert {row["id"] for row in read_toml("papers")["paper"]} - made == set()


@pytest.mark.parametrize("procedure", BY_NAME)
def test_kinds_are_unique(procedure: Procedure):
    kinds = [act.kind for act in procedure.acts]
    assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize("procedure", BY_NAME)
def test_every_stage_is_reached_and_leads_to_the_archive(procedure: Procedure):
    steps = {(stage, target) for act in procedure.acts for stage in act.from_stages for target in act.targets()}
    every = {stage.id for stage in procedure.stages}
    assert walk({procedure.first_stage}, steps) == every
    assert walk({"archived"}, {(target, stage) for stage, target in steps}) == every


def walk(start: set[str], steps: set[tuple[str, str]]) -> set[str]:
    reached = set(start)
    while more := {target for stage, target in steps if stage in reached} - reached:
        reached |= more
    return reached


@pytest.mark.parametrize("procedure", BY_NAME)
def test_each_open_stage_has_one_likely_next_act(procedure: Procedure):
    for stage in procedure.stages:
        if stage.id != "archived":
            assert any(act.likely for act in procedure.acts_from(stage.id)), stage.name


def test_clocks_name_rules_and_acts_that_exist():
    rules = {row["id"]: row for row in read_rules()}
    kinds = {act.kind for version in TABLES for act in version.acts}
    for clock in CLOCKS:
        assert all("timer" in rules[rule_id] for rule_id in clock.rules.values()), clock.id
        assert {clock.act, *clock.starts, *clock.stops} | ({clock.extended_by} - {""}) <= kinds, clock.id


@pytest.mark.parametrize("guard", list(guards()))
def test_guard_is_cited_and_documented(guard):
    assert guard.__doc__
    assert citations(guard) or guard.__name__ in UNCITED


def test_rules_that_are_done_here_name_something_that_exists():
    done = [row["where"] for row in read_rules() if row.get("where", "").startswith("rules.procedure")]
    assert len(done) > 40
    for where in done:
        module, name = f"yizhi.{where}".rsplit(".", 1)
        assert hasattr(importlib.import_module(module), name), where


def test_a_new_case_takes_the_version_in_force_on_its_day():
    assert current("ordinary", date(2026, 3, 2)).version == 1


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the reference folder is not beside the project")
def test_cited_words_stand_in_the_reference():
    """Where the reference quotes the article, it has the words."""
    rules = yaml.safe_load((SHARED / "law" / "rules.yaml").read_text(encoding="utf-8"))["rules"]
    functions = [param.values[0] for param in guards()] + [served_day]
    unseen = []
    for function in functions:
        for citation in citations(function):
            quotes = [
                rule["quote"]
                for rule in rules
                if rule["law"].removeprefix("中华人民共和国") == citation.law
                and same_article(rule["article"], citation.article)
            ]
            if (
                quotes
                and function.__name__ not in QUOTED_IN_PART
                and not any(plain(citation.words) in plain(quote) for quote in quotes)
            ):
                unseen.append((function.__name__, str(citation), citation.words))
    assert not unseen


def same_article(ours: str, theirs: str) -> bool:
    return ours.split("条")[0] == theirs.split("条")[0]


def plain(text: str) -> str:
    return "".join(text.split()).replace("３", "3")
