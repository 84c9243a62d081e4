"""通行的规则 What holds for every act: calendar, rule table, dictionary of facts."""

from dataclasses import dataclass
from functools import lru_cache

from yizhi.desk.record.marks import remembered
from yizhi.law import read_csv, read_rules, read_toml
from yizhi.rules.calendar import Calendar
from yizhi.rules.procedure.dictionary import Dictionary
from yizhi.rules.table import RuleTable

from ..models import CalendarDay


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds for every act: the calendar with the imported years, the rule table, the dictionary of facts."""

    calendar: Calendar
    rules: RuleTable
    dictionary: Dictionary


def standing() -> Standing:
    """Return the calendar with every imported year, the rule table and the dictionary of facts as they stand now."""
    return _standing()


@remembered("calendar", most=2)
def _standing() -> Standing:
    days = CalendarDay.objects.order_by("day").values_list("day", "kind", "name", "notice")
    rows = [{"date": day.isoformat(), "kind": kind, "name": name, "notice": notice} for day, kind, name, notice in days]
    calendar, table, dictionary = _tables()
    return Standing(calendar.with_rows(rows), table, dictionary)


@lru_cache(maxsize=1)
def _tables() -> tuple[Calendar, RuleTable, Dictionary]:
    return Calendar.of(read_csv("calendar")), RuleTable.of(read_rules()), Dictionary.of(read_toml("facts"))
