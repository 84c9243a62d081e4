"""办一步的表单 What the page of one act in a matter shows: what is known, what is asked, whom one may name, the paper beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from markupsafe import Markup

from yizhi.desk.matters.queries import standing
from yizhi.desk.papers.forms import answer_fields
from yizhi.desk.papers.kinds import paper_kind
from yizhi.desk.papers.models import Evidence
from yizhi.desk.papers.proceeding import state_of
from yizhi.desk.papers.rendering import preview
from yizhi.desk.papers.telling import Told
from yizhi.desk.papers.view import act_head, kept_files
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Account, Role
from yizhi.rules.procedure.judging import is_given
from yizhi.rules.procedure.state import CaseState
from yizhi.rules.procedure.supervision import SUPERVISION
from yizhi.rules.procedure.table import SUPERVISED, Act, Field
from yizhi.rules.refusal import Absent, Reason, Refusal

from .around import certified
from .models import SupervisionMatter
from .permitting import matter, roles_in
from .proceeding import looked_at, officers_of, paper_data
from .telling import OF_THE_BODY, words_of
from .view import head

HIDDEN = frozenset({"papers", "supervised", "answers"})
UNASKED = frozenset({"fields-missing", "fact-unreadable"})


@dataclass(frozen=True, slots=True)
class Acting:
    """One act that an identity looks at in one matter."""

    identity: Identity
    matter: SupervisionMatter
    state: CaseState
    row: Act


def open_act(identity: Identity, dossier: str, kind: str) -> Acting:
    """Return the act `kind` of a matter this identity sees, if it is ever its to do. Raises `Absent`."""
    found, row = matter(identity, dossier), SUPERVISION.act(kind)
    if row is None or kind == "register_matter" or not row.by & roles_in(identity, found):
        raise Absent("这一步")
    return Acting(identity, found, state_of(dossier, SUPERVISION), row)


def act_context(
    acting: Acting, facts: Mapping[str, Any], id: UUID, *, done_at: datetime, now: datetime, checked: bool = False
) -> dict[str, Any]:
    """Return the context of the page of an act with what has been typed so far."""
    told = Told(id=id, kind=acting.row.kind, done_at=done_at, facts=facts, evidence=facts.get("evidence") or ())
    whole, reasons = looked_at(acting.identity, acting.matter, acting.state, told, now=now)
    shown = {**whole, **facts}
    asked = [one for one in acting.row.fields if not (one.carried and is_given(acting.state.known(one.key)))]
    wrong = {reason.about: reason.sentence + reason.cure for reason in reasons if reason.about and checked}
    answers = answer_fields(reasons, dict(facts))
    missing = [*_missing(asked, shown), *(_gap(one) for one in answers if one["missing"])]
    telling = reasons if checked else tuple(one for one in reasons if one.code not in UNASKED)
    top, row = head(acting.matter, inside=True), acting.row
    href = f"{top['href']}acts/{row.kind}/"
    return {
        "case": {key: top[key] for key in ("title", "number", "href", "demo")},
        "act": act_head(row, len(missing)),
        "action": href,
        "preview_href": f"{href}preview/",
        "id": str(id),
        "known": list(known(acting, {one.key for one in asked})),
        "fields": [*(_field(acting, one, shown, wrong, timezone.localdate(now)) for one in asked), *answers],
        "missing": missing,
        "reasons": _told_once(telling),
        "preview": paper_preview(acting, whole, timezone.localdate(done_at)),
    }


def known(acting: Acting, shown: set[str]) -> Iterator[dict[str, str]]:
    """Yield what the record knows already, the latest value of each; the body supervised reads only what was sent to it."""
    yield {"label": "被监督机关", "value": acting.matter.body.name, "source": "登记监督事项"}
    outside = SUPERVISED in roles_in(acting.identity, acting.matter)
    seen, dictionary = set(shown | HIDDEN), standing().dictionary
    for entry in reversed(acting.state.entries):
        row = SUPERVISION.act(entry.kind)
        for key, value in entry.facts.items():
            if key in seen or key not in dictionary.facts or (outside and entry.kind not in OF_THE_BODY):
                continue
            seen.add(key)
            yield {
                "label": dictionary.label(key),
                "value": words_of(key, value),
                "source": row.name if row else entry.kind,
            }


def paper_preview(acting: Acting, facts: Mapping[str, Any], on: date) -> dict[str, Any] | None:
    """Return the draft of the act's paper as it would print, or `None` when the act makes none."""
    if not acting.row.papers:
        return None
    kind = acting.row.papers[0]
    data = paper_data(acting.identity.body, acting.matter, acting.state, facts, on=on)
    try:
        pages = preview(kind, data)
    except Refusal as refusal:
        return {"pages": [], "error": refusal.first.sentence}
    name = paper_kind(kind).name
    note = f"《{name}》共 {len(pages)} 页，文书名称、样式未核实"
    return {"pages": [Markup(page) for page in pages], "note": note}


def _missing(asked: list[Field], facts: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    labels = standing().dictionary
    for one in asked:
        if one.required and not is_given(facts.get(one.key)):
            yield {"label": labels.label(one.key), "href": f"#f-{one.key}"}


def _gap(one: Mapping[str, Any]) -> dict[str, str]:
    return {"label": one["label"], "href": f"#f-{one['name']}"}


def _told_once(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    return tuple({(one.code, one.sentence): one for one in reasons}.values())


def _field(
    acting: Acting, field: Field, facts: Mapping[str, Any], wrong: Mapping[str, str], on: date
) -> dict[str, Any]:
    fact = standing().dictionary.facts[field.key]
    shown = {
        "name": field.key,
        "label": "附件" if fact.kind == "evidence" else fact.label,
        "kind": fact.kind,
        "value": facts.get(field.key),
        "hint": fact.hint,
        "choices": list(fact.choices.items()),
        "required": field.required,
        "error": wrong.get(field.key, "") if is_given(facts.get(field.key)) else "",
        "missing": field.required and not is_given(facts.get(field.key)),
    }
    if fact.kind == "evidence":
        own = Evidence.objects.filter(dossier=acting.matter.dossier_id, body=acting.identity.body)
        shown["draft"] = kept_files(own, acting.state, SUPERVISION, facts.get(field.key))
    return shown | {"people": _people(acting, field.key, on)} if fact.kind == "officers" else shown


def _people(acting: Acting, key: str, on: date) -> list[dict[str, Any]]:
    if key == "supervisors":
        return supervisors(on, acting.identity.account)
    advised = acting.state.known("advised_officer") or () if key == "handled_officer" else ()
    named = officers_of(acting.matter.body_id, on)
    return [{"id": code, "name": name, "note": ""} for code, name in named.items() if not advised or code in advised]


def supervisors(on: date, me: str) -> list[dict[str, Any]]:
    """Return who may be sent to supervise on the day `on`, each with whether the certificate counts."""
    held = certified(on)
    rows = Account.objects.filter(
        appointments__role__in=(Role.SUPERVISOR, Role.JUSTICE), is_active=True, appointments__valid_from__lte=on
    )
    return [
        {
            "id": one.username,
            "name": one.name,
            "note": "行政执法监督检查证件" if one.username in held else "没有有效的监督检查证件",
            "state": "ok" if one.username in held else "stop",
            "words": "算 1 人" if one.username in held else "不算",
            "you": one.username == me,
            "demo": one.demo,
            "blocked": one.username not in held,
        }
        for one in rows.distinct().order_by("username")
    ]
