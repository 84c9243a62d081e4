"""期限 Time limits that explain themselves: `due` answers with the last day, its reasons and its article.

A limit is a pure function of events with dates, the rule and the calendar; no counter is stored anywhere.
"""

from yizhi.rules.deadlines.answer import Due
from yizhi.rules.deadlines.claims import Extension, Suspension
from yizhi.rules.deadlines.domain import domain_of, select
from yizhi.rules.deadlines.engine import due
from yizhi.rules.deadlines.question import Question, answer_row, read_moment

__all__ = ["Due", "Extension", "Question", "Suspension", "answer_row", "domain_of", "due", "read_moment", "select"]
