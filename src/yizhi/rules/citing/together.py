"""一并核对 The citations of a whole list: each by itself, then beside the others, because lists cite one old version throughout."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from yizhi.rules.citing.articles import number_of
from yizhi.rules.citing.bases import Basis
from yizhi.rules.citing.check import Cited, Verdict, check, moved_with
from yizhi.rules.citing.texts import TITLE, LawText, Repeal

Moved = Mapping[tuple[str, str], str]
MOVES: Final = frozenset({"renumbered", "missing-article"})
MAY_MOVE: Final = frozenset({"right", "doubted", "older-version"})


def cited_together(bases: Sequence[Basis], deed: str) -> list[Cited]:
    """Return what one item cites as it is checked: every basis with the articles cited beside it."""
    linked = tuple(number_of(each.article) for each in bases if number_of(each.article))
    return [
        Cited(
            each.law,
            each.article,
            deed,
            each.year,
            each.doubted,
            each.quoted,
            tuple(other.article for other in bases if other.law == each.law and other is not each),
            linked,
        )
        for each in bases
    ]


def check_together(
    cited: Sequence[Cited],
    on: date,
    texts: Sequence[LawText],
    repeals: Sequence[Repeal] = (),
    known: Moved | None = None,
) -> list[Verdict]:
    """Check the citations of a list on a day, one verdict each in their order.

    `known`: articles found moved before, keyed (law without 中华人民共和国, article), for a list that is only a part.
    """
    by_law: dict[str, list[LawText]] = {}
    for text in texts:
        by_law.setdefault(text.law.removeprefix(TITLE), []).append(text)
    replacing = {repeal.law.removeprefix(TITLE): repeal.by.removeprefix(TITLE) for repeal in repeals}
    verdicts = []
    for each in cited:
        name = each.law.removeprefix(TITLE)
        near = [*by_law.get(name, ()), *by_law.get(replacing.get(name, ""), ())]
        verdicts.append(check(each, on, near, repeals))
    moved = {**(known or {}), **moved_articles(cited, verdicts)}
    return [
        _beside_others(each, verdict, on, by_law.get(each.law.removeprefix(TITLE), ()), moved)
        for each, verdict in zip(cited, verdicts, strict=True)
    ]


def moved_articles(cited: Sequence[Cited], verdicts: Sequence[Verdict]) -> dict[tuple[str, str], str]:
    """Return where articles of old versions stand now, as found by the check, keyed (law without 中华人民共和国, article)."""
    return {
        (each.law.removeprefix(TITLE), each.number): verdict.instead
        for each, verdict in zip(cited, verdicts, strict=True)
        if verdict.state in MOVES and verdict.instead
    }


def _beside_others(cited: Cited, verdict: Verdict, on: date, texts: Sequence[LawText], moved: Moved) -> Verdict:
    instead = moved.get((cited.law.removeprefix(TITLE), cited.number), "")
    if not instead or instead == cited.number or verdict.state not in MAY_MOVE:
        return verdict
    return moved_with(cited, instead, on, texts) or verdict
