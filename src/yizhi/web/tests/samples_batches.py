"""Openly fictional contexts of the pages of batches."""

from typing import Any

from yizhi.web.tests import samples
from yizhi.web.tests.samples import TODAY

BATCHES = {"tabs": [{"label": "在办", "href": "#", "current": True}], "keeps": True, "older": "#", "batches": [
    {"title": "2026年第四批赋权", "number": "20261124-ABCDEF", "href": "#", "kind": "赋予", "recall": False, "stage": "等双方意见", "state": "info", "starts_on": TODAY, "lines": 120, "mine": True, "instrument": ""},
    {"title": "2026年第三批赋权", "number": "20261010-ABCDEF", "href": "#", "kind": "赋予", "recall": False, "stage": "过渡期", "state": "ok", "starts_on": TODAY, "lines": 4, "mine": False, "instrument": "广府发〔2026〕18号", "filing": "待备案"},
]}  # fmt: skip
BATCH = {
    "batch": {"title": "收回油烟事项", "number": "20261124-ABCDEF", "kind": "收回", "recall": True, "stage": "等公布", "state": "info", "href": "#"},
    "terms": [{"label": "从哪天起", "value": "2026年12月1日", "source": "草案"}],
    "acts": [{"name": "公布", "does": "公布后清单改变。", "href": "#", "articles": ["行政处罚法 第24条"], "people": "", "first": True, "label": "去做"}],
    "waiting": "机构编制部门公布", "lacking": [{"sentence": "还有 1 件在办案件没有安排。", "article": "行政处罚法 第25条第1款", "cure": "逐件选。", "severity": "stop"}],
    "towns": ["连山镇", "三水镇"], "line_count": 1, "rows": [{"name": "餐饮油烟", "href": "#", "cells": [{"state": "posted", "change": "recalled", "words": "连山镇：收回赋权"}, None]}],
    "opinions": [{"name": "连山镇", "state": "stop", "chip": "不同意", "words": "没有人手", "letter": "广连府函〔2026〕3号", "on": "2026-11-20", "figures": [{"label": "在办案件", "value": 3, "source": "系统"}]}],
    "touches": [{"state": "info", "words": "1 格换了实施主体。"}],
    "cases": [{"dossier": "d1", "number": "广连府案〔2026〕39号", "href": "", "about": "连山镇　油烟", "opened_on": TODAY, "body": "连山镇", "to": "市综合执法局", "effect": "", "settles": True, "people": False, "choice": "continue", "chosen": "原机关继续办", "reason": ""}],
    "choices": [("continue", "原机关继续办"), ("transfer", "移送")], "settle_href": "#", "record": samples.CASE["record"], "chain": samples.CASE["chain"],
    "reasons": [], "reason": "",
}  # fmt: skip
PAGES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "batches": ("batches/list.html", "清单", BATCHES),
    "batches-none": ("batches/list.html", "清单", {"tabs": [], "batches": [], "keeps": True}),
    "batch": ("batches/batch.html", "清单", BATCH),
}
