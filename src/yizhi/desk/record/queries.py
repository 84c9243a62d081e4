"""执法记录 Reading and verifying the record. Who may see a dossier is the business of the room that holds it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from yizhi.rules.refusal import Refusal

from .actions import SEAL_MARGIN, content, day_entries
from .canonical import entry_digest, merkle_root, seal_digest
from .models import DailySeal, Dossier, Entry
from .prepared import Prepared, Slot
from .stored import keeps_texts, stored, written

UNREADABLE = (ValueError, TypeError, AttributeError, ArithmeticError, ValidationError, DatabaseError, Refusal)
HORIZON = timedelta(seconds=5)
RECORD = Prepared(Entry.objects.filter(dossier_id=Slot("dossier")).order_by("seq"))
TOLD = ("id", "kind", "done_at", "recorded_at", "actor", "officers", "body", "facts", "evidence")
AS_TOLD = Prepared(Entry.objects.filter(dossier_id=Slot("dossier")).order_by("seq").values_list(*TOLD))
HEAD = Prepared(Dossier.objects.filter(number=Slot("dossier")))


@dataclass(frozen=True, slots=True)
class Fault:
    """The first thing wrong in one chain or seal: where, and what."""

    where: str
    what: str


def entries_of(dossier: str) -> QuerySet[Entry]:
    """Return the entries of one dossier, oldest first."""
    return Entry.objects.filter(dossier_id=dossier).order_by("seq")


def record_of(dossier: str) -> list[Entry]:
    """Return the record of one dossier, oldest first, for those who read all of it at once."""
    return RECORD.all(dossier=dossier)


def told_in(dossier: str) -> list[tuple[Any, ...]]:
    """Return of each entry of a dossier, oldest first, the columns `TOLD`: what was done, without what chains it."""
    return AS_TOLD.all(dossier=dossier)


def feed(after: tuple[datetime, str] | None, *, now: datetime, most: int = 500) -> list[Entry]:
    """Return the next entries for a reader, older than a safe horizon so that a slow transaction is not skipped."""
    rows = Entry.objects.filter(recorded_at__lt=now - HORIZON).order_by("recorded_at", "id")
    if after is not None:
        at, last = after
        rows = rows.filter(recorded_at__gte=at).exclude(recorded_at=at, id__lte=last)
    return list(rows[:most])


def verify_dossier(number: str) -> Fault | None:
    """Return the first entry of a dossier that was altered, removed, inserted or reordered; `None` when the chain holds."""
    return _fault(number, entries_of(number).iterator(chunk_size=500))


def verify_record(number: str, entries: Iterable[Entry]) -> Fault | None:
    """Say of a record that was just read whether its chain holds; what seems wrong is read again, an entry may have come meanwhile."""
    return _fault(number, entries) and verify_dossier(number)


def _fault(number: str, entries: Iterable[Entry]) -> Fault | None:
    prev, seq, first = "", 0, None
    for entry in entries:
        seq, first = seq + 1, first or entry
        if entry.seq != seq:
            return Fault(f"案卷 {number} 第 {seq} 条", "缺少一条记录，或者次序被改动")
        if entry.prev != prev:
            return Fault(f"案卷 {number} 第 {seq} 条（{entry.id}）", "与前一条接不上，有记录被插入、删去或改动")
        if entry.digest != entry_digest(prev, content(entry)):
            return Fault(f"案卷 {number} 第 {seq} 条（{entry.id}）", "内容与摘要不符，被改动过")
        prev = entry.digest
    dossier = HEAD.first(dossier=number)
    if dossier is None or (dossier.head_seq, dossier.head_digest) != (seq, prev):
        return Fault(f"案卷 {number} 第 {seq + 1} 条", "链尾与案卷登记的不符，最后的记录被删去或添加")
    if first is not None and first.recorded_at != dossier.opened_at:
        return Fault(f"案卷 {number}", "建卷时间与第一条记录的不符，被改动过")
    return None


def verify(*, dossier: str = "") -> Iterator[Fault]:
    """Yield the first fault of every chain and of every daily seal; of one chain when `dossier` is given."""
    numbers = [dossier] if dossier else Dossier.objects.order_by("number").values_list("number", flat=True).iterator()
    for number in numbers:
        fault = _readable_fault(number) or _stored_otherwise(number)
        if fault:
            yield fault
    if not dossier:
        yield from _without_dossier()
        yield from _verify_seals()


def _readable_fault(number: str) -> Fault | None:
    """Verify a chain whose rows may have become unreadable: then name the first that is."""
    try:
        return verify_dossier(number)
    except UNREADABLE:
        return Fault(f"案卷 {number} 第 {_first_unreadable(number)} 条", "内容已经读不出来，被改动过")


def _first_unreadable(number: str) -> int:
    rows, seq = entries_of(number).iterator(chunk_size=500), 1
    try:
        while next(rows, None) is not None:
            seq += 1
    except UNREADABLE:
        pass
    return seq


def _stored_otherwise(number: str) -> Fault | None:
    """Name the first entry whose row says the same and yet is not what was written."""
    if not keeps_texts():
        return None
    rows = stored(Entry, where="dossier_id", value=number, order="seq")
    for entry, row in zip(entries_of(number).iterator(chunk_size=500), rows, strict=True):
        if written(entry) != row:
            return Fault(f"案卷 {number} 第 {entry.seq} 条（{entry.id}）", "存着的字和写入时不同，被改动过")
    return None


def _without_dossier() -> Iterator[Fault]:
    known = Dossier.objects.filter(number=OuterRef("dossier_id"))
    lost = Entry.objects.filter(~Exists(known)).order_by("dossier_id").values_list("dossier_id", flat=True).distinct()
    yield from (Fault(f"案卷 {number}", "有记录，案卷登记却不在") for number in lost.iterator())


def _verify_seals() -> Iterator[Fault]:
    prev = ""
    for seal in DailySeal.objects.order_by("day"):
        digests = list(day_entries(seal.day).values_list("digest", flat=True))
        if len(digests) != seal.count or merkle_root(digests) != seal.root:
            yield Fault(
                f"{seal.day} 的每日封存", f"当日记录与封存时不符（封存 {seal.count} 条，现在 {len(digests)} 条）"
            )
        if seal.prev != prev or seal.digest != _digest_of(seal):
            yield Fault(f"{seal.day} 的每日封存", "与前一日封存接不上，封存被改动过")
        prev = seal.digest


def _digest_of(seal: DailySeal) -> str:
    return seal_digest(prev=seal.prev, day=seal.day, count=seal.count, root=seal.root, sealed_at=seal.sealed_at)


def unsealed_days(*, now: datetime) -> list[date]:
    """Return the days from the first entry (or the last seal) to the last that can be sealed and has no seal yet."""
    last = DailySeal.objects.order_by("-day").first()
    first = Entry.objects.order_by("recorded_at").first()
    if first is None:
        return []
    day = last.day + timedelta(days=1) if last else timezone.localdate(first.recorded_at)
    days = []
    while day < timezone.localdate(now - SEAL_MARGIN):
        days.append(day)
        day += timedelta(days=1)
    return days
