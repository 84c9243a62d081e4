"""办监督的人：司法局和它的两名监督人员、一名没有证件的人、一个司法所、县政府、被监督的连山镇。"""

from dataclasses import dataclass
from datetime import date

import pytest
from tests import cast as standing
from tests.cast import KNOWN, LONG_AGO, Cast, at, fresh

from yizhi.desk.bodies.models import Body, Seal
from yizhi.desk.papers.telling import Told
from yizhi.desk.people.identity import Identity, identities
from yizhi.desk.people.models import Account, SupervisionCertificate
from yizhi.desk.places.models import County
from yizhi.desk.record.models import Entry
from yizhi.desk.supervision import actions
from yizhi.desk.supervision.models import SupervisionMatter
from yizhi.rules.refusal import Refusal

NOW = at("2026-06-10 10:00")
TODAY = NOW.date()
TERM = "2026-06-20"
FOUND = {
    "problem_kind": "not_acting",
    "problem_found": "线索登记以后三十日没有核查。",
    "supervision_basis": "《中华人民共和国行政处罚法》第五十四条",
    "supervision_certificates_shown": True,
}
ORDER = {"supervision_demand": "七日内核查并决定是否立案。", "answer_by": TERM}
REGISTERED = {"matter_source": "finding", "matter_words": "核查期限过了没有核查。"}


@dataclass(frozen=True)
class World:
    """Everybody who has a part in supervision; `cast` the standing people of the tests."""

    cast: Cast
    justice: Identity
    first: Identity
    second: Identity
    bare: Identity
    office: Identity
    other_office: Identity
    head: Identity
    town: Identity
    other_town: Identity


def build() -> World:
    cast = standing.build()
    gov = Body.objects.get(code="gov")
    bureau = Body.objects.create(
        code="dept-sf",
        county=County.objects.get(),
        kind="department",
        name="广汉市司法局",
        short_name="市司法局",
        parent=gov,
        paper_prefix="广司",
        phone="0838-5000000",
    )
    Body.objects.filter(code="gov").update(paper_prefix="广府")
    Seal.objects.create(body=bureau, name="广汉市司法局（测试章）", valid_from=LONG_AGO)
    rows = (
        ("sifa", "司演", "justice", "dept-sf", ""),
        ("jiandu", "监演", "supervisor", "dept-sf", ""),
        ("jiandu2", "监示", "supervisor", "dept-sf", ""),
        ("jiandu3", "监拟", "supervisor", "dept-sf", ""),
        ("suo", "所例", "justice_office", "dept-sf", "area-a"),
        ("suo2", "所样", "justice_office", "dept-sf", "area-b"),
        ("head", "县长", "approver", "gov", ""),
        ("xiaohan-head", "小汉镇长", "approver", "town-xiaohan", ""),
    )
    for username, name, role, body, area in rows:
        standing.account(username, name, role, body, area=area or None)
    for username in ("jiandu", "jiandu2"):
        certificate(username)
    return World(cast, *(who(row[0]) for row in rows[:7]), cast.ji, who("xiaohan-head"))


def certificate(username: str, until: date | None = None) -> None:
    SupervisionCertificate.objects.create(
        fact=f"v-{username}",
        account=Account.objects.get(username=username),
        number=f"监{username}",
        valid_from=LONG_AGO,
        valid_to=until,
        recorded_at=KNOWN,
    )


def who(username: str, on: date = TODAY) -> Identity:
    return identities(Account.objects.get(username=username), on=on)[0]


def register(identity: Identity, now=NOW, *, body: str = "town-lianshan", case: str = "", **facts: object) -> str:
    notice = actions.Notice(body=body, case=case, facts={**REGISTERED, **facts})
    return actions.register(identity, notice, id=fresh(), done_at=now, now=now).entry.dossier_id


def do(identity: Identity, dossier: str, kind: str, day: str = "2026-06-10 11:00", /, **facts: object) -> actions.Done:
    moment = at(day)
    return actions.perform(identity, dossier, Told(id=fresh(), kind=kind, done_at=moment, facts=facts), now=moment)


def checked(world: World, *, case: str = "", **found: object) -> str:
    """登记，派两人，写结论。"""
    dossier = register(world.first, case=case)
    do(world.first, dossier, "send_supervisors", supervisors=["jiandu", "jiandu2"])
    do(world.second, dossier, "conclude_check", **{**FOUND, **found})
    return dossier


def ordered(world: World, *, case: str = "") -> str:
    """制发督办函，六月二十日以前报送。"""
    dossier = checked(world, case=case)
    do(world.justice, dossier, "issue_supervision_order", "2026-06-10 12:00", **ORDER)
    return dossier


def refused(deed, *args, **facts) -> set[str]:
    """Return what stands in the way of a deed, by code, sure that nothing was written."""
    before = Entry.objects.count()
    with pytest.raises(Refusal) as caught:
        deed(*args, **facts)
    assert Entry.objects.count() == before
    return {reason.code for reason in caught.value.reasons if reason.severity != "note"}


def stage(dossier: str) -> str:
    return SupervisionMatter.objects.get(dossier=dossier).stage
