"""引注问题 The findings of the citation check that stand, as a list one can act on."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from yizhi.desk.people.identity import Identity
from yizhi.rules.citing import STATE_WORDS
from yizhi.rules.refusal import Absent

from ..models import CitationFinding, ItemVersion, StatuteVersion
from ..texts import TITLE

PAGE: Final = 40


@dataclass(frozen=True, slots=True)
class FindingPage:
    """A page of findings; `counts` by state of those that nobody has settled; `without_text`: laws cited without a text, with how often."""

    rows: tuple[CitationFinding, ...]
    counts: dict[str, int]
    settled: int
    after: str
    without_text: tuple[tuple[str, int], ...]


def findings(identity: Identity, *, state: str = "", settled: bool = False, after: str = "") -> FindingPage:
    """Return the findings that stand, by item; of one state, or those that a person has settled."""
    _signed_in(identity)
    standing = CitationFinding.objects.filter(gone_at=None).select_related("item").order_by("item_id", "pk")
    open_ones = standing.filter(settled_at=None)
    counted = Counter(open_ones.order_by().values_list("state", flat=True))
    rows = standing.exclude(settled_at=None) if settled else open_ones.filter(state=state) if state else open_ones
    if after.isdecimal() and len(after) < 19:
        last = CitationFinding.objects.filter(pk=int(after)).first()
        rows = rows.filter(item_id__gte=last.item_id).exclude(item_id=last.item_id, pk__lte=last.pk) if last else rows
    found = list(rows[: PAGE + 1])
    return FindingPage(
        tuple(found[:PAGE]),
        {key: counted[key] for key in STATE_WORDS if counted[key]},
        standing.exclude(settled_at=None).count(),
        str(found[PAGE - 1].pk) if len(found) > PAGE else "",
        tuple(_without_text()) if not after else (),
    )


def finding(identity: Identity, number: int) -> CitationFinding:
    """Return one finding that stands. Raises `Absent`."""
    _signed_in(identity)
    found = CitationFinding.objects.filter(pk=number, gone_at=None).select_related("item").first()
    if found is None:
        raise Absent("这条引注问题")
    return found


def findings_of(codes: Collection[str]) -> list[CitationFinding]:
    """Return the findings that stand of the named items."""
    return list(CitationFinding.objects.filter(item__in=codes, gone_at=None).order_by("pk"))


def _without_text() -> list[tuple[str, int]]:
    cited = Counter(
        basis["law"].removeprefix(TITLE)
        for bases in ItemVersion.objects.known().filter(valid_to=None).values_list("bases", flat=True)
        for basis in bases
    )
    held = {law.removeprefix(TITLE) for law in StatuteVersion.objects.values_list("law", flat=True)}
    return [(law, times) for law, times in cited.most_common() if law not in held]


def _signed_in(identity: Identity) -> None:
    if not identity.account:
        raise Absent("引注")
