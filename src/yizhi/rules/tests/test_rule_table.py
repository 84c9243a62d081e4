"""The rule table is whole, and says the same as the reference from which it was made."""

import re
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from yizhi.law import read_rules, read_toml
from yizhi.rules.table import Rule, RuleTable

TABLE = RuleTable.of(read_rules())
SOURCE = Path(__file__).resolve().parents[2]
REFERENCE = Path(__file__).resolve().parents[4] / ".." / "shared" / "law" / "rules.yaml"

ROW = {
    "id": "a",
    "tier": "core",
    "domain": "general",
    "topic": "送达",
    "kind": "time_limit",
    "title": "甲",
    "law": "中华人民共和国行政处罚法",
    "article": "第61条",
    "words": "",
    "trigger": "",
    "breach": "",
    "confidence": "verified",
    "checked_on": None,
}


@pytest.fixture(scope="module")
def reference():
    if not REFERENCE.exists():
        pytest.skip("the reference folder beside the project is absent")
    return {rule["id"]: rule for rule in yaml.safe_load(REFERENCE.read_text(encoding="utf-8"))["rules"]}


def test_all_291_rules_stand_in_the_table():
    assert len(TABLE) == 291
    assert sum(rule.timer is not None for rule in TABLE) == 87


def test_every_rule_has_its_own_short_title():
    titles = [rule.title for rule in TABLE]
    assert all(0 < len(title) <= 40 for title in titles)


@pytest.mark.parametrize("rule", list(TABLE), ids=lambda rule: rule.id)
def test_the_words_of_a_citation_are_few(rule):
    assert 0 < len(rule.words) <= 20
    assert rule.law in {law["name"] for law in read_toml("laws")["laws"]}


def test_coverage_lists_every_rule_with_its_place():
    rows = TABLE.coverage()
    assert [row["id"] for row in rows] == [rule.id for rule in TABLE]
    assert all(set(row) == {"id", "tier", "status", "where"} for row in rows)
    assert all(row["where"] for row in rows if row["status"] == "done")


def test_done_needs_a_place_and_not_software_a_reason():
    with pytest.raises(AssertionError, match="needs a place"):
        Rule.of({**ROW, "status": "done"})
    with pytest.raises(AssertionError, match="needs a reason"):
        Rule.of({**ROW, "status": "not-software"})


def test_an_id_stands_once():
    with pytest.raises(AssertionError, match="twice"):
        RuleTable.of([{**ROW, "status": "pending"}, {**ROW, "status": "pending"}])


def test_rules_are_selected_by_domain_and_status():
    assert {rule.domain for rule in TABLE.select(domain="transport")} == {"transport"}
    assert {rule.status for rule in TABLE.select(status="not-software")} == {"not-software"}


def test_unconfirmed_values_stay_unconfirmed():
    rule = TABLE["hearing-threshold-sichuan-config"]
    assert (rule.confidence, rule.length, dict(rule.figures)) == ("unconfirmed", None, {})
    assert rule.doubt


@pytest.mark.shared
def test_the_reference_has_the_same_rules(reference):
    assert {rule.id for rule in TABLE} == set(reference)


@pytest.mark.shared
@pytest.mark.parametrize("rule", list(TABLE), ids=lambda rule: rule.id)
def test_a_rule_says_what_the_reference_says(rule, reference):
    row = reference[rule.id]
    unit = "" if row["unit"] == "无" else row["unit"]
    assert (rule.tier, rule.domain, rule.kind, rule.topic) == (row["tier"], row["scope"], row["kind"], row["topic"])
    assert (rule.law, rule.article, rule.confidence) == (row["law"], row["article"], row["confidence"])
    assert (rule.length, rule.length_unit) == (row["length"], unit)
    if "timer" not in row:
        assert rule.timer is None
        return
    timer = row["timer"]
    assert (rule.timer.value, rule.timer.unit) == (timer["value"], timer["unit"])
    assert (rule.timer.direction, rule.timer.roll_forward) == (
        timer["direction"],
        timer["roll_forward_if_last_day_is_holiday"],
    )


@pytest.mark.shared
@pytest.mark.parametrize("rule", list(TABLE), ids=lambda rule: rule.id)
def test_the_words_are_found_in_the_article(rule, reference):
    assert _plain(rule.words) in _plain(reference[rule.id]["quote"])


@pytest.mark.shared
@pytest.mark.parametrize("rule", [rule for rule in TABLE if rule.extend or rule.suspend], ids=lambda rule: rule.id)
def test_extensions_and_suspensions_stand_on_the_reference(rule, reference):
    row = reference[rule.id]
    assert not rule.extend or row["extension"]["allowed"]
    for number, step in enumerate(rule.extend):
        if step.at_most and number == 0:
            assert str(step.at_most) in row["extension"]["max"]
    assert not rule.suspend or set(rule.suspend) <= {
        word.replace("权利人辨认或鉴别", "权利人辨认或者鉴别") for word in _stops(row, reference)
    }


def _stops(row, reference):
    excluded = reference.get(f"{row['id']}-excluded", {"machine": {}})["machine"]
    machine = row["machine"]
    return machine.get("stop_clock") or machine.get("excluded") or excluded.get("stop_clock") or []


def _plain(text):
    return re.sub(r"\s", "", text)


def places() -> list[tuple[str, str]]:
    return sorted({(row["where"], row["id"]) for row in read_rules() if row["status"] == "done"})


@pytest.mark.parametrize(("where", "rule"), places(), ids=lambda value: value)
def test_every_place_named_exists(where: str, rule: str) -> None:
    if " " in where:
        file, key = where.split(" ")
        told = (SOURCE / file).read_text(encoding="utf-8")
        assert f'id = "{key}"' in told or f"{key} = " in told
    elif where.count(".") == 1:
        import_module(f"yizhi.{where}")
    else:
        module, name = where.rsplit(".", 1)
        assert hasattr(import_module(f"yizhi.{module}"), name)
