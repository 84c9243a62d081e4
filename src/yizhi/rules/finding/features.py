"""特征 What a text is weighed by: pieces of its words, its sounds, and the statutory words it stands for.

Sounds make a word typed with the wrong character, or said in Sichuan, fall together with the right one: 网巴 and 网吧 sound
alike; so do, to this table, zh and z, n and l, hu and f, ing and in.
"""

import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np
import numpy.typing as npt

from yizhi.rules.finding.everyday import Everyday, hear, read_words

Vector = npt.NDArray[np.float32]
LONGEST_TEXT: Final = 500
LONGEST_PIECE: Final = 3
SIZES: Final = {"word": 6144, "sound": 4096, "statutory": 1024}
WIDTH: Final = sum(SIZES.values())
AROUND: Final = re.compile("有人|请问|我想问一?下?|我要|举报|投诉|反映")
LONG: Final = np.array([1.0, 1.6, 2.0])
ALIKE: Final = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("hua", "fa"), ("hui", "fei"), ("hun", "fen"))


@dataclass(frozen=True, slots=True)
class Ear:
    """The tables by which a text is heard: the sound of each character, and the everyday words."""

    sounds: Mapping[str, str]
    words: Mapping[str, Everyday]
    longest: int

    @classmethod
    def of(cls, syllables: Iterable[Mapping[str, str]], everyday: Iterable[Mapping[str, str]]) -> "Ear":
        """Read `law/syllables.csv` (rows {syllable, characters}) and `law/everyday_words.csv`."""
        sounds = {char: alike(row["syllable"]) for row in syllables for char in row["characters"]}
        words = read_words(everyday)
        return cls(sounds, words, max(map(len, words), default=1))

    def features(self, text: str) -> Vector:
        """Return the features of a text, `WIDTH` numbers; pieces, sounds and statutory words each have length one or none."""
        plain = gist(text)
        runs = plain.split()
        heard = hear(plain, self.words, self.longest).words
        groups = {
            "word": _pieces(runs),
            "sound": _pieces([self.sounds.get(char, char) for char in run] for run in runs),
            "statutory": Counter(term for word in heard for term in (*word.statutory, word.role)),
        }
        return np.concatenate([_hashed(counts, SIZES[name]) for name, counts in groups.items()])


def normal(text: str) -> str:
    """Return the text in one width and one case, without signs, digits as one sign; at most `LONGEST_TEXT` characters.

    >>> normal("ＫＴＶ，半夜3点还在吵！")
    'ktv 半夜0点还在吵'
    """
    wide = unicodedata.normalize("NFKC", text[:LONGEST_TEXT]).lower()
    return " ".join(re.sub(r"\d+", "0", re.sub(r"[\W_]+", " ", wide)).split())


def gist(text: str) -> str:
    """Return the normal text without what people put around every report; all of it where nothing else was said.

    >>> gist("我要举报，有人占地"), gist("有人")
    ('占地', '有人')
    """
    whole = normal(text)
    rest = " ".join(AROUND.sub("", whole).split())
    return rest if len(rest) >= 2 else whole


def clean(text: str) -> str:
    """Return what somebody wrote without what cannot be seen, blanks as one, at most 200 characters: to be kept as said.

    >>> clean(" 河头\\x00倒 渣渣  ")
    '河头倒 渣渣'
    """
    return " ".join("".join(char for char in text if char.isprintable() or char.isspace()).split())[:200]


def alike(syllable: str) -> str:
    """Return the syllable under which those that Sichuan does not tell apart stand together.

    >>> alike("shuang"), alike("niu"), alike("huang"), alike("jing"), alike("zheng")
    ('suang', 'liu', 'fang', 'jin', 'zen')
    """
    for said, heard in ALIKE:
        if syllable.startswith(said):
            syllable = heard + syllable[len(said) :]
    return re.sub(r"(?<=[ie]n)g$", "", syllable)


def _pieces(runs: Iterable[Iterable[str]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for run in runs:
        parts = list(run)
        for size in range(1, LONGEST_PIECE + 1):
            found.update("_".join(parts[at : at + size]) for at in range(len(parts) - size + 1))
    return found


def _hashed(counts: Mapping[str, int], size: int) -> Vector:
    """Return the counts spread over `size` places; longer pieces count more, as they are rarer."""
    if not counts:
        return np.zeros(size, dtype=np.float32)
    keys = np.array([zlib.crc32(piece.encode("utf-8", "replace")) for piece in counts], dtype=np.int64)
    long = LONG[[min(piece.count("_"), 2) for piece in counts]]
    worths = long * (1 + np.log(np.fromiter(counts.values(), dtype=np.float64, count=len(counts))))
    row = np.bincount(keys % size, np.where(keys >> 31, worths, -worths), size)
    length = float(np.linalg.norm(row))
    return (row / length if length else row).astype(np.float32)


def widths() -> list[tuple[int, int]]:
    """Return where each group begins and ends."""
    ends = list(np.cumsum(list(SIZES.values())))
    return list(zip(chain([0], ends), ends, strict=False))
