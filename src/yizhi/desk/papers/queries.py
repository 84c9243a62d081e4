"""文书 Finding and permitting in one step: papers and evidence are seen where their body and town are seen."""

from collections.abc import Iterator, Sequence
from typing import TypeVar, cast

from django.conf import settings
from django.db.models import QuerySet

from yizhi.desk.people.identity import Identity
from yizhi.desk.record.prepared import Prepared, Slot
from yizhi.desk.record.queries import Fault
from yizhi.rules.deadlines import domain_of
from yizhi.rules.refusal import Absent

from .data import PaperData
from .evidence import intact
from .models import Evidence, Paper
from .rendering import render
from .secrecy import hidden

Kept = TypeVar("Kept", Paper, Evidence)
OF_DOSSIER = Paper.objects.filter(dossier=Slot("dossier")).select_related("body").order_by("position")
PAPERS = Prepared(OF_DOSSIER.defer("data"))


def papers(identity: Identity) -> QuerySet[Paper]:
    """Return the issued papers of leads and cases that this identity sees, newest first."""
    rows = Paper.objects.filter(identity.sight.q(mode="mode"), town__isnull=False)
    return rows.select_related("body", "town").order_by("-issued_at", "-id")


def papers_of(dossier: str) -> list[Paper]:
    """Return the papers of a dossier that was found for somebody, in the dossier's order; what they say is read when it is asked for."""
    return PAPERS.all(dossier=dossier)


def paper(identity: Identity, id: str) -> Paper:
    """Return one issued paper, or `Absent`."""
    found = papers(identity).filter(id=id).first()
    if found is None:
        raise Absent("这份文书")
    return _open(identity, found, "这份文书")


def evidence(identity: Identity, id: str) -> Evidence:
    """Return one piece of evidence of a lead, a visit or a case, or `Absent`."""
    found = Evidence.objects.filter(identity.sight.q(mode="mode"), town__isnull=False).filter(id=id).first()
    if found is None:
        raise Absent("这份证据")
    return _open(identity, found, "这份证据")


def _open(identity: Identity, found: Kept, what: str) -> Kept:
    """What is marked as secret is opened by those who handle, review or decide; for others it is not there."""
    if found.digest in hidden(identity, found.dossier_id, found.body_id):
        raise Absent(what)
    return found


def pdf_of(paper: Paper) -> bytes:
    """Return an issued paper as PDF/A: the same bytes every time."""
    data = cast(PaperData, paper.data)
    return render(paper.kind, data, domain=domain_of(data["case"].get("domain")), font_paths=font_paths(), issued=True)


def font_paths() -> Sequence[str]:
    """Return the folder where an installation may keep a FangSong of its own."""
    return [settings.PAPER_FONTS]


def verify_evidence(*, dossier: str = "") -> Iterator[Fault]:
    """Yield every evidence file that is missing or no longer has the digest it was kept by."""
    rows = Evidence.objects.order_by("dossier", "kept_at")
    for kept in rows.filter(dossier=dossier) if dossier else rows:
        if not intact(kept.digest):
            yield Fault(f"案卷 {kept.dossier_id} 的证据“{kept.filename}”（{kept.digest}）", "文件不在或者内容被改动过")
