"""当场查处的表单 What a person tells when beginning on the spot."""

from datetime import date, datetime
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from yizhi.rules.refusal import bad_input

from .actions import OnSpot


def read_deed(sent: QueryDict, *, now: datetime) -> OnSpot:
    """Return the deed as the form tells it. Raises `BadInput` for a day that cannot be read."""
    text = {
        key: sent.get(key, "").strip()
        for key in ("item", "town", "village", "party", "place", "description", "act_day")
    }
    today = timezone.localdate(now)
    try:
        act_day = date.fromisoformat(text["act_day"]) if text["act_day"] else today
    except ValueError:
        raise bad_input("act_day", "违法行为发生日看不懂。", "写作 2026-09-05。") from None
    shown = {"yes": True, "no": False}.get(sent.get("credentials_shown", ""))
    facts: dict[str, Any] = {
        "found_on": today.isoformat(),
        "act_day": act_day.isoformat(),
        "place_text": text["place"] or "现场",
        "description": text["description"],
    }
    if shown is not None:
        facts["credentials_shown"] = shown
    return OnSpot(
        item=text["item"],
        town=text["town"],
        party=text["party"],
        act_day=act_day,
        village=text["village"],
        place=text["place"],
        officers=tuple(sent.getlist("officers")),
        facts={key: value for key, value in facts.items() if value != ""},
    )
