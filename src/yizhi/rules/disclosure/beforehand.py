"""事前公示 What a body makes public before it enforces: who it is, on what, how, and where one turns against it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from yizhi.rules.cite import cite
from yizhi.rules.refusal import Reason

ARTICLE: Final = "行政处罚法 第39条"


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """What is known of a body. `items`: whether any item is its own or was given to it today."""

    name: str
    phone: str
    address: str
    review_body: str
    court: str
    items: bool
    government: bool = False


@cite("行政处罚法", "第39条", "救济渠道等信息应当公示")
def lacking(posted: Posted) -> Iterator[Reason]:
    """Yield what is missing of what must be public before a penalty; a warning for who keeps the bodies. Source: rule `publicity-before`."""
    wanted = (
        ("phone", posted.phone, "电话"),
        ("address", posted.address, "地址"),
        ("parent", posted.review_body or posted.government, "行政复议机关"),
        ("court", posted.court, "受理起诉的法院"),
    )
    for about, value, label in wanted:
        if not value:
            yield Reason("posted-incomplete", f"没有登记{label}。", ARTICLE, "note", f"在机关页补登{label}。", about)
    if not posted.items and not posted.government:
        yield Reason(
            "posted-without-items", "清单上没有它的事项，执法依据无从公示。", ARTICLE, "note", "核对清单。", "items"
        )
