"""检查用的人：连山镇的甲、乙和负责人己，市综合执法局的派驻、同伴和局长，司法行政部门；已确认的主体、已公布的事项。"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from tests import cast as standing
from tests.cast import KNOWN, LIANSHAN, LONG_AGO, Cast, at, fresh

from yizhi.desk.inspections import actions, keeping
from yizhi.desk.inspections.models import Inspection, Visit
from yizhi.desk.inspections.shapes import Plan, Share
from yizhi.desk.papers.telling import Told
from yizhi.desk.people.identity import Identity, identities
from yizhi.desk.people.models import Posting
from yizhi.rules.refusal import Absent, BadInput, Refusal

NOW = at("2026-06-01 08:00")
DAY = "2026-06-03"
TOWN = Share(body="town-lianshan", items=["ny-1"], officers=["o-jia", "o-yi"])
BUREAU = Share(body="dept-cg", items=["cg-9"], officers=["o-posted", "o-mate"])
CAPS = {
    f"annual-cap-unknown-{domain}": "主管部门还没有公布上限，上次检查是去年，按计划检查"
    for domain in ("农业", "城市管理")
}


@dataclass
class World:
    """Everybody who has a step in a visit; the clock stands still until somebody moves it."""

    cast: Cast
    head: Identity
    now: datetime = field(default=NOW)

    def plan(self, *shares: Share, who: Identity | None = None, **more: Any) -> Visit:
        values: dict[str, Any] = {
            "party": "p-firm",
            "town": LIANSHAN,
            "place": "示意路 2 号",
            "starts_at": at(f"{DAY} 09:30"),
            "ends_at": at(f"{DAY} 11:30"),
            "reason": "年度检查计划",
            "facts": {"answers": CAPS},
            **more,
        }
        wanted = Plan(shares=shares or (TOWN,), **values)
        return actions.plan(who or self.cast.captain, wanted, id=fresh(), done_at=self.now, now=self.now)

    def do(
        self, who: Identity, visit: Visit, kind: str, day: str = "", parts: tuple[str, ...] = (), **facts: Any
    ) -> list[Inspection]:
        moment = at(day) if day else self.now
        self.now = max(self.now, moment)
        chosen = [part.pk for part in visit.parts.all() if not parts or part.body_id in parts]
        told = Told(id=fresh(), kind=kind, done_at=moment, facts=facts)
        actions.perform(who, visit.pk, told, chosen, now=self.now)
        return list(visit.parts.order_by("body"))

    def approved(self, *shares: Share) -> Visit:
        visit = self.plan(*shares)
        for part in visit.parts.all():
            head = self.cast.ji if part.body_id == "town-lianshan" else self.head
            self.do(head, visit, "approve_inspection", parts=(part.body_id,), opinion="同意", answers=CAPS)
        return visit

    def recorded(self, *shares: Share) -> Visit:
        visit = self.approved(*shares)
        captain = self.cast.captain
        self.do(captain, visit, "notify_inspection", f"{DAY} 09:30", recipient="店长")
        self.do(captain, visit, "begin_inspection", f"{DAY} 09:35", credentials_shown=True, rights_told=True)
        for part in visit.parts.all():
            facts = {"started_at": f"{DAY}T09:35", "ended_at": f"{DAY}T10:20", "findings": "台账缺五月的"}
            self.do(captain, visit, "record_inspection", f"{DAY} 10:30", parts=(part.body_id,), **facts)
        return visit


def build() -> World:
    cast = standing.build()
    head = identities(standing.account("cg-head", "局长", "approver", "dept-cg"), on=NOW.date())[0]
    standing.officer("o-mate", "同伴例", "dept-cg")
    Posting.objects.create(
        fact="p-mate",
        officer_id="o-mate",
        area_id="area-a",
        valid_from=LONG_AGO,
        recorded_at=KNOWN,
        acts_for=["dept-cg"],
        letter="示意派驻函",
    )
    standing.item("cg-9", "对餐饮油烟排放的检查", domain="城市管理", owner="dept-cg", kind="inspection")
    standing.item("ny-9", "对农资经营的检查", domain="农业", owner="dept-ny", kind="inspection")
    for body in ("town-lianshan", "dept-cg"):
        confirm(cast, body)
    for item in ("ny-1", "cg-9"):
        publish(cast, item)
    return World(cast, head)


def urgent(world: World) -> Visit:
    """群众举报，来不及报批，甲、乙当场检查，报告了己。"""
    world.now = at(f"{DAY} 09:00")
    told = {"inspection_urgent_reason": "群众举报正在倾倒", "urgency_told_to": "己，9时", "credentials_shown": True}
    plan = Plan(
        party="p-firm",
        town=LIANSHAN,
        shares=(TOWN,),
        starts_at=world.now,
        ends_at=world.now + timedelta(hours=1),
        kind="case",
        reason="举报",
        facts={**told, "rights_told": True, "answers": CAPS},
    )
    return actions.plan(world.cast.jia, plan, id=fresh(), done_at=world.now, now=world.now, kind=actions.URGENT)


def confirm(cast: Cast, body: str, **more: Any) -> None:
    values = {
        "confirmed_by": "gov",
        "confirmed_on": at("2026-04-10").date(),
        "announced_on": at("2026-04-20").date(),
        "announcement": "示意公告 1 号",
        **more,
    }
    keeping.confirm_subject(cast.justice, body, now=NOW, **values)


def publish(cast: Cast, item: str, on: str = "2026-05-20") -> None:
    values = {"content": "看台账、看现场", "document": "示意公布 1 号", "channel": "县人民政府网站"}
    keeping.publish_item(cast.justice, item, published_on=at(on).date(), now=NOW, **values)


def with_(share: Share, **more: Any) -> Share:
    return replace(share, **more)


def codes(deed, *args, **values) -> list[str]:
    with pytest.raises(Refusal) as refused:
        deed(*args, **values)
    for reason in refused.value.reasons:
        assert reason.sentence and (reason.article or isinstance(refused.value, BadInput | Absent)) and reason.severity
    return [reason.code for reason in refused.value.reasons if reason.severity != "note"]
