"""演示照片 A small picture that stands where a photo would: sky, bank, water and a heap. Drawn by arithmetic, marked by its file name."""

import struct
import zlib
from functools import cache
from random import Random

WIDTH, HEIGHT, PICTURES = 240, 160, 8
SKY, BANK, WATER, HEAP = (203, 220, 232), (150, 158, 120), (110, 145, 160), (152, 140, 128)


def photo(number: int) -> bytes:
    """Return a PNG; another number gives another heap, until the pictures come round again."""
    return _drawn(number % PICTURES)


@cache
def _drawn(picture: int) -> bytes:
    chance = Random(picture)
    middle, wide, tall = chance.randint(80, 160), chance.randint(40, 75), chance.randint(25, 45)
    lines = b"".join(
        b"\x00" + bytes(part for x in range(WIDTH) for part in _colour(x, y, middle, wide, tall)) for y in range(HEIGHT)
    )
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(lines, 6)) + _chunk(b"IEND", b"")
    )


def _colour(x: int, y: int, middle: int, wide: int, tall: int) -> tuple[int, int, int]:
    rise = tall * (1 - abs(x - middle) / wide)
    if 110 - rise < y <= 110:
        shade = (x * 7 + y * 13) % 23 - 11
        return HEAP[0] + shade, HEAP[1] + shade, HEAP[2] + shade
    return SKY if y < 80 else BANK if y < 118 else WATER


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
