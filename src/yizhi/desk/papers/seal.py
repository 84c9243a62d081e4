"""测试印章 A test seal drawn for an authority body. It is never a real seal: 测试 stands in its middle."""

from html import escape

from yizhi.rules.refusal import refuse

VERMILION = "#a5301f"
_FONTS = "Noto Serif SC, SimSun, serif"
_TEAM_NAMES = ("片区综合行政执法队", "执法队")


def refuse_team_name(name: str) -> None:
    """Raise `Refusal` (`team-cannot-sign`) when `name` is an area team or another team: no team is an authority body."""
    if any(team in name for team in _TEAM_NAMES):
        raise refuse(
            "team-cannot-sign",
            f"“{name}”是队伍，不是行政主体，不能署名、用章。",
            "行政处罚法 第17条",
            "以对该事项有权的镇（街道）或者部门的名义出具。",
        )


def draw_test_seal(name: str) -> str:
    """Return a round seal as SVG (120 × 120 units): the body's name around, 测试 in the middle. Refuses the name of a team."""
    refuse_team_name(name)
    return _ring(f"{_around(name)}{_middle('测试', 20, 66, 4)}", f"{name}测试印章")


def _ring(inside: str, label: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120" role="img" '
        f'aria-label="{escape(label)}"><circle cx="60" cy="60" r="56" fill="none" '
        f'stroke="{VERMILION}" stroke-width="3"/>{inside}</svg>'
    )


def _around(name: str) -> str:
    """Set the characters one by one on an arc, so that every renderer places them alike."""
    step = min(24.0, 250.0 / max(len(name) - 1, 1))
    size = 14 if step > 15 else 11 if step > 11 else 8
    first = -step * (len(name) - 1) / 2
    return "".join(
        f'<g transform="rotate({first + step * index:.3f} 60 60)">{_middle(character, size, 23, 0)}</g>'
        for index, character in enumerate(name)
    )


def _middle(words: str, size: int, baseline: int, spacing: int) -> str:
    shift = spacing / 2
    return (
        f'<text x="{60 + shift:g}" y="{baseline}" text-anchor="middle" font-size="{size}" font-weight="700" '
        f'letter-spacing="{spacing}" fill="{VERMILION}" stroke="{VERMILION}" stroke-width="{size / 28:.2f}" font-family="{_FONTS}">{escape(words)}</text>'
    )
