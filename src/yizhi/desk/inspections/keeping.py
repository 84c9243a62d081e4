"""检查底数的维护 Who may inspect, what is published, how often at most: entered by the keepers, dated, never guessed."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.models import Item
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Role
from yizhi.desk.record.facts import correct, enter, fact_code
from yizhi.rules.procedure.visiting import SICHUAN_ITEMS, SICHUAN_SUBJECTS, STATE
from yizhi.rules.refusal import bad_input, refuse

from .models import AnnualCap, InspectionSubject, PublishedItem, SubjectReport

REPORTERS = frozenset({Role.APPROVER, Role.LIAISON})


@transaction.atomic
def confirm_subject(
    identity: Identity,
    body: str,
    *,
    confirmed_by: str,
    confirmed_on: date,
    announced_on: date,
    announcement: str,
    now: datetime,
) -> InspectionSubject:
    """确认检查主体 Note that a body is a subject of inspection from the day it was announced on.

    A town's is confirmed by the justice office itself. Raises `subject-not-yours`, `subject-government`, `subject-not-by-justice`,
    `announced-before-confirmed`, `subject-known` and `BadInput`.
    """
    _justice(identity)
    found, by = Body.objects.filter(pk=body).first(), Body.objects.filter(pk=confirmed_by).first()
    if found is None or by is None:
        raise bad_input("body", "没有这个机关。", "从列表里选。")
    by_justice = by.pk == identity.body
    if found.kind == Body.Kind.TOWN and not by_justice:
        raise refuse(
            "subject-not-by-justice",
            f"{found.name}的检查主体资格由县级司法行政部门审核确认，{by.name}确认的不作数。",
            SICHUAN_SUBJECTS,
            "报县级司法行政部门审核确认。",
            "confirmed_by",
        )
    if announced_on < confirmed_on or confirmed_on > timezone.localdate(now):
        raise bad_input(
            "announced_on", "公告要在审核确认以后，确认日期要已经到了。", "核对两个日期。", "announced-before-confirmed"
        )
    if InspectionSubject.objects.known().filter(body=found, valid_to=None).exists():
        raise refuse("subject-known", f"{found.name}已经在检查主体里。", SICHUAN_SUBJECTS, "先撤下原来的。", "body")
    row = InspectionSubject(
        fact=fact_code(f"is-{found.pk}"),
        valid_from=announced_on,
        body=found,
        confirmed_by=by,
        by_justice=by_justice,
        confirmed_on=confirmed_on,
        announcement=announcement,
    )
    return enter(row, by=identity.account, now=now)


def end_subject(identity: Identity, fact: str, *, ends_on: date, now: datetime) -> InspectionSubject:
    """撤下检查主体 Let a body be no subject of inspection from the day `ends_on` on. Raises `Absent`, `subject-not-yours`, `span-empty`."""
    _justice(identity)
    return correct(InspectionSubject, fact, what="这个检查主体", by=identity.account, now=now, valid_to=ends_on)


@transaction.atomic
def report_subjects(
    identity: Identity, body: str, year: int, *, reported_on: date, letter: str, now: datetime
) -> SubjectReport:
    """报送清单 Note that a body reported its list for a year: by itself, or by the justice office that received it.

    Raises `report-not-yours`, `report-known` and `BadInput`.
    """
    own = identity.role in REPORTERS and identity.body == body
    if not own and identity.role != Role.JUSTICE:
        raise refuse(
            "report-not-yours",
            "清单由各机关的负责人、联络员报送，或者由收到的司法行政部门录入。",
            SICHUAN_SUBJECTS,
            "请该机关办理。",
        )
    if not Body.objects.filter(pk=body).exclude(kind=Body.Kind.GOVERNMENT).exists():
        raise bad_input("body", "没有这个机关。", "从列表里选。")
    if reported_on > timezone.localdate(now):
        raise bad_input("reported_on", "报送日期还没有到。", "写实际报送的日期。", "in-future")
    if SubjectReport.objects.filter(body=body, year=year).exists():
        raise refuse("report-known", f"{year}年的清单已经报送过。", SICHUAN_SUBJECTS, "不用重复报送。", "year")
    return SubjectReport.objects.create(
        body_id=body, year=year, reported_on=reported_on, reported_by=identity.account, letter=letter
    )


@transaction.atomic
def publish_item(
    identity: Identity, item: str, *, content: str, published_on: date, document: str, channel: str, now: datetime
) -> PublishedItem:
    """公布检查事项 Note that an item may be inspected from the day of its publication on. Raises `items-not-yours`, `item-published`, `BadInput`."""
    _keeper(identity)
    found = Item.objects.filter(pk=item).first()
    if found is None:
        raise bad_input("item", "没有这个事项。", "从事项目录里选。", "item-unknown")
    if PublishedItem.objects.known().filter(item=found, valid_to=None).exists():
        raise refuse("item-published", "这个检查事项已经公布。", SICHUAN_ITEMS, "要改的，先停止原来的。", "item")
    row = PublishedItem(
        fact=fact_code(f"pi-{found.pk}"),
        valid_from=published_on,
        item=found,
        content=content,
        document=document,
        channel=channel,
    )
    return enter(row, by=identity.account, now=now)


def end_item(identity: Identity, fact: str, *, ends_on: date, now: datetime) -> PublishedItem:
    """停止检查事项 Let an item be inspected no more from the day `ends_on` on. Raises `Absent`, `items-not-yours`, `span-empty`."""
    _keeper(identity)
    return correct(PublishedItem, fact, what="这个检查事项", by=identity.account, now=now, valid_to=ends_on)


@transaction.atomic
def enter_cap(
    identity: Identity,
    domain: str,
    *,
    times: int,
    starts: date,
    set_by: str,
    source: str,
    checked_on: date | None,
    now: datetime,
) -> AnnualCap:
    """录入年度上限 Let a cap hold in a domain from the day `starts` on; without `checked_on` it is shown and asked as unconfirmed.

    The cap before ends on that day. Raises `items-not-yours`, `cap-doubled` and `BadInput`.
    """
    _keeper(identity)
    if domain not in set(Item.objects.values_list("domain", flat=True)):
        raise bad_input("domain", "没有这个领域。", "从列表里选。")
    if checked_on and checked_on > timezone.localdate(now):
        raise bad_input("checked_on", "核实日期还没有到。", "写实际核实的日期；没有核实的留空。", "in-future")
    if not 1 <= times <= 365:
        raise bad_input("times", "次数要在 1 到 365 之间。", "照公布的文件写。")
    before = AnnualCap.objects.known().filter(domain=domain, valid_to=None).first()
    if before is not None and before.valid_from >= starts:
        raise bad_input("starts", "从这一天或者更晚已经有一个上限。", "换一个执行日期。", "cap-doubled")
    if before is not None:
        correct(AnnualCap, before.fact, what="这个上限", by=identity.account, now=now, valid_to=starts)
    row = AnnualCap(
        fact=fact_code("cap"),
        valid_from=starts,
        domain=domain,
        times=times,
        set_by=set_by,
        source=source,
        checked_on=checked_on,
    )
    return enter(row, by=identity.account, now=now)


def _justice(identity: Identity) -> None:
    if identity.role != Role.JUSTICE:
        raise refuse(
            "subject-not-yours",
            "检查主体由司法行政部门审核确认和录入。",
            SICHUAN_SUBJECTS,
            "请司法行政部门办理。",
        )


def _keeper(identity: Identity) -> None:
    if not identity.may_maintain:
        raise refuse("items-not-yours", "检查事项和年度上限由维护人员录入。", STATE, "请维护人员录入。")
