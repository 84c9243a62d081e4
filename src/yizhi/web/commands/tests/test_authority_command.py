"""`yizhi authority ask` as one types it: batches over a file of facts, single questions to the installation."""

import argparse
import json
from pathlib import Path

import pytest

from yizhi.rules.authority import Answer, Question, World, decide
from yizhi.rules.refusal import BadInput
from yizhi.web.commands.authority import add_parser

EXAMPLES = Path(__file__).resolve().parents[5] / ".." / "shared" / "design" / "examples"
WORLD = {
    "bodies": [
        {"id": "gov", "kind": "government", "name": "示意县人民政府", "county": "510681"},
        {"id": "town", "kind": "town", "name": "示意镇人民政府", "county": "510681", "parent": "gov"},
        {"id": "dept", "kind": "department", "name": "示意部门", "county": "510681", "parent": "gov"},
    ],
    "items": [{"id": "i", "name": "示例", "kind": "penalty", "domain": "城管", "owner": "dept"}],
}
ASKED = {"item": "i", "town": "town", "on": "2026-06-01", "action": "inspect"}


def run(*words, ask=None):
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers(), ask)
    args = parser.parse_args(["authority", "ask", *map(str, words)])
    return args.handler(args)


@pytest.fixture
def batch(tmp_path, capsys):
    def ask(*lines, world=WORLD):
        (tmp_path / "w.json").write_text(json.dumps(world), encoding="utf-8")
        texts = (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
        (tmp_path / "q.jsonl").write_text("\n".join(texts), encoding="utf-8")
        assert run("--world", tmp_path / "w.json", "--questions", tmp_path / "q.jsonl") == 0
        return [json.loads(line) for line in capsys.readouterr().out.strip().split("\n")]

    return ask


def test_one_answer_a_line_and_blank_lines_are_skipped(batch):
    answers = batch({"id": 7, **ASKED}, "", ASKED)
    assert [answer.get("id") for answer in answers] == [7, None]
    assert list(answers[0])[:6] == ["id", "allowed", "deciding_body", "mode", "review_first", "reasons"]
    assert "id" not in answers[1] and answers[0]["deciding_body"] == "dept"
    assert answers[0]["explained"][0]["code"] == "basis-not-in-force"


def test_a_question_that_cannot_be_answered_does_not_stop_the_batch(batch):
    answers = batch({"id": "a", **ASKED, "item": "无"}, "{", "[]", {"id": "b", **ASKED})
    assert [(answer["id"], answer.get("error")) for answer in answers] == [
        ("a", "unknown-item"), (None, "not-json"), (None, "bad-input"), ("b", None)
    ]  # fmt: skip
    assert all(answer["message"] for answer in answers[:3])


@pytest.mark.parametrize("text", ["a\u2028b", "\ud800", "䶮"], ids=["行分隔符", "半个代理对", "生僻字"])
def test_an_id_may_be_any_text(batch, text):
    line = json.dumps({"id": text, **ASKED})
    assert [answer["id"] for answer in batch(line)] == [text]


def test_facts_that_cannot_be_read_stop_before_the_first_answer(batch, tmp_path):
    with pytest.raises(BadInput) as refused:
        batch(ASKED, world={**WORLD, "items": [{"id": "i", "kind": "task", "owner": "队"}]})
    assert refused.value.first.about == "items[i].kind"
    for words in (
        ["--world", tmp_path / "无.json", "--questions", tmp_path / "q.jsonl"],
        ["--world", tmp_path / "w.json"],
    ):
        with pytest.raises(BadInput):
            run(*words)


SINGLE = ["--item", "i", "--town", "town", "--on", "2026-06-01", "--officer", "甲", "--officer", "乙"]


def test_a_single_question_is_handed_to_the_installation(capsys):
    asked = []

    def ask(question: Question) -> Answer:
        asked.append(question)
        return decide(question, World.of(WORLD))

    assert run(*SINGLE, "--action", "open_case", "--act-day", "2026-05-01", "--known-at", "2026-06-02", ask=ask) == 0
    assert json.loads(capsys.readouterr().out)["deciding_body"] == "dept"
    expected = {
        **ASKED,
        "action": "open_case",
        "officers": ["甲", "乙"],
        "act_day": "2026-05-01",
        "known_at": "2026-06-02",
    }
    assert asked == [Question.of(expected)]


@pytest.mark.parametrize(
    "words, code", [(SINGLE, "no-installation"), (SINGLE[:4], "argument-missing"), ([], "argument-missing")]
)
def test_what_is_missing_is_named(words, code):
    with pytest.raises(BadInput) as refused:
        run(*words)
    assert refused.value.first.code == code


@pytest.mark.shared
def test_the_ten_examples(capsys):
    if not EXAMPLES.is_dir():
        pytest.skip("the folder `shared` is not beside the project")
    run("--world", EXAMPLES / "world.json", "--questions", EXAMPLES / "questions.jsonl")
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    expected = [json.loads(line) for line in (EXAMPLES / "answers.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [list(answer.items())[: len(wanted)] for answer, wanted in zip(printed, expected, strict=True)] == [
        list(wanted.items()) for wanted in expected
    ]


def test_the_worked_table_of_the_manual_is_what_the_command_prints(capsys):
    manual = Path(__file__).resolve().parents[4] / ".." / "docs" / "algorithms"
    run("--world", manual / "authority-world.json", "--questions", manual / "authority.jsonl")
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    rows = [
        (answer["id"], "yes" if answer["allowed"] else "no", answer["deciding_body"], answer["mode"],
         ", ".join(answer["officers_counted"]), ", ".join(answer["reasons"]))
        for answer in printed
    ]  # fmt: skip
    table = (manual / "authority.md").read_text(encoding="utf-8").split("|---|---|---|---|---|---|\n")[1]
    assert table.splitlines() == [f"| {' | '.join(cell or '—' for cell in row)} |" for row in rows]
