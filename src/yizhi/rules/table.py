"""规则表 The rule table: every rule of procedure with its article, its value and how far the product carries it out.

A row is a mapping as `law/rules/*.toml` holds it; the ids are stable and are what acts, papers and tests refer to.

    >>> table = RuleTable.of([{"id": "serve-7d", "tier": "core", "domain": "general", "topic": "送达", "kind": "time_limit",
    ...     "title": "决定书七日内送达", "law": "中华人民共和国行政处罚法", "article": "第61条第1款", "words": "在七日内",
    ...     "trigger": "作出决定", "breach": "责令改正", "length": 7, "length_unit": "工作日", "confidence": "verified",
    ...     "checked_on": date(2026, 11, 23), "status": "done", "where": "rules.deadlines",
    ...     "timer": {"value": 7, "unit": "workday", "direction": "after", "roll_forward": False}}])
    >>> str(table["serve-7d"].citation)
    '行政处罚法 第61条第1款'
    >>> table["serve-9d"]
    Traceback (most recent call last):
    yizhi.rules.refusal.BadInput: 规则表里没有“serve-9d”这条规则。
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from yizhi.rules.cite import Citation
from yizhi.rules.refusal import bad_input

Unit = Literal["day", "workday", "month", "year", "hour"]
Direction = Literal["after", "before"]
Status = Literal["done", "pending", "not-software"]


@dataclass(frozen=True, slots=True)
class Timer:
    """How a time limit is counted: `value` units after or before the trigger day, which itself never counts.

    `roll_forward`: the last day moves to the next workday when it is a day off (末日顺延).
    """

    value: int
    unit: Unit
    direction: Direction = "after"
    roll_forward: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One step of extension (延长): who approves, and at most how many of `unit`; None: no ceiling in the text."""

    by: str
    unit: Unit
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `length`/`length_unit` are the value as the text has it; `timer` says how it is counted, when it is a limit."""

    id: str
    tier: str
    domain: str
    topic: str
    kind: str
    title: str
    law: str
    article: str
    words: str
    trigger: str
    breach: str
    confidence: str
    checked_on: date
    status: Status
    length: int | str | None = None
    length_unit: str = ""
    counting: str = ""
    where: str = ""
    why: str = ""
    doubt: str = ""
    timer: Timer | None = None
    suspend: tuple[str, ...] = ()
    extend: tuple[Step, ...] = ()
    figures: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "Rule":
        """Build a rule from one row of the table; a malformed row is a programmer's fault."""
        values = dict(row)
        timer = values.pop("timer", None)
        steps = values.pop("extend", ())
        grounds = tuple(values.pop("suspend", ()))
        rule = cls(
            **values,
            timer=Timer(**timer) if timer else None,
            suspend=grounds,
            extend=tuple(Step(**step) for step in steps),
        )
        assert rule.status != "not-software" or rule.why, f"{rule.id}: not-software needs a reason"
        assert rule.status != "done" or rule.where, f"{rule.id}: done needs a place"
        return rule

    @property
    def citation(self) -> Citation:
        """Return the article with the law's short name, as papers and refusals cite it."""
        return Citation(self.law.removeprefix("中华人民共和国"), self.article, self.words)


@dataclass(frozen=True, slots=True)
class RuleTable:
    """All rules by id, in the order of the table."""

    rules: Mapping[str, Rule]

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, Any]]) -> "RuleTable":
        """Build the table; an id listed twice is a programmer's fault."""
        found: dict[str, Rule] = {}
        for row in rows:
            rule = Rule.of(row)
            assert rule.id not in found, f"{rule.id} stands twice in the rule table"
            found[rule.id] = rule
        return cls(found)

    def __getitem__(self, rule_id: str) -> Rule:
        """Return the rule of that id; refuses with `rule-unknown` when there is none."""
        try:
            return self.rules[rule_id]
        except KeyError:
            raise bad_input(
                "rule", f"规则表里没有“{rule_id}”这条规则。", "用 yizhi rules list 查看全部规则编号。", "rule-unknown"
            ) from None

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules.values())

    def __len__(self) -> int:
        return len(self.rules)

    def select(self, domain: str | None = None, status: str | None = None) -> tuple[Rule, ...]:
        """Return the rules of one domain (identifier as in the table) and one status; None takes all."""
        return tuple(
            rule
            for rule in self
            if (domain is None or rule.domain == domain) and (status is None or rule.status == status)
        )

    def coverage(self) -> list[dict[str, str]]:
        """Return {id, tier, status, where} of every rule: what the product carries out, and where."""
        return [{"id": rule.id, "tier": rule.tier, "status": rule.status, "where": rule.where} for rule in self]
