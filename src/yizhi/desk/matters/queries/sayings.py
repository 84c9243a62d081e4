"""说法 What the county says, and the corrections that wait."""

from collections.abc import Sequence

from yizhi.desk.people.identity import Identity
from yizhi.rules.finding import Example
from yizhi.rules.refusal import Absent

from ..models import Correction, Saying

PAGE = 30


def sayings_here(identity: Identity, q: str = "", *, after: int = 0) -> Sequence[Saying]:
    """Return the sayings that stand, newest first; those with `q` in them; older than `after`. One more than a page when there are more."""
    _signed_in(identity)
    rows = Saying.objects.filter(withdrawn_at=None).select_related("item").order_by("-pk")
    if q:
        rows = rows.filter(text__contains=q)
    return list((rows.filter(pk__lt=after) if after else rows)[: PAGE + 1])


def corrections_waiting(identity: Identity) -> Sequence[Correction]:
    """Return the corrections that nobody settled yet, oldest first, at most a page."""
    _signed_in(identity)
    return list(Correction.objects.filter(settled_at=None).select_related("meant").order_by("pk")[:PAGE])


def examples() -> tuple[Example, ...]:
    """Return the sayings that stand, as the finder takes them."""
    rows = Saying.objects.filter(withdrawn_at=None).values_list("text", "item_id", "intent", "stands_for")
    return tuple(Example(text, item or "", intent, stands_for) for text, item, intent, stands_for in rows)


def _signed_in(identity: Identity) -> None:
    if not identity.may_maintain:
        raise Absent("说法")
