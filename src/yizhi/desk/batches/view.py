"""批次页 What the page of one batch shows, on one screen: what may be done next, the lines, opinions, what it touches, cases, record."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any
from urllib.parse import quote

from django.utils import timezone

from yizhi.desk.cases.recalling import CHOICES
from yizhi.desk.matters.models import Item
from yizhi.desk.matters.queries import MODES
from yizhi.desk.papers.view import chain
from yizhi.desk.people.identity import Identity
from yizhi.desk.places.models import Town
from yizhi.desk.record.queries import record_of
from yizhi.rules.batches import STEPS, Step, against
from yizhi.rules.refusal import Reason

from .around import Around, around, body_names
from .models import Batch
from .permitting import WHO, keeps, may
from .telling import record_lines
from .touching import cases_lines, touches_lines

ORDER = (
    "give_opinion",
    "attach_minute",
    "check_batch",
    "decide_batch",
    "publish_batch",
    "take_over",
    "review_batch",
    "file_list",
    "record_training",
    "amend_batch",
    "withdraw_batch",
)
MAIN = ORDER[:7]
SHOWN_REASONS = 20
STATES = {"kept": "ok", "taken_over": "ok", "published": "ok", "objected": "stop", "returned": "stop"}
TRUSTEE = {
    "not_needed": "依法成立，有管理公共事务职能；事项不需要技术检查、鉴定",
    "able": "依法成立，有管理公共事务职能；有条件组织技术检查、鉴定",
}
OVER = frozenset({"withdrawn", "recalled"})


def batch_context(identity: Identity, batch: Batch, *, now: datetime) -> dict[str, Any]:
    """Return the whole context of the page of a batch that was found for this identity."""
    scene = around(batch.dossier_id, today=timezone.localdate(now))
    waiting = in_line(scene.state.stage_with(scene.takers))
    steps = list(_steps(identity, scene, batch.dossier_id, waiting))
    return {
        "batch": head(batch, scene),
        "terms": list(_terms(scene)),
        "acts": steps,
        "waiting": _waiting(scene, waiting),
        "lacking": _lacking(scene),
        **lines_context(scene),
        "opinions": list(_opinions(scene)),
        "touches": [] if scene.state.published_on else touches_lines(scene),
        "cases": cases_lines(identity, scene),
        "choices": list(CHOICES.items()),
        "minute": _minute(scene, batch.dossier_id),
        "settle_href": f"/batches/{batch.dossier_id}/cases/" if _settles(identity, scene) else "",
        "record": record_lines(batch.dossier_id, waiting=_waiting(scene, waiting), today=scene.today),
        "chain": chain(batch.dossier_id, record_of(batch.dossier_id)),
    }


def in_line(stage: str) -> Step | None:
    """Return the step that a batch in this stage waits for; none when nothing is left to do."""
    if stage == "returned":
        return STEPS["amend_batch"]
    return next((STEPS[kind] for kind in reversed(MAIN) if stage in STEPS[kind].stages), None)


def head(batch: Batch, scene: Around) -> dict[str, Any]:
    """Return the head of a batch: title, number, giving or taking back, stage."""
    stage = scene.state.stage_with(scene.takers)
    return {
        "title": batch.title,
        "number": batch.dossier_id,
        "kind": batch.get_kind_display(),
        "recall": batch.kind == Batch.Kind.RECALL,
        "stage": scene.state.words(scene.takers, scene.today),
        "state": STATES.get(stage, "wait" if stage in OVER else "info"),
        "href": f"/batches/{batch.dossier_id}/",
    }


def _terms(scene: Around) -> Iterator[dict[str, str]]:
    draft, state = scene.state.draft, scene.state
    names = {"department": "原实施部门", "town": "镇（街道）"}
    until = draft.transition_until
    rows = (
        ("决定", state.instrument, ""),
        ("从哪天起", _day(state.starts_on), "" if state.instrument else "草案"),
        ("到哪天止", _day(draft.ends_on) and f"{_day(draft.ends_on)}前一日", ""),
        ("省级决定", draft.decision, ""),
        ("过渡期", f"到{_day(until)}前一日，由{names.get(draft.transition_body, '')}实施" if until else "", ""),
        ("强制措施", "一并赋予" if draft.coercion else "", ""),
        ("公布", _day(state.published_on), ""),
        ("清单备案", _filing(scene), ""),
        ("受委托的条件", TRUSTEE.get(draft.technical, "") if draft.public_body else "", ""),
        ("特批理由", draft.exception, ""),
        ("理由", draft.reason, ""),
    )
    for label, value, source in rows:
        if value:
            yield {"label": label, "value": value, "source": source}


def _filing(scene: Around) -> str:
    """Return when and under which number the towns' lists were filed, or that they still are to be."""
    filing = scene.state.filing
    if filing is not None:
        return f"{_day(date.fromisoformat(filing['filed_on']))}，{filing['number']}，{filing['receiver']}"
    return "还没有报市级权责清单管理机构备案" if scene.state.to_file else ""


def _steps(identity: Identity, scene: Around, dossier: str, waiting: Step | None) -> Iterator[dict[str, Any]]:
    """Yield the steps this identity may do now, the one in line first."""
    stage = scene.state.stage_with(scene.takers)
    for step in sorted((STEPS[kind] for kind in ORDER), key=lambda step: step != waiting):
        kind = step.kind
        if stage not in step.stages or not (may(identity, step, {}) or _by_letter(identity, step)):
            continue
        if kind == "give_opinion" and not keeps(identity) and identity.body not in scene.state.draft.sides:
            continue
        if kind == "file_list" and not scene.state.to_file:
            continue
        own = may(identity, step, {})
        yield {
            "name": step.name,
            "does": step.does,
            "href": f"/batches/{dossier}/acts/{kind}/",
            "articles": [step.article],
            "people": "" if own else f"{WHO[step.who]}；有来文的可以代录",
            "first": step == waiting and own,
            "label": "去做" if own else "代录",
        }


def _by_letter(identity: Identity, step: Step) -> bool:
    return keeps(identity) and step.who != "keeper"


def _waiting(scene: Around, step: Step | None) -> str:
    if step is None:
        return ""
    missing = scene.state.missing
    if step.kind == "give_opinion" and missing:
        return f"{'、'.join(body_names(missing).values())}表态"
    return f"{WHO[step.who]}{step.name}"


def _lacking(scene: Around) -> list[Reason]:
    """Return what would still stand in the way of publication, told early."""
    state = scene.state
    if state.published_on is not None or state.withdrawn:
        return []
    doing = scene.doing("publish_batch")
    decided = state.decision is not None
    found = against(state, "publish_batch", {"published_on": scene.today.isoformat()}, doing) if decided else ()
    stops = [reason for line in scene.findings for reason in line]
    return _each_once([*stops, *found, *(() if decided else doing.gaps)])


def _each_once(reasons: Iterable[Reason]) -> list[Reason]:
    """Return reasons of one code and cure once, the sentence of the first with how many there are."""
    groups: dict[tuple[str, str], list[Reason]] = {}
    for reason in reasons:
        groups.setdefault((reason.code, reason.cure), []).append(reason)
    return [
        Reason(
            group[0].code,
            group[0].sentence + (f"同样的还有 {len(group) - 1} 处。" if len(group) > 1 else ""),
            group[0].article,
            group[0].severity,
            group[0].cure,
        )
        for group in groups.values()
    ][:SHOWN_REASONS]


def lines_context(scene: Around) -> dict[str, Any]:
    """Return the lines as items × towns, each cell with what the batch does there and what speaks against it."""
    lines = scene.state.draft.lines
    items = dict(Item.objects.filter(code__in={line.item for line in lines}).values_list("code", "name"))
    towns = dict(
        Town.objects.filter(code__in={line.town for line in lines}).order_by("code").values_list("code", "name")
    )
    change = "recalled" if scene.state.draft.kind == "recall" else "added"
    cells: dict[tuple[str, str], dict[str, Any]] = {}
    for line, found in zip(lines, scene.findings, strict=True):
        state = "conflict" if found else "posted" if change == "recalled" else line.mode
        said = f"{towns[line.town]}：{'收回' if change == 'recalled' else ''}{MODES[line.mode]}"
        words = said + (f"，不能办：{found[0].sentence}" if found else "")
        cells[line.item, line.town] = {"state": state, "change": "" if found else change, "words": words}
    return {
        "towns": list(towns.values()),
        "rows": [
            {
                "name": name,
                "href": f"/items/{quote(code, safe='')}/",
                "cells": [cells.get((code, town)) for town in towns],
            }
            for code, name in sorted(items.items())
        ],
        "line_count": len(lines),
    }


def _opinions(scene: Around) -> Iterator[dict[str, Any]]:
    names = body_names(scene.state.draft.sides)
    for side in scene.state.draft.sides:
        told = scene.state.opinions.get(side)
        agrees = bool(told and told["agrees"])
        yield {
            "name": names.get(side, side),
            "state": "wait" if told is None else "ok" if agrees else "stop",
            "chip": "还没有表态" if told is None else "同意" if agrees else "不同意",
            "words": told.get("words", "") if told else "",
            "letter": told.get("letter", "") if told else "",
            "on": told["on"] if told else "",
            "figures": list(told.get("capacity", ())) if told else [],
        }


def _minute(scene: Around, dossier: str) -> dict[str, str] | None:
    minute = scene.state.minute
    if minute is None:
        return None
    return {
        "words": f"联席会议纪要 {minute['number']}：{minute['words']}",
        "href": f"/batches/{dossier}/minute/" if minute.get("file") else "",
    }


def _settles(identity: Identity, scene: Around) -> bool:
    open_stage = scene.state.stage in STEPS["settle_case"].stages
    return keeps(identity) and open_stage and any(one.settles for one in scene.touches.cases)


def _day(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
