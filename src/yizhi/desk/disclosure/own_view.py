"""本机关的样子 What the desk pages of yearly figures and of applications show."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from yizhi.desk.papers.view import chain, entry_line
from yizhi.desk.papers.words import due_badge
from yizhi.desk.people.called import account_names
from yizhi.desk.people.identity import Identity
from yizhi.desk.record.models import Entry
from yizhi.desk.record.queries import record_of
from yizhi.rules.deadlines import domain_of
from yizhi.rules.disclosure.applications import OUTCOMES
from yizhi.rules.disclosure.figures import due_on
from yizhi.rules.procedure.state import day_of

from . import applying, figuring
from .models import DossierApplication, YearlyFigures
from .own import WORKS
from .permitting import RESPONSIBLE

PAGE = 30
STAGES = {"computed": ("soon", "等审查公开"), "published": ("ok", "已公开")}
FIGURES_DO = {
    figuring.PUBLISH: ("看过统计表，写总体情况，对社会公开。", "国办发〔2018〕118号 二(六)"),
    figuring.CORRECT: ("按现在的记录重新统计，写明为什么更正。", "国办发〔2018〕118号 二(六)"),
    figuring.REPORT: ("把上一年度行政处罚情况报上级主管部门，记下哪天报的。", "农业行政处罚程序规定 第87条"),
}
APPLICATION_DO = {
    applying.ANSWER: ("答复申请人，写明依据。", "政府信息公开条例 第16条第2款"),
    applying.EXTEND: ("不能按期答复的，经同意延长一次，告知申请人。", "政府信息公开条例 第33条第2款"),
}


def works(identity: Identity) -> bool:
    """Tell whether this identity does such things for its body."""
    return identity.role in WORKS


def figures_context(identity: Identity, *, today: date) -> dict[str, Any]:
    """Return the years counted, and what the own body owes for the last year."""
    last = today.year - 1
    rows = list(figuring.figures(identity)[:PAGE])
    mine = next((row for row in rows if (row.body_id, row.year) == (identity.body, last)), None)
    owed = works(identity) and (mine is None or mine.stage != "published")
    badge = due_badge(due_on(last), today, "") if owed else None
    return {
        "works": works(identity),
        "owed": {**badge, "year": last} if badge else None,
        "rows": [
            {
                "body": row.body.name,
                "year": row.year,
                "href": f"/disclosure/figures/{row.dossier_id}/",
                "state": STAGES[row.stage][0],
                "stage": STAGES[row.stage][1],
                "on": row.published_on,
            }
            for row in rows
        ],
    }


def year_context(identity: Identity, row: YearlyFigures, *, today: date) -> dict[str, Any]:
    """Return the page of one body's year."""
    record = record_of(row.dossier_id)
    fresh = row.stage == "published" or row.tables == figuring.counted(row.body_id, row.year)
    return {
        "title": f"{row.body.name}　{row.year}年",
        "year": row.year,
        "state": STAGES[row.stage][0],
        "stage": STAGES[row.stage][1],
        "tables": row.tables,
        "words": row.words,
        "source": figuring.YEARLY["source"],
        "stale": not fresh,
        "due": f"{due_on(row.year):%Y年%-m月%-d日}",
        "public_href": f"/public/figures/{row.dossier_id}/" if row.stage == "published" else "",
        "acts": _acts(
            f"/disclosure/figures/{row.dossier_id}/acts", _figure_kinds(identity, row), FIGURES_DO, figuring.NAMES
        ),
        "record": _record(record, figuring.NAMES),
        "chain": chain(row.dossier_id, record),
    }


def _figure_kinds(identity: Identity, row: YearlyFigures) -> list[str]:
    if identity.role not in RESPONSIBLE or identity.body != row.body_id:
        return []
    if row.stage != "published":
        return [figuring.PUBLISH]
    reports = domain_of(row.body.domain) == "agriculture" and row.reported_on is None
    return [*([figuring.REPORT] if reports else []), figuring.CORRECT]


def known_figures(row: YearlyFigures) -> list[dict[str, str]]:
    """Return the figures as known facts above a form."""
    return [
        {"label": label, "value": value, "source": "" if table["confirmed"] else "栏目未核实"}
        for table in row.tables
        for label, value in table["rows"]
        if value not in ("0", "0.0000")
    ]


def applications_context(identity: Identity, asked: Mapping[str, str], *, today: date) -> dict[str, Any]:
    """Return the applications by page; `asked`: after."""
    rows = applying.applications(identity)
    after = asked.get("after", "").replace("\x00", "")[:32]
    found = list((rows.filter(dossier__lt=after) if after else rows)[: PAGE + 1])
    return {
        "works": works(identity),
        "rows": [_application_line(row, today) for row in found[:PAGE]],
        "older": f"/disclosure/applications/?after={found[PAGE - 1].dossier_id}" if len(found) > PAGE else "",
    }


def _application_line(row: DossierApplication, today: date) -> dict[str, Any]:
    last = day_of(applying.answer_due(row).safe)
    return {
        "asked": row.asked,
        "applicant": row.applicant,
        "href": f"/disclosure/applications/{row.dossier_id}/",
        "received_on": row.received_on,
        "due": due_badge(last, today, applying.RULE) if row.stage == "received" else None,
        "outcome": OUTCOMES.get(row.outcome, ""),
        "body": row.body.short_name,
    }


def application_context(identity: Identity, row: DossierApplication, *, today: date) -> dict[str, Any]:
    """Return the page of one application."""
    record, limit = record_of(row.dossier_id), applying.answer_due(row)
    acting = identity.role in RESPONSIBLE and identity.body == row.body_id and row.stage == "received"
    kinds = [applying.ANSWER, *([] if row.extended else [applying.EXTEND])] if acting else []
    return {
        "facts": [
            {"label": "申请人", "value": row.applicant, "source": "申请"},
            {"label": "申请公开什么", "value": row.asked, "source": "申请"},
            {"label": "收到日期", "value": f"{row.received_on:%Y年%-m月%-d日}", "source": row.body.name},
        ],
        "answer": applying.answer_words(record),
        "limit": {"words": limit.explain, "article": str(limit.rule.citation)},
        "due": due_badge(day_of(limit.safe), today, applying.RULE) if row.stage == "received" else None,
        "acts": _acts(f"/disclosure/applications/{row.dossier_id}/acts", kinds, APPLICATION_DO, applying.NAMES),
        "record": _record(record, applying.NAMES),
        "chain": chain(row.dossier_id, record),
    }


def _acts(
    under: str, kinds: Iterable[str], does: Mapping[str, tuple[str, str]], names: Mapping[str, str]
) -> list[dict[str, Any]]:
    return [
        {
            "name": names[kind],
            "does": does[kind][0],
            "href": f"{under}/{kind}/",
            "articles": [does[kind][1]],
            "people": "",
            "label": "去做",
            "first": number == 0,
        }
        for number, kind in enumerate(kinds)
    ]


def _record(record: list[Entry], names: Mapping[str, str]) -> list[dict[str, Any]]:
    people = account_names()
    return [
        {**entry_line(entry, people.get(entry.actor, entry.actor)), "title": names[entry.kind]}
        for entry in reversed(record)
    ]
