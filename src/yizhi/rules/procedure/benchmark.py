"""裁量基准 The tiers of an item's benchmark: which facts lead to which range. The range is shown; the amount is a person's."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from yizhi.rules.cite import cite
from yizhi.rules.procedure.state import yuan
from yizhi.rules.refusal import Reason

OPINION: Final = "国务院办公厅关于进一步规范行政裁量权基准制定和管理工作的意见"
VALUES: Final[Mapping[str, tuple[str, str]]] = {
    "goods": ("货值金额", "goods_value_yuan"),
    "gains": ("违法所得", "illegal_gains_yuan"),
    "turnover": ("违法经营额", "turnover_yuan"),
}
"""What a fine may be so many times of: code → its name, and the fact that holds it in yuan."""


@dataclass(frozen=True, slots=True)
class Range:
    """幅度 The bounds of a fine in yuan, both belonging to it; None = not bounded there. `missing`: the value that must be known first."""

    low: Decimal | None = None
    high: Decimal | None = None
    missing: str = ""

    def holds(self, fine: Decimal) -> bool:
        """Say whether a fine lies within the bounds.

        >>> Range(Decimal(300), Decimal(500)).holds(Decimal("500.01"))
        False
        """
        return (self.low is None or fine >= self.low) and (self.high is None or fine <= self.high)


@dataclass(frozen=True, slots=True)
class Tier:
    """裁量阶次 One tier. `low` and `high` bound the fine in yuan, or with `times_of` (a key of `VALUES`) in times of that value; None = not bounded there.

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
    times_of: str = ""

    @property
    def label(self) -> str:
        """Return the tier as it is chosen and printed: name, range, document."""
        return f"{self.name}：{self.words}（{self.document}）"

    def range(self, facts: Mapping[str, Any]) -> Range:
        """Return the bounds in yuan that the facts give. Times of a value that no fact holds bound nothing and name what is missing.

        >>> tier = Tier("一般", "", "", "", True, "", Decimal(1), Decimal(2), "goods")
        >>> tier.range({"goods_value_yuan": "3000.00"}).high, tier.range({}).missing
        (Decimal('6000.00'), 'goods_value_yuan')
        """
        if not self.times_of:
            return Range(self.low, self.high)
        key = VALUES[self.times_of][1]
        value = yuan(facts.get(key))
        if value is None:
            return Range(missing=key)
        low, high = (None if times is None else times * value for times in (self.low, self.high))
        return Range(low, high)


def range_words(low: Decimal | None, high: Decimal | None, times_of: str = "") -> str:
    """Return a range in words, of fines in yuan or of times of a value.

    >>> range_words(Decimal(300), Decimal(500)), range_words(None, Decimal("0.5")), range_words(Decimal(1), None)
    ('罚款300元至500元', '罚款0.5元以下', '罚款1元以上')
    >>> range_words(Decimal(1), Decimal(2), "goods")
    '罚款货值金额的1倍至2倍'
    """
    unit, of = ("倍", f"{VALUES[times_of][0]}的") if times_of else ("元", "")
    if low is not None and high is not None:
        return f"罚款{of}{_plain(low)}{unit}至{_plain(high)}{unit}"
    if high is not None:
        return f"罚款{of}{_plain(high)}{unit}以下"
    return f"罚款{of}{_plain(low)}{unit}以上" if low is not None else ""


def _plain(amount: Decimal) -> str:
    return f"{amount.normalize():f}"


@cite("国务院办公厅关于进一步规范行政裁量权基准制定和管理工作的意见", "二(四)", "合理细化量化")
def refined_within(tier: Tier, refines: str, upper: Iterable[Tier]) -> Iterator[Reason]:
    """县级细化 A county's tier refines one of the tiers of the benchmark above and stays within its range; none above, nothing is asked.

    `refines`: the name of the tier above, empty = the one of the same name. Source: rule `discretion-county-refine`.
    """
    above = {one.name: one for one in upper}
    if not above:
        return
    wide = above.get(refines or tier.name)
    if wide is None:
        sentence = f"上级基准没有“{refines or tier.name}”这个阶次（有：{'、'.join(above)}）。"
        yield Reason("upper-tier-missing", sentence, f"{OPINION} 二(四)", cure="写明细化的是上级哪一个阶次。")
    elif wide.times_of != tier.times_of:
        sentence = f"上级阶次“{wide.name}”的幅度是{wide.words}，这里的写法不一样，比不出来。"
        yield Reason("refined-in-other-unit", sentence, f"{OPINION} 二(四)", cure="按上级基准的写法写。")
    elif _below(tier.low, wide.low) or _above(tier.high, wide.high):
        sentence = f"{tier.words}超出上级阶次“{wide.name}”的{wide.words}；县级只能在上级基准的幅度以内细化。"
        yield Reason("refined-outside", sentence, f"{OPINION} 二(四)", cure="把幅度改到上级阶次以内。")


def _below(low: Decimal | None, least: Decimal | None) -> bool:
    return least is not None and (low is None or low < least)


def _above(high: Decimal | None, most: Decimal | None) -> bool:
    return most is not None and (high is None or high > most)
