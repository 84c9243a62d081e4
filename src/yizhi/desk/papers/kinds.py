"""文书种类 The kinds of paper, read from `law/papers.toml` and `law/facts.toml`: names by domain, what is mandatory, what it is called."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

from yizhi.law import read_rules, read_toml
from yizhi.rules.refusal import Absent

Audience = Literal["party", "internal"]


@dataclass(frozen=True, slots=True)
class FieldLabel:
    """One field of a paper: `key` a fact or a dotted place of the data, `label` its Chinese name."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One row of the table of papers. `number_word` is empty for a paper that is not numbered; `article` may differ by domain."""

    id: str
    name: str
    article: str
    audience: Audience
    number_word: str = ""
    sealed: bool = False
    name_confirmed: bool = True
    names: Mapping[str, str] = field(default_factory=dict)
    names_unconfirmed: tuple[str, ...] = ()
    articles: Mapping[str, str] = field(default_factory=dict)
    fields: tuple[str, ...] = ()
    individual: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    by_domain: Mapping[str, Sequence[str]] = field(default_factory=dict)
    period_rules: Mapping[str, str] = field(default_factory=dict)
    when: Mapping[str, str] = field(default_factory=dict)

    @property
    def numbered(self) -> bool:
        """Return whether the paper carries a number 文号."""
        return bool(self.number_word)

    @property
    def template(self) -> str:
        """Return the name of the template file."""
        return f"{self.id}.typ"

    def name_for(self, domain: str = "general") -> str:
        """Return the official name in `domain`; the general name where the domain has none of its own."""
        return self.names.get(domain, self.name)

    def name_confirmed_for(self, domain: str = "general") -> bool:
        """Return whether an official form was seen under `name_for(domain)`."""
        return domain not in self.names_unconfirmed if domain in self.names else self.name_confirmed

    def article_for(self, domain: str = "general") -> str:
        """Return the article the paper stands on in `domain`; empty where no text names it."""
        return self.articles.get(domain, self.article)


@lru_cache(maxsize=1)
def paper_kinds() -> Mapping[str, PaperKind]:
    """Return every kind of paper by its id, in the order of the table."""
    rows = read_toml("papers")["paper"]
    return {row["id"]: PaperKind(**{key: _frozen(value) for key, value in row.items()}) for row in rows}


def paper_kind(kind: str) -> PaperKind:
    """Return one kind of paper. Raises `Absent` for an id that the table does not have."""
    found = paper_kinds().get(kind)
    if found is None:
        raise Absent(f"文书种类“{kind}”")
    return found


@lru_cache(maxsize=1)
def _workdays() -> Mapping[str, int]:
    """Return the length of every rule that is counted in workdays."""
    timed = ((row["id"], row.get("timer", {})) for row in read_rules())
    return {rule: timer["value"] for rule, timer in timed if timer.get("unit") == "workday" and timer.get("value")}


def period_workdays(kind: str, domain: str = "general") -> int | None:
    """Return the workdays 工作日 that this paper tells the party, from the rule table; `None` where the domain sets none."""
    rule = paper_kind(kind).period_rules.get(domain)
    return _workdays()[rule] if rule else None


@lru_cache(maxsize=1)
@lru_cache(maxsize=1)
def template_version() -> str:
    """Return the version of table and templates; an issued paper keeps the version it was made with."""
    return str(read_toml("papers")["version"])


@lru_cache(maxsize=1)
def field_dictionary() -> Mapping[str, Mapping[str, Any]]:
    """Return the field dictionary 字段字典 by fact key."""
    return read_toml("facts")


@lru_cache(maxsize=1)
def _places() -> Mapping[str, str]:
    return dict(read_toml("papers")["labels"])


def label_of(key: str) -> str:
    """Return the Chinese name of a fact or of a dotted place of the data."""
    known = field_dictionary().get(key)
    return str(known["label"]) if known else _places()[key]


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
