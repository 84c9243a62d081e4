"""Openly fictional contexts of the pages of limits and rules."""

from typing import Any

from yizhi.web.tests.samples import TODAY

LATE = {
    "name": "缴款期限",
    "title": "吕例 擅自倾倒建筑垃圾案",
    "number": "广连府案〔2026〕39号",
    "href": "#",
    "act": "记录缴款",
    "where": "连山镇",
    "who": "甲例、乙例",
    "state": "stop",
    "left": "超期 2 天",
    "on": "11月21日 周六",
    "article": "行政处罚法 第67条第3款",
    "rule_href": "#",
    "missed": "加处罚款",
}
LIMITS = {"today": TODAY, "days": 14, "spans": [("14", "14 天以内")], "town": "", "towns": [("t1", "连山镇"), ("t2", "小汉镇")], "soon": 1, "waiting": [{"title": "河边有人倒建筑垃圾", "number": "线索 20261120-7KQ2MD", "href": "#", "where": "连山镇", "sentence": "核查认为应当考虑立案，已经等了3天，还没有决定是否立案。符合立案标准的应当及时立案。", "article": "行政处罚法 第54条第2款"}], "past": [{**LATE, "name": "公示期限"}], "over": [{**LATE, "state": "soon", "left": "期满 2 天"}], "coming": [{"title": "11月26日 周四", "lines": [{**LATE, "state": "soon", "left": "还有 3 天"}]}]}  # fmt: skip
ONE_RULE = {
    "id": "pay-15d",
    "title": "十五日内缴纳罚款",
    "topic": "罚款缴纳",
    "article": "行政处罚法 第67条第3款",
    "value": "15日",
    "href": "#",
    "state": "ok",
    "state_words": "已实现",
    "open": True,
}
RULES = {"q": "", "count": 1, "topics": [("罚款缴纳", [ONE_RULE])]}
RULE = {**ONE_RULE, "domain": "通用", "words": "十五日内", "trigger": "收到决定书", "breach": "加处罚款", "counting": "自然日", "suspend": "中止", "extend": "作出决定的行政机关", "doubt": "没有写明", "why": "", "checked_on": TODAY, "confidence": "已对照原文", "clocks": [{"name": "缴款期限", "starts": "送达决定书", "stops": "结案", "act": "记录缴款"}], "guards": "结案", "disputes": [{"title": "个体工商户", "holds": "按公民"}]}  # fmt: skip

PAGES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "limits": ("cases/limits.html", "期限", LIMITS),
    "limits-none": (
        "cases/limits.html",
        "期限",
        {**LIMITS, "past": [], "over": [], "coming": [], "waiting": [], "soon": 0},
    ),
    "fitness": (
        "fitness.html",
        "运行情况",
        {
            "open": 1,
            "findings": [
                {"state": "注意", "what": "有 2 天的记录还没有封存", "cure": "每天零点后定时封存。"},
                {"state": "ok", "what": "数据库文字 UTF-8", "cure": ""},
            ],
        },
    ),
    "fitness-fine": (
        "fitness.html",
        "运行情况",
        {"open": 0, "findings": [{"state": "ok", "what": "执法记录只能追加", "cure": ""}]},
    ),
    "rules": ("rulings/rules.html", "规则", RULES),
    "rule": ("rulings/rule.html", "规则", RULE),
}
