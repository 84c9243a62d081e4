"""命令 The one door on the command line: Chinese words, named refusals, exit codes, a quick start."""

import io
import json
import subprocess
import sys

import pytest

from yizhi.rules.refusal import Reason, Refusal
from yizhi.web import command


def told(capsys, *words):
    try:
        code = command.main(words)
    except SystemExit as stop:
        code = stop.code
    return code, capsys.readouterr()


def test_the_help_names_every_command_in_chinese(capsys):
    code, said = told(capsys, "--help")
    assert code == 0
    assert said.out.startswith("用法：yizhi")
    assert all(name in said.out and row.help in said.out for name, row in command.COMMANDS.items())
    assert not {"usage", "options", "positional", "show this"} & set(said.out.split())


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "还缺：做什么"),
        (("立案",), "“做什么”不能是"),
        (("rules",), "还缺：做什么"),
        (("rules", "show"), "还缺：规则编号"),
        (("rules", "list", "--domain"), "“--domain”后面的值个数不对"),
        (("rules", "list", "--高"), "看不懂：--高"),
    ],
    ids=["没写", "没有的命令", "缺动作", "缺编号", "缺值", "多写"],
)
def test_a_mistake_is_told_in_chinese_with_the_way_to_write_it(capsys, words, sentence):
    code, said = told(capsys, *words)
    assert code == 2
    assert sentence in said.err and "用法：" in said.err


def test_a_refusal_names_each_reason_with_article_and_cure(capsys):
    reasons = [
        Reason("two-officers", "执法人员少于两人。", "行政处罚法 第42条", "stop", "再指定一人。"),
        Reason("note", "另有一事。"),
    ]
    command.tell(Refusal(reasons), as_json=False)
    lines = capsys.readouterr().err.splitlines()
    assert lines == [
        "执法人员少于两人。（行政处罚法 第42条） [two-officers]",
        "  办法：再指定一人。",
        "另有一事。 [note]",
    ]


def test_a_refusal_of_a_command_exits_with_2(capsys):
    code, said = told(capsys, "rules", "show", "no-such-rule")
    assert code == 2
    assert "[" in said.err and said.out == ""


def test_json_is_answered_with_the_problem_document(capsys):
    code, said = told(capsys, "rules", "show", "no-such-rule", "--json")
    assert code == 2
    assert json.loads(said.out)["reasons"][0]["code"]


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        (("rules", "due"), "nothing"),
        (("authority", "ask", "--world", "w.json"), "nothing"),
        (("authority", "ask", "--item", "a"), "database"),
        (("authority", "ask", "--help"), "nothing"),
        (("serve", "--help"), "settings"),
        (("serve",), "database"),
        (("--help",), "nothing"),
    ],
)
def test_a_command_loads_only_what_it_needs(words, needed):
    name = next((word for word in words if not word.startswith("-")), "")
    assert command.needs(name, words) == needed


@pytest.mark.parametrize(
    "words", [("rules", "show", "serve-7d"), ("authority", "ask", "--help")], ids=["rules", "authority"]
)
def test_rules_and_batches_start_without_django(words):
    script = (
        "import sys; from yizhi.web import command\n"
        f"try: command.main({list(words)!r})\n"
        "except SystemExit: pass\n"
        "sys.exit('django' in sys.modules or 'pydantic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_reader_that_goes_away_is_no_fault():
    script = "from yizhi.web.command import main; import sys; sys.exit(main(['rules', 'list']))"
    done = subprocess.run(f'{sys.executable} -c "{script}" | head -1', shell=True, capture_output=True, text=True)
    assert done.stderr == "" and done.stdout.count("\n") == 1


def test_the_parser_writes_what_it_is_given():
    parser = command.parser("rules", ["rules"])
    out = io.StringIO()
    parser.print_help(out)
    assert "要写明的" in out.getvalue() and "可以加的" in out.getvalue()
