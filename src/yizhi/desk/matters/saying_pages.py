"""说法页 What people here say, added and withdrawn; the corrections that wait; and the one press by which anybody corrects the finder."""

from typing import Any
from urllib.parse import quote, urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from yizhi.desk.people.pages import shown
from yizhi.desk.record.entering import entered, posted

from . import queries
from .forms import SayingForm
from .hearing import intents
from .keeper import keeper
from .models import Correction, Saying
from .queries.sayings import PAGE
from .sayings import add_saying, correct_finder, settle_correction, withdraw_saying

BACK = "/sayings/"


@require_GET
def sayings(request: HttpRequest) -> HttpResponse:
    """说法 The sayings that stand and the corrections that wait."""
    keeper(request)
    identity = request.identity  # type: ignore[attr-defined]
    q, after = request.GET.get("q", "").replace("\x00", "")[:50].strip(), request.GET.get("after", "")[:9]
    found = queries.sayings_here(identity, q, after=int(after) if after.isdecimal() else 0)
    older = "?" + urlencode({"q": q, "after": found[PAGE - 1].pk}) if len(found) > PAGE else ""
    context = {
        "q": q,
        "rows": [_row(each) for each in found[:PAGE]],
        "older": older,
        "waiting": [_waiting(each) for each in queries.corrections_waiting(identity)],
    }
    return shown(request, "matters/sayings.html", context)


def new_saying(request: HttpRequest) -> HttpResponse:
    """添说法"""
    account = keeper(request)

    def deed(values: dict[str, Any]) -> str:
        add_saying(values, by=account, now=request.now)  # type: ignore[attr-defined]
        return BACK

    page = {
        "title": "添说法",
        "second": "写上以后，问一问和“该找谁”马上听得懂",
        "crumb": {"label": "说法", "href": BACK},
    }
    start = {"text": request.GET.get("text", "")[:200]}
    return entered(request, SayingForm(posted(request), initial=start), deed, page)


@require_POST
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """撤下说法"""
    withdraw_saying(number, by=keeper(request), now=request.now)  # type: ignore[attr-defined]
    return HttpResponseRedirect(BACK)


@require_POST
def settle(request: HttpRequest, number: int) -> HttpResponse:
    """处理指正 Take it as a saying, or leave it."""
    take = request.POST.get("do") == "take"
    settle_correction(number, take=take, by=keeper(request), now=request.now)  # type: ignore[attr-defined]
    return HttpResponseRedirect(BACK)


@require_POST
def correct(request: HttpRequest) -> HttpResponse:
    """指正 Whoever asked may say which item was meant; back to the question with that item chosen."""
    identity = request.identity  # type: ignore[attr-defined]
    sent = {
        name: request.POST.get(name, "").replace("\x00", "")[:200] for name in ("q", "place", "on", "shown", "meant")
    }
    correct_finder(
        words=sent["q"],
        shown=sent["shown"],
        meant=sent["meant"],
        by=identity.account,
        now=request.now,  # type: ignore[attr-defined]
    )
    kept = {"q": sent["q"], "place": sent["place"], "on": sent["on"], "item": sent["meant"], "told": "yes"}
    return HttpResponseRedirect(f"/ask/?{urlencode(kept)}")


def _row(saying: Saying) -> dict[str, Any]:
    meaning = intents().get(saying.intent, {}).get("title", "") if saying.intent else saying.stands_for
    return {
        "text": saying.text,
        "kind": "事项" if saying.item else "不是执法事项" if saying.intent else "同一个词",
        "meaning": saying.item.name if saying.item else meaning,
        "href": f"/items/{quote(saying.item_id, safe='')}/" if saying.item_id else "",
        "by": saying.said_by,
        "at": timezone.localtime(saying.said_at),
        "withdraw_href": f"/sayings/{saying.pk}/withdraw/",
    }


def _waiting(told: Correction) -> dict[str, Any]:
    return {
        "words": told.words,
        "meant": told.meant.name if told.meant else "",
        "by": told.told_by,
        "at": timezone.localtime(told.told_at),
        "settle_href": f"/sayings/corrections/{told.pk}/",
        "new_href": f"/sayings/new/?{urlencode({'text': told.words})}",
    }
