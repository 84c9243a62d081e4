"""公示期限 What of disclosure stands on the page 期限: withdrawal, publication of what an ended case left drafted, applications, yearly figures."""

from collections.abc import Iterator
from datetime import date

from yizhi.desk.cases.work import LIMITS, PROMPT, Due, Promptly
from yizhi.desk.people.identity import Identity
from yizhi.rules.disclosure import STEPS
from yizhi.rules.disclosure.figures import due_on
from yizhi.rules.procedure.state import day_of

from .applying import ANSWER, RULE, answer_due, applications
from .around import decision_behind
from .figuring import PUBLISH, YEARLY_RULE, owed
from .own import WORKS
from .permitting import visible
from .queries import again, corrected, fallen
from .view import SHOWN_RULES, due_rows, where

MOST = 300
STEP = {"drafted": "publish_disclosure", "published": "withdraw_disclosure"}


def disclosure_limits(identity: Identity, until: date, town: str) -> Iterator[Due]:
    """Yield the limits of disclosure within sight that end on or before a day. What belongs to no town stands only where none is chosen.

    While its case runs, the limit of publication is the case's own and is not told twice.
    """
    yield from _of_decisions(identity, until, town)
    if not town:
        yield from _of_applications(identity, until)
        yield from _of_years(identity, until)


def _of_decisions(identity: Identity, until: date, town: str) -> Iterator[Due]:
    seen = visible(identity).filter(town=town) if town else visible(identity)
    for rows in (fallen(seen), seen.filter(stage="drafted", case__ended=True)):
        for row in rows.select_related("case__item", "case__party", "case__body", "body", "town")[:MOST]:
            for rule, last in due_rows(decision_behind(row), row.stage):
                if last <= until:
                    yield Due(
                        dossier=row.dossier_id,
                        number=f"公示 {row.dossier_id}",
                        title=row.title,
                        body=row.body.short_name,
                        town=row.town.name,
                        name=SHOWN_RULES[rule],
                        rule=rule,
                        act=STEP[row.stage],
                        does=STEPS[STEP[row.stage]].name,
                        on=last,
                        href=f"/disclosure/{row.dossier_id}/",
                    )


def _of_applications(identity: Identity, until: date) -> Iterator[Due]:
    for row in applications(identity).filter(stage="received")[:MOST]:
        last = day_of(answer_due(row).safe)
        if last and last <= until:
            yield Due(
                dossier=row.dossier_id,
                number=f"申请 {row.dossier_id}",
                title=row.asked[:40],
                body=row.body.short_name,
                town="",
                name="答复期限",
                rule=RULE,
                act=ANSWER,
                does="答复案卷公开申请",
                on=last,
                href=f"/disclosure/applications/{row.dossier_id}/",
            )


def _of_years(identity: Identity, until: date) -> Iterator[Due]:
    """Yield what the own body still owes the public of the last years whose day is not later than `until`."""
    if identity.role not in WORKS:
        return
    for year in (until.year - 2, until.year - 1):
        if due_on(year) <= until and owed(identity.body, year):
            yield Due(
                dossier="",
                number="年度行政执法数据",
                title=f"{year}年",
                body=identity.body_short,
                town="",
                name="公开期限",
                rule=YEARLY_RULE,
                act=PUBLISH,
                does="公开年度行政执法数据",
                on=due_on(year),
                href="/disclosure/figures/",
            )


def to_be_renewed(identity: Identity, town: str) -> Iterator[Promptly]:
    """Yield what is public and no longer says what the decision says, and what was withdrawn and not told anew: no law counts the days."""
    seen, cases = corrected(visible(identity)), again(identity)
    if town:
        seen, cases = seen.filter(town=town), cases.filter(town=town)
    for row in seen.select_related("body", "town").order_by("-dossier")[:MOST]:
        yield Promptly(
            title=row.title,
            number=f"公示 {row.dossier_id}",
            href=f"/disclosure/{row.dossier_id}/",
            where=where(row),
            sentence="决定书补正、更正了，公示还是原来的内容。",
            article=STEPS["correct_disclosure"].article,
        )
    for case in cases.select_related("item", "party", "body", "town")[:MOST]:
        yield Promptly(
            title=case.title,
            number=case.number,
            href=f"/disclosure/cases/{case.dossier_id}/",
            where=where(case),
            sentence="原来的公示已经撤回，变更后的决定还没有公示。",
            article=STEPS["draft_disclosure"].article,
        )


LIMITS["disclosure"] = disclosure_limits
PROMPT["disclosure"] = to_be_renewed
