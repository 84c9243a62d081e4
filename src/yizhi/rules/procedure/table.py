"""程序表 A procedure is a table one can print: stage, act, next stage, who may, what must be on file, paper, article.

Buttons, API, diagram and tests read the same rows. The types here hold no law; the rows are in `summary` and `ordinary`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from yizhi.rules.refusal import Reason

Guard = Callable[..., Iterable[Reason]]
"""A guard takes one `Judging` and yields what stands in the way; nothing when nothing does."""

OFFICER, APPROVER, REVIEWER, LEGAL_REVIEWER, CLERK = "officer", "approver", "reviewer", "legal_reviewer", "clerk"
SUPERVISOR, JUSTICE, JUSTICE_OFFICE, GOVERNMENT, SUPERVISED = (
    "supervisor",
    "justice",
    "justice_office",
    "government",
    "supervised",
)

ROLE_NAMES: Mapping[str, str] = {
    OFFICER: "承办人员",
    APPROVER: "负责人",
    REVIEWER: "审核人员",
    LEGAL_REVIEWER: "法制审核人员",
    CLERK: "内勤人员",
    SUPERVISOR: "行政执法监督人员",
    JUSTICE: "司法行政部门",
    JUSTICE_OFFICE: "司法所",
    GOVERNMENT: "本级人民政府",
    SUPERVISED: "被监督机关",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One fact an act carries. `key` is a key of `law/facts.toml`; `carried` means a value already on record fills it.

    `source` is the key under which the record has that value, where it is another one: a decision says again what was notified.
    """

    key: str
    required: bool = True
    carried: bool = False
    source: str = ""


def needs(*keys: str) -> tuple[Field, ...]:
    """Return fields that must be filled in."""
    return tuple(Field(key) for key in keys)


def may(*keys: str) -> tuple[Field, ...]:
    """Return fields that may stay empty."""
    return tuple(Field(key, required=False) for key in keys)


def carries(*keys: str) -> tuple[Field, ...]:
    """Return fields that must have a value and take it from the record when it is there."""
    return tuple(Field(key, carried=True) for key in keys)


def may_carry(*keys: str) -> tuple[Field, ...]:
    """Return fields that may stay empty and take their value from the record when it is there."""
    return tuple(Field(key, required=False, carried=True) for key in keys)


def follows(key: str, source: str, *, required: bool = True) -> tuple[Field, ...]:
    """Return one field that takes its value from another fact on record, unless a person gives one."""
    return (Field(key, required, carried=True, source=source),)


@dataclass(frozen=True, slots=True)
class Branch:
    """The stage an act leads to when its fact `key` is `value`."""

    key: str
    value: Any
    stage: str


@dataclass(frozen=True, slots=True)
class PaperIf:
    """A paper an act makes only when its fact `key` is given and neither false nor zero."""

    kind: str
    key: str

    def due(self, facts: Mapping[str, Any]) -> bool:
        """Say whether the paper is to be made.

        >>> PaperIf("payment-slip", "fine_yuan").due({"fine_yuan": "0.00"})
        False
        """
        return facts.get(self.key) not in (None, "", False, 0, "0", "0.0", "0.00")


@dataclass(frozen=True, slots=True)
class Act:
    """One act 执法环节 of a procedure, in the words of the statute.

    `to_stage` empty = the stage stays. `present` = the officers do it on the spot, together, and are named in the act itself.
    `sets` are facts that the act itself fixes, so that nobody is asked for them.
    `authority` is the action of the authority question the act stands on, or empty. `on_file` are act kinds that must be on record.
    `likely` marks the statute's likely next act of its stages; `milestone` is shown ahead of time with what is still missing;
    `stays_in` are those of its stages in which the case goes on as it was, whatever the act leads to in the others.
    `exit` = it ends the case by another way than a penalty. `serves` is the act whose papers this act serves on the party.
    """

    kind: str
    name: str
    does: str
    articles: tuple[str, ...]
    from_stages: tuple[str, ...]
    to_stage: str | None
    by: frozenset[str]
    fields: tuple[Field, ...] = ()
    papers: tuple[str, ...] = ()
    papers_if: tuple[PaperIf, ...] = ()
    guards: tuple[Guard, ...] = ()
    authority: str | None = None
    on_file: tuple[str, ...] = ()
    branches: tuple[Branch, ...] = ()
    sets: tuple[tuple[str, Any], ...] = ()
    likely: bool = False
    milestone: bool = False
    repeatable: bool = False
    present: bool = False
    exit: bool = False
    stays_in: tuple[str, ...] = ()
    serves: str = ""

    def leads_to(self, stage: str, facts: Mapping[str, Any]) -> str:
        """Return the stage after this act, done in `stage` with `facts`."""
        if stage in self.stays_in:
            return stage
        for branch in self.branches:
            if facts.get(branch.key) == branch.value:
                return branch.stage
        return self.to_stage or stage

    def targets(self) -> frozenset[str]:
        """Return every stage this act can lead to; empty when the stage always stays."""
        own = {self.to_stage} if self.to_stage else set()
        return frozenset(own | {branch.stage for branch in self.branches})

    def papers_due(self, facts: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the kinds of the papers this act makes with `facts`, in order."""
        return self.papers + tuple(paper.kind for paper in self.papers_if if paper.due(facts))


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage 阶段. `ended` = nothing more is decided in it; what is left is serving, closing and archiving."""

    id: str
    name: str
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Procedure:
    """A procedure 程序, dated: a running case keeps the version it was opened under. `stages` are in order, the first is where it begins.

    `thing` is what runs through it, in Chinese.
    """

    kind: str
    name: str
    version: int
    in_force_from: date
    stages: tuple[Stage, ...]
    acts: tuple[Act, ...]
    thing: str = "案件"
    _rows: Mapping[str, Act] = field(init=False, repr=False, compare=False)
    _order: Mapping[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_rows", {act.kind: act for act in self.acts})
        object.__setattr__(self, "_order", {stage.id: place for place, stage in enumerate(self.stages)})

    @property
    def first_stage(self) -> str:
        """Return the id of the stage in which a case begins."""
        return self.stages[0].id

    def act(self, kind: str) -> Act | None:
        """Return the row of `kind`, or None when this procedure has no such act."""
        return self._rows.get(kind)

    def stage(self, stage_id: str) -> Stage:
        """Return a stage by its id; an unknown id is a programmer's fault."""
        assert stage_id in self._order, f"{self.kind} has no stage {stage_id}"
        return self.stages[self._order[stage_id]]

    def order(self, stage_id: str) -> int:
        """Return the position of a stage; later stages have greater numbers."""
        return self._order[stage_id]

    def acts_from(self, stage_id: str, done: frozenset[str] = frozenset()) -> tuple[Act, ...]:
        """Return the acts of a stage: the likely ones not yet `done` first, otherwise in the table's order."""
        here = [act for act in self.acts if stage_id in act.from_stages]
        return tuple(sorted(here, key=lambda act: not act.likely or act.kind in done))
