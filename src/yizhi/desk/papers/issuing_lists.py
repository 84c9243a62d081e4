"""发布清单 Issue the list of an area: numbered in the body's own series without gaps, sealed with its own seal, kept, on the record."""

import uuid
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from yizhi.desk.bodies.queries import body as found_body
from yizhi.desk.matters.models import IssuedList
from yizhi.desk.matters.queries import area_list, issued_list, issued_lists
from yizhi.desk.people.identity import Identity
from yizhi.desk.record.actions import Act, append, conflict, lock, once, open_dossier, told_before
from yizhi.desk.record.canonical import canonical, sm3
from yizhi.desk.record.models import Entry
from yizhi.rules.authority import same_list
from yizhi.rules.refusal import Absent, refuse

from .area_list import told
from .numbering import take_numbers, written_number
from .sealing import refuse_list_without_seal

ISSUE, WORD = "issue_list", "清单"
ISSUERS = frozenset({"establishment", "justice"})


def issues(identity: Identity) -> bool:
    """Tell whether this identity issues lists: who keeps them, in the name of the body it acts for."""
    return identity.role in ISSUERS


def issue_list(identity: Identity, area: str, on: date, *, id: uuid.UUID, demo: bool, now: datetime) -> IssuedList:
    """发布 Issue the list of an area as it stands on a day. The same id with the same list is issued once.

    Raises `Absent` for an unknown area and for whoever keeps no lists; refuses a day that has not come (`list-ahead`), an empty list
    (`list-empty`), one that says what the latest issued says (`list-unchanged`), and a body without a seal in use (`seal-missing`).
    """
    if not issues(identity):
        raise Absent("发布清单这一步")
    return once(lambda: _issued(identity, area, on, id, demo, now))


@transaction.atomic
def _issued(identity: Identity, area: str, on: date, id: uuid.UUID, demo: bool, now: datetime) -> IssuedList:
    earlier = told_before(id)
    if earlier is not None:
        return _same(earlier, identity, area, on)
    today = timezone.localdate(now)
    found = area_list(identity, area, on)
    if on > today:
        raise refuse(
            "list-ahead", "这一天还没有到，不能发布那天的清单。", cure="发布今天的，或者到那一天再发布。", about="on"
        )
    refuse_list_without_seal(identity.body, identity.body_name, today)
    serial = take_numbers(body=identity.body, words=[WORD], year=today.year)[WORD]
    number = written_number(found_body(identity.body).paper_prefix, WORD, today.year, serial)
    data = {**told(found, made_on=today, body=identity.body_name, demo=demo), "number": number}
    _refuse_needless(area, data)
    dossier = open_dossier(at=now)
    row = IssuedList(
        dossier=dossier,
        area_id=area,
        body_id=identity.body,
        on=on,
        number=number,
        year=today.year,
        serial=serial,
        issued_at=now,
        data=data,
        digest=sm3(canonical(data)),
    )
    append(lock(dossier.number), _act(identity, id, row), now=now)
    row.save(force_insert=True)
    return row


def _act(identity: Identity, id: uuid.UUID, row: IssuedList) -> Act:
    return Act(
        id=id,
        kind=ISSUE,
        done_at=row.issued_at,
        actor=identity.account,
        body=identity.body,
        town="",
        facts=list_on_record(row),
    )


def list_on_record(row: IssuedList) -> dict[str, Any]:
    """Return what the record is told of an issued list: enough to name any later change of any column."""
    return {
        "area": row.area_id,
        "on": row.on.isoformat(),
        "number": row.number,
        "year": row.year,
        "serial": row.serial,
        "digest": row.digest,
    }


def _same(earlier: Entry, identity: Identity, area: str, on: date) -> IssuedList:
    """Return the list that this id has issued already, or refuse when under it something else stands."""
    asked = (ISSUE, identity.account, identity.body, area, on.isoformat())
    told_of = (earlier.kind, earlier.actor, earlier.body, earlier.facts.get("area"), earlier.facts.get("on"))
    if asked != told_of:
        raise conflict()
    return issued_list(earlier.dossier_id)


def _refuse_needless(area: str, data: dict[str, Any]) -> None:
    if not data["rows"]:
        raise refuse(
            "list-empty",
            "这一天清单上没有事项，没有可以发布的。",
            cure="赋权、委托公布以后，或者部门来函以后再发布。",
            about="on",
        )
    latest = issued_lists(area).first()
    if latest and same_list(latest.data["rows"], data["rows"]):
        raise refuse(
            "list-unchanged",
            f"和已发布的{latest.number}一样，没有变化，不用再发布。",
            cure="清单变了再发布；要用的打开已发布的那一份。",
            about="on",
        )
