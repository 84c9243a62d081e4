"""从表格拟订 A table is read and shown with every bad cell; confirmed, it is the lines of a new draft."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from yizhi.desk.matters.import_pages import chosen_file, columns_told, preview_context
from yizhi.desk.matters.imports import Preview, claim, preview, upload
from yizhi.desk.matters.imports.sheets import LARGEST_FILE
from yizhi.desk.papers.telling import Told
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.pages import shown
from yizhi.desk.people.request import SignedIn
from yizhi.rules.refusal import Absent, Reason, Refusal

from .actions import Done, begin
from .importing import KIND, PAGE, BatchLineReader
from .permitting import keeps

HINT = ".xlsx 或者 .csv，第一行是列名；一行一个事项，几个镇写在一格里也可以。"


@require_http_methods(["GET", "POST"])
def import_lines(request: SignedIn) -> HttpResponse:
    """选表格 Read a table, show what was read; what is right leads to the draft."""
    if not keeps(request.identity):
        raise Absent("这项维护")
    recall = request.GET.get("kind") == "recall"
    reasons: tuple[Reason, ...] = ()
    status = 200
    if request.method == "POST":
        try:
            return HttpResponseRedirect(_done(request, recall))
        except Absent:
            raise
        except Refusal as refusal:
            reasons, status = refusal.reasons, refusal.status
    asked = request.GET.get("upload", "")
    found = table_of(asked, request.identity.account) if asked else None
    context = {
        "what": {"title": BatchLineReader.title, "columns": columns_told(KIND), "accept": ".xlsx,.csv", "hint": HINT},
        "action": f"{PAGE}?kind=recall" if recall else PAGE,
        "back": "/batches/",
        "back_label": "赋权批次",
        "confirm_label": "用这些行拟订",
        "reasons": reasons,
        "limit": LARGEST_FILE,
        **preview_context(found),
    }
    return shown(request, "matters/import.html", context, status)


def table_of(upload_id: str, account: str) -> Preview:
    """Return a table of lines that this person chose. Raises `Absent`."""
    found = preview(upload_id, by=account)
    if found.upload.kind != KIND:
        raise Absent("这个表格")
    return found


@transaction.atomic
def begin_from(table: Preview | None, identity: Identity, told: Told, *, now: datetime) -> Done:
    """拟订 Begin a batch; the table its lines came from is taken once, together with the draft or not at all."""
    if table is not None:
        claim(table.upload.id, by=identity.account, now=now)
    return begin(identity, told, now=now)


def told_of(found: Preview) -> dict[str, Any]:
    """Return in one line what a table holds."""
    items, towns = ({row[name] for row in found.rows} for name in ("item", "town"))
    words = f"{found.upload.filename}：{len(items)} 个事项，{len(towns)} 个镇（街道），共 {len(found.rows)} 格"
    return {"label": "表格", "value": words}


def _done(request: SignedIn, recall: bool) -> str:
    """Do what was asked and return where to go."""
    account = request.identity.account
    kind: Mapping[str, str] = {"kind": "recall"} if recall else {}
    if request.POST.get("do") == "confirm":
        found = table_of(request.POST.get("token", ""), account)
        return f"/batches/new/?{urlencode({**kind, 'upload': str(found.upload.id)})}"
    name, data = chosen_file(request)
    made = upload(KIND, name, data, by=account, now=request.now)
    return f"{PAGE}?{urlencode({**kind, 'upload': str(made.upload.id)})}"
