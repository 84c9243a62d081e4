"""事项 What is seen of items, lists, texts and calendars; and the one door for the question of authority.

Items, lists, statutes and calendars are public facts: every role that signs in may read them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from yizhi.law import read_csv, read_rules, read_toml
from yizhi.rules.authority import Answer, Question, decide
from yizhi.rules.calendar import Calendar
from yizhi.rules.procedure.dictionary import Dictionary
from yizhi.rules.table import RuleTable

from .facts import book
from .models import CalendarDay


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds for every act: the calendar with the imported years, the rule table, the dictionary of facts."""

    calendar: Calendar
    rules: RuleTable
    dictionary: Dictionary


def ask(question: Mapping[str, Any] | Question, *, known_at: datetime | None = None) -> Answer:
    """问执法主体 Answer whose power it is and who counts, from the installation's own facts.

    `town` is the code of a town or of its body; bodies, items, officers are their codes. `known_at` (Beijing time)
    takes the place of the question's own. Raises `BadInput` for what cannot be read or is not known.
    """
    asked = question if isinstance(question, Question) else Question.of(question)
    known = book(known_at or asked.known_at)
    asked = replace(asked, town=known.towns.get(asked.town, asked.town), known_at=known_at or asked.known_at)
    return decide(asked, known.world(asked.on))


def standing() -> Standing:
    """Return the calendar with every imported year, the rule table and the dictionary of facts as they stand now."""
    return _standing(tuple(CalendarDay.objects.order_by("day").values_list("day", "kind", "name", "notice")))


@lru_cache(maxsize=2)
def _standing(days: tuple[tuple[date, str, str, str], ...]) -> Standing:
    rows = [{"date": day.isoformat(), "kind": kind, "name": name, "notice": notice} for day, kind, name, notice in days]
    calendar, table, dictionary = _tables()
    return Standing(calendar.with_rows(rows), table, dictionary)


@lru_cache(maxsize=1)
def _tables() -> tuple[Calendar, RuleTable, Dictionary]:
    return Calendar.of(read_csv("calendar")), RuleTable.of(read_rules()), Dictionary.of(read_toml("facts"))
