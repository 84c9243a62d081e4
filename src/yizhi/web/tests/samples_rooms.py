"""Openly fictional contexts of the room pages; with those of samples.py they are every page there is."""

from datetime import date
from typing import Any

from yizhi.web import gallery
from yizhi.web.tests import (
    samples,
    samples_batches,
    samples_clock,
    samples_disclosure,
    samples_inspections,
    samples_lists,
    samples_supervision,
)
from yizhi.web.tests.samples import TODAY, TOWN

DUE = {"state": "soon", "left": "还有 3 个工作日", "on": "11月26日 周四"}
FILTERS = {
    "q": "烧烤", "stage": "", "stages": [("open", "调查中")], "body": "", "bodies": [("b1", TOWN)], "town": "", "towns": [("t1", "连山镇")],
    "kind": "", "kinds": [("prior-notice", "行政处罚意见告知书")], "year": "2026", "years": [("2026", "2026年")], "domain": "", "domains": [("urban", "城市管理")],
    "state": "", "states": [("ok", "算 1 人")],
}  # fmt: skip
PREVIEW = {"pages": [samples.PAGE]}

DISPUTES = {"on": TODAY, "tabs": [{"label": "争议事项", "href": "/disputes/", "current": True}], "decides": True, "disputes": [
    {"title": "公告送达的天数", "doubt": "两个规定不一致。", "href": "#", "decided": True, "readings": [
        {"words": "满六十日", "articles": "农业行政处罚程序规定 第72条第3款", "holds": False, "stricter": True},
        {"words": "满三十日", "articles": "民事诉讼法 第95条", "holds": True, "stricter": False},
    ], "history": [{"from": TODAY, "words": "满三十日", "who": "示意机关", "on": TODAY, "instrument": "示意〔2026〕1号"}]},
]}  # fmt: skip
CASES = {"filters": FILTERS, "cases": [
    {"title": "吕例 擅自倾倒建筑垃圾案", "number": "广连府案〔2026〕39号", "href": "#", "demo": True, "body": TOWN, "stage": "待告知", "state": "info", "due": DUE, "opened_on": date(2026, 9, 9)},
    {"title": "演示烧烤店 露天烧烤案", "number": "广连府案〔2026〕12号", "href": "#", "demo": True, "body": TOWN, "stage": "已归档", "state": "wait", "due": None, "opened_on": date(2026, 3, 2)},
], "older": "#", "words": "2 件"}  # fmt: skip
LEADS = {"filters": FILTERS, "register": {"href": "#", "label": "登记线索"}, "leads": [
    {"title": "河边倒建筑垃圾", "number": "广连府线〔2026〕46号", "href": "#", "demo": True, "town": "连山镇", "place": "锦花村河岸", "found_on": TODAY, "source": "巡查发现", "stage": "待核查", "due": DUE},
]}  # fmt: skip
LEAD = {
    "settled": {"item": {"name": "个人擅自倾倒建筑垃圾"}, "party": {"name": "吕例"}, "act_day": TODAY, "over": False},
    "settle_href": "#",
    "party_q": "吕",
    "party_found": [{"code": "p1", "words": "吕例（个人）"}],
    "party_new_href": "#",
    "lead": {"title": "河边倒建筑垃圾", "number": "广连府线〔2026〕46号", "demo": True, "town": "连山镇", "place": "锦花村河岸", "found_on": TODAY, "source": "巡查发现", "description": "约两车装修垃圾", "stage": "待核查", "state": "info", "informant_kept": True},
    "waits": {"sentence": "核查认为应当考虑立案，已经等了3天，还没有决定是否立案。", "article": "行政处罚法 第54条第2款", "cure": "报负责人决定立案；不立案的，写明理由。"},
    "due": {**DUE, "why": "登记案源之后 15 个工作日内决定。", "articles": "住建程序规定 第15条"},
    "known": [{"label": "事项", "value": "个人擅自倾倒建筑垃圾", "source": "问一问"}],
    "answer": {"sentence": f"能办。以{TOWN}的名义。", "state": "ok", "number": "20261123-0412", "href": "#"},
    "photos": [{"name": "河岸全景.jpg", "href": "#", "size": "2.1 MB"}],
    "papers": [{"name": "《案源登记表》", "number": "广连府源〔2026〕46号", "on": TODAY, "href": "#", "pdf_href": "#", "state": "ok", "words": ""}],
    "acts": samples.CASE["acts"], "blocked": samples.CASE["blocked"], "record": samples.CASE["record"], "chain": samples.CASE["chain"],
}  # fmt: skip
PAPERS = {"filters": FILTERS, "papers": [
    {"name": "行政处罚意见告知书", "number": "广连府罚告〔2026〕17号", "href": "#", "pdf_href": "#", "case_title": "吕例 擅自倾倒建筑垃圾案", "case_href": "#", "body": TOWN, "on": TODAY, "state": "ok", "words": "已签发", "demo": True},
]}  # fmt: skip
PAPER = {
    "paper": {"name": "行政处罚意见告知书", "number": "广连府罚告〔2026〕17号", "body": TOWN, "on": TODAY, "state": "ok", "words": "已签发", "demo": True, "case_title": "吕例案", "case_href": "#", "digest": "66c7f0f4" * 8, "pages": 1, "pdf_href": "#", "served": ""},
    "facts": [{"label": "签发", "value": "邓例"}], "preview": PREVIEW, "related": [{"label": "送达回证", "href": "#"}],
}  # fmt: skip
PARTIES = {"q": "烧烤", "register_href": "#", "choose": {"action": "#", "back": "case"}, "parties": [
    {"id": "p1", "name": "演示烧烤店", "kind": "个体工商户", "code": "92510681MA00000000", "href": "#", "town": "连山镇", "address": "演示街 1 号", "demo": True},
]}  # fmt: skip
PARTY = {
    "party": {"name": "演示烧烤店", "kind": "个体工商户", "demo": True, "facts": [{"label": "统一社会信用代码", "value": "92510681MA00000000", "source": "登记时核对"}], "edit_href": "#"},
    "premises": [{"town": "连山镇", "name": "演示街店"}],
    "cases_href": "#",
    "sheets": [{
        "title": "检查", "note": "列您能看的", "told": [{"state": "info", "words": "2026年来过 1 次。", "article": ""}], "blank": "没有您能看的检查。", "more": "#", "action": {"href": "#", "label": "安排检查", "icon": "plus"},
        "lines": [{"href": "#", "state": "soon", "words": "已安排，等批准", "when": "11月25日 周三 09:30", "place": "连山镇示意路 2 号", "bodies": "连山镇、市综合执法局"}],
    }, {"title": "检查", "note": "", "told": [], "lines": [], "blank": "没有您能看的检查。", "more": "", "action": None}],
    "history": [{"at": "11月2日", "title": "更正地址", "who": "周演安", "note": ""}],
}  # fmt: skip
PARTY_FORM = {
    "title": "登记当事人",
    "action": "#",
    "same": [{"name": "演示烧烤店", "code": "9251…", "href": "#"}],
    "groups": [{"title": "是谁", "note": "", "fields": gallery.FIELDS[:2]}],
}
ITEMS = {"on": "2026-11-23", "filters": FILTERS, "import_href": "#", "items": [
    {"code": "510681-137", "name": "个人擅自倾倒建筑垃圾", "domain": "城市管理", "kind": "行政处罚", "href": "#", "basis": "生态环境法典 第1169条第3款", "whose": "连山镇（赋权）", "stale": True},
]}  # fmt: skip
PAIRS = {
    "item": {"name": "个人擅自倾倒建筑垃圾", "href": "#"}, "on": "2026-11-24", "town": {"code": "510681104", "name": "连山镇"},
    "towns": [("510681104", "连山镇")], "pairs": ["周演安、钟拟"], "reasons": [],
    "people": [{"name": "周演安", "href": "#", "demo": True, "body": "连山镇人民政府", "posted": False, "until": date(2028, 3, 1), "why": [], "state": "ok", "words": "算 1 人"},
               {"name": "秦样", "href": "#", "demo": True, "body": "市水利局", "posted": True, "until": None, "why": [{"sentence": "执法证已到期。", "article": "行政处罚法 第42条", "cure": "换证。"}], "state": "stop", "words": "不算"}],
}  # fmt: skip
ITEM = {
    "item": {"code": "510681-137", "name": "个人擅自倾倒建筑垃圾", "domain": "城市管理", "kind": "行政处罚", "state": "ok", "words": "有效"}, "on": "2026-11-23",
    "bases": [{"article": "生态环境法典 第1169条第3款", "words": "责令改正，处一百元以上一千元以下的罚款", "kind": "处罚依据", "href": "#", "note": "", "finding": {"words": "条号变了", "sentence": "核对后改引第1170条。", "settled": "", "href": "#"}}],
    "reading": {"title": "生态环境法典 第1169条", "version": "2026-03-12", "lines": ["责令改正，处一百元以上一千元以下的罚款。"], "href": "#"},
    "allocations": [{"town": "连山镇", "body": TOWN, "mode": "赋权", "state": "conferral", "from": date(2025, 3, 1), "to": None, "transition": "到 2025年8月31日", "paper": "演示〔2025〕1号", "confirmed": False}],
    "pair_href": "#", "boundary_href": "#",
    "boundary": {"lines": [{"label": "发现", "value": "连山镇人民政府", "source": ""}], "source": "演示函〔2025〕1号", "since": date(2025, 3, 1), "waits": False},
    "benchmarks": [{"name": "5 立方米以上", "range": "700 元至 1000 元", "note": "演示基准", "confirmed": False}],
    "versions": [{"at": "3月1日", "title": "赋权生效", "who": "市委编办", "note": ""}],
}  # fmt: skip
IMPORT = {
    "what": {"title": "导入事项", "kind": "items", "columns": [{"name": "编码", "note": "目录里的编号", "required": True}], "template_href": "#"}, "action": "#",
    "preview": {"file": "事项.xlsx", "rows": 144, "bad": [{"row": 12, "column": "丁列（依据）", "value": "行政处罚法 第２４条", "sentence": "全角数字。", "cure": "改成半角 24。"}], "columns": ["编码", "事项"], "sample": [{"row": 2, "cells": [{"words": "1"}, {"words": "演示事项", "bad": True}]}]},
}  # fmt: skip
IMPORT_GOOD = {
    **IMPORT,
    "preview": {
        "file": "事项.xlsx",
        "rows": 144,
        "new": 140,
        "changed": 4,
        "same": 0,
        "token": "t",
        "bad": [],
        "columns": ["编码"],
        "sample": [],
    },
    "done": {"words": "写入了 144 行。"},
}
CALENDAR = {
    "month": {"title": "2026年11月", "weeks": [[None, *({"number": n, "off": n > 5, "word": "", "today": n == 3, "due": [{"act": "公示处罚决定", "href": "#", "state": "stop", "left": "超期 1 天"}] if n == 3 else None} for n in range(1, 7))]]},
    "previous": "#", "next": "#", "years": [{"year": "2026年", "loaded": True, "source": "随产品附带"}, {"year": "2027年", "loaded": False}], "import_href": "#",
}  # fmt: skip
OFFICERS = {"on": "2026-11-23", "filters": FILTERS, "officers": [
    {"name": "秦样", "href": "#", "demo": True, "body": "市水利局", "posted": "派驻连山片区", "certificate": "演示 0626-118", "certificate_to": date(2026, 11, 20), "domains": "水利", "state": "stop", "words": "不算"},
]}  # fmt: skip
PERSON = {
    "person": {"name": "秦样", "demo": True, "second": "市水利局，派驻国家现代农业产业园片区", "state": "stop", "words": "今天不能执法：证件已到期"},
    "rows": [{"label": "编制", "note": "在哪里有编", "spans": [(date(2024, 1, 1), None, "市水利局")]},
             {"label": "用人", "note": "每天归谁管", "spans": [(date(2024, 1, 1), date(2025, 3, 20), "市水利局"), (date(2025, 3, 20), None, "国家现代农业产业园片区（连山镇）")]},
             {"label": "执法资格", "note": "能以谁的名义", "spans": [(date(2024, 1, 1), date(2026, 11, 20), "市水利局　执法证有效")], "gaps": [(date(2026, 11, 20), None, "证件到期，空白")]},
             {"label": "派驻", "note": "派驻函", "spans": [(date(2025, 3, 20), date(2027, 2, 28), "可以：市水利局")]}],
    "first": date(2024, 1, 1), "last": date(2028, 1, 1), "today": TODAY, "note": "派驻函只写了市水利局，所以秦样不能以连山镇名义执法。",
    "can": [{"sentence": "执法证 11月20日到期，不算执法人员。", "state": "stop"}, {"sentence": "可以协助记录，不签名，不算两人之一。", "state": "ok"}],
    "restore": [{"sentence": "市水利局提交换证，市司法局发证，当天恢复。"}],
    "papers": [{"name": "派驻函", "number": "广水函〔2025〕14号", "from": date(2025, 3, 20), "to": date(2027, 2, 28), "state": "ok", "words": "有效"}],
}  # fmt: skip
TEAM = {
    "on": "2026-11-23", "tabs": [{"label": "覆盖", "href": "#", "current": True}, {"label": "人员", "href": "#", "count": 96}], "areas": ["三星堆国家文物保护利用", "德阳国家高新区"],
    "rows": [{"body": "市水利局", "domain": "水利", "cells": [{"count": 2, "state": "ok", "words": "够", "href": "#"}, {"count": 1, "state": "stop", "words": "缺 1 人", "href": "#"}]}],
    "todo": [{"title": "市水利局", "who": "德阳高新区", "sentence": "秦样 证件 11月20日到期，换证或另派。", "state": "stop"}],
}  # fmt: skip
REVIEWERS = {
    "on": "2026-11-23", "tabs": [{"label": "覆盖", "href": "#"}, {"label": "法制审核", "href": "#", "current": True}, {"label": "人员", "href": "#"}],
    "rows": [{"name": TOWN, "href": "#", "officers": 8, "reviewers": "丙样", "count": 1, "needed": 1, "state": "ok", "words": "够"}, {"name": "广汉市水利局（示意）", "href": "#", "officers": 21, "reviewers": "", "count": 0, "needed": 2, "state": "soon", "words": "少 2 人"}],
}  # fmt: skip
PLACES = {
    "county": "广汉市", "on": "2026-11-23", "areas": [{"name": "国家现代农业产业园片区", "centre": "连山镇", "note": "示意", "towns": [{"name": "连山镇", "code": "510681104", "from": date(2023, 7, 1), "to": None, "villages": 12, "href": "#"}]}],
    "town": {"name": "连山镇", "code": "510681104", "villages": [{"name": "锦花村", "code": "510681104201", "kind": "村"}]},
}  # fmt: skip
BODIES = {
    "bodies": [
        {
            "name": TOWN,
            "kind": "镇（街道）",
            "prefix": "广连府",
            "review_body": "广汉市人民政府",
            "href": "#",
            "officers": 9,
        }
    ]
}
BODY = {
    "body": {"name": TOWN, "kind": "镇（街道）", "demo": True, "facts": [{"label": "文号代字", "value": "广连府", "source": "示意", "confirmed": False}, {"label": "复议机关", "value": "广汉市人民政府", "source": ""}]},
    "offices": [{"name": "综合行政执法办公室", "note": ""}], "seals": [{"name": "机关印章", "state": "wait", "words": "测试", "from": date(2026, 1, 1), "to": None}], "accounts": [], "groups": [{"title": "联系方式", "note": "", "fields": gallery.FIELDS[:1]}], "action": "#",
    "standing": {"state": "ok", "words": "已确认", "document": "执法主体资格确认（示意）", "note": "2021-07-15公示于政府网站（示意）", "from": date(2021, 7, 15)},
    "confirming": [{"label": "确认主体资格", "href": "#"}],
    "powers": [{"domains": "水利、农业", "words": "省、自治区、直辖市人民政府：示意决定〔2026〕1号", "from": date(2026, 1, 1), "to": None}],
}  # fmt: skip

ON_SPOT: dict[str, Any] = {
    "id": "0193-demo",
    "item": {"code": "510681-137", "name": "个人擅自倾倒建筑垃圾"},
    "town": "510681104",
    "village": "510681104201",
    "villages": [("510681104201", "锦花村")],
    "today": TODAY,
    "party": {"code": "p1", "name": "吕例"},
    "party_words": "吕例（个人）",
    "q": "吕",
    "found": [{"code": "p1", "words": "吕例（个人）"}],
    "words": "有人在河边倒建筑垃圾",
    "place": "河岸",
    "people": gallery.OFFICERS,
    "chosen": ["o1"],
    "reasons": samples.CASE["blocked"][0]["reasons"],
    "asked": {"credentials_shown": "yes"},
}

NOTHING: dict[str, Any] = {
    "filters": {},
    "tabs": [],
    "today": TODAY,
    "tasks": [],
    "asked": {},
    "places": [],
    "on": "2026-11-23",
}
PAGES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "todo": ("cases/todo.html", "待办", samples.TODO),
    "todo-none": ("cases/todo.html", "待办", NOTHING),
    "ask-allowed": ("leads/ask.html", "问一问", samples.ASK_ALLOWED),
    "ask-refused": ("leads/ask.html", "问一问", samples.ASK_REFUSED),
    "ask-first": ("leads/ask.html", "问一问", NOTHING),
    "case": ("cases/case.html", "案件", samples.CASE),
    "act": ("cases/act.html", "案件", samples.ACT),
    "act-without-paper": (
        "cases/act.html",
        "案件",
        {
            **samples.ACT,
            "preview": None,
            "missing": [],
            "reasons": samples.CASE["blocked"][0]["reasons"],
            "refused": True,
            "fields": gallery.FIELDS,
        },
    ),
    "cases": ("cases/list.html", "案件", CASES),
    "cases-none": ("cases/list.html", "案件", {**NOTHING, "cases": []}),
    "leads": ("leads/list.html", "线索", LEADS),
    "on-spot": ("cases/on_spot.html", "案件", ON_SPOT),
    "on-spot-first": ("cases/on_spot.html", "案件", {**ON_SPOT, "item": None, "reasons": [], "asked": {}}),
    "lead": ("leads/lead.html", "线索", LEAD),
    "papers": ("papers/list.html", "文书", PAPERS),
    "paper": ("papers/paper.html", "文书", PAPER),
    "parties": ("parties/list.html", "当事人", PARTIES),
    "parties-none": ("parties/list.html", "当事人", {"q": "", "parties": [], "register_href": "#"}),
    "party": ("parties/party.html", "当事人", PARTY),
    "party-form": ("parties/form.html", "当事人", PARTY_FORM),
    "items": ("matters/items.html", "清单", ITEMS),
    "item": ("matters/item.html", "清单", ITEM),
    "pairs": ("matters/pairs.html", "清单", PAIRS),
    "import": ("matters/import.html", "清单", IMPORT),
    "import-good": ("matters/import.html", "清单", IMPORT_GOOD),
    "calendar": ("matters/calendar.html", "清单", CALENDAR),
    **samples_batches.PAGES,
    **samples_disclosure.PAGES,
    **samples_supervision.PAGES,
    **samples_lists.PAGES,
    **samples_clock.PAGES,
    **samples_inspections.PAGES,
    "disputes": ("rulings/disputes.html", "争议", DISPUTES),
    "officers": ("people/officers.html", "队伍", OFFICERS),
    "person": ("people/person.html", "队伍", PERSON),
    "team": ("people/team.html", "队伍", TEAM),
    "reviewers": ("people/reviewers.html", "队伍", REVIEWERS),
    "places": ("places/places.html", "区划与片区", PLACES),
    "bodies": ("bodies/bodies.html", "机关", BODIES),
    "body": ("bodies/body.html", "机关", BODY),
    "gallery": ("gallery.html", "待办", gallery.context()),
    "not-found": ("404.html", "案件", {}),
    "broken": ("500.html", "", {}),
    "form-expired": ("403_csrf.html", "", {}),
    "no-identity": ("no_identity.html", "", {"causes": []}),
    "sign-in": ("sign_in.html", "", {"wrong": True, "username": "paizhu", "next": "/", "demo": True}),
}
