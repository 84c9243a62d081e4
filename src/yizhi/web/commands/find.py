"""`yizhi find` 找对人: plain words → the items they may mean.

yizhi find "有人在河边倒建筑垃圾" [--town 连山镇] [--on 2026-11-24]
yizhi find --questions FILE.jsonl      one line {"id", "query", "town"?} → one line {"id", "items", "answer"}
yizhi find --learn                     writes the weights anew after the tables of sayings changed

Answers from the installation's items; where there is none yet, from the catalogue that comes with the product.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.db import DatabaseError, connection
from django.utils import timezone

from yizhi.demo.tables import rows
from yizhi.desk.matters.hearing import finder_of, intents, learn_again
from yizhi.desk.matters.models import Item
from yizhi.desk.matters.queries import find, find_whose
from yizhi.desk.places.models import Town
from yizhi.rules.finding import Candidate, Finder, Found
from yizhi.rules.refusal import bad_input
from yizhi.web.database import prepare

MOST = 5
DEEP = 12
Find = Callable[[str, int], Found]


def add_parser(parts: Any) -> None:
    """Add `find` to the command."""
    parser = parts.add_parser("find", help="说出看到的，找到事项和归谁办")
    parser.add_argument("words", nargs="?", default="", metavar="看到了什么")
    parser.add_argument("--town", default="", help="镇（街道）的名称或者编码")
    parser.add_argument("--on", default="", help="哪一天，默认今天")
    parser.add_argument("--questions", type=Path, metavar="Q.jsonl", help="成批提问，一行一问")
    parser.add_argument("--learn", action="store_true", help="说法改了以后，重新学一遍")
    parser.set_defaults(handler=find_command)


def find_command(args: argparse.Namespace) -> int:
    """Answer as the arguments say and return the exit code. Raises `BadInput` for what cannot be read."""
    if args.learn:
        print(f"学了 {learn_again(row['name'] for row in rows('items'))} 句。")
        return 0
    on = _day(args.on)
    if args.questions is not None:
        for line in batch(args.questions, on):
            print(json.dumps(line, ensure_ascii=False).encode("utf-8", "backslashreplace").decode())
        return 0
    if not args.words.strip():
        raise bad_input("words", "没有写看到了什么。", '写作 yizhi find "有人在河边倒建筑垃圾"。', "argument-missing")
    print("\n".join(told(args.words, args.town, on)))
    return 0


def batch(questions: Path, on: date) -> Iterator[dict[str, Any]]:
    """Yield {"id", "items", "answer"} for each line; `items` are the numbers of the published catalogue, empty when it is no item."""
    numbers, ask = _numbers(), _ask(on)
    try:
        lines = questions.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise bad_input(
            "--questions", f"读不了文件 {questions}。", "核对文件名；文件应当是 UTF-8 编码。", "file-unreadable"
        ) from error
    for line in lines:
        if line.strip():
            yield _line(line, numbers, ask)


def told(words: str, town: str, on: date) -> Iterator[str]:
    """Yield the answer in lines: the verdict, the items best first with the words that matched and, with a town, whose each is."""
    if town:
        found = find_whose(words, town=_town(town), on=on)
        lines = [(item.code, item.name, item.words, item.whose) for item in found.items]
        answer, intent = found.answer, found.intent
    else:
        heard = _ask(on)(words, MOST)
        names = _names()
        lines = [(match.code, names[match.code], match.words, "") for match in heard.matches]
        answer, intent = heard.answer, heard.intent
    yield {"item": "像是这些事项：", "unsure": "说不准，可能是：", "not-an-item": "不是执法事项。"}[answer]
    if answer == "not-an-item" and intent in intents():
        yield f"  {intents()[intent]['title']}：{intents()[intent]['sentence']}"
    numbers = _numbers()
    for rank, (code, name, matched, whose) in enumerate(lines, 1):
        yield f"{rank}. {name}（{f'序号 {numbers[code]}' if code in numbers else code}）"
        if whose:
            yield f"   归谁办：{whose}"
        if matched:
            yield f"   对上的词：{'、'.join(matched)}"


def _line(line: str, numbers: Mapping[str, int], ask: Find) -> dict[str, Any]:
    named: Any = None
    try:
        values = json.loads(line)
        named = values["id"]
        found = ask(str(values["query"]), DEEP)
    except (ValueError, KeyError, TypeError, RecursionError):
        return {"id": named, "error": "bad-question", "message": '要写作 {"id": …, "query": "…"}。'}
    items = dict.fromkeys(numbers[match.code] for match in found.matches if match.code in numbers)
    return {"id": named, "items": list(items)[:MOST], "answer": found.answer}


def _ask(on: date) -> Find:
    if installed():
        return lambda words, most: find(words, on, most)
    return packaged().find


@cache
def installed() -> bool:
    """Tell whether this installation has items of its own; a database that is not there is not made, one that is behind is brought up."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite" and not Path(str(name)).exists():
        return False
    try:
        connection.ensure_connection()
    except DatabaseError:
        return False
    prepare()
    return Item.objects.exists()


@cache
def packaged() -> Finder:
    """Return a finder over the catalogue that comes with the product."""
    return finder_of(Candidate(row["code"], row["name"], row["deed"]) for row in rows("items"))


def _numbers() -> dict[str, int]:
    """Return the number in the published catalogue of each item that has one."""
    if installed():
        pairs = Item.objects.values_list("code", "source_number")
        return {code: number for code, number in pairs if number is not None}
    return {row["code"]: int(row["source_number"]) for row in rows("items") if row["source_number"]}


def _names() -> dict[str, str]:
    return (
        dict(Item.objects.values_list("code", "name")) if installed() else {r["code"]: r["name"] for r in rows("items")}
    )


def _town(town: str) -> str:
    found = Town.objects.filter(code=town).first() or Town.objects.filter(name=town).first() if installed() else None
    if found is None:
        raise bad_input("--town", f"没有这个镇（街道）：{town}。", "写名称或者编码，先导入区划。", "unknown-town")
    return found.code


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text) if text else timezone.localdate()
    except ValueError:
        raise bad_input("--on", "日期看不懂。", "写作 2026-11-24。") from None
