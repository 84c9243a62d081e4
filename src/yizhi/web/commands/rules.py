"""yizhi rules: the rule table, time limits and what is carried out. Only `check` needs a database.

yizhi rules list [--domain D] [--status S] [--json]
yizhi rules show RULE_ID [--json]
yizhi rules due RULE_ID --from DATE [--suspend FROM..TO:GROUND]… [--extend N:BY]… [--domain D] [--counted] [--json]
yizhi rules due --questions FILE.jsonl [--counted]
yizhi rules coverage [--json]
yizhi rules document [FILE]
yizhi rules diagrams
yizhi rules check [--json]
"""

import argparse
import dataclasses
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from yizhi.law import read_csv, read_rules, read_toml
from yizhi.rules.authority.cells import BEIJING
from yizhi.rules.calendar import Calendar
from yizhi.rules.deadlines import answer_row
from yizhi.rules.deadlines.answer import write
from yizhi.rules.deadlines.question import Question
from yizhi.rules.procedure.drawing import drawing
from yizhi.rules.procedure.tables import TABLES
from yizhi.rules.refusal import bad_input
from yizhi.rules.rule_document import CONFIDENCE, STATUS, extension_words, rule_document
from yizhi.rules.table import Rule, RuleTable

DOCUMENT = Path("docs/规则/规则表.md")
DIAGRAMS = Path("docs/使用/程序图")
Checked = Callable[[date], Sequence[Any]]


@cache
def table_now() -> RuleTable:
    """Return the rule table that comes with the product."""
    return RuleTable.of(read_rules())


@cache
def calendar_now() -> Calendar:
    """Return the calendar that comes with the product."""
    return Calendar.of(read_csv("calendar"))


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]", check: Checked | None = None) -> None:
    """Add `rules` and its parts to the command's parser; each sets `handler`, which takes the arguments, returns the exit code.

    `check` checks every rule against the imported texts on a day.
    """
    parts = subparsers.add_parser("rules", help="规则表、期限计算、实现情况").add_subparsers(
        required=True, metavar="做什么"
    )
    listed = parts.add_parser("list", help="列出规则")
    listed.add_argument("--domain", help="领域标识，如 market、general")
    listed.add_argument("--status", choices=sorted(STATUS), help="实现情况")
    _finish(listed, list_rules)
    shown = parts.add_parser("show", help="看一条规则")
    shown.add_argument("rule", metavar="规则编号")
    _finish(shown, show_rule)
    _finish(parts.add_parser("coverage", help="每条规则实现在哪里"), show_coverage)
    _add_due(parts)
    document = parts.add_parser("document", help="把规则表写成一份给法制人员读的文件")
    document.add_argument("file", nargs="?", type=Path, default=DOCUMENT, metavar="文件", help=f"默认 {DOCUMENT}")
    document.set_defaults(handler=write_document)
    diagrams = parts.add_parser("diagrams", help="按程序表画出程序图")
    diagrams.set_defaults(handler=write_diagrams)
    checking = parts.add_parser("check", help="规则引的条文与导入的法规文本对照")
    _finish(checking, lambda args: check_words_of(args, check))


def document_now() -> str:
    """Return the rule table as one document."""
    return rule_document(table_now(), TABLES, read_toml("disputes")["dispute"], read_toml("laws")["laws"])


def write_document(args: argparse.Namespace) -> int:
    """Write the document."""
    args.file.parent.mkdir(parents=True, exist_ok=True)
    args.file.write_text(document_now(), encoding="utf-8")
    print(f"写出了 {args.file}：{len(table_now())} 条规则。")
    return 0


def write_diagrams(_: argparse.Namespace) -> int:
    """Draw every procedure in force from its table."""
    DIAGRAMS.mkdir(parents=True, exist_ok=True)
    for procedure in TABLES:
        file = DIAGRAMS / f"{procedure.name}.svg"
        file.write_text(drawing(procedure), encoding="utf-8")
        print(f"画出了 {file}：{len(procedure.stages)} 个阶段，{len(procedure.acts)} 个环节。")
    return 0


def check_words_of(args: argparse.Namespace, check: Checked | None) -> int:
    """Print the rules whose operative words are not in the article as imported; exit code 1 when there is one."""
    assert check is not None, "the command gives the door to the texts"
    checked = check(datetime.now(BEIJING).date())
    wrong = [each for each in checked if each.verdict.state not in ("right", "no-text")]
    if args.json:
        print(_json([{**_plain(each.rule), "verdict": dataclasses.asdict(each.verdict)} for each in checked]))
        return 1 if wrong else 0
    for each in wrong:
        print(f"{each.rule.id}\t{each.rule.title}\t{each.verdict.sentence}{each.verdict.cure}")
        print(f"\t{each.rule.checked_on} 核对，{CONFIDENCE[each.rule.confidence]}")
    right = sum(each.verdict.right for each in checked)
    print(
        f"规则 {len(checked)} 条：原文对得上 {right}，对不上 {len(wrong)}，没有文本 {len(checked) - right - len(wrong)}。"
    )
    return 1 if wrong else 0


def list_rules(args: argparse.Namespace) -> int:
    """Print the rules, one a line, or as JSON."""
    rules = table_now().select(args.domain, args.status)
    if args.json:
        print(_json([_plain(rule) for rule in rules]))
        return 0
    for rule in rules:
        print(f"{rule.id}\t{rule.title}\t{rule.citation}")
    return 0


def show_rule(args: argparse.Namespace) -> int:
    """Print one rule with everything the table knows of it; refuses an unknown id."""
    rule = table_now()[args.rule]
    print(_json(_plain(rule)) if args.json else "\n".join(_describe(rule)))
    return 0


def show_coverage(args: argparse.Namespace) -> int:
    """Print where each rule is carried out; with `--json` the list of {id, tier, status, where}."""
    table = table_now()
    if args.json:
        print(_json(table.coverage()))
        return 0
    for rule in table:
        print(f"{rule.id}\t{STATUS[rule.status]}\t{rule.where or rule.why}")
    counted: Counter[str] = Counter(rule.status for rule in table)
    print("　".join(f"{word}{counted[status]}条" for status, word in STATUS.items()))
    return 0


def answer_due(args: argparse.Namespace) -> int:
    """Answer one question about a limit, or a file of them, one JSON answer a line.

    Without `--json` an answer that names no date gives exit code 1; a program reads `error`.
    """
    if args.questions:
        for row in _read_lines(args.questions):
            print(json.dumps(answer_row(row, table_now(), calendar_now(), args.counted), ensure_ascii=False))
        return 0
    if not args.rule or not args.start:
        raise bad_input("rule", "要写明规则编号和起算日期。", "例如 yizhi rules due serve-7d --from 2026-02-12")
    question = Question.of(_row(args))
    answer = question.answer(table_now(), calendar_now(), args.counted)
    if args.json:
        print(_json(answer.as_dict()))
    else:
        print(write(answer.due) if answer.due else f"算不出日期：{answer.error}")
        print(answer.explain)
        for day in answer.counted or ():
            print(f"{day.date}\t{'第' + str(day.number) + '日' if day.counts else '不计'}\t{day.reason}")
        for claim in answer.suspended:
            print(
                f"停止计算 {claim.start} 至 {claim.stop or '尚未恢复'}（{claim.ground}）：{_accepted(claim.accepted)}"
            )
        for step in answer.extended:
            print(f"延长 {step.value}（{step.by}）：{_accepted(step.accepted)}")
    return 0 if answer.due or args.json else 1


def _add_due(parts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    due = parts.add_parser("due", help="计算期限")
    due.add_argument("rule", nargs="?", metavar="规则编号")
    due.add_argument(
        "--from", dest="start", metavar="日期", help="起算日，如 2026-02-12；以小时计算的写 2026-05-01T16:40"
    )
    due.add_argument("--domain", metavar="领域", help="事项的领域，如 市场监管、住建、农业、交通")
    due.add_argument("--suspend", action="append", default=[], metavar="起..止:事由", help="不计入期限的时间，可以多次")
    due.add_argument("--extend", action="append", default=[], metavar="数:批准人", help="延长，可以多次")
    due.add_argument("--counted", action="store_true", help="逐日列出")
    due.add_argument("--questions", type=Path, metavar="文件", help="一行一个问题的 JSONL 文件")
    _finish(due, answer_due)


def _finish(parser: argparse.ArgumentParser, handler: Any) -> None:
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.set_defaults(handler=handler)


def _row(args: argparse.Namespace) -> dict[str, Any]:
    return {
        "rule": args.rule,
        "from": args.start,
        "domain": args.domain,
        "suspend": [_suspension(text) for text in args.suspend],
        "extend": [_extension(text) for text in args.extend],
    }


def _suspension(text: str) -> dict[str, Any]:
    span, colon, ground = text.partition(":")
    start, dots, stop = span.partition("..")
    if not (colon and dots):
        raise bad_input("suspend", f"“{text}”读不懂。", "写成 2026-02-02..2026-02-12:鉴定")
    return {"from": start, "to": stop or None, "ground": ground}


def _extension(text: str) -> dict[str, Any]:
    value, colon, by = text.partition(":")
    if not (colon and value.isdecimal()):
        raise bad_input("extend", f"“{text}”读不懂。", "写成 30:负责人")
    return {"value": int(value), "by": by}


def _read_lines(path: Path) -> Iterator[Any]:
    try:
        text = sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise bad_input("questions", f"打不开 {path}：{fault}", "核对文件名，文件应当是 UTF-8 文字。") from fault
    for line in text.splitlines():
        if line.strip():
            yield _parse(line)


def _parse(line: str) -> Any:
    try:
        return json.loads(line)
    except ValueError:
        return line


def _plain(rule: Rule) -> dict[str, Any]:
    return {**dataclasses.asdict(rule), "checked_on": rule.checked_on.isoformat(), "citation": str(rule.citation)}


def _describe(rule: Rule) -> Iterable[str]:
    yield f"{rule.id}　{rule.title}"
    yield f"依据：{rule.citation}（{rule.words}）"
    yield f"何时：{rule.trigger}"
    if rule.length is not None:
        yield f"数值：{rule.length}{rule.length_unit}"
    if rule.counting:
        yield f"怎么算：{rule.counting}"
    if rule.suspend:
        yield f"不计入期限的事由：{'、'.join(rule.suspend)}"
    yield from extension_words(rule)
    yield f"后果：{rule.breach}"
    yield f"核对：{rule.checked_on}，{CONFIDENCE[rule.confidence]}"
    if rule.doubt:
        yield f"存疑：{rule.doubt}"
    yield f"实现：{STATUS[rule.status]} {rule.where or rule.why}".rstrip()


def _accepted(accepted: bool) -> str:
    return "计入" if accepted else "条文不允许，没有效果"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
