"""一个执法人员 What a person's page says: affiliations as bars over time, what can be done today, what would cure what cannot."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.conf import settings

from .certificates import SOON, as_fact, status_of
from .models import Certificate, Posting, Service
from .queries import Present, names_of, services_of

Span = tuple[date, date | None, str]
ONE_DAY = timedelta(days=1)


def person_view(found: Present, today: date, *, keeps: bool) -> dict[str, Any]:
    """Return the context of a person's page on the day `today`; with the ways to change it for those who keep it."""
    services = services_of(found.officer.pk)
    postings = list(Posting.objects.known().filter(officer=found.officer).select_related("area").order_by("valid_from"))
    names = names_of(code for posting in postings for code in posting.acts_for)
    starts = [row.valid_from for row in (*services, *postings, *found.certificates)]
    return {
        "person": {
            "name": found.officer.name,
            "demo": settings.DEMO,
            "second": _second(found),
            "state": "ok" if found.counts else "stop",
            "words": "今天算 1 人" if found.counts else "今天不算执法人员",
        },
        "rows": _rows(services, postings, found.certificates, names),
        "first": date(max(min(starts, default=today).year, today.year - 4), 1, 1),
        "last": date(today.year + 2, 1, 1),
        "today": today,
        "can": _can(found, names),
        "restore": _restore(found),
        "note": "起止日按登记的文件。" if services else "还没有登记归属。",
        "papers": _papers(found, postings, today, keeps),
        "ways": _ways(found.officer.pk) if keeps else (),
    }


def _second(found: Present) -> str:
    home = found.service.body.name if found.service else "没有执法资格所属机关"
    posted = "、".join(posting.area.name for posting in found.postings)
    return f"{home}，派驻{posted}" if posted else home


def _rows(
    services: Sequence[Service], postings: Sequence[Posting], certificates: Sequence[Certificate], names: dict[str, str]
) -> list[dict[str, Any]]:
    def row(label: str, note: str, spans: list[Span], gaps: Sequence[Span] = ()) -> dict[str, Any]:
        return {"label": label, "note": note, "spans": spans, "gaps": gaps}

    good, bad = _certified(certificates)
    return [
        row("用人", "人在哪里", [(one.valid_from, one.valid_to, one.employer.short_name) for one in services]),
        row("执法资格", "是谁的人员", [(one.valid_from, one.valid_to, one.body.short_name) for one in services]),
        row("执法证", "证件的状态", good, bad),
        row("派驻", "派驻函", [(one.valid_from, one.valid_to, _named(one, names)) for one in postings]),
    ]


def _certified(certificates: Sequence[Certificate]) -> tuple[list[Span], list[Span]]:
    """Return when certificates are valid, and when one in its dates is suspended, revoked or none follows."""
    good: list[Span] = []
    bad: list[Span] = []
    for row in certificates:
        for period in as_fact(row).status_periods:
            begins = max(period.starts_on, row.valid_from)
            ends = min((day for day in (period.ends_on, row.valid_to) if day), default=None)
            if ends is not None and ends <= begins:
                continue
            domains = "、".join(row.domains) or "全部领域"
            (good if period.status == "valid" else bad).append(
                (begins, ends, domains if period.status == "valid" else "不能执法")
            )
    if certificates and all(row.valid_to for row in certificates):
        bad.append((max(row.valid_to for row in certificates if row.valid_to), None, "到期"))
    return good, bad


def _named(posting: Posting, names: dict[str, str]) -> str:
    return "可以：" + "、".join(names.get(code, code) for code in posting.acts_for)


def _can(found: Present, names: dict[str, str]) -> list[dict[str, str]]:
    if not found.counts:
        helps = "可以协助记录，不签名，不算两人之一。"
        return [
            {"state": "stop", "sentence": f"{found.why}，不算执法人员。", "article": "行政处罚法 第42条"},
            {"state": "ok", "sentence": helps, "article": ""},
        ]
    assert found.service is not None
    lines = [{"state": "ok", "sentence": f"能以{found.service.body.name}名义执法。", "article": ""}]
    for posting in found.postings:
        others = "、".join(names.get(code, code) for code in posting.acts_for if code != found.service.body_id)
        if others:
            lines.append({"state": "ok", "sentence": f"在{posting.area.name}还能以{others}名义执法。", "article": ""})
    row = found.worth.row
    if row is not None and row.domains:
        lines.append({"state": "info", "sentence": f"只限领域：{'、'.join(row.domains)}。", "article": ""})
    return lines


def _restore(found: Present) -> list[dict[str, str]]:
    if found.counts:
        return []
    if found.service is None:
        return [{"sentence": "先登记执法资格所属机关。", "article": ""}]
    sentence = f"由{found.service.body.short_name}申领、换发或者恢复执法证，司法行政部门登记后当天恢复。"
    return [{"sentence": sentence, "article": ""}]


def _papers(found: Present, postings: Sequence[Posting], today: date, keeps: bool) -> list[dict[str, Any]]:
    papers = []
    for row in found.certificates:
        state, words = status_of(row, today)
        name = f"行政执法证（{'、'.join(row.domains) or '全部领域'}）"
        papers.append(_paper(name, row.number, row, state, words, f"/certificates/{row.fact}/" if keeps else ""))
    for posting in postings:
        state, words = _posting_state(posting, today)
        href = f"/officers/{found.officer.pk}/end/?kind=posting&fact={posting.fact}" if keeps else ""
        papers.append(_paper(f"派驻函（{posting.area.name}）", posting.letter, posting, state, words, href))
    return papers


def _paper(name: str, number: str, row: Certificate | Posting, state: str, words: str, href: str) -> dict[str, Any]:
    last = row.valid_to - ONE_DAY if row.valid_to else None
    return {
        "name": name,
        "number": number,
        "from": row.valid_from,
        "to": last,
        "state": state,
        "words": words,
        "href": href,
    }


def _posting_state(posting: Posting, today: date) -> tuple[str, str]:
    if posting.valid_from > today:
        return "wait", "还没有开始"
    if posting.valid_to and posting.valid_to <= today:
        return "wait", "已期满"
    if posting.valid_to and posting.valid_to <= today + SOON:
        return "soon", f"{(posting.valid_to - today).days} 天后期满"
    return "ok", "有效"


def _ways(code: str) -> tuple[dict[str, str], ...]:
    return (
        {"label": "登记执法证", "href": f"/officers/{code}/certificates/new/"},
        {"label": "登记派驻", "href": f"/officers/{code}/postings/new/"},
        {"label": "登记归属", "href": f"/officers/{code}/services/new/"},
        {"label": "更正姓名、电话", "href": f"/officers/{code}/correct/"},
        {"label": "写明止日", "href": f"/officers/{code}/end/"},
    )
