"""赋权批次 Finding and permitting in one step: the list, one batch, what it would touch."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from yizhi.desk.people.identity import Identity
from yizhi.rules.refusal import Absent

from .around import around
from .models import Batch
from .permitting import found, visible
from .touching import touches_lines
from .work import OVER

PAGE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a list is asked for: `show` open, over or empty for all; `after` the dossier the page before ended with."""

    show: str = ""
    after: str = ""


def batches(identity: Identity, wanted: Wanted) -> QuerySet[Batch]:
    """Return the batches that are wanted and seen, newest first, with the number of their lines."""
    rows = visible(identity).annotate(line_count=Count("lines")).order_by("-dossier")
    if wanted.show == "open":
        rows = rows.exclude(stage__in=OVER)
    if wanted.show == "over":
        rows = rows.filter(stage__in=OVER)
    return rows.filter(dossier__lt=wanted.after) if wanted.after else rows


def batch(identity: Identity, dossier: str) -> Batch:
    """Return one batch. Raises `Absent`."""
    return found(identity, dossier)


def touched(identity: Identity, dossier: str, *, today: date) -> dict[str, Any]:
    """如果生效 Return what a batch would touch, and what speaks against it, as plain values. Raises `Absent`."""
    found(identity, dossier)
    return _touched(dossier, today)


def touched_by(dossier: str, *, today: date) -> dict[str, Any]:
    """Return the same for whoever runs the installation. Raises `Absent`."""
    if not Batch.objects.filter(dossier=dossier).exists():
        raise Absent("这个批次")
    return _touched(dossier, today)


def _touched(dossier: str, today: date) -> dict[str, Any]:
    scene = around(dossier, today=today)
    reasons = [reason for line in scene.findings for reason in line]
    return {
        "batch": dossier,
        "title": scene.state.draft.title,
        "kind": scene.state.draft.kind,
        **scene.touches.as_dict(),
        "unsettled": list(scene.unsettled),
        "untrained": [list(pair) for pair in scene.untrained],
        "reasons": [reason.as_dict() for reason in reasons],
        "sentences": [
            f"{scene.state.draft.title}（{scene.state.words(scene.takers, today)}），从{scene.state.starts_on}起：",
            *(line["words"] for line in touches_lines(scene)),
            *(f"不能办：{reason.sentence}（{reason.article}）{reason.cure}" for reason in reasons),
        ],
    }
