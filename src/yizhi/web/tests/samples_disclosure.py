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
    "case_href": "#", "public_href": "#", "columns": COLUMNS, "confirmed": False, "source": "示意公开的栏目", "renew": {"title": "应当撤回", "sentence": "公示的处罚决定已经依法撤销，三个工作日内撤回并公开说明理由。", "article": "行政处罚法 第48条第2款", "cure": "由本机关审核人员或者负责人办“撤回公示”。"}, "put_right": [{"before": "锦花材", "after": "锦花村"}],
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
ACT = {
    "name": "答复",
    "does": "写明依据。",
    "href": "#",
    "articles": ["政府信息公开条例 第16条第2款"],
    "people": "",
    "label": "去做",
    "first": True,
}
TABLES = [
    {"name": "表一　行政处罚实施情况统计表（宗）", "confirmed": True, "rows": [("罚款", "12"), ("合计（宗）", "12")]},
    {"name": "表三　行政强制实施情况统计表（宗）", "confirmed": False, "rows": [("查封、扣押", "0")]},
]  # fmt: skip
RECORD = {"record": samples.CASE["record"], "chain": samples.CASE["chain"]}
BEFORE = {"rows": [
    {"name": "广汉市连山镇人民政府", "href": "#", "keep_href": "#", "lacking": ["没有登记电话。"]},
    {"name": "广汉市综合行政执法局", "href": "#", "keep_href": "#", "lacking": []},
]}  # fmt: skip
FIGURES: dict[str, Any] = {
    "works": True, "owed": {"state": "soon", "left": "还有 3 天", "on": "1月31日 周日", "year": 2025}, "reasons": [],
    "fields": [{"name": "year", "label": "年度", "kind": "integer", "value": 2025}],
    "rows": [{"body": "广汉市连山镇人民政府", "year": 2024, "href": "#", "state": "ok", "stage": "已公开", "on": TODAY}],
}  # fmt: skip
YEAR: dict[str, Any] = {
    "title": "广汉市连山镇人民政府　2025年", "year": 2025, "state": "soon", "stage": "等审查公开", "tables": TABLES, "words": "示意", "source": "示意公开的年报",
    "stale": True, "due": "2026年1月31日", "public_href": "#", "acts": [{**ACT, "name": "审查公开"}], **RECORD,
}  # fmt: skip
APPLICATIONS: dict[str, Any] = {"works": True, "older": "", "rows": [
    {"asked": "某年某月的处罚案卷（示意）", "applicant": "演示申请人", "href": "#", "received_on": TODAY, "due": {"state": "soon", "left": "还有 3 天", "on": "11月27日 周五"}, "outcome": "", "body": "连山镇"},
]}  # fmt: skip
APPLICATION: dict[str, Any] = {
    "facts": [{"label": "申请公开什么", "value": "某年某月的处罚案卷（示意）", "source": "申请"}], "answer": "依据第十六条第二款，不予公开。",
    "limit": {"words": "二十个工作日。", "article": "政府信息公开条例 第33条第2款"}, "due": {"state": "soon", "left": "还有 3 天", "on": "11月27日 周五"}, "acts": [ACT], **RECORD,
}  # fmt: skip
BODY: dict[str, Any] = {
    "demo": True, "list_href": "#", "published_href": "#", "procedures": [{"name": "简易程序", "words": "出示执法证件 → 当场查明事实"}], "years": [{"year": 2025, "href": "#"}],
    "body": {"name": "广汉市连山镇人民政府", "phone": "0838-5000000", "address": "示意路 1 号", "review_body": "广汉市人民政府", "court": "", "government": False},
}  # fmt: skip
PUBLIC_YEAR: dict[str, Any] = {
    "demo": True,
    "body": "广汉市连山镇人民政府",
    "year": 2025,
    "tables": TABLES,
    "words": "示意",
    "on": TODAY,
    "corrections": [{"on": TODAY, "why": "补录"}],
}
PAGES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "disclosures": ("disclosure/list.html", "公示", LIST),
    "disclosures-none": ("disclosure/list.html", "公示", {"tabs": TABS, "show": "fallen", "q": "", "lines": []}),
    "disclosure": ("disclosure/disclosure.html", "公示", ONE),
    "public-disclosures": ("disclosure/public_list.html", "", PUBLIC_LIST),
    "public-disclosures-none": ("disclosure/public_list.html", "", {**PUBLIC_LIST, "lines": []}),
    "public-disclosure": ("disclosure/public_record.html", "", PUBLIC_ONE),
    "public-disclosure-withdrawn": ("disclosure/public_record.html", "", {**PUBLIC_ONE, "title": "公示已撤回", "withdrawn": "2026年7月21日撤回：处罚决定依法撤销。", "columns": []}),
    "prior-disclosure": ("disclosure/before.html", "公示", BEFORE),
    "figures": ("disclosure/figures.html", "公示", FIGURES),
    "figures-none": ("disclosure/figures.html", "公示", {"works": False, "owed": None, "rows": []}),
    "figures-of-year": ("disclosure/year.html", "公示", YEAR),
    "applications": ("disclosure/applications.html", "公示", APPLICATIONS),
    "applications-none": ("disclosure/applications.html", "公示", {"works": True, "rows": [], "older": ""}),
    "application": ("disclosure/application.html", "公示", APPLICATION),
    "public-bodies": ("disclosure/public_bodies.html", "", {"demo": True, "rows": [{"name": "广汉市连山镇人民政府", "phone": "0838-5000000", "href": "#"}]}),
    "public-body": ("disclosure/public_body.html", "", BODY),
    "public-figures": ("disclosure/public_years.html", "", {"demo": True, "rows": [{"body": "广汉市连山镇人民政府", "year": 2025, "on": TODAY, "href": "#"}]}),
    "public-figures-of-year": ("disclosure/public_year.html", "", PUBLIC_YEAR),
}  # fmt: skip
