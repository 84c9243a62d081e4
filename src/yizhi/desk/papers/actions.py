"""文书与证据 Keeping a file as evidence of a dossier. Papers are issued by the acts that make them, see `issuing`."""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.db import transaction
from uuid_utils.compat import uuid7

from yizhi.desk.people.identity import Identity
from yizhi.desk.record.actions import Act, append, lock
from yizhi.rules.refusal import refuse

from .evidence import Incoming, kept_facts, store
from .ground import Ground
from .models import Evidence


def keep_evidence(identity: Identity, ground: Ground, file: Incoming, *, now: datetime) -> Evidence:
    """存入证据 Keep a file by its digest and record that it was kept. The same bytes kept again in one dossier are the same evidence.

    The caller has found the dossier for this identity. Raises `BadInput` for a file that is not kept (see `evidence.store`).
    """
    if not identity.officer:
        raise refuse("officers-only", "证据由执法人员存入。", "行政处罚法 第46条", "换成执法人员身份。")
    return keep_file(identity, ground, file, now=now)


def keep_file(identity: Identity, ground: Ground, file: Incoming, *, now: datetime) -> Evidence:
    """存入文件 Keep a file in a dossier whoever brings it: the caller has found the dossier and says who may."""
    digest, media_type, size = store(file)
    with transaction.atomic():
        held = lock(ground.dossier)
        kept = Evidence.objects.filter(dossier=held, digest=digest).first()
        if kept is not None:
            return kept
        kept = Evidence(
            id=uuid7(),
            dossier=held,
            digest=digest,
            filename=(file.name or "")[-255:],
            media_type=media_type,
            size=size,
            body_id=ground.body,
            town_id=ground.town or None,
            mode=ground.mode,
            kept_at=now,
            kept_by=identity.account,
        )
        act = Act(
            id=kept.id,
            kind="keep_evidence",
            done_at=now,
            actor=identity.account,
            body=ground.body,
            town=ground.town,
            facts=kept_facts(kept),
            evidence=[digest],
        )
        append(held, act, now=now)
        kept.save(force_insert=True)
        return kept


def with_files(kept: Iterable[str], sent: Iterable[Incoming], keep: Callable[[Incoming], Evidence]) -> list[str]:
    """Return the digests of an act's files, each once: those kept before, and those sent now, which `keep` keeps."""
    return list(dict.fromkeys([*kept, *(keep(file).digest for file in sent)]))
