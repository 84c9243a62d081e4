"""登记前核对 What a lead names is looked up before anything is written: a name nobody knows is said, never dropped."""

from datetime import date, datetime
from typing import Protocol

from django.utils import timezone

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.models import Item, KeptAnswer
from yizhi.desk.matters.queries import ask
from yizhi.desk.parties.queries import visible as visible_parties
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.sight import ENTRUSTED
from yizhi.desk.places.models import Town, Village
from yizhi.desk.record.moments import day_within_reach
from yizhi.rules.refusal import bad_input, refuse

LONGEST_PLACE = 200


class Named(Protocol):
    """The codes that somebody tells; empty where not yet known."""

    @property
    def town(self) -> str: ...
    @property
    def body(self) -> str: ...
    @property
    def village(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def item(self) -> str: ...
    @property
    def party(self) -> str: ...
    @property
    def answer(self) -> str: ...


def may_register(identity: Identity, named: Named, on: datetime) -> str:
    """Return the mode `entrustment` when the lead is taken up in the name of a department that entrusted it, else nothing.

    Refuses who may not register here (`lead-not-yours`), and each name that is not known or not this identity's to see.
    """
    if not identity.officer or not Town.objects.filter(code=named.town).exists():
        raise refuse(
            "lead-not-yours",
            "线索由执法人员在自己负责的镇（街道）登记。",
            "行政处罚法 第54条",
            "换成执法人员身份，选择本片区的镇（街道）。",
            "town",
        )
    must_be_known(identity, item=named.item, party=named.party)
    mode = mode_of(identity, item=named.item, town=named.town, body=named.body, on=on)
    if not identity.sight.sees(named.body, named.town, mode) or not Body.objects.filter(code=named.body).exists():
        raise refuse(
            "lead-not-yours",
            "这个地方或者机关不在您的职责范围内，不能登记。",
            "行政处罚法 第22条",
            "选择本片区的镇（街道）；不归本片区的，移送有管辖权的机关。",
            "town",
        )
    if named.village and not Village.objects.filter(code=named.village, town=named.town).exists():
        raise bad_input("village", "所选的村（社区）不在这个镇（街道）。", "重新选择村（社区）。")
    if len(named.place) > LONGEST_PLACE:
        raise bad_input("place", f"地点不超过{LONGEST_PLACE}字。", "写短一些，细节写在情况里。")
    if named.answer and not KeptAnswer.objects.filter(number=named.answer, asked_by=identity.account).exists():
        raise bad_input("answer", "没有找到这个答复，或者不是您问的。", "回到问一问，重新问一次。")
    return mode


def mode_of(identity: Identity, *, item: str, town: str, body: str, on: datetime) -> str:
    """Return `entrustment` when the item is entrusted here by `body` and this officer may use it; nothing for one's own power."""
    if not item or not body or identity.sight.sees(body, town):
        return ""
    question = {"item": item, "town": town, "on": timezone.localdate(on).isoformat(), "action": "open_case"}
    answer = ask({**question, "officers": [identity.officer]})
    return ENTRUSTED if (answer.deciding_body, answer.mode) == (body, ENTRUSTED) else ""


def may_settle(identity: Identity, town: str, *, body: str, mode: str) -> None:
    """Refuse who may not settle a lead, or not in the name of this body held in this mode."""
    if not identity.officer:
        raise refuse(
            "role-not-allowed",
            "线索的事项、当事人、行为日由执法人员核定。",
            "行政处罚法 第54条",
            "请执法人员办理，或者换成执法人员身份。",
        )
    if body and (not identity.sight.sees(body, town, mode) or not Body.objects.filter(code=body).exists()):
        raise refuse(
            "lead-not-yours",
            "这个机关不在您的职责范围内。",
            "行政处罚法 第22条",
            "请该机关的人员办理，或者移送。",
            "body",
        )


def must_be_known(identity: Identity, *, item: str, party: str) -> None:
    """Refuse an item that is not in the catalogue and a party this identity does not see; empty ones pass."""
    if item and not Item.objects.filter(code=item).exists():
        raise bad_input("item", "没有这个事项。", "从事项目录里选择。", "item-unknown")
    if party and not visible_parties(identity).filter(code=party).exists():
        raise bad_input("party", "没有找到这个当事人。", "从列表中选择，或者先登记当事人。", "party-unknown")


def not_in_future(day: date, today: date, about: str, label: str) -> None:
    """Refuse a day that lies ahead, or so far back that it cannot be meant."""
    if day_within_reach(day, about, label) > today:
        raise refuse("act-in-future", f"{label}还没有到。", "行政处罚法 第47条", "核对日期。", about)
