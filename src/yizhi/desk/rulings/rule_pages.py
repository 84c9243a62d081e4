"""规则 The rule table on screen: one rule with its value, article, operative words, what follows when it is broken, and what is open about it."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from yizhi.desk.people.pages import shown
from yizhi.law import read_rules
from yizhi.rules.procedure.clocks import CLOCKS
from yizhi.rules.procedure.tables import TABLES, act_names
from yizhi.rules.refusal import Absent
from yizhi.rules.table import Rule, RuleTable

from . import queries

UNITS = {"workday": "个工作日", "day": "日", "month": "个月", "year": "年", "hour": "小时"}
DOMAINS = {
    "general": "通用",
    "market": "市场监管",
    "housing_urban": "住建、城管",
    "agriculture": "农业",
    "transport": "交通",
    "sichuan": "四川",
}
STATES = {"done": ("ok", "已实现"), "pending": ("soon", "待实现"), "not-software": ("wait", "由人办")}
LONGEST = 100
ARTICLE = re.compile(r"(第\d+条).*")
"""A rule is looked for by the whole article: a paragraph of it says too little."""


@lru_cache(maxsize=1)
def rules() -> RuleTable:
    """Return the rule table."""
    return RuleTable.of(read_rules())


@require_GET
def rule_list(request: HttpRequest) -> HttpResponse:
    """规则 The rules whose title, article or topic holds the words asked for, by topic."""
    q = request.GET.get("q", "").strip()[:LONGEST]
    words = [ARTICLE.sub(r"\1", word) for word in q.split()]
    found = [rule for rule in rules() if all(word in _searched(rule) for word in words)]
    topics: dict[str, list[dict[str, Any]]] = {}
    for rule in found:
        topics.setdefault(rule.topic, []).append(_line(rule))
    context = {"q": q, "count": len(found), "topics": list(topics.items())}
    return shown(request, "rulings/rules.html", context)


@require_GET
def rule(request: HttpRequest, id: str) -> HttpResponse:
    """一条规则 What it says, since when it was checked, where it works, what is disputed about it."""
    found = rules().rules.get(id)
    if found is None:
        raise Absent("这条规则")
    today = timezone.localdate(request.now)  # type: ignore[attr-defined]
    return shown(request, "rulings/rule.html", {**_line(found), **_whole(found, queries.readings(today))})


def _searched(rule: Rule) -> str:
    return " ".join((rule.id, rule.title, rule.topic, str(rule.citation), rule.law, rule.words))


def _line(rule: Rule) -> dict[str, Any]:
    state, words = STATES[rule.status]
    return {
        "id": rule.id,
        "title": rule.title,
        "topic": rule.topic,
        "article": str(rule.citation),
        "value": value_words(rule),
        "href": f"/rules/{rule.id}/",
        "state": state,
        "state_words": words,
        "open": bool(rule.doubt),
    }


def value_words(rule: Rule) -> str:
    """Return the value of a rule as a reader says it: 7个工作日, 3 个月, or as the text has it; empty when it has none."""
    if rule.timer is not None:
        return f"{rule.timer.value}{UNITS[rule.timer.unit]}" + ("（倒算）" if rule.timer.direction == "before" else "")
    return f"{rule.length}{rule.length_unit}" if rule.length is not None else ""


def _whole(rule: Rule, held: Mapping[str, str]) -> dict[str, Any]:
    clocks = [row for row in CLOCKS if rule.id in row.rules.values()]
    guarded = [
        act.name
        for table in TABLES
        for act in table.acts
        if any(f"{guard.__module__}.{guard.__name__}" == f"yizhi.{rule.where}" for guard in act.guards)
    ]
    return {
        "domain": DOMAINS.get(rule.domain, rule.domain),
        "words": rule.words,
        "trigger": rule.trigger,
        "breach": rule.breach,
        "counting": rule.counting,
        "doubt": rule.doubt,
        "why": rule.why,
        "checked_on": rule.checked_on,
        "confidence": {"verified": "已对照原文"}.get(rule.confidence, "没有对照原文"),
        "suspend": "、".join(rule.suspend),
        "extend": "；".join(
            f"{step.by}，" + (f"至多{step.at_most}{UNITS[step.unit]}" if step.at_most else "没有写明多长")
            for step in rule.extend
        ),
        "clocks": [
            {
                "name": row.name,
                "starts": _acts(row.starts),
                "stops": _acts(row.stops),
                "act": act_names().get(row.act, ""),
            }
            for row in clocks
        ],
        "guards": "、".join(dict.fromkeys(guarded)),
        "disputes": [
            {"title": one.title, "holds": found.words}
            for one in queries.disputes().values()
            if rule.id in one.rules and (found := one.reading(held[one.id]))
        ],
    }


def _acts(kinds: tuple[str, ...]) -> str:
    return "、".join(act_names()[kind] for kind in kinds if kind in act_names())
