"""规则的条文 Whether the operative words of every rule stand in the imported texts on a day."""

from dataclasses import dataclass
from datetime import date

from yizhi.rules.citing import Verdict, check_words
from yizhi.rules.table import Rule

from .queries import standing
from .texts import repeals_of, texts_of, with_replacing


@dataclass(frozen=True, slots=True)
class CheckedRule:
    """One rule of the table, and what the check says of its article."""

    rule: Rule
    verdict: Verdict


def check_rules(on: date) -> list[CheckedRule]:
    """Check every rule of the table, in its order; a law without a text gives `no-text`."""
    rules = list(standing().rules)
    laws = {rule.law for rule in rules}
    repeals = repeals_of(laws)
    texts = texts_of(with_replacing(laws, repeals))
    return [CheckedRule(rule, check_words(rule.citation, on, texts, repeals)) for rule in rules]
