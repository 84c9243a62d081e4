"""附件 Files of a matter of supervision: kept like the evidence of a case, read by the sides that read the act they came with."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils import timezone

from yizhi.desk.papers.actions import keep_file
from yizhi.desk.papers.evidence import Incoming
from yizhi.desk.papers.models import Evidence
from yizhi.desk.papers.words import act_name
from yizhi.desk.people.identity import Identity
from yizhi.desk.record.models import Entry
from yizhi.desk.record.queries import record_of
from yizhi.rules.procedure.evidence import KEPT
from yizhi.rules.refusal import Absent, refuse

from .around import ground_of
from .models import SupervisionMatter
from .permitting import matter, roles_in
from .telling import read_by


def attach(identity: Identity, dossier: str, file: Incoming, *, now: datetime) -> Evidence:
    """存入附件 Keep a file in a matter this identity takes part in; an act then names its digest. The same bytes are kept once.

    Raises `Absent`, `matter-closed`, and `BadInput` for a file that is not kept.
    """
    found = matter(identity, dossier)
    if not roles_in(identity, found):
        raise Absent("这件监督事项")
    if found.ended:
        raise refuse("matter-closed", "这件监督事项已经办结，不能再存附件。", cure="还要监督的，另行登记。")
    return keep_file(identity, ground_of(found, identity.body), file, now=now)


def files_of(identity: Identity, found: SupervisionMatter) -> Iterator[dict[str, Any]]:
    """Yield the files that came with the acts this identity may read: name, with which act, when, where it is opened."""
    held = {one.digest: one for one in Evidence.objects.filter(dossier=found.dossier_id)}
    brought: dict[str, Entry] = {}
    for entry in read_by(roles_in(identity, found), record_of(found.dossier_id)) if held else ():
        # A file is told with the act that named it; one that no act named yet, with its keeping.
        brought |= {digest: entry for digest in entry.evidence if entry.kind != KEPT or digest not in brought}
    for digest, entry in brought.items():
        if digest in held:
            yield {
                "id": held[digest].id,
                "name": held[digest].filename,
                "act": act_name(entry.kind),
                "on": timezone.localdate(entry.done_at),
                "href": f"/supervision/{found.dossier_id}/files/{held[digest].id}",
            }


def file_of(identity: Identity, dossier: str, id: str) -> Evidence:
    """Return one file of a matter that this identity may read, or `Absent`."""
    if str(id) not in {str(one["id"]) for one in files_of(identity, matter(identity, dossier))}:
        raise Absent("这份附件")
    return Evidence.objects.get(pk=id)
