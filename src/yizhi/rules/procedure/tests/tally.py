"""What a run of random acts tried, did and reached, in figures."""

from collections import Counter
from dataclasses import dataclass, field

from yizhi.rules.procedure import TABLES


@dataclass
class Tally:
    """What was tried, accepted and reached, and how often each invariant had something to say."""

    tried: Counter[str] = field(default_factory=Counter)
    accepted: Counter[tuple[str, str]] = field(default_factory=Counter)
    stages: Counter[tuple[str, str]] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    cases: int = 0

    @property
    def acts(self) -> int:
        return sum(self.tried.values())

    @property
    def share(self) -> float:
        """The share of what was tried that was lawful."""
        return sum(self.accepted.values()) / max(self.acts, 1)

    @property
    def rows(self) -> tuple[int, int]:
        return len(self.accepted), sum(len(table.acts) for table in TABLES)

    @property
    def reached_stages(self) -> tuple[int, int]:
        begun = {(table.kind, table.first_stage) for table in TABLES if self.cases}
        return len(begun | set(self.stages)), sum(len(table.stages) for table in TABLES)

    def __str__(self) -> str:
        lines = [
            f"acts tried {self.acts:,} in {self.cases:,} cases",
            f"accepted {sum(self.accepted.values()):,} ({self.share:.0%}), refused {self.acts - sum(self.accepted.values()):,}",
            "rows reached {} of {}, stages reached {} of {}".format(*self.rows, *self.reached_stages),
            "least reached: "
            + ", ".join(f"{kind} {times}" for (_, kind), times in self.accepted.most_common()[:-6:-1]),
            "refusals: " + ", ".join(f"{code} {times:,}" for code, times in self.refused.most_common(8)),
            f"codes of refusal seen: {len(self.refused)}",
            *(f"  held {times:>7,} times  {name}" for name, times in sorted(self.held.items())),
        ]
        return "\n".join(lines)
