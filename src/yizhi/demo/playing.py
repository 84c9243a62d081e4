"""演一遍 Every story is played through the product's own actions, act after act in the order of time, each by whoever may do it.

What an action refuses, the demo cannot have: every record of it is lawful by construction.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone
from uuid_utils.compat import uuid7

from yizhi.desk.cases.actions import OnSpot, begin_on_spot, perform
from yizhi.desk.cases.ground import ground_of
from yizhi.desk.cases.models import Case
from yizhi.desk.leads.actions import Sighting, register_lead
from yizhi.desk.matters.queries import standing
from yizhi.desk.papers.actions import keep_evidence
from yizhi.desk.papers.telling import Told
from yizhi.desk.parties.actions import register_party
from yizhi.desk.parties.models import Party
from yizhi.desk.people.identity import Identity, identities
from yizhi.desk.people.models import Account
from yizhi.desk.places.models import Village
from yizhi.rules.calendar import Calendar
from yizhi.rules.refusal import Refusal

from .parties import Fiction
from .photo import photo
from .publishing import publish
from .scripts import script
from .steps import OFFICER, REVIEWER, Laid, lay, length
from .stories import SEED, Story

PAST_DAYS = 366
IDLE = {
    "late": (68, 75),
    "unpaid": (14, 20),
    "undisclosed": (4, 9),
    "overdue_decided": (0, 6),
    "extended": (2, 10),
    "registered": (0, 17),
}
ENDED = frozenset(
    {
        "archived",
        "closed",
        "not_opened",
        "transferred",
        "withdrawn",
        "terminated",
        "spared",
        "spared_closed",
        "criminal",
        "turned",
    }
)
ANSWERS = {
    "pair-of-two-bodies": "派驻函写明可以以本机关名义执法，两人的证件都覆盖这一事项。",
    "calendar-missing": "立案到现在不满九十日，期限没有超过。",
    "decision-overdue": "当事人多次更换住址，取证延误，已经向负责人书面说明。",
}


@dataclass(frozen=True, slots=True)
class Planned:
    """One act of one story on the calendar."""

    story: Story
    laid: Laid


def plan(now: datetime, calendar: Calendar, told: Sequence[Story]) -> list[Planned]:
    """Return every act of the stories in the order of time, none after yesterday. The same day gives the same plan."""
    today = timezone.localdate(now)
    workdays, yesterday = _workdays(today, calendar)
    chance = Random(SEED)
    planned = []
    for story in told:
        steps = script(story)
        start = _start(story, length(steps), workdays, yesterday, chance)
        planned += [Planned(story, laid) for laid in lay(steps, start, workdays, _clock(story))]
    return sorted(planned, key=lambda each: (each.laid.done_at, each.story.number))


def _workdays(today: date, calendar: Calendar) -> tuple[list[date], int]:
    """Return the workdays of the past year and of what is left of this one, and the position of the last before today."""
    span = (today - timedelta(days=PAST_DAYS) + timedelta(days=number) for number in range(PAST_DAYS + 60))
    days = [day for day in span if day.year <= today.year and calendar.is_workday(day)]
    return days, sum(day < today for day in days) - 1


def _start(story: Story, long: int, workdays: list[date], yesterday: int, chance: Random) -> int:
    first = next(position for position, day in enumerate(workdays) if day > (story.since or date.min)) + 2
    latest = yesterday - long
    room = max(latest - first, 0)
    low, high = IDLE.get(story.fate, (0, room if story.fate in ENDED else 6))
    return latest - min(chance.randint(low, max(low, high)), room)


def _clock(story: Story) -> Any:
    def moment(day: date, turn: int) -> datetime:
        begin = datetime.combine(day, time(9, story.number * 7 % 40))
        return timezone.make_aware(begin + timedelta(minutes=50 * turn))

    return moment


def answered(told: Told, refusal: Refusal) -> Told:
    """Return the act with the questions answered that the law leaves to a person; raise the refusal when anything stops it."""
    asked = {reason.code for reason in refusal.reasons if reason.severity == "ask"}
    if any(reason.severity == "stop" for reason in refusal.reasons) or asked - set(ANSWERS):
        raise refusal
    return replace(told, facts={**told.facts, "answers": {code: ANSWERS[code] for code in sorted(asked)}})


def play(now: datetime, told: Sequence[Story]) -> None:
    """Play the stories up to yesterday, all of them or none."""
    with transaction.atomic():
        player = Player(now)
        for planned in plan(now, standing().calendar, told):
            player.do(planned)


class Player:
    """Keeps who acts, who the party of a story is, and the dossier it got."""

    def __init__(self, now: datetime) -> None:
        on = timezone.localdate(now)
        accounts = Account.objects.filter(demo=True).select_related("officer")
        held = [identity for account in accounts for identity in identities(account, on=on)]
        self.officers = {(each.account, each.body): each for each in held if each.role == OFFICER}
        self.seats = {(each.role, each.body): each for each in held}
        self.villages = {
            village.code: f"{village.town.name}{village.name}" for village in Village.objects.select_related("town")
        }
        self.parties: dict[int, Party] = {}
        self.dossiers: dict[int, str] = {}

    def do(self, planned: Planned) -> None:
        """Do one act as the person whose part it is, five minutes before it is entered."""
        story, laid = planned.story, planned.laid
        entered = laid.done_at + timedelta(minutes=5)
        if story.number not in self.parties:
            self.parties[story.number] = self._party(story, laid.done_at)
        facts = {key: self._spoken(value, story) for key, value in laid.facts.items()}
        if laid.step.kind == "register_lead":
            self.dossiers[story.number] = self._lead(story, laid.done_at, entered)
            return
        if laid.step.kind == "show_credentials":
            self.dossiers[story.number] = self._on_spot(story, facts, laid.done_at, entered)
            return
        dossier = self.dossiers[story.number]
        if laid.step.kind == "publish_disclosure":
            publish(self._who(story, OFFICER), self._who(story, REVIEWER), dossier, laid.done_at, now=entered)
            return
        evidence = (self._photo(story, dossier, laid.done_at - timedelta(minutes=2)),) if laid.step.photo else ()
        told = Told(
            id=uuid7(),
            kind=laid.step.kind,
            done_at=laid.done_at,
            facts=facts,
            officers=story.pair if laid.step.pair else (),
            evidence=evidence,
        )
        who = self._who(story, laid.step.by)
        try:
            perform(who, dossier, told, now=entered)
        except Refusal as refusal:
            perform(who, dossier, answered(told, refusal), now=entered)

    def _who(self, story: Story, by: str) -> Identity:
        return self.officers[story.account, story.body] if by == OFFICER else self.seats[by, story.body]

    def _party(self, story: Story, at: datetime) -> Party:
        told = Fiction(story.party_kind, story.number, story.trade).told(self.villages[story.village])
        registered = register_party(
            identity=self._who(story, OFFICER), told=told, town=story.town, now=at, confirmed=True, demo=True
        )
        return registered.party

    def _spoken(self, value: Any, story: Story) -> Any:
        if isinstance(value, list):
            return [self._spoken(part, story) for part in value]
        if not isinstance(value, str):
            return value
        party = self.parties[story.number]
        return value.replace("{party}", party.name).replace("{person}", party.legal_representative or party.name)

    def _lead(self, story: Story, at: datetime, entered: datetime) -> str:
        day = timezone.localdate(at)
        sighting = Sighting(
            words=story.words + ("（参照公开处罚案例改写）" if story.record else ""),
            town=story.town,
            body=story.body,
            found_on=day,
            village=story.village,
            place=story.place,
            item=story.item,
            party=self.parties[story.number].code,
            act_day=day - timedelta(days=story.number % 2 + 1),
            source=("patrol", "report", "inspection")[story.number % 3],
            demo=True,
        )
        return str(register_lead(self._who(story, OFFICER), sighting, id=uuid7(), done_at=at, now=entered).dossier_id)

    def _on_spot(self, story: Story, facts: dict[str, Any], at: datetime, entered: datetime) -> str:
        deed = OnSpot(
            item=story.item,
            town=story.town,
            party=self.parties[story.number].code,
            act_day=timezone.localdate(at),
            village=story.village,
            place=story.place,
            officers=story.pair,
            demo=True,
            facts=facts,
        )
        told = Told(id=uuid7(), kind="show_credentials", done_at=at, facts=facts)
        try:
            return self._begun(story, deed, told, entered)
        except Refusal as refusal:
            return self._begun(story, replace(deed, facts=answered(told, refusal).facts), told, entered)

    def _begun(self, story: Story, deed: OnSpot, told: Told, entered: datetime) -> str:
        who = self._who(story, OFFICER)
        done = begin_on_spot(who, deed, id=told.id, kind=told.kind, done_at=told.done_at, now=entered)
        return str(done.entry.dossier_id)

    def _photo(self, story: Story, dossier: str, at: datetime) -> str:
        file = SimpleUploadedFile(f"演示照片{story.number}.png", photo(story.number), "image/png")
        case = Case.objects.select_related("item").get(dossier=dossier)
        return keep_evidence(self._who(story, OFFICER), ground_of(case), file, now=at).digest
