"""年度执法数据 Counted from the record, reviewed, made public, corrected, reported: the same table for every body, nobody ranked."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from yizhi.desk.bodies.models import Body
from yizhi.desk.papers.telling import Told
from yizhi.desk.people.identity import Identity
from yizhi.desk.record.actions import lock
from yizhi.desk.record.models import Entry
from yizhi.law import read_toml
from yizhi.rules.deadlines import domain_of
from yizhi.rules.disclosure.figures import Penalty, penalties_counted, publish_reasons, report_reasons, year_reasons
from yizhi.rules.procedure.state import yuan
from yizhi.rules.refusal import Absent, refuse, refuse_when

from .around import DECISIONS
from .models import YearlyFigures
from .own import Done, copied, own, read_step, refuse_other_body, refuse_others, written, written_before

YEARLY = read_toml("disclosure")["yearly"]
COMPUTE, PUBLISH, CORRECT, REPORT = "compute_figures", "publish_figures", "correct_figures", "report_figures"
YEARLY_RULE = "annual-stat-jan31"
NAMES = {COMPUTE: "统计", PUBLISH: "审查公开", CORRECT: "更正", REPORT: "报送"}


def figures(identity: Identity) -> Any:
    """Return the yearly figures this identity sees, newest year first, then by the bodies' codes."""
    return own(identity, YearlyFigures.objects.all()).select_related("body").order_by("-year", "body")


def figure(identity: Identity, dossier: str) -> YearlyFigures:
    """Return one. Raises `Absent`."""
    found = figures(identity).filter(dossier=dossier).first()
    if found is None:
        raise Absent("这份年度数据")
    row: YearlyFigures = found
    return row


def counted(body: str, year: int) -> list[dict[str, Any]]:
    """Return the tables of a body's year as the record gives them: name, whether the columns are official, rows of label and number."""
    tables = []
    for table in YEARLY["tables"]:
        if "kinds" in table["columns"][0]:
            rows = penalties_counted(table["columns"], [_penalty(entry) for entry in entries_in(body, year, DECISIONS)])
        else:
            rows = [[one["label"], str(entries_in(body, year, one["acts"]).count())] for one in table["columns"]]
        tables.append({"name": table["name"], "confirmed": table["confirmed"], "rows": rows})
    return tables


def entries_in(body: str, year: int, kinds: Sequence[str]) -> Any:
    """Return the entries of these kinds in a body's name within a local year."""
    first, after = (timezone.make_aware(datetime(each, 1, 1)) for each in (year, year + 1))  # noqa: DTZ001
    return Entry.objects.filter(body=body, kind__in=kinds, done_at__gte=first, done_at__lt=after)


def owed(body: str, year: int) -> bool:
    """Tell whether a body decided any penalty in a year and has not made the figures of that year public."""
    public = YearlyFigures.objects.filter(body=body, year=year, stage="published").exists()
    return not public and bool(entries_in(body, year, DECISIONS).exists())


def _penalty(entry: Entry) -> Penalty:
    facts = entry.facts
    kinds = tuple(facts.get("penalty_kinds") or ())
    return Penalty(kinds, yuan(facts.get("fine_yuan")), yuan(facts.get("confiscation_yuan")))


@transaction.atomic
def compute(identity: Identity, told: Told, *, now: datetime) -> Done[YearlyFigures]:
    """统计 Count a year of the identity's own body; until it is public it may be counted again. `facts`: year. Refuses a year that is not over."""
    refuse_others(identity, responsible=False)
    step = read_step(told)
    Body.objects.select_for_update().get(code=identity.body)
    earlier = written_before(identity, step)
    if earlier is not None:
        return Done(earlier, figure(identity, earlier.dossier_id), repeated=True)
    year = step.facts["year"]
    refuse_when(year_reasons(year, timezone.localdate(now)))
    row = YearlyFigures.objects.filter(body=identity.body, year=year).first()
    if row is not None and row.stage == "published":
        raise refuse("already-published", "这一年度已经公开。", "", "内容有错的，办“更正”。", "year")
    facts = {"body": identity.body, "year": year, "tables": counted(identity.body, year)}
    entry = written(identity, step, row.dossier_id if row else "", facts, now=now)
    row = row or YearlyFigures(dossier_id=entry.dossier_id)
    return Done(entry, copied(row, copies, now=now))


@transaction.atomic
def perform(identity: Identity, dossier: str, told: Told, *, now: datetime) -> Done[YearlyFigures]:
    """办一步 Publish, correct or report. Raises `Absent`, `BadInput`, `Refusal`."""
    refuse_other_body(identity, figure(identity, dossier))
    refuse_others(identity, responsible=True)
    step = read_step(told)
    lock(dossier)
    row = figure(identity, dossier)
    earlier = written_before(identity, step, dossier)
    if earlier is not None:
        return Done(earlier, row, repeated=True)
    facts = dict(step.facts)
    if step.kind == PUBLISH:
        refuse_when(publish_reasons(row.stage, row.tables, counted(row.body_id, row.year)))
    elif step.kind == CORRECT:
        facts["tables"] = counted(row.body_id, row.year)
        if row.stage != "published":
            raise refuse("publish-first", "还没有公开，不用更正。", "", "重新统计。", "kind")
    elif step.kind == REPORT:
        refuse_when(report_reasons(row.stage, domain_of(row.body.domain), row.reported_on is not None))
    else:
        raise Absent("这一步")
    entry = written(identity, step, dossier, facts, now=now)
    return Done(entry, copied(row, copies, now=now))


def copies(record: Sequence[Entry]) -> dict[str, Any]:
    """Return the columns of yearly figures as their record gives them."""
    told: dict[str, Any] = {"stage": "computed", "words": "", "published_on": None, "reported_on": None}
    for entry in record:
        facts, on = entry.facts, timezone.localdate(entry.done_at)
        if entry.kind == COMPUTE:
            told |= {"body_id": facts["body"], "year": facts["year"], "tables": facts["tables"]}
        elif entry.kind == PUBLISH:
            told |= {"stage": "published", "published_on": on, "words": facts.get("words", "")}
        elif entry.kind == CORRECT:
            told |= {"tables": facts["tables"], "words": facts.get("words", told["words"])}
        elif entry.kind == REPORT:
            told |= {"reported_on": date.fromisoformat(facts["reported_on"])}
    return told


def corrections(record: Sequence[Entry]) -> list[dict[str, Any]]:
    """Return day and reason of every correction, oldest first, for the public page."""
    return [
        {"on": timezone.localdate(entry.done_at), "why": entry.facts["reason"]}
        for entry in record
        if entry.kind == CORRECT
    ]


def public_figures() -> Any:
    """Return what is public, newest year first, then by the bodies' codes."""
    return YearlyFigures.objects.filter(stage="published").select_related("body").order_by("-year", "body")
