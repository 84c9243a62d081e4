"""裁量基准 The tiers of an item's benchmark: which facts lead to which range. The range is shown; the amount is a person's."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Tier:
    """裁量阶次 One tier. `low` and `high` bound the fine in yuan, both belong to it; None = not bounded there, as with several times a value.

    `factors`: when it applies. `own`: made by the deciding body itself, not by one above. `document` names where it was published.
    """

    name: str
    factors: str
    words: str
    issuer: str
    own: bool
    document: str
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def label(self) -> str:
        """Return the tier as it is chosen and printed: name, range, document."""
        return f"{self.name}：{self.words}（{self.document}）"

    def holds(self, fine: Decimal) -> bool:
        """Say whether a fine lies within the tier, its bounds included.

        >>> Tier("一般", "", "", "", True, "", Decimal(300), Decimal(500)).holds(Decimal("500.01"))
        False
        """
        return (self.low is None or fine >= self.low) and (self.high is None or fine <= self.high)


def range_words(low: Decimal | None, high: Decimal | None) -> str:
    """Return a range of fines in words.

    >>> range_words(Decimal(300), Decimal(500)), range_words(None, Decimal("0.5")), range_words(Decimal(1), None)
    ('罚款300元至500元', '罚款0.5元以下', '罚款1元以上')
    """
    if low is not None and high is not None:
        return f"罚款{_plain(low)}元至{_plain(high)}元"
    if high is not None:
        return f"罚款{_plain(high)}元以下"
    return f"罚款{_plain(low)}元以上" if low is not None else ""


def _plain(amount: Decimal) -> str:
    return f"{amount.normalize():f}"
