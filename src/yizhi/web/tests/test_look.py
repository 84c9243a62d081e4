"""样子 The colours keep their contrast, the built sheet is one that Chrome 109 reads, the script stays small, the lock names no address."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[4]
BUILT = ROOT / "src/yizhi/web/static/built"
TOKENS = (ROOT / "frontend/src/css/tokens.css").read_text(encoding="utf-8")
COLOURS = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", TOKENS))
built = pytest.mark.skipif(not (BUILT / "desk.css").exists(), reason="the front end is not built: make frontend")


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(one * 2 for one in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(COLOURS[one]), luminance(COLOURS[other])), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("text", "ground"),
    [(text, ground) for text in ("ink", "ink-2", "ink-3", "mo") for ground in ("sheet", "ground", "ground-2")]
    + [
        ("zhu", "zhu-soft"),
        ("jiang", "jiang-soft"),
        ("song", "song-soft"),
        ("mo", "mo-soft"),
        ("ink-2", "hui"),
        ("sheet", "mo"),
    ],
)
def test_text_is_read_on_its_ground(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize("ground", ["sheet", "ground"])
def test_borders_of_controls_are_seen(ground: str) -> None:
    assert contrast("edge", ground) >= 3


def test_our_sheets_name_no_colour_twice_and_force_nothing() -> None:
    for sheet in (ROOT / "frontend/src/css").glob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert "!important" not in text, sheet.name
        if sheet.name != "tokens.css":
            own = {colour for colour in COLOURS.values() if len(colour) == 7 and re.search(rf"{colour}\b", text)}
            assert own == set(), f"{sheet.name}: use the token"


def test_the_lock_names_no_address() -> None:
    lock = (ROOT / "frontend/package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert re.findall(r'"integrity": "sha512-', lock)


@built
def test_the_sheet_is_flat_and_leads_nowhere() -> None:
    sheet = (BUILT / "desk.css").read_text(encoding="utf-8")
    assert "&" not in re.sub(r'url\("data:[^"]*"\)', "", sheet)
    assert not re.search(r"url\(\"?https?:", sheet)


@built
def test_an_ordinary_page_loads_less_than_100_kb_of_script() -> None:
    assert sum(script.stat().st_size for script in BUILT.glob("*.js")) < 100_000
