"""争议事项接口 The disputed points and the reading that holds on a day."""

from datetime import date

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema

from . import queries

router = Router(tags=["rules"])


class ReadingOut(Schema):
    """One reading."""

    id: str
    words: str
    articles: list[str]


class DisputeOut(Schema):
    """One disputed point; `holds` is the reading in force, `stricter` the one that holds until somebody decides."""

    id: str
    title: str
    doubt: str
    stricter: str
    holds: str
    readings: list[ReadingOut]


@router.get("disputes", response=list[DisputeOut], summary="争议事项")
def disputes(request: HttpRequest, on: date | None = None) -> list[DisputeOut]:
    """Return the disputed points with the reading that holds on the day `on` (default: today)."""
    held = queries.readings(on or timezone.localdate(request.now))  # type: ignore[attr-defined]
    return [
        DisputeOut(
            id=one.id,
            title=one.title,
            doubt=one.doubt,
            stricter=one.stricter,
            holds=held[one.id],
            readings=[ReadingOut(id=each.id, words=each.words, articles=list(each.articles)) for each in one.readings],
        )
        for one in queries.disputes().values()
    ]
