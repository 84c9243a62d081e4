"""地基 Ground floor: tables only. This module reads them; it decides nothing.

Every table lives beside this file as TOML or CSV. `read_toml` and `read_csv` return plain values; the rules
turn them into their own frozen types.
"""

import csv
import tomllib
from importlib.resources import files
from typing import Any


def read_toml(name: str) -> dict[str, Any]:
    """Return the table `law/<name>.toml` as plain values. Raises `FileNotFoundError` when there is no such table."""
    return tomllib.loads(_text(f"{name}.toml"))


def read_rules() -> list[dict[str, Any]]:
    """Return every row of the rule table `law/rules/*.toml`, file by file in the order of their names."""
    folder = files(__name__) / "rules"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return [row for name in names for row in tomllib.loads(_text(f"rules/{name}"))["rules"]]


def read_sayings_tables() -> list[dict[str, Any]]:
    """Return every table of `law/sayings/*.toml`, file by file in the order of their names."""
    folder = files(__name__) / "sayings"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return [table for name in names for table in tomllib.loads(_text(f"sayings/{name}"))["sayings"]]


def read_csv(name: str) -> list[dict[str, str]]:
    """Return the rows of `law/<name>.csv`, one mapping a row, keyed by the header line."""
    return list(csv.DictReader(_text(f"{name}.csv").splitlines()))


def _text(name: str) -> str:
    return (files(__name__) / name).read_text(encoding="utf-8")
