"""The finder on our own questions, by style, beside BM25 over words and over pairs of characters.

    python -m bench.finder

`finder_questions.csv`: style, whether held out, the numbers of the items that are right (none: no item), the question. None of the
questions is in the table of sayings; those held out were not looked at while the finder was made better.
"""

import csv
import math
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from yizhi.demo.tables import rows
from yizhi.desk.matters.hearing import finder_of
from yizhi.law import read_csv
from yizhi.rules.bigrams import bigrams
from yizhi.rules.finding import Candidate

QUESTIONS: Final = Path(__file__).with_name("finder_questions.csv")
AIMS: Final = "aims: first right 90 %, right among three 97 %, no item rejected 80 %, p99 20 ms"
TIMES: Final = 3
Ask = Callable[[str], tuple[list[int], bool]]


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `items` are the numbers of the items that are right, none when it is no item."""

    style: str
    held: bool
    items: frozenset[int]
    query: str


def main() -> None:
    """Print the tables."""
    asked = read_questions()
    for name, ask in (
        ("finder", finder()),
        ("BM25, words", bm25(words())),
        ("BM25, pairs of characters", bm25(lambda text: bigrams(text).split())),
    ):
        print(f"{name}\n{'':>12}  questions  first right  among three  rejected  sure")
        for line in table(asked, ask):
            print(line)
        print()
    p50, p99, cpu = speed(asked)
    print(f"finder: p50 {p50:.1f} ms, p99 {p99:.1f} ms, processor {cpu:.1f} ms a question")
    print(AIMS)


def read_questions() -> list[Question]:
    """Return our questions."""
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        return [
            Question(row["style"], row["held"] == "yes", frozenset(map(int, row["items"].split())), row["query"])
            for row in csv.DictReader(file)
        ]


def table(asked: Sequence[Question], ask: Ask) -> Iterable[str]:
    """Yield a line for each style, then for those held out, the others and all."""
    styles = list(dict.fromkeys(each.style for each in asked))
    groups = [(style, [each for each in asked if each.style == style]) for style in styles]
    groups += [
        (name, [each for each in asked if each.held is held]) for name, held in (("held out", True), ("others", False))
    ]
    for name, group in [*groups, ("all", list(asked))]:
        yield f"{name:>12}  {len(group):9}" + "".join(
            f"{_percent(part):>{width}}" for part, width in _parts(group, ask)
        )


def _parts(group: Sequence[Question], ask: Ask) -> list[tuple[list[bool], int]]:
    real = [(each, *ask(each.query)) for each in group if each.items]
    none = [ask(each.query) for each in group if not each.items]
    return [
        ([bool(each.items & set(items[:1])) for each, items, _ in real], 13),
        ([bool(each.items & set(items[:3])) for each, items, _ in real], 13),
        ([not sure for _, sure in none], 10),
        ([sure for _, _, sure in real], 6),
    ]


def _percent(right: Sequence[bool]) -> str:
    return f"{100 * sum(right) / len(right):.0f} %" if right else "–"


def finder() -> Ask:
    """Return the finder over the catalogue that comes with the product."""
    number = {row["code"]: int(row["source_number"]) for row in rows("items") if row["source_number"]}
    found = finder_of(Candidate(row["code"], row["name"], row["deed"]) for row in rows("items"))

    def ask(query: str) -> tuple[list[int], bool]:
        answer = found.find(query, 12)
        return [number[each.code] for each in answer.matches if each.code in number], answer.answer == "item"

    return ask


def words() -> Callable[[str], list[str]]:
    """Return what cuts a text into words: the longest of the everyday and statutory words, the rest character by character."""
    known = {word for row in read_csv("everyday_words") for word in (row["said"], *row["statutory"].split("|")) if word}
    longest = max(map(len, known))

    def cut(text: str) -> list[str]:
        found, at = [], 0
        while at < len(text):
            size = next((size for size in range(longest, 1, -1) if text[at : at + size] in known), 1)
            found.append(text[at : at + size])
            at += size
        return found

    return cut


def bm25(cut: Callable[[str], list[str]], k: float = 1.2, b: float = 0.75) -> Ask:
    """Return BM25 over the items' names; it is sure whenever a term matches."""
    texts = {int(row["source_number"]): Counter(cut(row["name"])) for row in rows("items") if row["source_number"]}
    count = Counter(term for text in texts.values() for term in text)
    mean = sum(text.total() for text in texts.values()) / len(texts)

    def worth(terms: Sequence[str], text: Counter[str]) -> float:
        length = k * (1 - b + b * text.total() / mean)
        return sum(
            math.log(1 + (len(texts) - count[term] + 0.5) / (count[term] + 0.5))
            * text[term]
            * (k + 1)
            / (text[term] + length)
            for term in terms
            if term in text
        )

    def ask(query: str) -> tuple[list[int], bool]:
        terms = cut(query)
        score = {number: worth(terms, text) for number, text in texts.items()}
        order = sorted((number for number in score if score[number] > 0), key=lambda number: (-score[number], number))
        return order[:5], bool(order)

    return ask


def speed(asked: Sequence[Question]) -> tuple[float, float, float]:
    """Return the milliseconds in which half and 99 of 100 questions are answered, and the processor's time for one."""
    ask = finder()
    ask("先问一句，装好")
    taken = []
    began = time.process_time()
    for each in list(asked) * TIMES:
        since = time.perf_counter()
        ask(each.query)
        taken.append(1000 * (time.perf_counter() - since))
    cpu = 1000 * (time.process_time() - began) / len(taken)
    taken.sort()
    return taken[len(taken) // 2], taken[int(len(taken) * 0.99)], cpu


if __name__ == "__main__":
    main()
