"""先看后写 A file is read and shown; nothing of it is written until a person confirms what was shown."""

import hashlib
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from uuid_utils.compat import uuid7

from yizhi.rules.refusal import Absent, refuse

from ..models import Upload
from .findings import CellFinding
from .readers import READERS, STATUTES, reader_of
from .reading import read_table
from .sheets import open_sheets
from .statutes import read_statutes


@dataclass(frozen=True, slots=True)
class Preview:
    """What was read: how many rows are new, changed, the same; every finding; the headings and the first rows as read."""

    upload: Upload
    new: int
    changed: int
    same: int

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Return the rows as read."""
        rows: list[dict[str, Any]] = self.upload.rows
        return rows

    @property
    def findings(self) -> list[dict[str, Any]]:
        """Return every finding, those that keep the file out first, then by row."""
        order = {"stop": 0, "ask": 1, "note": 2}
        return sorted(
            self.upload.findings, key=lambda each: (order[each["severity"]], each["sheet"], each["row"], each["column"])
        )

    @property
    def bad(self) -> list[dict[str, Any]]:
        """Return the findings that keep the file out."""
        return [each for each in self.findings if each["severity"] == "stop"]


def upload(kind: str, filename: str, data: bytes, *, by: str, now: datetime) -> Preview:
    """Read a file and keep what was read, to be confirmed. Raises `BadInput` for a file that cannot be read at all."""
    if kind == STATUTES.kind:
        rows, findings = read_statutes(filename, data, timezone.localdate(now))
    else:
        reader = reader_of(kind)
        table = read_table(open_sheets(filename, data), reader.columns, timezone.localdate(now))
        rows, findings = reader.parse(table), table.findings
    return keep(kind, filename, rows, findings, digest=hashlib.new("sm3", data).hexdigest(), by=by, now=now)


def keep(
    kind: str,
    filename: str,
    rows: Sequence[Mapping[str, Any]],
    findings: Sequence[CellFinding],
    *,
    digest: str,
    by: str,
    now: datetime,
) -> Preview:
    """Keep what was read of a file and return its preview."""
    kept = Upload.objects.create(
        id=uuid7(),
        kind=kind,
        filename=filename.replace("\x00", "")[:255],
        digest=digest,
        rows=list(rows),
        findings=[finding.as_dict() for finding in findings],
        uploaded_by=by,
        uploaded_at=now,
    )
    return preview_of(kept)


def preview(upload_id: uuid.UUID | str, *, by: str) -> Preview:
    """Return the preview of a file this person uploaded. Raises `Absent`."""
    try:
        found = Upload.objects.filter(id=uuid.UUID(str(upload_id)), uploaded_by=by).first()
    except ValueError:
        found = None
    if found is None:
        raise Absent("这次导入")
    return preview_of(found)


def preview_of(kept: Upload) -> Preview:
    """Return a kept file with what it would change now."""
    clean = not any(each["severity"] == "stop" for each in kept.findings)
    counts = _reader(kept.kind).compare(kept.rows) if clean else (0, 0, 0)
    return Preview(kept, *counts)


@transaction.atomic
def confirm(upload_id: uuid.UUID | str, *, by: str, now: datetime) -> str:
    """Write a file that was shown, and say in Chinese what was written. Refused with bad cells, and when it was written before."""
    kept = claim(upload_id, by=by, now=now)
    said: str = _reader(kept.kind).write(kept.rows, by=by, now=now)
    return said


@transaction.atomic
def claim(upload_id: uuid.UUID | str, *, by: str, now: datetime) -> Upload:
    """Take a file that was shown as confirmed, to be written once. Refused with bad cells, and when it was taken before."""
    kept = Upload.objects.select_for_update().get(pk=preview(upload_id, by=by).upload.pk)
    bad = sum(each["severity"] == "stop" for each in kept.findings)
    if bad:
        raise refuse(
            "import-has-bad-cells", f"有 {bad} 处不能读，什么也没有写入。", "", "按指出的行和列改好，再选一次文件。"
        )
    if kept.confirmed_at is not None:
        raise refuse("import-already-confirmed", "这个文件已经写入过了。", "", "有新的内容，重新选文件。")
    kept.confirmed_at = now
    kept.save(update_fields=["confirmed_at"])
    return kept


def _reader(kind: str) -> Any:
    return STATUTES if kind == STATUTES.kind else READERS[kind]
