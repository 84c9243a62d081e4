"""Openly fictional contexts of the pages of lists, letters and boundary cards."""

from datetime import date
from typing import Any

from yizhi.web.tests.samples import TOWN

FILTERS = {
    "q": "烧烤", "domain": "", "domains": [("urban", "城市管理")], "kind": "", "kinds": [("penalty", "行政处罚")], "body": "", "bodies": [("b1", TOWN)], "whole": "",
}  # fmt: skip
_STATES = ("statutory", "conferral", "posted", "entrustment", "conflict", "")
AREA_LIST: dict[str, Any] = {
    "on": "2026-11-23", "on_words": "2026年11月23日 今天", "today": "2026-11-23", "slider": {"days": 600, "at": 600}, "compare": {"on": "2026-06-30", "words": "多 10 格　少 2 格", "href": "#"}, "filters": FILTERS, "note": "成员镇为示意",
    "tabs": [{"label": "全部片区", "href": "#", "current": True}], "views": [{"label": "片区队职责", "href": "#", "current": False}], "exports": [("表格", "#")], "issued": [{"number": "演示清单〔2026〕1号", "on": date(2026, 11, 23), "href": "#"}], "issued_href": "#", "pdf_href": "#", "letters_href": "#", "public_href": "#",
    "areas": [{"name": name, "note": "示意", "towns": [{"name": town} for town in towns]} for name, towns in {"三星堆": ["三星堆", "高坪", "雒城"], "德阳高新区": ["向阳", "汉州", "金雁"], "天府旌城南": ["小汉", "金轮", "南丰"], "现代农业产业园": ["连山", "金鱼", "三水"]}.items()],
    "rows": [{"name": f"演示事项{row}", "domain": "综合执法", "href": "#", "cells": [{"state": _STATES[(row + n) % 6], "transition": n == 4 and (row + n) % 6 == 1, "change": "added" if n == 3 else "", "href": "#"} for n in range(12)]} for row in range(6)],
    "shown": 6, "total": 144,
}  # fmt: skip
DUTIES = {
    **AREA_LIST,
    "lines": [
        {
            "name": "演示事项",
            "domain": "综合执法",
            "href": "#",
            "sources": [{"words": f"连山镇：{TOWN}（赋权）", "note": "演示〔2025〕1号", "href": "#"}],
        }
    ],
}
_SIDE = {"words": f"{TOWN}（赋权）", "note": "演示〔2025〕1号", "href": "#"}
CHANGES = {
    "on": "2026-11-23", "since": "2026-06-30", "today": "2026-11-23", "kept": [], "crumb": {"label": "清单", "href": "#"}, "area_name": "连山片区", "words": "多 1 格",
    "groups": [{"title": "新增", "changes": [{"name": "演示事项", "href": "#", "town": "连山镇", "before": {"words": "", "note": "", "href": ""}, "after": _SIDE}]}],
}  # fmt: skip
_LETTER = {
    "number": "演示函〔2025〕1号",
    "body": "市水利局",
    "href": "#",
    "count": 5,
    "from": date(2025, 3, 1),
    "to": None,
    "state": "ok",
    "words": "有效",
}
LETTERS = {
    "crumb": {"label": "连山片区", "href": "#"},
    "letters": [_LETTER],
    "departments": [{"label": "市水利局", "href": "#"}],
    "keeps": True,
}
LETTER = {
    "letter": _LETTER,
    "crumb": {"label": "明确函", "href": "#"},
    "area_name": "连山片区",
    "items": [{"name": "演示事项", "domain": "水利", "href": "#"}],
    "end": {"fields": [], "reasons": []},
}
INSTRUMENT = {
    "title": "连山镇　赋权",
    "second": "演示事项",
    "crumb": {"label": "演示事项", "href": "#"},
    "edit_href": "#",
    "facts": [{"label": "起", "value": date(2025, 3, 1)}, {"label": "文书", "value": "演示〔2025〕1号"}],
    "versions": [{"at": "2025-03-01", "title": "2025-03-01起至今有效", "note": "演示〔2025〕1号"}],
}
BOUNDARY_CARDS = {
    "on": "2026-11-23", "tabs": [{"label": "全部", "href": "#", "count": 2, "current": True}], "missing": False, "import_href": "#", "export_href": "#",
    "rows": [{"name": "演示事项", "domain": "水利", "href": "#", "steps": ["发现：属地镇（街道）"], "since": date(2025, 3, 1), "state": "ok", "words": "齐全"}, {"name": "演示事项二", "domain": "水利", "href": "#", "steps": [], "since": None, "state": "soon", "words": "还没有", "enter_href": "#"}],
}  # fmt: skip
_ISSUED = {
    "key": "20261124-ABCDEF", "number": "演示清单〔2026〕2号", "title": "连山片区行政执法事项清单", "body": "广汉市人民政府", "on": date(2026, 11, 23), "issued_on": date(2026, 11, 23),
    "count": 144, "href": "#", "pdf_href": "#", "digest": "3f5b" * 16, "demo": True,
}  # fmt: skip
ISSUED_LISTS: dict[str, Any] = {
    "crumb": {"label": "连山片区", "href": "#"}, "issues": True, "body": "广汉市人民政府", "rows": [_ISSUED, {**_ISSUED, "number": "演示清单〔2026〕1号"}],
    "fields": [{"name": "on", "label": "哪一天的清单", "kind": "date", "value": "2026-11-23"}], "reasons": [],
}  # fmt: skip
ISSUED_LIST: dict[str, Any] = {
    "crumb": {"label": "已发布的清单", "href": "#"}, "list": _ISSUED, "others": [("1", "演示清单〔2026〕1号"), ("2", "演示清单〔2025〕9号")], "other": {**_ISSUED, "key": "1", "number": "演示清单〔2026〕1号"},
    "words": "新增 1 项", "groups": [{"title": "新增", "changes": [{"item": "GH-1", "name": "演示事项", "before": "", "after": "连山镇 赋　赋权连山镇：演示〔2025〕1号"}]}],
}  # fmt: skip
PUBLIC_LIST = {
    "demo": True, "asked": {"q": "", "town": "1", "domain": ""}, "on": date(2026, 11, 23), "today": date(2026, 11, 23), "towns": [("连山片区", [("1", "连山镇")])], "domains": ["水利"], "town_name": "连山镇", "total": 1,
    "lines": [{"name": "演示事项", "domain": "水利", "bases": ["《示意条例》第1条"], "remark": "", "who": {"words": f"{TOWN}（赋权）", "instrument": "演示〔2025〕1号", "phone": "0000", "address": "演示路1号"}, "card": [{"label": "发现", "value": "连山镇", "source": "演示方案"}]}], "files": [("CSV", "#")], "issued": [_ISSUED],
}  # fmt: skip

PAGES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "area-list": ("matters/area_list.html", "清单", AREA_LIST),
    "duties": ("matters/duties.html", "清单", DUTIES),
    "changes": ("matters/changes.html", "清单", CHANGES),
    "letters": ("matters/letters.html", "清单", LETTERS),
    "letter": ("matters/letter.html", "清单", LETTER),
    "instrument": ("matters/instrument.html", "清单", INSTRUMENT),
    "boundary-cards": ("matters/boundary_cards.html", "清单", BOUNDARY_CARDS),
    "issued-lists": ("papers/issued_lists.html", "清单", ISSUED_LISTS),
    "issued-lists-none": ("papers/issued_lists.html", "清单", {**ISSUED_LISTS, "issues": False, "rows": []}),
    "issued-list": ("papers/issued_list.html", "清单", ISSUED_LIST),
    "public-list": ("matters/public_list.html", "", PUBLIC_LIST),
}
