"""办一步的接口 How a step is told, what it leads to, and a file that was kept: one shape for every room. Shapes only."""

import uuid
from datetime import datetime
from typing import Any

from ninja import Field, Schema

from yizhi.desk.record.models import Entry
from yizhi.desk.record.moments import aware

from .models import Evidence
from .telling import Told


class ToldIn(Schema):
    """一步写的内容"""

    id: uuid.UUID = Field(description="由提交的一方生成的编号，重复提交只写一次")
    facts: dict[str, Any]
    done_at: datetime | None = Field(default=None, description="办理时间，默认现在")

    def step(self, kind: str, now: datetime) -> Told:
        """Return it as the actions take it; done now when no moment is told. Raises `BadInput`, and a refusal without a zone."""
        return Told(id=self.id, kind=kind, facts=self.facts, done_at=aware(self.done_at) or now)


class StepOut(Schema):
    """写下的一步"""

    dossier: str
    entry: uuid.UUID
    digest: str
    stage: str

    @staticmethod
    def of(entry: Entry, stage: str) -> "StepOut":
        """Return the entry and the stage that it led to."""
        return StepOut(dossier=entry.dossier_id, entry=entry.id, digest=entry.digest, stage=stage)


class EvidenceOut(Schema):
    """A file kept as evidence."""

    digest: str
    media_type: str
    size: int

    @staticmethod
    def of(kept: Evidence) -> "EvidenceOut":
        """Return a kept file by what an act names it by."""
        return EvidenceOut(digest=kept.digest, media_type=kept.media_type, size=kept.size)
