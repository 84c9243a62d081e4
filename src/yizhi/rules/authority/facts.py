"""权属事实 The dated facts that an authority answer stands on.

Every interval is half-open, `[starts_on, ends_on)`; an empty `ends_on` is open. Every row has an `id` and a
`recorded_at`: a correction repeats the id of the row it corrects with a later `recorded_at`, and a row without one was
always known. `recorded_at` is a moment in Beijing time without zone; a day alone stands for its beginning.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Literal

BodyKind = Literal["department", "town", "government"]
ItemKind = Literal["penalty", "coercion", "inspection", "other"]
AllocationMode = Literal["statutory", "conferral", "entrustment"]
Mode = Literal["statutory", "conferral", "entrustment", "posted"]
Status = Literal["valid", "suspended", "revoked"]
TransitionBody = Literal["department", "town"]
OnRecall = Literal["continue", "transfer"]


@dataclass(frozen=True, slots=True)
class Body:
    """机关 An authority body: it decides in its own name. `parent` is the government that reviews it (复议机关)."""

    table: ClassVar[str] = "bodies"
    id: str
    kind: BodyKind
    name: str
    county: str = ""
    parent: str | None = None
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """片区成员 A town within an area during `[starts_on, ends_on)`."""

    town: str
    starts_on: date
    ends_on: date | None = None

    def covers(self, day: date) -> bool:
        """Return whether `day` lies within the interval."""
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


@dataclass(frozen=True, slots=True)
class Area:
    """片区 Towns that share a team. An area holds no power."""

    table: ClassVar[str] = "areas"
    id: str
    name: str
    centre_town: str | None = None
    member_towns: tuple[Membership, ...] = ()
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """依据 One article that makes the item a matter of enforcement, in force during `[effective, expiry)`."""

    law: str
    article: str
    effective: date
    expiry: date | None = None

    def covers(self, day: date) -> bool:
        """Return whether the article is in force on `day`."""
        return self.effective <= day and (self.expiry is None or day < self.expiry)


@dataclass(frozen=True, slots=True)
class Item:
    """事项 One line of the list. `owner` is the body that holds it where nothing else is allocated."""

    table: ClassVar[str] = "items"
    id: str
    name: str
    kind: ItemKind
    domain: str
    owner: str
    bases: tuple[Basis, ...] = ()
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Allocation:
    """权属 What gives a town a part in an item: 法定, 赋权 or 委托. `transition_until` is the first day after the transition."""

    table: ClassVar[str] = "allocations"
    id: str
    item: str
    town: str
    mode: AllocationMode
    starts_on: date
    ends_on: date | None = None
    published_on: date | None = None
    decision: str = ""
    basis: str = ""
    letter: str = ""
    transition_until: date | None = None
    transition_body: TransitionBody | None = None
    on_recall: OnRecall | None = None
    coercion: bool = False
    recorded_at: datetime | None = None

    def covers(self, day: date) -> bool:
        """Return whether the allocation's own dates contain `day`; it may still not count."""
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


@dataclass(frozen=True, slots=True)
class Officer:
    """执法人员 `body` is where the qualification to enforce lies (执法资格所属主体), `employer` who pays."""

    table: ClassVar[str] = "officers"
    id: str
    body: str
    starts_on: date
    ends_on: date | None = None
    employer: str = ""
    name: str = ""
    recorded_at: datetime | None = None

    def covers(self, day: date) -> bool:
        """Return whether the officer is in service on `day`."""
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


@dataclass(frozen=True, slots=True)
class StatusPeriod:
    """证件状态 What holds for a certificate during `[starts_on, ends_on)`."""

    status: Status
    starts_on: date
    ends_on: date | None = None

    def covers(self, day: date) -> bool:
        """Return whether the status holds on `day`."""
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


@dataclass(frozen=True, slots=True)
class Certificate:
    """执法证 Empty `domains` covers every domain; a day without a status period is a day on which it is not valid."""

    table: ClassVar[str] = "certificates"
    id: str
    officer: str
    starts_on: date
    ends_on: date | None = None
    domains: tuple[str, ...] = ()
    status_periods: tuple[StatusPeriod, ...] = ()
    recorded_at: datetime | None = None

    def covers(self, day: date) -> bool:
        """Return whether the certificate's own dates contain `day`, whatever its status."""
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


@dataclass(frozen=True, slots=True)
class Posting:
    """派驻 An officer sent to an area. `acts_for` are the bodies in whose name the posting letter lets the officer act."""

    table: ClassVar[str] = "postings"
    id: str
    officer: str
    area: str
    starts_on: date
    ends_on: date | None = None
    acts_for: tuple[str, ...] = ()
    recorded_at: datetime | None = None

    def covers(self, day: date) -> bool:
        """Return whether the posting is active on `day`."""
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


@dataclass(frozen=True, slots=True)
class Recusal:
    """回避 An officer who takes no part in anything that concerns this party."""

    table: ClassVar[str] = "recusals"
    id: str
    officer: str
    party: str
    recorded_at: datetime | None = None


Fact = Body | Area | Item | Allocation | Officer | Certificate | Posting | Recusal
