"""执法记录 Writing to the record. Append is the only deed; nothing is changed, nothing is taken away."""

import secrets
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from django.db import IntegrityError, connection
from django.utils import timezone

from yizhi.rules.refusal import Refusal, refuse

from .canonical import canonical, entry_digest, merkle_root, moment, seal_digest, sm3
from .models import DailySeal, Dossier, Entry
from .prepared import IdSlot, Prepared, write

Done = TypeVar("Done")
CONFLICT = "entry-conflict"
# An act begun before midnight may be written a moment after it: a day is sealed when no such act can be on its way.
SEAL_MARGIN = timedelta(minutes=10)
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
ENTRY = Prepared(Entry.objects.filter(id=IdSlot("id")))
MOVE_HEAD = "UPDATE record_dossier SET head_seq = %s, head_digest = %s WHERE number = %s"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What whoever acts tells the record. `id` is made by the caller (UUIDv7), also offline; the same id is written once.

    `facts` are what is written, complete; `said` are the facts as the caller gave them, when the product completed them.
    """

    id: uuid.UUID
    kind: str
    done_at: datetime
    actor: str
    body: str
    town: str
    officers: Sequence[str] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    answer: Mapping[str, Any] | None = None
    evidence: Sequence[str] = ()
    point: Mapping[str, Any] | None = None
    corrects: uuid.UUID | None = None
    said: Mapping[str, Any] | None = None

    def told(self, dossier: str) -> str:
        """Return the digest of what the caller told, without what the record adds: two tellings of one id must agree in it."""
        return sm3(canonical(self._telling(dossier)))

    def _telling(self, dossier: str) -> dict[str, Any]:
        return {
            "dossier": dossier,
            "kind": self.kind,
            "done_at": moment(self.done_at),
            "actor": self.actor,
            "body": self.body,
            "town": self.town,
            "officers": list(self.officers),
            "facts": dict(self.facts if self.said is None else self.said),
            "evidence": list(self.evidence),
            "point": None if self.point is None else dict(self.point),
            "corrects": None if self.corrects is None else str(self.corrects),
        }


def open_dossier(*, at: datetime) -> Dossier:
    """Open a dossier with a number that can be read out on the phone: the day and six signs without look-alikes.

    Until the transaction ends nobody else sees it: it needs no lock.
    """
    while True:
        number = f"{timezone.localtime(at):%Y%m%d}-{''.join(secrets.choice(ALPHABET) for _ in range(6))}"
        opened = Dossier(number=number, opened_at=at)
        if write(opened, unless_there=True):
            return opened


def lock(number: str) -> Dossier:
    """Lock a dossier for writing until the transaction ends. Raises `Dossier.DoesNotExist`."""
    return Dossier.objects.select_for_update().get(number=number)


def append(dossier: Dossier, act: Act, *, now: datetime | None = None) -> Entry:
    """Write one act at the end of a locked dossier's chain, inside the caller's transaction.

    The same id told again with the same content returns the first entry; with other content it is refused (`entry-conflict`).
    """
    assert connection.in_atomic_block, "an act is recorded in the transaction that does it"
    entry = Entry(
        id=act.id,
        dossier=dossier,
        seq=dossier.head_seq + 1,
        recorded_at=now or timezone.now(),
        answer=None if act.answer is None else dict(act.answer),
        prev=dossier.head_digest,
        told=act.told(dossier.number),
        **_kept(act),
    )
    entry.digest = entry_digest(entry.prev, content(entry))
    if not write(entry, unless_there=True):
        earlier = told_before(act.id)
        assert earlier is not None, "an act is recorded on a dossier that is locked"
        return same_or_refuse(earlier, act, dossier.number)
    dossier.head_seq, dossier.head_digest = entry.seq, entry.digest
    with connection.cursor() as cursor:
        cursor.execute(MOVE_HEAD, [entry.seq, entry.digest, dossier.number])
    return entry


def told_before(id: uuid.UUID) -> Entry | None:
    """Return the entry that stands under this id, or `None`."""
    return ENTRY.first(id=id)


def once(deed: Callable[[], Done]) -> Done:
    """Do a deed that opens a dossier of its own. Told twice at the same moment it is written once: the later telling finds the earlier.

    `deed` runs in a transaction of its own and looks for its id before anything else.
    """
    try:
        return deed()
    except IntegrityError:
        return deed()
    except Refusal as refusal:
        if refusal.first.code != CONFLICT:
            raise
        return deed()


def told_again(deed: Callable[[datetime], Done], *, id: uuid.UUID, named: datetime | None, now: datetime) -> Done:
    """Do a deed at the moment `named`; when none was named, now.

    A form without a moment that is sent again, after a broken line or by a second press, means the moment that stands under its `id`
    already: it returns what was done the first time. Raises `Refusal`, `entry-conflict` when it tells something else.
    """
    try:
        return deed(named or now)
    except Refusal as refusal:
        earlier = told_before(id)
        if named is not None or refusal.first.code != CONFLICT or earlier is None:
            raise
        return deed(earlier.done_at)


def same_or_refuse(earlier: Entry, act: Act, dossier: str) -> Entry:
    """Return the entry already written under the id of `act`, or refuse when it says something else."""
    if earlier.told != act.told(dossier):
        raise conflict()
    return earlier


def conflict() -> Refusal:
    """Return the refusal of an id under which something else stands already."""
    return refuse(
        CONFLICT,
        "同一编号已经记过另一内容，这次没有写入。",
        "行政处罚法 第47条",
        "刷新后核对，用新的编号再提交。",
        "id",
    )


def content(entry: Entry) -> dict[str, Any]:
    """Return an entry as the plain values that its digest covers."""
    return {
        "id": str(entry.id),
        "dossier": entry.dossier_id,
        "seq": entry.seq,
        "kind": entry.kind,
        "done_at": moment(entry.done_at),
        "recorded_at": moment(entry.recorded_at),
        "actor": entry.actor,
        "officers": entry.officers,
        "body": entry.body,
        "town": entry.town,
        "point": entry.point,
        "facts": entry.facts,
        "answer": entry.answer,
        "evidence": entry.evidence,
        "corrects": None if entry.corrects is None else str(entry.corrects),
        "told": entry.told,
    }


def _kept(act: Act) -> dict[str, Any]:
    return {
        "kind": act.kind,
        "done_at": act.done_at,
        "actor": act.actor,
        "body": act.body,
        "town": act.town,
        "officers": list(act.officers),
        "facts": dict(act.facts),
        "evidence": list(act.evidence),
        "point": None if act.point is None else dict(act.point),
        "corrects": act.corrects,
    }


def seal_day(day: date, *, now: datetime) -> DailySeal:
    """封存一日 Seal a day that has ended: a Merkle root over the day's digests, chained to the seal before it.

    Days are sealed in order; a day already sealed returns its seal. Raises a refusal for a day that has not been over for `SEAL_MARGIN`.
    """
    if day >= timezone.localdate(now - SEAL_MARGIN):
        raise refuse("day-not-over", f"{day:%Y年%m月%d日}还没有过完，不能封存。", cure="次日零点十分以后再封存。")
    kept = DailySeal.objects.filter(day=day).first()
    if kept is not None:
        return kept
    before = DailySeal.objects.filter(day__lt=day).order_by("-day").first()
    if DailySeal.objects.filter(day__gt=day).exists():
        raise refuse("seal-order", "后面的日子已经封存，不能补封前面的日子。", cure="用 yizhi record verify 查对。")
    digests = list(day_entries(day).values_list("digest", flat=True))
    root, prev = merkle_root(digests), before.digest if before else ""
    told: dict[str, Any] = {"prev": prev, "day": day, "count": len(digests), "root": root, "sealed_at": now}
    return DailySeal.objects.create(**told, digest=seal_digest(**told))


def day_entries(day: date) -> Any:
    """Return the entries recorded on a local day, in the order of the feed."""
    start = timezone.make_aware(datetime.combine(day, time.min))
    return Entry.objects.filter(recorded_at__gte=start, recorded_at__lt=start + timedelta(days=1)).order_by(
        "recorded_at", "id"
    )
