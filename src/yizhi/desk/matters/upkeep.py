"""事项维护 Pages on which items get new versions and allocations are entered and corrected. What stood before stays."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from yizhi.desk.record.entering import entered, posted
from yizhi.rules.authority import ROLES, STEPS, Charge
from yizhi.rules.authority.boundary import OF_THE_LIST
from yizhi.rules.citing import read_bases
from yizhi.rules.refusal import Absent, bad_input

from . import actions, queries
from .forms import CHOSEN, AllocationForm, BoundaryForm, CorrectionForm, ItemForm, NewAllocationForm, VersionForm
from .granting import Grant
from .keeper import keeper
from .models import Allocation, Item, ItemVersion
from .texts import in_force_since, texts_of

Bases = Mapping[tuple[str, str], dict[str, Any]]


def new_item(request: HttpRequest) -> HttpResponse:
    """登记事项"""
    account = keeper(request)

    def deed(values: dict[str, Any]) -> str:
        if Item.objects.filter(code=values["code"]).exists():
            raise bad_input("code", "这个编码已经有了。", "改已有的事项，从它的页面登记新版本。", "item-exists")
        return _entered(request, values, {}, account)

    page = {"title": "登记事项", "crumb": {"label": "事项", "href": "/items/"}}
    form = ItemForm(posted(request), initial={"starts": _today(request)})
    return entered(request, form, deed, page)


def new_version(request: HttpRequest, code: str) -> HttpResponse:
    """登记新版本 A new version from a day on; the one before ends that day."""
    account = keeper(request)
    found = queries.item(request.identity, code, _today(request))  # type: ignore[attr-defined]
    version = found.version
    known = {(basis["law"], basis["article"]): basis for basis in version.bases}

    def deed(values: dict[str, Any]) -> str:
        return _entered(request, {**values, "code": code}, known, account)

    form = VersionForm(posted(request), initial=_initial(version, _today(request)))
    return entered(request, form, deed, _page(version, "登记新版本", "以前的版本不动，从写明的这一天起改"))


def new_allocation(request: HttpRequest, code: str) -> HttpResponse:
    """录入权属"""
    account = keeper(request)
    version = queries.item(request.identity, code, _today(request)).version  # type: ignore[attr-defined]

    def deed(values: dict[str, Any]) -> str:
        grant = _grant(code, values.pop("town"), values)
        actions.enter_allocation(grant, by=account, now=request.now)  # type: ignore[attr-defined]
        return f"/items/{quote(code, safe='')}/"

    page = _page(version, "录入权属", "没有录入的镇（街道），由原实施部门自己办")
    return entered(request, NewAllocationForm(posted(request)), deed, page)


def new_boundary_card(request: HttpRequest, code: str) -> HttpResponse:
    """录入边界卡 Who does which step from a day on; the card before ends that day."""
    account = keeper(request)
    version = queries.item(request.identity, code, _today(request)).version  # type: ignore[attr-defined]

    def deed(values: dict[str, Any]) -> str:
        chosen = {step: Charge(values[step], values[f"{step}_source"] or values["source"]) for step in CHOSEN}
        charges = {step: chosen.get(step, Charge("holder", values["source"])) for step in STEPS}
        actions.enter_boundary_card(code, charges, starts=values["starts"], by=account, now=request.now)  # type: ignore[attr-defined]
        return f"/items/{quote(code, safe='')}/?on={max(values['starts'], _today(request))}"

    form = BoundaryForm(posted(request), initial=_charges(request, code))
    page = _page(version, "录入边界卡", "七步都要有人负责，才能公布")
    follows = "、".join(STEPS[step] for step in OF_THE_LIST)
    return entered(request, form, deed, {**page, "known": [{"label": follows, "value": ROLES["holder"]}]})


def allocation(request: HttpRequest, fact: str) -> HttpResponse:
    """更正权属 Say rightly what was entered wrongly, and why; giving and taking back go by a batch."""
    account = keeper(request)
    row = Allocation.objects.known().filter(fact=fact).select_related("item", "town").first()
    if row is None:
        raise Absent("这条权属")
    before = row

    def deed(values: dict[str, Any]) -> str:
        grant = _grant(before.item_id, before.town_id, values)
        actions.correct_allocation(fact, grant, by=account, now=request.now)  # type: ignore[attr-defined]
        return f"/items/{quote(before.item_id, safe='')}/"

    initial = {name: getattr(row, name) for name in AllocationForm.base_fields} | {
        "coercion": "yes" if row.coercion else "",
    }
    page = {
        "title": "更正权属",
        "second": "只改录错的；赋予和收回走赋权批次。以前的答复按当时掌握的仍能查到",
        "crumb": {"label": row.item.name, "href": f"/items/{quote(row.item_id, safe='')}/"},
        "known": [{"label": "镇（街道）", "value": row.town.name}],
    }
    return entered(request, CorrectionForm(posted(request), initial=initial), deed, page)


def _entered(request: HttpRequest, values: dict[str, Any], known: Bases, account: str) -> str:
    row = {
        **values,
        "bases": _bases(values["bases"], values["effective"], known),
        "from": values["starts"].isoformat(),
    }
    actions.enter_item(row, by=account, now=request.now)  # type: ignore[attr-defined]
    return f"/items/{quote(row['code'], safe='')}/?on={max(values['starts'], _today(request))}"


def _bases(text: str, given: date | None, known: Bases) -> list[dict[str, Any]]:
    """Return the bases written in `text`, each with the day since when it is in force. Raises `BadInput`."""
    read = read_bases(text)
    if read.unread or not read.bases:
        unread = "、".join(f"“{words}”" for words in read.unread) or "设定依据"
        raise bad_input("bases", f"{unread}没有读懂。", "写成《名称》第几条第几款第（几）项。", "basis-unread")
    texts = texts_of({basis.law for basis in read.bases})
    found = []
    for basis in read.bases:
        before = known.get((basis.law, basis.article))
        if before is not None and before.get("effective"):
            found.append(before)
            continue
        since = given.isoformat() if given else in_force_since(basis.law, texts, None)
        if since is None:
            raise bad_input("effective", f"不知道《{basis.law}》的施行日期。", "填上施行日期。", "basis-without-date")
        found.append({"law": basis.law, "article": basis.article, "effective": since, "expiry": None, "note": ""})
    return found


def _initial(version: ItemVersion, today: date) -> dict[str, Any]:
    names = ("name", "kind", "domain", "deed", "penalty_range", "note")
    return {name: getattr(version, name) for name in names} | {
        "owner": version.owner_id,
        "bases": "；".join(f"《{basis['law']}》{basis['article']}" for basis in version.bases),
        "starts": today,
    }


def _charges(request: HttpRequest, code: str) -> dict[str, Any]:
    today = _today(request)
    card = queries.boundary_card(request.identity, code, today)  # type: ignore[attr-defined]
    if card is None:
        return {"starts": today}
    charges = queries.charges_of(card)
    source = charges["decides"].source
    own = {f"{step}_source": charges[step].source for step in CHOSEN if charges[step].source != source}
    return {"starts": today, "source": source, **own, **{step: charges[step].who for step in CHOSEN}}


def _grant(item: str, town: str, values: Mapping[str, Any]) -> Grant:
    return Grant(item=item, town=town, **{**values, "coercion": values["coercion"] == "yes"})


def _page(version: ItemVersion, title: str, second: str) -> dict[str, Any]:
    crumb = {"label": version.name, "href": f"/items/{quote(version.item_id, safe='')}/"}
    return {"title": title, "second": second, "crumb": crumb}


def _today(request: HttpRequest) -> date:
    return timezone.localdate(request.now)  # type: ignore[attr-defined]
