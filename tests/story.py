"""A short story for tests across rooms: a lead is seen, settled, assessed, opened as a case, and a file is kept as evidence."""

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import Cast, at, fresh
from yizhi.desk.cases.actions import perform
from yizhi.desk.cases.ground import ground_of
from yizhi.desk.cases.models import Case
from yizhi.desk.leads.actions import Sighting, register_lead, settle
from yizhi.desk.papers.actions import keep_evidence
from yizhi.desk.papers.models import Evidence
from yizhi.desk.papers.telling import Told

ASSESSED = {"finding": "现场有装修垃圾。", "proposal": "建议立案。"}
OPENED = {"handlers": ["o-jia", "o-yi"], "grounds": "有初步证据证明丁例倾倒建筑垃圾。", "opinion": "同意"}


def lead(cast: Cast, words: str = "有人在河边倒建筑垃圾") -> str:
    """Register and settle a lead on 2026-06-01; return its dossier."""
    seen = Sighting(
        words=words,
        town="510681109",
        village="510681109201",
        body="town-lianshan",
        found_on=at("2026-06-01").date(),
        item="cg-1",
        act_day=at("2026-06-01").date(),
    )
    made = register_lead(cast.jia, seen, id=fresh(), done_at=at("2026-06-01"), now=at("2026-06-01 10:00"))
    moment = at("2026-06-01 11:00")
    settle(cast.jia, made.dossier_id, id=fresh(), done_at=moment, now=moment, party="p-ding")
    return made.dossier_id


def case(cast: Cast) -> str:
    """Assess the lead on 2026-06-02 and open the case on 2026-06-03; return its dossier."""
    dossier = lead(cast)
    for identity, kind, day, facts in (
        (cast.jia, "assess_lead", "2026-06-02", ASSESSED),
        (cast.ji, "open_case", "2026-06-03", OPENED),
    ):
        perform(identity, dossier, Told(id=fresh(), kind=kind, done_at=at(day), facts=facts), now=at(f"{day} 18:00"))
    return dossier


def evidence(cast: Cast, dossier: str, text: str = "现场记录：河边有装修垃圾一堆。") -> Evidence:
    """Keep a text file as evidence of the case on 2026-06-04."""
    file = SimpleUploadedFile("现场记录.txt", text.encode())
    return keep_evidence(cast.jia, ground_of(Case.objects.get(dossier=dossier)), file, now=at("2026-06-04"))
