"""公示页 What the desk pages show: the list with what is due, one disclosure with its steps and record."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.utils import timezone

from yizhi.desk.cases.ground import ground_of
from yizhi.desk.cases.models import Case
from yizhi.desk.matters.queries import standing
from yizhi.desk.papers.view import chain, entry_line
from yizhi.desk.papers.words import due_badge
from yizhi.desk.people.called import account_names
from yizhi.desk.people.identity import Identity
from yizhi.desk.record.queries import record_of
from yizhi.law import read_toml
from yizhi.rules.disclosure import STEPS, PublicRecord
from yizhi.rules.disclosure.table import FELL, STAGES, WITHDRAWAL_REASONS

from . import queries
from .around import Decision, decision_behind, decision_of, last_day, last_days, record_state
from .models import Disclosure
from .permitting import WHO, may

FORM = read_toml("disclosure")
LABELS: Mapping[str, str] = FORM["columns"]
TABS = (
    ("undrafted", "等拟稿"),
    ("drafted", "等公布"),
    ("fallen", "应当撤回"),
    ("corrected", "要更正"),
    ("published", "已公示"),
    ("withdrawn", "已撤回"),
)
NARROWED = {"fallen": queries.fallen, "corrected": queries.corrected}
STATES = {"drafted": "soon", "published": "ok", "withdrawn": "wait"}
SHOWN_RULES = {
    "publish-7d": "公示期限",
    "publish-market-20wd": "企业信用信息公示期限",
    "publish-withdraw-3d": "撤回期限",
}


def list_context(identity: Identity, asked: Mapping[str, str], *, now: datetime) -> dict[str, Any]:
    """Return the list. `asked`: show, q, after."""
    today = timezone.localdate(now)
    show = next((key for key, _ in TABS if key == asked.get("show")), "undrafted")
    wanted = queries.Wanted(
        q=asked.get("q", "").strip()[:100],
        stage=show if show in STAGES else "published" if show in NARROWED else "",
        after=asked.get("after", "").replace("\x00", "")[:32],
    )
    lines = _undrafted(identity, wanted, today) if show == "undrafted" else _drawn(identity, wanted, show, today)
    kept = {"show": show, "q": wanted.q}
    shown = lines[: queries.PAGE]
    older = {**kept, "after": shown[-1]["number"]} if len(lines) > queries.PAGE else None
    counts = queries.counts(identity)
    return {
        "tabs": [
            {"label": label, "href": f"/disclosure/?show={key}", "current": key == show, "count": counts.get(key)}
            for key, label in TABS
        ],
        "show": show,
        "q": wanted.q,
        "lines": shown,
        "older": f"/disclosure/?{urlencode(older)}" if older else "",
    }


def _undrafted(identity: Identity, wanted: queries.Wanted, today: date) -> list[dict[str, Any]]:
    rows = queries.undrafted(identity, wanted).select_related("item", "party", "body", "town")
    lines = []
    for case in rows[: queries.PAGE + 1]:
        decision = decision_of(case)
        lines.append(
            {
                "title": case.title,
                "number": case.dossier_id,
                "href": f"/disclosure/cases/{case.dossier_id}/",
                "where": where(case),
                "decided_on": decision.decided_on if decision else None,
                "due": _due(decision, "drafted", today) if decision else None,
                "demo": case.demo,
            }
        )
    return lines


def _drawn(identity: Identity, wanted: queries.Wanted, show: str, today: date) -> list[dict[str, Any]]:
    rows = queries.disclosures(identity, wanted)
    rows = NARROWED[show](rows) if show in NARROWED else rows
    return [_line(row, show, today) for row in rows.select_related("case__item", "case__party")[: queries.PAGE + 1]]


def _line(row: Disclosure, show: str, today: date) -> dict[str, Any]:
    decision = decision_behind(row) if show in {"drafted", "fallen"} else None
    return {
        "title": row.title,
        "number": row.dossier_id,
        "href": f"/disclosure/{row.dossier_id}/",
        "where": where(row),
        "decided_on": row.decided_on,
        "on": row.withdrawn_on or row.published_on,
        "due": _due(decision, row.stage, today) if decision else None,
        "demo": row.demo,
    }


def where(row: Case | Disclosure) -> str:
    """Return body and town, once when they are called alike."""
    body, town = row.body.short_name, row.town.name
    return body if body == town else f"{body}　{town}"


def _due(decision: Decision, stage: str, today: date) -> dict[str, str] | None:
    limits = list(due_rows(decision, stage))
    return due_badge(limits[0][1], today, limits[0][0]) if limits else None


def due_rows(decision: Decision, stage: str) -> Iterator[tuple[str, date]]:
    """Yield (rule id, last day) of what presses: publication while it is drafted, withdrawal once the decision fell. A changed decision is told anew promptly."""
    if stage == "published" and decision.fell_on:
        last = last_day("publish-withdraw-3d", decision.fell_on)
        if last:
            yield "publish-withdraw-3d", last
    elif stage in ("", "drafted") and not decision.changed:
        yield from last_days(decision)


def case_context(identity: Identity, decision: Decision, *, today: date) -> dict[str, Any]:
    """Return what stands above the form of a draft: the case, the limits, and that a decision may also stay undisclosed."""
    case = decision.case
    return {
        "title": "拟公示稿",
        "second": STEPS["draft_disclosure"].does,
        "crumb": {"label": case.title, "href": f"/cases/{case.dossier_id}/"},
        "known": [*_known(decision), *_limits(decision, "", today)],
        "note": _proposed(case, decision),
        "send_label": "存为公示稿",
        "more": [{"label": "不公示", "href": f"/cases/{case.dossier_id}/acts/review_disclosure/"}],
    }


def _proposed(case: Case, decision: Decision) -> str:
    fallen = f"这个决定已经{FELL[decision.fell]}。" if decision.fell else ""
    return f"{fallen}姓名、号码、住址已经按案卷里知道的隐去，仍要看一遍：商业秘密、能认出人的细节，软件认不出来。"


def _known(decision: Decision) -> list[dict[str, str]]:
    told = decision.told()
    rows = (("处罚机关", told.body), ("决定书文号", told.number), ("处罚类别", told.kind_words))
    return [{"label": label, "value": value, "source": "处罚决定"} for label, value in rows if value]


def _limits(decision: Decision, stage: str, today: date) -> list[dict[str, str]]:
    return [
        {
            "label": SHOWN_RULES[rule],
            "value": f"{last:%Y年%-m月%-d日}{'，已经超过' if last < today else ''}",
            "source": str(standing().rules[rule].citation),
        }
        for rule, last in due_rows(decision, stage)
    ]


def disclosure_context(identity: Identity, row: Disclosure, *, now: datetime) -> dict[str, Any]:
    """Return the page of one disclosure that was found for this identity."""
    today, state, decision = timezone.localdate(now), record_state(row.dossier_id), decision_behind(row)
    record = record_of(row.dossier_id)
    people = account_names()
    steps = list(_steps(identity, row, state, decision))
    return {
        "row": head(row, today),
        "case_href": f"/cases/{row.case_id}/",
        "public_href": f"/public/disclosure/{row.dossier_id}/" if row.published_on and not state.stopped(today) else "",
        "columns": public_columns(row),
        "confirmed": FORM["form"]["confirmed"],
        "source": FORM["form"]["source"],
        "renew": renew_words(state, decision),
        "put_right": [
            {"before": one.facts["error_text"], "after": one.facts["corrected_text"]}
            for one in decision.corrected_since
        ],
        "limits": _limits(decision, state.stage, today),
        "acts": steps,
        "waiting": ""
        if steps or not (decision.fell or state.stage == "drafted")
        else next((WHO[STEPS[kind].who] for kind in _next(state, decision)), ""),
        "withdrawn": withdrawn_words(state),
        "record": [
            {**entry_line(entry, people.get(entry.actor, entry.actor)), "title": STEPS[entry.kind].name}
            for entry in reversed(record)
        ],
        "chain": chain(row.dossier_id, record),
    }


def renew_words(state: PublicRecord, decision: Decision) -> dict[str, str] | None:
    """Return why what is drafted or public no longer says what the decision says, and what is to be done; None while it does."""
    if decision.fell and state.stage == "published":
        return {
            "title": "应当撤回",
            "sentence": f"公示的处罚决定已经{FELL[decision.fell]}，三个工作日内撤回并公开说明理由。",
            "article": "行政处罚法 第48条第2款",
            "cure": "由本机关审核人员或者负责人办“撤回公示”。",
        }
    if decision.corrected_since and state.stage in ("drafted", "published"):
        drafted = state.stage == "drafted"
        return {
            "title": "要更正",
            "sentence": f"决定书补正、更正了，{'公示稿' if drafted else '公示'}还是原来的内容。",
            "article": STEPS["correct_disclosure"].article,
            "cure": "办“修改公示稿”。" if drafted else "由本机关审核人员或者负责人对照着办“更正公示内容”。",
        }
    return None


def head(row: Disclosure, today: date) -> dict[str, Any]:
    """Return the head of a disclosure: title, number, stage; one whose period ran out says so."""
    over = row.shown_until is not None and today > row.shown_until and row.stage == "published"
    return {
        "title": row.title,
        "number": row.dossier_id,
        "stage": "公示期满，不再公开" if over else STAGES[row.stage],
        "state": "wait" if over else STATES[row.stage],
        "demo": row.demo,
        "href": f"/disclosure/{row.dossier_id}/",
    }


def public_columns(row: Disclosure) -> list[dict[str, str]]:
    """Return label and value of every column that has one, as the public reads it."""
    told = {**row.columns, "shown_until": row.shown_until.isoformat() if row.shown_until else ""}
    return [{"label": label, "value": str(told[key])} for key, label in LABELS.items() if told.get(key)]


def withdrawn_words(state: PublicRecord) -> str:
    """Return in words when and why a disclosure was withdrawn, or nothing."""
    if state.withdrawn_on is None:
        return ""
    why = WITHDRAWAL_REASONS[state.withdrawn_why]
    said = f"{'' if state.withdrawn_why == 'mistake' else '处罚决定'}{why}"
    return f"{state.withdrawn_on:%Y年%-m月%-d日}撤回：{said}。{state.withdrawn_words}"


def _next(state: PublicRecord, decision: Decision) -> list[str]:
    if state.stage == "drafted":
        return ["publish_disclosure", "amend_disclosure"]
    if state.stage == "published":
        return ["withdraw_disclosure"] if decision.fell else ["correct_disclosure", "withdraw_disclosure"]
    return []


def _steps(identity: Identity, row: Disclosure, state: PublicRecord, decision: Decision) -> Iterator[dict[str, Any]]:
    ground = ground_of(row.case)
    for kind in _next(state, decision):
        step = STEPS[kind]
        if may(identity, step, ground) and not (kind == "publish_disclosure" and state.drafted_by == identity.account):
            yield {
                "name": step.name,
                "does": step.does,
                "href": f"/disclosure/{row.dossier_id}/acts/{kind}/",
                "articles": [step.article],
                "people": "",
                "label": "去做",
                "first": kind == "publish_disclosure" or bool(decision.fell),
            }
