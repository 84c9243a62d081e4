"""程序图 A procedure drawn from its table: each stage, the acts that lead on from it and where to, the acts that stay in it. SVG as text."""

from collections.abc import Iterator
from html import escape

from yizhi.rules.procedure.table import Act, Procedure

WIDTH, LINE, GAP = 980, 24, 18
LEFT, MIDDLE, RIGHT, BOX = 16, 256, 744, 220
MOST = 25
"""So many characters fit on one line between the boxes."""


def drawing(procedure: Procedure) -> str:
    """Return the diagram of a procedure as SVG, from the first stage down in the order of its table."""
    body: list[str] = []
    y = 56
    for stage in procedure.stages:
        rows = list(_rows(procedure, stage.id))
        body.append(_box(LEFT, y, stage.name, ended=stage.ended))
        for words, target in rows:
            lines = _wrapped(words)
            body += [_text(MIDDLE, y + 16 + LINE * at, line, quiet=not target) for at, line in enumerate(lines)]
            if target:
                body.append(_arrow(y + 11))
                body.append(_box(RIGHT, y, procedure.stage(target).name, ended=procedure.stage(target).ended))
            y += max(len(lines) * LINE, 32 if target else 0) + 8
        y += GAP if rows else 32 + GAP
    title = f"{procedure.name}（第{procedure.version}版）：左边是阶段，中间是能办的环节，箭头指向办了以后的阶段"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y}" width="{WIDTH}" height="{y}" role="img"'
        f' font-family="sans-serif" font-size="15"><title>{escape(title)}</title>'
        f'<rect width="{WIDTH}" height="{y}" fill="#fff"/>'
    )
    return "\n".join((head, _text(LEFT, 30, title, quiet=False), *body, "</svg>", ""))


def _rows(procedure: Procedure, stage: str) -> Iterator[tuple[str, str]]:
    """Yield (names of acts, the stage they lead to) for one stage; those that stay in it last, with an empty stage."""
    here = [act for act in procedure.acts if stage in act.from_stages]
    leading = [act for act in here if stage not in act.stays_in]
    targets = dict.fromkeys(target for act in leading for target in _targets(act) if target != stage)
    for target in targets:
        yield "；".join(act.name for act in leading if target in _targets(act)), target
    stays = [act.name for act in here if act.to_stage in (None, stage) or stage in act.stays_in]
    if stays:
        yield "还可以办：" + "；".join(stays), ""


def _targets(act: Act) -> list[str]:
    """Return where an act leads to, in the order of its row."""
    own = [act.to_stage] if act.to_stage else []
    return own + [branch.stage for branch in act.branches if branch.stage not in own]


def _wrapped(words: str) -> list[str]:
    lines = [""]
    for part in words.replace("；", "；\n").split("\n"):
        if len(lines[-1]) + len(part) > MOST and lines[-1]:
            lines.append("")
        lines[-1] += part
    return lines


def _box(x: int, y: int, words: str, *, ended: bool) -> str:
    fill, stroke = ("#f4f4f1", "#8a949e") if ended else ("#e8f0f8", "#1d477a")
    return f'<rect x="{x}" y="{y - 6}" width="{BOX}" height="32" rx="4" fill="{fill}" stroke="{stroke}"/>' + _text(
        x + BOX // 2, y + 15, words, quiet=False, middle=True
    )


def _text(x: int, y: int, words: str, *, quiet: bool, middle: bool = False) -> str:
    more = ' text-anchor="middle"' if middle else ""
    return f'<text x="{x}" y="{y}" fill="{"#5d6873" if quiet else "#1b2530"}"{more}>{escape(words)}</text>'


def _arrow(y: int) -> str:
    end = RIGHT - 4
    return (
        f'<path d="M{end - 70} {y}H{end}M{end - 8} {y - 5}L{end} {y}L{end - 8} {y + 5}" fill="none" stroke="#1d477a"'
        ' stroke-width="1.5"/>'
    )
