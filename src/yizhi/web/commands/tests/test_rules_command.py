"""yizhi rules, as typed on the command line."""

import argparse
import json
from pathlib import Path

import pytest

from yizhi.rules.refusal import BadInput
from yizhi.web.commands import rules

EXAMPLES = Path(__file__).resolve().parents[5] / ".." / "shared" / "design" / "examples"


@pytest.fixture
def yizhi(capsys):
    parser = argparse.ArgumentParser(prog="yizhi")
    rules.add_parser(parser.add_subparsers(required=True))

    def run(*words):
        args = parser.parse_args(["rules", *words])
        return args.handler(args), capsys.readouterr().out

    return run


def test_one_due_date_for_a_reader(yizhi):
    code, out = yizhi("due", "pay-15d", "--from", "2026-09-18")
    assert (code, out.splitlines()[0]) == (0, "2026-10-08")
    assert "国庆节放假，顺延" in out


def test_suspensions_extensions_and_domain(yizhi):
    claims = ("--suspend", "2026-02-02..2026-02-12:鉴定", "--extend", "30:负责人", "--extend", "9:办案人员")
    code, out = yizhi("due", "decision-90d", "--from", "2026-01-05", "--domain", "农业", *claims, "--json")
    answer = json.loads(out)
    assert code == 0
    assert (answer["rule"], answer["due"]) == ("decision-90d-agri", "2026-05-15")
    assert answer["codes"] == ["extension-refused"]
    assert [claim["accepted"] for claim in answer["extended"]] == [True, False]


def test_days_are_listed_with_their_reasons(yizhi):
    _, out = yizhi("due", "serve-7d", "--from", "2026-02-12", "--counted")
    assert "2026-02-14\t第2日\t春节调休上班" in out
    assert "2026-02-16\t不计\t春节放假" in out


def test_a_missing_year_names_no_date(yizhi):
    code, out = yizhi("due", "serve-7d", "--from", "2028-01-03")
    assert (code, out.splitlines()[0]) == (1, "算不出日期：calendar-missing")
    assert yizhi("due", "serve-7d", "--from", "2028-01-03", "--json")[0] == 0


def test_a_file_of_questions_gives_one_answer_a_line(yizhi, tmp_path):
    lines = [
        '{"id": 1, "rule": "serve-7d", "from": "2026-02-12"}',
        "",
        "不是问题",
        '{"id": "二", "rule": "没有", "from": "2026-02-12"}',
    ]
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    _, out = yizhi("due", "--questions", str(path))
    answers = [json.loads(line) for line in out.splitlines()]
    assert [answer["error"] for answer in answers] == [None, "bad-input", "rule-unknown"]
    assert [answer["id"] for answer in answers] == [1, None, "二"]
    assert all(list(answer)[:5] == ["id", "rule", "due", "error", "codes"] for answer in answers)


@pytest.mark.parametrize(
    "words",
    [
        ("due",),
        ("due", "serve-7d"),
        ("due", "serve-7d", "--from", "明天"),
        ("due", "serve-7d", "--from", "2026-02-12", "--suspend", "鉴定"),
        ("due", "serve-7d", "--from", "2026-02-12", "--extend", "负责人"),
        ("due", "--questions", "没有这个文件.jsonl"),
        ("due", "没有", "--from", "2026-02-12"),
        ("show", "没有"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_cure(yizhi, words):
    with pytest.raises(BadInput) as refused:
        yizhi(*words)
    assert refused.value.first.cure


def test_rules_are_listed_and_shown(yizhi):
    _, out = yizhi("list", "--domain", "transport")
    assert "decision-90d-transport\t交通九十日内作出处罚决定\t交通运输行政执法程序规定 第78条" in out
    _, shown = yizhi("show", "decision-90d-housing")
    assert "不计入期限的事由：听证、检测、检验、鉴定、中止" in shown
    assert "第2次延长：负责人集体讨论批准，最多60日" in shown
    _, unconfirmed = yizhi("show", "hearing-threshold-sichuan-config")
    assert "未确认" in unconfirmed
    assert "存疑" in unconfirmed
    assert json.loads(yizhi("show", "serve-7d", "--json")[1])["timer"]["value"] == 7
    assert len(json.loads(yizhi("list", "--json")[1])) == 291


def test_coverage_counts_every_rule(yizhi):
    rows = json.loads(yizhi("coverage", "--json")[1])
    assert len(rows) == 291
    assert set(rows[0]) == {"id", "tier", "status", "where"}
    assert "已实现" in yizhi("coverage")[1].splitlines()[-1]


@pytest.mark.shared
def test_the_eight_examples(yizhi):
    if not EXAMPLES.exists():
        pytest.skip("the reference folder beside the project is absent")
    _, out = yizhi("due", "--questions", str(EXAMPLES / "due_questions.jsonl"))
    answers = [json.loads(line) for line in out.splitlines()]
    wanted = [json.loads(line) for line in (EXAMPLES / "due_answers.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [{key: answer[key] for key in want} for answer, want in zip(answers, wanted, strict=True)] == wanted
