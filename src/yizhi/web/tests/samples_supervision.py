"""Openly fictional contexts of the pages of supervision."""

from datetime import timedelta
from typing import Any

from yizhi.web.tests import samples
from yizhi.web.tests.samples import TODAY

SIDES = [{"label": "监督事项", "href": "#", "current": True}, {"label": "可以看的", "href": "#", "current": False}]
HEAD = {
    "title": "对连山镇的监督（广连府案〔2026〕39号）", "number": "20261124-ABCDEF", "href": "#", "body": "广汉市连山镇人民政府", "stage": "等报送纠正情况",
    "state": "info", "source": "从执法记录里看到", "words": "核查期限到6月16日为止。", "registered_on": TODAY, "demo": True,
}  # fmt: skip
DUE = {
    "state": "soon",
    "left": "还有 3 天",
    "on": "11月26日 周四",
    "why": "文书写明的报送期限。",
    "articles": "行政执法监督条例 第29条",
}
LIMIT = {
    "name": "报送纠正情况期限（文书写明）", "start": TODAY - timedelta(days=4), "due": TODAY + timedelta(days=3), "sure": True, "pauses": [], "started_by": "起算", "left": "已用 4 天，还有 3 天",
    "articles": "行政执法监督条例 第27条第2款", "note": "2026年11月20日制发的文书写明，最后一天是2026年11月27日；条例没有定天数。", "missed": "", "rule_href": "#", "error": "", "state": "soon",
}  # fmt: skip
LIMITS = [
    LIMIT,
    {**LIMIT, "name": "提出异议（申请复查）期限", "due": TODAY + timedelta(days=11), "left": "已用 4 天，还有 11 天", "articles": "四川省行政执法监督条例 第34条第2款", "state": "wait"},
    {**LIMIT, "name": "纠正并报告期限", "due": TODAY + timedelta(days=40), "sure": False, "left": "已用 4 天，至少还有 40 天", "articles": "四川省行政执法监督条例 第34条第1款", "state": "wait"},
]  # fmt: skip
LIST = {"sides": SIDES, "tabs": [{"label": "没办结", "href": "#", "current": True}], "registers": True, "older": "#", "matters": [{**HEAD, "due": DUE, "mine": True, "objected": True}]}  # fmt: skip
MATTER = {
    "matter": HEAD, "today": TODAY, "limits": LIMITS, "waiting": "被监督机关报送纠正情况", "case": {"number": "广连府案〔2026〕39号", "item": "擅自倾倒建筑垃圾", "town": "连山镇", "href": "#"},
    "acts": [{"name": "制发督办函", "does": "督促履行。", "href": "#", "articles": ["行政执法监督条例 第26条第1款"], "papers": ["行政执法监督督办函"], "people": "", "first": True, "label": "去做"}],
    "blocked": [{"title": "办结", "reasons": [{"sentence": "异议还没有书面处理。", "article": "行政执法监督条例 第30条", "cure": "先办“处理异议”。", "severity": "stop"}], "first": None}],
    "record": samples.CASE["record"], "chain": samples.CASE["chain"], "papers": [{"name": "《行政执法监督督办函》", "number": "广司监督〔2026〕1号", "on": TODAY, "href": "#"}],
    "files": [{"name": "整改情况.pdf", "act": "报送纠正情况", "on": TODAY, "href": "#"}],
}  # fmt: skip
FINDING = {"number": "广连府案〔2026〕39号", "item": "擅自倾倒建筑垃圾", "body": "lianshan", "body_name": "连山镇", "town": "连山镇", "stage": "调查取证", "what": "办案期限到6月16日为止", "dossier": "20260601-ABCDEF", "matter": ""}  # fmt: skip
FINDINGS = {"sides": SIDES, "tabs": SIDES, "most": 200, "findings": [FINDING, {**FINDING, "matter": "20261124-ABCDEF"}]}
PEOPLE = {
    "sides": SIDES, "enters": True,
    "people": [{"name": "司演", "demo": True, "certificates": [{"number": "演示监-1", "since": TODAY, "until": None}], "state": "ok", "words": "算 1 人"}, {"name": "监例", "demo": True, "certificates": [], "state": "stop", "words": "不算"}],
}  # fmt: skip
PLAN = {
    "sides": SIDES, "year": 2027, "plans": True, "before": "#", "after": "#", "new_href": "#", "holders": ["lianshan", "sanshui"],
    "lines": [{"name": "广汉市连山镇人民政府", "month": "2027-03", "parts": "执法能力建设", "words": "抽查案卷", "place": 1}],
    "uncovered": [{"body": "sanshui", "name": "广汉市三水镇人民政府", "parts": "执法能力建设、实施行政处罚情况"}],
}  # fmt: skip
CASE = {
    "matter": HEAD, "case": samples.CASE["case"], "limits": samples.CASE["limits"], "record": samples.CASE["record"], "chain": samples.CASE["chain"],
    "shortcomings": [{"sentence": "办案期限超过 2 天。", "article": "行政处罚法 第60条"}], "papers": [{"name": "《立案审批表》", "number": "广连府立〔2026〕1号", "on": TODAY}],
}  # fmt: skip
PAGES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "matters": ("supervision/list.html", "监督", LIST),
    "matters-none": ("supervision/list.html", "监督", {"sides": [], "tabs": [], "matters": [], "registers": False}),
    "matter": ("supervision/matter.html", "监督", MATTER),
    "matter-told": ("supervision/matter.html", "监督", {**MATTER, "matter": {**HEAD, "words": "", "source": ""}, "case": None, "acts": [], "blocked": [], "papers": [], "files": []}),
    "findings": ("supervision/findings.html", "监督", FINDINGS),
    "findings-none": ("supervision/findings.html", "监督", {**FINDINGS, "findings": []}),
    "supervised-case": ("supervision/case.html", "监督", CASE),
    "supervisors": ("supervision/people.html", "监督", PEOPLE),
    "supervisors-none": ("supervision/people.html", "监督", {**PEOPLE, "people": []}),
    "supervision-plan": ("supervision/plan.html", "监督", PLAN),
    "supervision-plan-none": ("supervision/plan.html", "监督", {**PLAN, "lines": [], "uncovered": []}),
}  # fmt: skip
