"""主体资格 The justice office confirms who may enforce; a decision from above gives a body other departments' power. Dated facts."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from yizhi.desk.record.facts import check_span, correct, enter, fact_code
from yizhi.desk.record.keeping import JUSTICE_KEEPERS, Keeper, permit
from yizhi.rules.refusal import bad_input, refuse

from .models import Body, ConcentratedPower, SubjectStanding
from .queries import body as found_body

SUPERVISION = "行政执法监督条例 第17条第1款"


def wait_for_confirmation(body: Body, *, by: str, now: datetime) -> SubjectStanding:
    """Put a new body into the register, where it waits for its confirmation."""
    row = SubjectStanding(fact=body.pk, body=body, valid_from=timezone.localdate(now))
    return enter(row, by=by, now=now)


def confirm_subject(
    *,
    by: Keeper,
    body: str,
    document: str,
    valid_from: date,
    now: datetime,
    announced_on: date | None = None,
    announced_where: str = "",
    valid_to: date | None = None,
) -> SubjectStanding:
    """确认执法主体资格 Confirm a body from `valid_from` on by the `document` named; `valid_to` ends it. Only the justice office does.

    Refuses an announcement without a place (`announcement-without-place`), or before the confirmation.
    """
    permit(by, JUSTICE_KEEPERS)
    owner = found_body(body)
    check_span(valid_from, valid_to)
    if not document.strip():
        raise bad_input("document", "确认文件还没有填。", "填文件的名称和文号。", "standing-without-document")
    _refuse_announcement(announced_on, announced_where, valid_from)
    said: dict[str, Any] = {
        "confirmed_by": "司法行政部门",
        "document": document.strip(),
        "announced_on": announced_on,
        "announced_where": announced_where.strip(),
        "valid_from": valid_from,
        "valid_to": valid_to,
    }
    if SubjectStanding.objects.known().filter(fact=owner.pk).exists():
        return correct(SubjectStanding, owner.pk, what="这个机关的主体资格", by=by.account, now=now, **said)
    return enter(SubjectStanding(fact=owner.pk, body=owner, **said), by=by.account, now=now)


def _refuse_announcement(announced_on: date | None, announced_where: str, valid_from: date) -> None:
    if announced_on is None:
        return
    if announced_on < valid_from:
        raise refuse("announced-before-confirmed", "公示在确认以前。", SUPERVISION, "先确认，再公示。", "announced_on")
    if not announced_where.strip():
        raise bad_input("announced_where", "写了公示日，没有写在哪里公示。", "写明公示的地方。", "announced-nowhere")


def record_concentration(
    *,
    by: Keeper,
    body: str,
    domains: Sequence[str],
    decided_by: str,
    instrument: str,
    valid_from: date,
    now: datetime,
    valid_to: date | None = None,
) -> ConcentratedPower:
    """登记相对集中处罚权的决定 Record by which decision a department uses the power of others, named by their domains.

    Only the State Council or the province decides (`concentration-not-decided-above`).
    """
    permit(by, JUSTICE_KEEPERS)
    owner = found_body(body)
    if decided_by not in ConcentratedPower.DecidedBy.values:
        raise refuse(
            "concentration-not-decided-above",
            "集中行使别的部门的处罚权，只能由国务院或者省、自治区、直辖市人民政府决定。",
            "行政处罚法 第18条第2款",
            "登记国务院或者省级人民政府的决定。",
            "decided_by",
        )
    named = [domain.strip() for domain in domains if domain.strip() and domain.strip() != owner.domain]
    if not named or not instrument.strip():
        about = "domains" if not named else "instrument"
        raise bad_input(about, "要写明哪些别的领域、哪一份决定。", "照决定填写。", "concentration-incomplete")
    row = ConcentratedPower(
        fact=fact_code("n"),
        body=owner,
        domains=named,
        decided_by=decided_by,
        instrument=instrument.strip(),
        valid_from=valid_from,
        valid_to=valid_to,
    )
    return enter(row, by=by.account, now=now)
