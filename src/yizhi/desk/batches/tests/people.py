"""办批次的人：编办、县政府、部门、镇、司法行政部门，加上几个目录内的事项和它们的边界卡。"""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.files.uploadedfile import SimpleUploadedFile
from tests import cast as standing
from tests.cast import KNOWN, LIANSHAN, LONG_AGO, XIAOHAN, Cast, at, fresh

from yizhi.desk.batches import actions
from yizhi.desk.matters.actions import enter_boundary_card
from yizhi.desk.matters.models import Item
from yizhi.desk.papers.telling import Told
from yizhi.desk.people.identity import Identity, identities
from yizhi.rules.authority import STEPS, Charge

NOW = at("2026-06-10 10:00")
TODAY = NOW.date()


@dataclass(frozen=True)
class World:
    """Everybody who has a step in a batch; `cast` the standing people of the tests."""

    cast: Cast
    keeper: Identity
    head: Identity
    department: Identity
    town: Identity
    other_town: Identity
    justice: Identity


def build() -> World:
    cast = standing.build()
    rows = (
        ("bianban", "编办", "establishment", "gov"),
        ("head", "县长", "approver", "gov"),
        ("cg-head", "局长", "approver", "dept-cg"),
        ("xiaohan-head", "小汉镇长", "approver", "town-xiaohan"),
    )
    made = {row[0]: identities(standing.account(*row), on=TODAY)[0] for row in rows}
    for number, code in enumerate(("cg-2", "cg-3"), start=2):
        standing.item(code, f"示意事项{number}", domain="城市管理", owner="dept-cg")
    for number, code in enumerate(("cg-1", "cg-2", "cg-3", "ny-1"), start=1):
        Item.objects.filter(code=code).update(source_number=number)
        whole = {"finds": "town", "checks_first": "team", "measures": "owner", "supervises": "owner"}
        charges = {step: Charge(whole.get(step, "holder"), "示意边界卡") for step in STEPS}
        enter_boundary_card(code, charges, starts=LONG_AGO, by="bianban", now=KNOWN)
    return World(cast, made["bianban"], made["head"], made["cg-head"], cast.ji, made["xiaohan-head"], cast.justice)


def lines(*items: str, towns: tuple[str, ...] = (XIAOHAN,), mode: str = "conferral") -> list[dict[str, str]]:
    return [{"item": item, "town": town, "mode": mode, "basis": ""} for item in items for town in towns]


def drafted(kind: str = "allocation", **more: object) -> dict[str, object]:
    """一份赋权草案：两个事项给小汉镇，7月1日起。"""
    given = {"kind": kind, "title": "示意第一批", "lines": lines("cg-2", "cg-3"), "starts_on": "2026-07-01"}
    return {**given, "decision": "示例省决定", "reason": "示意", **more}


def begin(who: Identity, now: datetime = NOW, **more: object) -> str:
    told = Told(id=fresh(), kind="draft_batch", facts=drafted(**more), done_at=now)
    return actions.begin(who, told, now=now).batch.dossier_id


def do(who: Identity, dossier: str, kind: str, now: datetime = NOW, /, **facts: object) -> actions.Done:
    return actions.perform(who, dossier, Told(id=fresh(), kind=kind, facts=facts, done_at=now), now=now)


def decide(world: World, dossier: str, town: Identity, starts_on: str, now: datetime = NOW) -> None:
    """双方同意、审核通过、作出决定。"""
    do(world.department, dossier, "give_opinion", now, body="dept-cg", agrees=True)
    do(town, dossier, "give_opinion", now, body=town.body, agrees=True, equipment="执法记录仪 4 台")
    do(world.justice, dossier, "check_batch", now, outcome="pass")
    do(
        world.head,
        dossier,
        "decide_batch",
        now,
        instrument="广府发〔2026〕7号",
        decided_on="2026-06-10",
        starts_on=starts_on,
    )


def trained(world: World, dossier: str, town: str = XIAOHAN, now: datetime = NOW) -> None:
    do(world.department, dossier, "record_training", now, body="dept-cg", town=town, held_on="2026-06-08", people=6)


__all__ = [
    "LIANSHAN",
    "NOW",
    "TODAY",
    "XIAOHAN",
    "SimpleUploadedFile",
    "at",
    "begin",
    "date",
    "decide",
    "do",
    "drafted",
    "lines",
    "trained",
]
