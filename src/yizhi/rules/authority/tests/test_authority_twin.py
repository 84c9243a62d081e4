"""The answer against its slow plain twin, on crowded random worlds."""

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yizhi.rules.authority import WORDINGS, Question, World, decide
from yizhi.rules.refusal import BadInput


def beside(name):
    """Load a module that lies beside this test."""
    spec = importlib.util.spec_from_file_location(f"authority_{name}", Path(__file__).with_name(f"{name}.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


random_worlds = beside("random_worlds")
plain_answer = beside("plain_twin").plain_answer


def fast_answer(world, asked):
    try:
        answer = decide(Question.of(asked), world).as_dict()
    except BadInput:
        return {"error": True}
    return {key: answer[key] for key in answer if key not in ("explained", "alternatives", "facts_used")}


@pytest.mark.parametrize("block", range(8))
def test_same_answer_as_the_plain_twin(block):
    for seed in range(block * 40, block * 40 + 40):
        tables = random_worlds.world(seed)
        world = World.of(tables)
        for number in range(25):
            asked = random_worlds.question(seed * 1000 + number)
            assert fast_answer(world, asked) == plain_answer(tables, asked), (seed, asked)


def test_random_worlds_meet_every_reason():
    seen = set()
    for seed in range(320):
        tables = random_worlds.world(seed)
        for number in range(25):
            seen |= set(plain_answer(tables, random_worlds.question(seed * 1000 + number)).get("reasons", ()))
    assert {wording.code for wording in WORDINGS} == seen


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_an_allowed_answer_has_no_stop_and_two_officers_of_an_authority_body(world_seed, question_seed):
    tables = random_worlds.world(world_seed)
    world = World.of(tables)
    try:
        answer = decide(Question.of(random_worlds.question(question_seed)), world)
    except BadInput:
        return
    assert answer.allowed == all(reason.severity != "stop" for reason in answer.reasons)
    assert answer.allowed == (answer.refusal() is None)
    assert answer.deciding_body is None or answer.deciding_body in {body["id"] for body in tables["bodies"]}
    if answer.allowed:
        assert answer.deciding_body is not None and len(answer.officers_counted) >= 2
        assert answer.alternatives == ()
    for reason in answer.explained:
        assert "{" not in reason.sentence + reason.cure and reason.article and reason.sentence.endswith("。")
    for other in answer.alternatives:
        assert other.body in {body["id"] for body in tables["bodies"]}
