"""赋权批次（示意） Three batches, played through the product's own actions: one in its transition, one that a town objects to, one to be decided."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from uuid_utils.compat import uuid7

from yizhi.desk.batches.actions import begin, perform
from yizhi.desk.papers.telling import Told
from yizhi.desk.people.identity import Identity, identities
from yizhi.desk.people.models import Account

from .items import DECISION
from .tables import town_code

GIVEN_BEFORE = timedelta(days=45)
TRANSITION_ENDS = timedelta(days=12)
TRAINED = "专题培训，现场带教（示意）"


def play_batches(now: datetime) -> None:
    """Play the batches up to `now`, all of them or none."""
    _in_transition(now - GIVEN_BEFORE, timezone.localdate(now) + TRANSITION_ENDS)
    _objected(now - timedelta(days=6))
    _to_be_decided(now - timedelta(days=3))


def _in_transition(at: datetime, until: Any) -> None:
    towns = ("jinyu", "xiaohan")
    more = {"transition_until": until.isoformat(), "transition_body": "department"}
    batch = _drafted("2026年第三批赋权（示意）", ("GH-048", "GH-049"), towns, at, decision=DECISION, **more)
    day = timezone.localdate(at).isoformat()
    for town in towns:
        training = {"body": "enforcement", "town": town_code(town), "held_on": day, "people": 3, "words": TRAINED}
        _step("lianluo", batch, "record_training", at, **training)
    for body in ("enforcement", *towns):
        _agree(body, batch, at)
    _step("sifa", batch, "check_batch", at, outcome="pass")
    decided = {"instrument": "广府发〔2026〕18号（示意）", "decided_on": day, "starts_on": day}
    _step("zhengfu", batch, "decide_batch", at, **decided)
    _step("bianban", batch, "publish_batch", at, channel="市人民政府网站（示意）")
    filed = {"filed_on": day, "number": "示意备〔2026〕3号", "receiver": "市级权责清单管理机构（示意）"}
    _step("bianban", batch, "file_list", at, **filed)


def _objected(at: datetime) -> None:
    towns = ("lianshan", "sanshui", "jinyu")
    batch = _drafted("2026年第四批赋权（示意）", ("GH-062", "GH-063", "GH-068"), towns, at, decision=DECISION)
    for body in ("agriculture", "jinyu"):
        _agree(body, batch, at)
    words = "农业执法暂时没有能办的人，建议培训以后再接（示意）"
    _step("fuzeren", batch, "give_opinion", at, body="lianshan", agrees=False, words=words)
    _agree("sanshui", batch, at)


def _to_be_decided(at: datetime) -> None:
    batch = _drafted(
        "收回一项（示意）", ("GH-154",), ("nanfeng",), at, kind="recall", reason="镇上改由市局直接办（示意）"
    )
    for body in ("enforcement", "nanfeng"):
        _agree(body, batch, at)
    _step("sifa", batch, "check_batch", at, outcome="pass")


def _drafted(title: str, items: Sequence[str], towns: Sequence[str], at: datetime, **more: Any) -> str:
    lines = [
        {"item": item, "town": town_code(town), "mode": "conferral", "basis": ""} for item in items for town in towns
    ]
    facts = {"kind": "allocation", "title": title, "lines": lines, **more}
    wait = timedelta(days=0 if "transition_until" in more else 30)
    facts["starts_on"] = (timezone.localdate(at) + wait).isoformat()
    told = Told(id=uuid7(), kind="draft_batch", facts=facts, done_at=at)
    return begin(_who("bianban", at), told, now=at).batch.dossier_id


def _agree(body: str, batch: str, at: datetime) -> None:
    """Let a body say yes by whoever speaks for it."""
    speaks = {"enforcement": "lianluo", "lianshan": "fuzeren"}.get(body, f"{body}-approver")
    _step(speaks, batch, "give_opinion", at, body=body, agrees=True)


def _step(username: str, batch: str, kind: str, at: datetime, **facts: Any) -> None:
    perform(_who(username, at), batch, Told(id=uuid7(), kind=kind, facts=facts, done_at=at), now=at)


def _who(username: str, at: datetime) -> Identity:
    account = Account.objects.select_related("officer").get(username=username)
    return identities(account, on=timezone.localdate(at))[0]
