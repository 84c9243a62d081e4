"""规范形式 The short way of writing the canonical form gives the same bytes as RFC 8785's own."""

import random

import pytest
import rfc8785

from yizhi.desk.record.canonical import canonical
from yizhi.rules.refusal import BadInput

SIGNS = [*'aZ0"\\/\b\f\n\r\t\x01\x1f\x7f\x80 é', "河", "䶮", "\u2028", "\ud7ff", "\ue000", "\uffff", "😀", "𠮷"]
PLAIN = (None, True, False, 0, -1, 2**53 - 1, -(2**53 - 1), 0.5, 1e21, 1.0, -0.0, "", "罚款")


def made(dice: random.Random, depth: int = 0):
    kind = dice.randrange(4 if depth < 4 else 2)
    if kind == 0:
        return dice.choice(PLAIN)
    if kind == 1:
        return word(dice)
    if kind == 2:
        return [made(dice, depth + 1) for _ in range(dice.randrange(4))]
    return {word(dice): made(dice, depth + 1) for _ in range(dice.randrange(5))}


def word(dice: random.Random) -> str:
    return "".join(dice.choices(SIGNS, k=dice.randrange(6)))


@pytest.mark.parametrize("seed", range(20))
def test_the_same_bytes(seed):
    dice = random.Random(seed)
    for _ in range(200):
        value = made(dice)
        assert canonical(value) == rfc8785.dumps(value)


@pytest.mark.parametrize(
    "value",
    [2**53, -(2**53), {"a": 10**30}, ["\x00"], {"\x00": 1}, "\ud800", {"\udfff": 1}, float("nan"), {1: 2}, b"bytes"],
    ids=repr,
)
def test_what_cannot_be_kept_is_refused(value):
    with pytest.raises(BadInput):
        canonical(value)
