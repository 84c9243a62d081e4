"""Openly fictional contexts of the pages of inspections."""

from typing import Any

from yizhi.web.tests import samples
from yizhi.web.tests.samples import TODAY, TOWN

BUREAU = "广汉市综合行政执法局"
REASON = {"sentence": "“油烟”在检查那一天不在已公布的检查事项里，不能检查。", "article": "国办发〔2024〕54号（段落号未核）", "cure": "从这次检查里去掉它。", "severity": "stop"}  # fmt: skip
ACT = {"name": "通知检查", "does": "把检查通知书交给对方。", "href": "#", "articles": ["国办发〔2024〕54号（段落号未核）"], "papers": ["行政检查通知书"], "people": "承办两人", "first": True}  # fmt: skip
LIST = {"tabs": [{"label": "要办的", "href": "#", "current": True}], "plans": True, "older": "#", "visits": [
    {"title": "好味餐馆", "demo": True, "href": "#", "when": "11月25日 周三 09:30", "place": "连山镇示意路 2 号", "bodies": "连山镇、市综合执法局", "joint": True, "state": "soon", "words": "已安排，等批准"},
]}  # fmt: skip
PART = {
    "body": TOWN, "state": "soon", "words": "责令改正，等改正", "items": [{"name": "对食品经营的检查", "href": "#"}], "people": [{"name": "周演安", "href": "#"}],
    "result": "责令改正", "correct_by": TODAY, "lead_href": "#", "recheck_href": "#", "papers": [{"name": "《行政检查通知书》", "number": "广连府检通〔2026〕3号", "href": "#"}], "dossier_href": "#", "mine": True,
}  # fmt: skip
OTHER = {**PART, "body": BUREAU, "result": "", "correct_by": None, "lead_href": "", "papers": []}
VISIT = {
    "visit": {"title": "好味餐馆", "demo": True, "code": "4K7Q-2MPX", "when": "11月25日 周三 09:30 至 11:30", "place": "连山镇示意路 2 号", "kind": "日常检查", "joint": "综合查一次，2 个机关合为 1 次", "verify_href": "#"},
    "parts": [PART, OTHER], "often": [{"state": "soon", "words": "城市管理：上限没有录入（未核实）。", "article": ""}], "acts": [ACT], "waiting": ["等连山镇负责人批准检查"],
    "blocked": [{"title": "连山镇：批准检查", "reasons": [REASON]}],
    "records": [{"title": "连山镇", "number": "20261124-ABCDEF", "lines": samples.CASE["record"], "chain": samples.CASE["chain"]}],
}  # fmt: skip
ACTING = {
    "act": {"name": "通知检查", "does": "交给对方。", "articles": ["国办发〔2024〕54号（段落号未核）"], "after": "签发后不能再改"}, "visit": {"title": "好味餐馆", "href": "#", "demo": True},
    "parts": [{"id": "d1", "body": TOWN}, {"id": "d2", "body": BUREAU}], "id": "1", "known": [{"label": "检查事项和内容", "value": "对食品经营的检查", "source": "连山镇"}],
    "fields": [{"name": "recipient", "label": "受送达人（签收人）", "kind": "text", "value": "", "required": True}], "reasons": [REASON], "refused": True,
}  # fmt: skip
CHOOSE = {"q": "好味", "found": [{"href": "#", "name": "好味餐馆", "note": "个体工商户"}], "party": None}
PLAN = {
    "q": "", "found": [], "party": {"name": "好味餐馆", "address": "示意路 2 号", "demo": True}, "towns": [("510681109", "连山镇")], "town": "510681109", "day": TODAY,
    "keep": {"party": "p", "town": "510681109", "day": "2026-11-25"}, "history": [{"on": TODAY, "words": "连山镇", "result": "未发现问题"}], "planned": [{"code": "4K7Q2MPX", "words": "11月25日09:30，连山镇"}], "join": None, "join_base": "#?", "urgent": False, "recheck": "",
    "bodies": [{"name": TOWN, "standing": "还不在已公告的检查主体里。", "items": [{"code": "a", "name": "对食品经营的检查", "content": "看台账", "ticked": True}],
                "officers": {"name": "officers_lianshan", "label": "谁去（两人以上）", "people": [{"id": "o1", "name": "周演安", "note": "连山镇", "state": "ok", "words": "算 1 人"}], "value": ["o1"]}}],
    "kinds": [("daily", "日常检查"), ("case", "个案检查")], "typed": {"place": "", "starts": "09:30", "ends": "", "kind": "", "reason": "", "urgency_told_to": "", "urgent_reason": "", "recipient": ""},
    "reasons": [REASON], "answers": [], "id": "1",
}  # fmt: skip
SUBJECTS = {"tabs": [], "year": 2026, "due": TODAY, "articles": ["国办发〔2024〕54号", "川办发〔2025〕18号 一(一)"], "keeps": True, "reports": True, "rows": [
    {"name": TOWN, "state": "ok", "words": "可以检查", "from": TODAY, "by": "广汉市司法局", "announcement": "示意公告 1 号", "end_href": "#", "reported": TODAY, "report_state": "ok", "report_words": ""},
    {"name": BUREAU, "state": "stop", "words": "不能检查", "from": None, "by": "", "announcement": "", "end_href": "", "reported": None, "report_state": "stop", "report_words": "超期 3 天"},
]}  # fmt: skip
ITEMS = {"tabs": [], "keeps": True, "rows": [{"name": "对食品经营的检查", "code": "GH-1", "href": "#", "domain": "市场监管", "content": "看台账", "from": TODAY, "document": "示意", "end_href": "#"}]}  # fmt: skip
CAPS = {"tabs": [], "keeps": True, "domains": [
    {"name": "农业", "state": "soon", "words": "未核实", "rows": [{"times": 2, "from": TODAY, "to": TODAY, "set_by": "示意", "source": "示意", "checked_on": None}]},
    {"name": "水利", "state": "soon", "words": "没有录入，未核实", "rows": []},
]}  # fmt: skip
PLANS = {"tabs": [], "year": 2026, "before": "#", "after": "#", "own_href": "#", "source": "国办发〔2024〕54号（段落号未核）", "rows": [
    {"name": TOWN, "state": "ok", "words": "已公布", "on": TODAY, "count": 2, "href": "#"}, {"name": BUREAU, "state": "wait", "words": "没有公布", "on": None, "count": 0, "href": ""},
]}  # fmt: skip
LINE = {"name": "对食品经营的检查", "kind": "日常检查", "subjects": "全镇餐饮店", "times": 1, "place": 1}
YEAR = {
    "body": TOWN,
    "year": 2026,
    "published": [LINE],
    "on": TODAY,
    "channel": "市人民政府网站",
    "own": True,
    "draft": [LINE, LINE],
    "changed": True,
    "query": "?year=2026",
    "source": "",
}
PUBLIC = {"demo": True, "asked": "4K7Q-2MPX", "answer": {
    "state": "ok", "title": "这次检查是真的，已经批准", "words": "来人不出示执法证件的，您有权拒绝检查。",
    "visit": {"code": "4K7Q-2MPX", "name": "好味餐馆", "town": "连山镇", "when": "11月25日", "joint": True, "times": 1, "year": 2026},
    "parts": [{"body": TOWN, "phone": "0838-5000000", "approved": True, "items": ["对食品经营的检查"], "people": [{"name": "周演安", "number": "演示 1"}]}],
}}  # fmt: skip
PAGES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "inspections": ("inspections/list.html", "案件", LIST),
    "inspections-none": ("inspections/list.html", "案件", {"tabs": [], "visits": [], "plans": True}),
    "visit": ("inspections/visit.html", "案件", VISIT),
    "visit-act": ("inspections/act.html", "案件", ACTING),
    "visit-choose": ("inspections/plan.html", "案件", CHOOSE),
    "visit-plan": ("inspections/plan.html", "案件", PLAN),
    "visit-join": ("inspections/plan.html", "案件", {**PLAN, "join": {"code": "4K7Q2MPX", "words": "11月25日"}}),
    "visit-urgent": ("inspections/plan.html", "案件", {**PLAN, "urgent": True, "reasons": []}),
    "inspection-subjects": ("inspections/subjects.html", "案件", SUBJECTS),
    "published-items": ("inspections/items.html", "案件", ITEMS),
    "annual-caps": ("inspections/caps.html", "案件", CAPS),
    "inspection-plans": ("inspections/plans.html", "案件", PLANS),
    "inspection-plan": ("inspections/year.html", "案件", YEAR),
    "inspection-plan-none": (
        "inspections/year.html",
        "案件",
        {**YEAR, "published": [], "draft": [], "on": None, "channel": "", "changed": False},
    ),
    "inspection-plan-emptied": ("inspections/year.html", "案件", {**YEAR, "draft": []}),
    "verify-visit": ("inspections/public.html", "", PUBLIC),
}
