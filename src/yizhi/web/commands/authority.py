"""`yizhi authority ask` 问执法主体: a batch of questions against a file of facts, or one question to the installation.

The batch needs no database:

    yizhi authority ask --world world.json --questions questions.jsonl

    yizhi authority what-if BATCH [--json]

The first prints one answer a line as JSON. A question that cannot be answered prints `{"id": …, "error": code, "message": …}`
and the batch goes on. The second tells what a batch of powers would touch if it took force.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from yizhi.rules.authority import ACTIONS, Answer, Question, World, decide
from yizhi.rules.authority.cells import BEIJING
from yizhi.rules.refusal import BadInput, bad_input

Ask = Callable[[Question], Answer]
WhatIf = Callable[..., dict[str, Any]]
ASKED_IN_WRITING = "penalty_decision"


def add_parser(subparsers: Any, ask: Ask | None = None, what_if: WhatIf | None = None) -> None:
    """Add `authority` to the command. `ask` and `what_if` answer from the installation's own data."""
    authority = subparsers.add_parser("authority", help="问一件事由谁实施、哪些人够条件；赋权批次会影响什么")
    parts = authority.add_subparsers(dest="authority_command", required=True)
    _add_what_if(parts, what_if)
    asking = parts.add_parser("ask", help="提问")
    batch = asking.add_argument_group("成批提问（不需要数据库）")
    batch.add_argument("--world", type=Path, metavar="W.json", help="事实文件")
    batch.add_argument("--questions", type=Path, metavar="Q.jsonl", help="问题文件，一行一问")
    single = asking.add_argument_group("问本机的数据")
    single.add_argument("--item", help="事项编号")
    single.add_argument("--town", help="违法行为发生地的镇（街道）")
    single.add_argument("--on", help="办理日期，如 2026-06-01")
    single.add_argument("--officer", action="append", default=[], help="执法人员，可以写多次")
    single.add_argument("--action", choices=ACTIONS, default=ASKED_IN_WRITING, help="做什么，默认是作出处罚决定")
    single.add_argument("--party", help="当事人")
    single.add_argument("--act-day", help="违法行为发生日期，默认同办理日期")
    single.add_argument("--known-at", help="按哪一时刻掌握的事实回答，默认按现在掌握的")
    single.add_argument("--opened-on", help="在办案件的立案日期")
    single.add_argument("--opened-body", help="在办案件的立案机关")
    asking.set_defaults(handler=lambda args: ask_command(args, ask))


def _add_what_if(parts: Any, what_if: WhatIf | None) -> None:
    touching = parts.add_parser("what-if", help="赋权批次如果生效，会影响哪些格子、案件、人员和清单")
    touching.add_argument("batch", metavar="批次", help="批次的案卷主号")
    touching.add_argument("--json", action="store_true", help="输出 JSON")
    touching.set_defaults(handler=lambda args: what_if_command(args, what_if))


def what_if_command(args: argparse.Namespace, what_if: WhatIf | None) -> int:
    """Print what a batch would touch; exit code 1 when something in it may not be done."""
    assert what_if is not None, "the command gives this door whenever it has a database"
    found = what_if(args.batch, today=datetime.now(BEIJING).date())
    print(_written(found, indent=2) if args.json else "\n".join(found["sentences"]))
    return 1 if found["reasons"] else 0


def ask_command(args: argparse.Namespace, ask: Ask | None) -> int:
    """Answer as the arguments say and return the exit code. Raises `BadInput` for facts or arguments that cannot be read."""
    if args.world is not None or args.questions is not None:
        for line in batch_lines(_given(args.world, "--world"), _given(args.questions, "--questions")):
            print(_written(line))
        return 0
    question = Question.of(_asked(args))
    if ask is None:
        raise bad_input(
            "--world", "这里没有可以查询的本机数据。", "用 --world 和 --questions 给出事实和问题。", "no-installation"
        )
    print(_written(ask(question).as_dict(), indent=2))
    return 0


def batch_lines(world_file: Path, questions_file: Path) -> Iterator[dict[str, Any]]:
    """Yield one answer, or one error, for each line of the questions. Raises `BadInput` when the facts cannot be read."""
    world = World.of(_read_json(_read(world_file, "--world"), "--world"))
    for line in _read(questions_file, "--questions").split("\n"):
        if line.strip():
            yield _line(line, world)


def _line(line: str, world: World) -> dict[str, Any]:
    named: dict[str, Any] = {}
    try:
        values = _read_json(line, "--questions")
        if isinstance(values, Mapping) and "id" in values:
            named = {"id": values["id"]}
        return {**named, **decide(Question.of(values), world).as_dict()}
    except BadInput as refusal:
        return {**(named or {"id": None}), "error": refusal.first.code, "message": str(refusal)}


def _asked(args: argparse.Namespace) -> dict[str, Any]:
    names = ("item", "town", "on", "action", "party", "act_day", "known_at", "opened_on", "opened_body")
    values = {name: getattr(args, name) for name in names}
    missing = [f"--{name}" for name in ("item", "town", "on") if not values[name]]
    if missing:
        raise bad_input(missing[0], f"还缺 {'、'.join(missing)}。", "写明事项、镇（街道）和日期。", "argument-missing")
    return {**values, "officers": args.officer}


def _given(path: Path | None, about: str) -> Path:
    if path is None:
        raise bad_input(about, f"成批提问还缺 {about}。", "同时给出 --world 和 --questions。", "argument-missing")
    return path


def _read(path: Path, about: str) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise bad_input(
            about, f"读不了文件 {path}。", "核对文件名；文件应当是 UTF-8 编码。", "file-unreadable"
        ) from error


def _written(value: Any, indent: int | None = None) -> str:
    """Return readable JSON; half a surrogate pair, which no encoding can print, stays an escape."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _read_json(text: str, about: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise bad_input(
            about, "不是 JSON。", "问题文件每行一个 JSON 对象，事实文件整个是一个 JSON 对象。", "not-json"
        ) from error
