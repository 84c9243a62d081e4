"""命令 `yizhi`: one word says what to do; every refusal is told in Chinese with its article and its cure.

Exit code 0 done, 1 done with faults found, 2 refused or not understood.
"""

import argparse
import importlib
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from yizhi.rules.refusal import Refusal
from yizhi.web.commands.parsing import Parser

Needs = Literal["nothing", "settings", "database"]


@dataclass(frozen=True, slots=True)
class Command:
    """Where one command lives, its line in the help, and what has to stand before it runs."""

    module: str
    help: str
    needs: Needs = "database"


# Modules are loaded when they are asked for: `yizhi rules` answers in a fifth of a second because Django is never loaded,
# and a module with models can only be loaded after Django is set up.
COMMANDS = {
    "serve": Command("serve", "启动服务"),
    "demo": Command("demo", "建演示县"),
    "import": Command("imports", "导入事项、清单、当事人、节假日安排、法规文本"),
    "list": Command("lists", "一个片区一张清单：哪一天、归谁、凭什么"),
    "citations": Command("citations", "核对全部事项的引注"),
    "act": Command("act", "在案卷上办一件事"),
    "inspect": Command("inspecting", "安排检查，在检查上办一件事"),
    "disclose": Command("disclosing", "公示：拟稿、审查公布、更正、撤回；年度数据；案卷公开申请"),
    "supervise": Command("supervising", "登记监督事项，存入附件"),
    "authority": Command("authority", "问一件事由谁实施、哪些人够条件"),
    "find": Command("find", "说出看到的，找到事项和归谁办", "settings"),
    "rules": Command("rules", "规则表、期限计算、实现情况", "nothing"),
    "record": Command("record", "查对、重算、封存执法记录"),
    "account": Command("accounts", "账号：新建、改口令、任职"),
    "token": Command("accounts", "接口令牌：签发"),
    "backup": Command("backup", "备份到一个文件"),
    "restore": Command("backup", "从备份恢复到空的数据库"),
    "check": Command("check", "查看这台机器能不能办案", "settings"),
    "openapi": Command("openapi", "写出接口说明", "settings"),
    "manage": Command("manage", "数据库维护（Django 管理命令）", "settings"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command in `argv` and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    name = next((word for word in words if not word.startswith("-")), "")
    args = argparse.Namespace()
    try:
        prepare(needs(name, words))
        parser(name, words).parse_args(words, args)
        return int(args.handler(args))
    except Refusal as refusal:
        tell(refusal, as_json=getattr(args, "json", False) is True)
        return 2
    except BrokenPipeError:
        # The reader of our output went away, as `| head` does; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130


def needs(name: str, words: Sequence[str]) -> Needs:
    """Return what has to stand before the command runs; asking for help, or of a file of facts, needs nothing."""
    if name not in COMMANDS:
        return "nothing"
    wanted = COMMANDS[name].needs
    if name == "authority" and ({"--world", "--questions", "-h", "--help"} & set(words)):
        return "nothing"
    if name == "rules" and "check" in words:
        wanted = "database"
    return "settings" if wanted == "database" and {"-h", "--help"} & set(words) else wanted


def prepare(wanted: Needs) -> None:
    """Load the settings, and make the database and bring it up to date, as far as the command needs them."""
    if wanted == "nothing":
        return
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yizhi.web.settings")
    importlib.import_module("django").setup()
    if wanted == "database":
        importlib.import_module("yizhi.web.database").prepare()


def parser(name: str, words: Sequence[str]) -> Parser:
    """Return the parser: the asked command with all its parts, the others with their line of help."""
    made = Parser(prog="yizhi", description="一支：片区综合行政执法平台")
    parts = made.add_subparsers(required=True, metavar="做什么")
    asked = COMMANDS.get(name)
    for other, command in COMMANDS.items():
        if asked is None or command.module != asked.module:
            parts.add_parser(other, help=command.help)
    if asked is not None:
        module = importlib.import_module(f"yizhi.web.commands.{asked.module}")
        module.add_parser(parts, **_doors(name, words))
    return made


def _doors(name: str, words: Sequence[str]) -> dict[str, Any]:
    if needs(name, words) != "database":
        return {}
    if name == "rules":
        return {"check": importlib.import_module("yizhi.desk.matters.rule_words").check_rules}
    if name != "authority":
        return {}
    return {
        "ask": importlib.import_module("yizhi.desk.matters.queries").ask,
        "what_if": importlib.import_module("yizhi.desk.batches.queries").touched_by,
    }


def tell(refusal: Refusal, *, as_json: bool) -> None:
    """Print a refusal: each reason with its article and cure on the error stream, or the problem document where JSON was asked for."""
    if as_json:
        print(json.dumps(refusal.as_problem(), ensure_ascii=False, indent=2))
        return
    for reason in refusal.reasons:
        article = f"（{reason.article}）" if reason.article else ""
        print(f"{reason.sentence}{article} [{reason.code}]", file=sys.stderr)
        if reason.cure:
            print(f"  办法：{reason.cure}", file=sys.stderr)


if __name__ == "__main__":
    raise SystemExit(main())
