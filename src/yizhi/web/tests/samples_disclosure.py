"""Openly fictional contexts of the pages of disclosure."""

from typing import Any

from yizhi.web.tests import samples
from yizhi.web.tests.samples import TODAY

COLUMNS = [
    {"label": "行政处罚案件名称", "value": "吕某（演示）擅自倾倒建筑垃圾"}, {"label": "行政处罚决定书文号", "value": "广连府罚决〔2026〕17号"},
    {"label": "当事人", "value": "吕某"}, {"label": "处罚内容", "value": "罚款300.00元"},
]  # fmt: skip
TABS = [
    {"label": "等拟稿", "href": "#", "count": 3, "current": True},
    {"label": "已公示", "href": "#", "current": False},
]
LIST: dict[str, Any] = {"tabs": TABS, "show": "undrafted", "q": "", "older": "#", "lines": [
    {"title": "吕例（演示）擅自倾倒建筑垃圾", "number": "20261120-ABCDEF", "href": "#", "where": "连山镇　连山镇", "decided_on": TODAY, "due": {"state": "soon", "left": "还有 2 个工作日", "on": "11月26日 周四"}, "demo": True},
]}  # fmt: skip
ONE: dict[str, Any] = {
    "row": {"title": "吕某（演示）擅自倾倒建筑垃圾", "number": "20261124-ABCDEF", "stage": "已公示", "state": "ok", "demo": True, "href": "#"},
    "case_href": "#", "public_href": "#", "columns": COLUMNS, "confirmed": False, "source": "示意公开的栏目", "fallen": "依法撤销",
    "limits": [{"label": "撤回期限", "value": "2026年11月27日", "source": "行政处罚法 第48条第2款"}],
    "acts": [{"name": "撤回公示", "does": "写明为什么。", "href": "#", "articles": ["行政处罚法 第48条第2款"], "people": "", "label": "去做", "first": True}],
    "waiting": "", "withdrawn": "", "record": samples.CASE["record"], "chain": samples.CASE["chain"],
}  # fmt: skip
PUBLIC_LIST: dict[str, Any] = {
    "demo": True, "asked": {"q": "", "body": "", "town": "", "since": "", "until": ""}, "bodies": [("b", "广汉市连山镇人民政府")], "towns": [("t", "连山镇")],
    "today": "2026-11-24", "older": "?after=x", "files": [("CSV", "#"), ("JSON", "#")],
    "lines": [
        {"title": "吕某（演示）擅自倾倒建筑垃圾", "href": "#", "party": "吕某", "content": "罚款300.00元", "number": "广连府罚决〔2026〕17号", "body": "广汉市连山镇人民政府", "on": TODAY, "withdrawn": False},
        {"title": "广连府罚决〔2026〕9号", "href": "#", "party": "", "content": "", "number": "", "body": "广汉市连山镇人民政府", "on": TODAY, "withdrawn": True},
    ],
}  # fmt: skip
PUBLIC_ONE: dict[str, Any] = {
    "demo": True, "title": "吕某（演示）擅自倾倒建筑垃圾", "number": "广连府罚决〔2026〕17号", "withdrawn": "", "columns": COLUMNS, "published_on": TODAY,
    "corrections": [{"on": TODAY, "why": "条文写错"}], "body": {"name": "广汉市连山镇人民政府", "phone": "0838-5000000", "address": "示意路 1 号"},
}  # fmt: skip
PAGES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "disclosures": ("disclosure/list.html", "公示", LIST),
    "disclosures-none": ("disclosure/list.html", "公示", {"tabs": TABS, "show": "fallen", "q": "", "lines": []}),
    "disclosure": ("disclosure/disclosure.html", "公示", ONE),
    "public-disclosures": ("disclosure/public_list.html", "", PUBLIC_LIST),
    "public-disclosures-none": ("disclosure/public_list.html", "", {**PUBLIC_LIST, "lines": []}),
    "public-disclosure": ("disclosure/public_record.html", "", PUBLIC_ONE),
    "public-disclosure-withdrawn": ("disclosure/public_record.html", "", {**PUBLIC_ONE, "title": "公示已撤回", "withdrawn": "2026年7月21日撤回：处罚决定依法撤销。", "columns": []}),
}  # fmt: skip
