"""规范形式与摘要 RFC 8785 canonical JSON and SM3: the two things an outsider needs to check the chain."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

import rfc8785

from yizhi.rules.refusal import bad_input

WRITER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
# RFC 8785 orders keys by UTF-16 units: the same as by characters below the first that takes two of them.
BEYOND = "\ud800"
GREATEST = 2**53


def sm3(data: bytes) -> str:
    """Return the SM3 digest of `data` as 64 hexadecimal digits.

    >>> sm3(b"abc")
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'
    """
    return hashlib.new("sm3", data).hexdigest()


def canonical(value: Any) -> bytes:
    """Return the RFC 8785 form of a plain value. Numbers beyond 2**53, NUL and lone surrogates are refused by name."""
    try:
        data = WRITER.encode(value).encode() if _simple(value) else rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError, ValueError, RecursionError) as error:
        raise bad_input(
            "facts", "内容里有无法存入记录的值（过大的数、残缺的字符或过深的嵌套）。", "改正后再提交。"
        ) from error
    if b"\\u0000" in data:
        raise bad_input("facts", "内容里有空字符（NUL），无法存入记录。", "删去空字符后再提交。")
    return data


def _simple(value: Any) -> bool:
    """Tell whether the writer of the standard library gives the same bytes: no fractions, no great numbers, only everyday keys."""
    kind = type(value)
    if kind is str or value is None or kind is bool:
        return True
    if kind is dict:
        return all(type(key) is str and key < BEYOND for key in value) and all(map(_simple, value.values()))
    if kind is list or kind is tuple:
        return all(map(_simple, value))
    return kind is int and -GREATEST < value < GREATEST


def moment(at: datetime) -> str:
    """Return a moment as the record writes it: UTC, microseconds, Z.

    >>> moment(datetime(2026, 11, 24, 8, 0, tzinfo=UTC))
    '2026-11-24T08:00:00.000000Z'
    """
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


CHAINED = (
    "id",
    "dossier",
    "seq",
    "kind",
    "done_at",
    "recorded_at",
    "actor",
    "officers",
    "body",
    "town",
    "point",
    "facts",
    "answer",
    "evidence",
    "corrects",
    "told",
)


def entry_digest(prev: str, content: Mapping[str, Any]) -> str:
    """Return SM3(prev ‖ canonical JSON of the entry). `content` holds the fields of `CHAINED` as plain values."""
    return sm3(prev.encode("ascii") + canonical({key: content[key] for key in CHAINED}))


def seal_digest(*, prev: str, day: date, count: int, root: str, sealed_at: datetime) -> str:
    """Return the digest of a daily seal: SM3(prev ‖ day ‖ count ‖ root ‖ moment of sealing) as text."""
    return sm3(f"{prev}{day.isoformat()}{count}{root}{moment(sealed_at)}".encode("ascii"))


def merkle_root(digests: Iterable[str]) -> str:
    """Return the root over `digests` in order: pairs are joined as text and hashed, an odd last one moves up unchanged.

    >>> merkle_root([])
    ''
    >>> merkle_root(["ab"])
    'ab'
    """
    level = list(digests)
    while len(level) > 1:
        level = [
            sm3("".join(level[i : i + 2]).encode("ascii")) if i + 1 < len(level) else level[i]
            for i in range(0, len(level), 2)
        ]
    return level[0] if level else ""
