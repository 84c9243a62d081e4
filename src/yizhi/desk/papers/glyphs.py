"""字形 Which characters the fonts at hand can print, and what is printed for those they cannot.

A PDF/A file may not hold a character without a glyph, and a name may not silently lose one: such a character is
printed as 〓 with its code point, and `missing_glyphs` names it before the paper is issued.
"""

import struct
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

_SUFFIXES = {".otf", ".ttf", ".ttc", ".otc"}
_UNSEEN = {"Cc", "Cf", "Zl", "Zp"}


def packaged_fonts() -> Path:
    """Return the folder of the fonts that come with the product (Noto Serif SC, Noto Sans SC)."""
    return Path(str(files("pylopdf_fonts_zh_cn")))


@lru_cache(maxsize=8)
def _coverage(folders: tuple[str, ...]) -> frozenset[int]:
    """Return every code point for which some font file in `folders` has a glyph."""
    found: set[int] = set()
    for folder in (packaged_fonts(), *map(Path, folders)):
        for file in sorted(folder.rglob("*")):
            if file.suffix.lower() in _SUFFIXES:
                found.update(_characters(file.read_bytes()))
    return frozenset(found)


def _characters(font: bytes) -> Iterable[int]:
    """Yield the code points of the font, or of every font of a collection."""
    if font[:4] == b"ttcf":
        (count,) = struct.unpack_from(">I", font, 8)
        starts: Sequence[int] = struct.unpack_from(f">{count}I", font, 12)
    else:
        starts = (0,)
    for start in starts:
        (tables,) = struct.unpack_from(">H", font, start + 4)
        for index in range(tables):
            tag, _, offset, _ = struct.unpack_from(">4sIII", font, start + 12 + 16 * index)
            if tag == b"cmap":
                yield from _mapped(font, offset)


def _mapped(font: bytes, cmap: int) -> Iterable[int]:
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    for index in range(count):
        (offset,) = struct.unpack_from(">I", font, cmap + 8 + 8 * index)
        table = cmap + offset
        (form,) = struct.unpack_from(">H", font, table)
        if form == 12:
            yield from _format_12(font, table)
        elif form == 4:
            yield from _format_4(font, table)


def _format_12(font: bytes, table: int) -> Iterable[int]:
    (groups,) = struct.unpack_from(">I", font, table + 12)
    for index in range(groups):
        first, last, glyph = struct.unpack_from(">III", font, table + 16 + 12 * index)
        yield from range(first if glyph else first + 1, last + 1)


def _format_4(font: bytes, table: int) -> Iterable[int]:
    (doubled,) = struct.unpack_from(">H", font, table + 6)
    ends = struct.unpack_from(f">{doubled // 2}H", font, table + 14)
    starts = struct.unpack_from(f">{doubled // 2}H", font, table + 16 + doubled)
    deltas = struct.unpack_from(f">{doubled // 2}H", font, table + 16 + 2 * doubled)
    offsets_at = table + 16 + 3 * doubled
    offsets = struct.unpack_from(f">{doubled // 2}H", font, offsets_at)
    for index, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            if offsets[index]:
                place = offsets_at + 2 * index + offsets[index] + 2 * (code - first)
                if struct.unpack_from(">H", font, place)[0]:
                    yield code
            elif (code + deltas[index]) & 0xFFFF:
                yield code


@lru_cache(maxsize=8)
def _plain(folders: tuple[str, ...]) -> frozenset[str]:
    """Return the characters that are printed as they are."""
    known = (chr(code) for code in _coverage(folders))
    return frozenset({"\n", *(character for character in known if not _unseen(character))})


def missing_glyphs(text: str, font_paths: Sequence[str | Path] = ()) -> tuple[str, ...]:
    """Return the characters of `text`, each once and in order, that no font at hand can print. Spaces and controls never count."""
    known = _coverage(tuple(str(folder) for folder in font_paths))
    seen = dict.fromkeys(text)
    return tuple(c for c in seen if ord(c) not in known and not c.isspace() and not _unseen(c))


def legible(text: str, font_paths: Sequence[str | Path] = ()) -> str:
    """Return `text` as it can be printed: a character without glyph becomes 〓 and its code point, invisible ones go.

    >>> legible("吕🙂例\\u200d")
    '吕〓（U+1F642）例'
    """
    if _plain(tuple(str(folder) for folder in font_paths)).issuperset(text):
        return text
    marks = {ord(c): f"〓（U+{ord(c):04X}）" for c in missing_glyphs(text, font_paths)}
    unseen = {ord(c): None for c in set(text) if _unseen(c) and c not in "\n\t"}
    return text.replace("\r\n", "\n").translate({**unseen, **marks, ord("\t"): "　"})


def legible_values(value: Any, font_paths: Sequence[str | Path] = ()) -> Any:
    """Return plain values with every text made legible; drawings are left as they are."""
    if isinstance(value, str):
        return value if value.startswith("<svg") else legible(value, font_paths)
    if isinstance(value, Mapping):
        return {key: legible_values(one, font_paths) for key, one in value.items()}
    return [legible_values(one, font_paths) for one in value] if isinstance(value, Sequence) else value


def _unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN or 0xFE00 <= ord(character) <= 0xFE0F
