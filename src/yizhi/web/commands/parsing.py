"""命令行的中文 The reader of the command line, with its own words in Chinese."""

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

MISTAKES = (
    (r"the following arguments are required: (.+)", r"还缺：\1"),
    (r"unrecognized arguments: (.+)", r"看不懂：\1"),
    (r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)", r"“\1”不能是 \2，可以是：\3"),
    (r"argument (.+?): invalid .+ value: (.+)", r"“\1”的值读不懂：\2"),
    (r"argument (.+?): expected .+", r"“\1”后面的值个数不对"),
    (r"argument (.+?): not allowed with argument (.+)", r"“\1”不能和“\2”同时写"),
    (r"one of the arguments (.+) is required", r"下面的至少写一个：\1"),
    (r"ambiguous option: (.+) could match (.+)", r"“\1”不明确，可能是：\2"),
)


class Formatter(argparse.HelpFormatter):
    """Writes the usage line in Chinese."""

    def add_usage(
        self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser whose headings and mistakes are in Chinese; its sub-parsers are of the same kind."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"formatter_class": Formatter, **options, "add_help": False})
        self._positionals.title = "要写明的"
        self._optionals.title = "可以加的"
        self.add_argument("-h", "--help", action="help", help="看说明")

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong with the command line and how it is written; exit code 2."""
        self.exit(2, f"{in_chinese(message)}\n{self.format_usage()}")


def in_chinese(message: str) -> str:
    """Return a mistake of the command line in Chinese.

    >>> in_chinese("the following arguments are required: FILE")
    '还缺：FILE'
    """
    for pattern, words in MISTAKES:
        if re.fullmatch(pattern, message, re.DOTALL):
            return re.sub(pattern, words, message, flags=re.DOTALL)
    return message
