"""办案 Every act on a case goes through `perform`: check → write → record, one transaction. Page, API and command call the same function."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from yizhi.desk.bodies.models import Body
from yizhi.desk.leads import actions as lead_actions
from yizhi.desk.leads import queries as lead_queries
from yizhi.desk.leads.checking import LONGEST_PLACE, not_in_future
from yizhi.desk.leads.models import Lead
from yizhi.desk.leads.naming import title_of
from yizhi.desk.matters.models import Item
from yizhi.desk.papers.ground import Ground
from yizhi.desk.papers.models import Paper
from yizhi.desk.papers.proceeding import Done, authority_of, proceed
from yizhi.desk.papers.telling import Told
from yizhi.desk.parties.actions import make_known
from yizhi.desk.parties.queries import seen_party
from yizhi.desk.people.identity import Identity
from yizhi.desk.places.models import Town, Village
from yizhi.desk.record.actions import conflict, lock, once, open_dossier, told_before
from yizhi.desk.record.marks import one_look
from yizhi.desk.record.models import Entry
from yizhi.desk.record.prepared import found, write
from yizhi.rules.authority import Answer
from yizhi.rules.bigrams import bigrams
from yizhi.rules.procedure.tables import current
from yizhi.rules.refusal import Refusal, bad_input, refuse

from . import queries
from .elsewhere import aware
from .ground import ground_of
from .models import Case

OPENING = "open_case"
REVIEWING = "review_disclosure"
CASE_NUMBER = ("case-opening-approval", "on-spot-decision")


@dataclass(frozen=True, slots=True, kw_only=True)
class OnSpot:
    """A deed handled on the spot. Codes of item, town, village, party; `place` in words; `officers` the two who are there."""

    item: str
    town: str
    party: str
    act_day: date
    village: str = ""
    place: str = ""
    officers: Sequence[str] = ()
    demo: bool = False
    facts: Mapping[str, Any] = field(default_factory=dict)


@transaction.atomic
@one_look()
def perform(identity: Identity, dossier: str, told: Told, *, now: datetime) -> Done:
    """办理 Do one act on a dossier, whether it is still a lead or a case already.

    Raises `Absent` when the dossier is not this identity's to see, and `Refusal` with every reason in the way; then nothing is written.
    What is disclosed is drafted first: the room of disclosure reviews it through `disclose`.
    """
    if told.kind == REVIEWING and told.facts.get("disclosed") is True and told_before(told.id) is None:
        queries.open_ground(identity, dossier)
        raise refuse(
            "public-record-missing",
            "要公示的，先拟好公示稿，再审查、公布。",
            "行政处罚法 第48条",
            "到“公示”里拟稿；不公示的选“否”，写明理由。",
            "disclosed",
        )
    return _perform(identity, dossier, told, now)


@transaction.atomic
@one_look()
def disclose(identity: Identity, dossier: str, told: Told, *, now: datetime) -> Done:
    """公示审查 Review a decision as one that is disclosed, for the room of disclosure, which publishes in the same transaction. Raises as `perform`."""
    assert told.kind == REVIEWING and told.facts.get("disclosed") is True
    return _perform(identity, dossier, told, now)


def _perform(identity: Identity, dossier: str, told: Told, now: datetime) -> Done:
    if queries.sees(identity, dossier):
        held = lock(dossier)
        case = Case.objects.select_related("item", "party").get(dossier=dossier)
        done = proceed(identity, aware(ground_of(case), told.kind), held, told, now=now)
        if not done.repeated:
            _copy(case, done)
            case.save()
        return done
    if told.kind == OPENING:
        return _open(identity, dossier, told, now)
    return lead_actions.perform(identity, dossier, told, now=now)


def _open(identity: Identity, dossier: str, told: Told, now: datetime) -> Done:
    lead, held = lead_actions.hold(identity, dossier)
    if lead_queries.opened(dossier):
        return proceed(identity, ground_of(Case.objects.get(dossier=dossier)), held, told, now=now)
    _refuse_unsettled(lead)
    ground = lead_actions.ground_of(lead)
    done = proceed(identity, aware(ground, told.kind), held, told, now=now)
    case = _case_from(lead, ground, done)
    _copy(case, done)
    case.save(force_insert=True)
    lead_actions.close_copy(lead, done)
    return done


def _refuse_unsettled(lead: Lead) -> None:
    if lead.item is None:
        raise refuse(
            "item-missing", "还没有选定事项，不能立案。", "行政处罚法 第54条第2款", "先在线索里选定事项。", "item"
        )
    if lead.act_day is None:
        raise refuse(
            "act-day-missing",
            "还没有填写违法行为发生日，不能立案。",
            "行政处罚法 第36条",
            "先在线索里填写行为日，追责时效从这一天算。",
            "act_day",
        )


def _case_from(lead: Lead, ground: Ground, done: Done) -> Case:
    assert (
        lead.item is not None
        and lead.act_day is not None
        and done.answer is not None
        and done.state.opened_on is not None
    )
    return Case(
        dossier_id=ground.dossier,
        procedure=ground.procedure,
        procedure_version=str(ground.procedure_version),
        title=ground.title,
        body_id=ground.body,
        mode=done.answer.mode or "",
        town_id=ground.town,
        village_id=lead.village_id,
        item=lead.item,
        party=lead.party,
        place_text=lead.place_text,
        act_day=lead.act_day,
        opened_on=done.state.opened_on,
        demo=lead.demo,
    )


def begin_on_spot(
    identity: Identity, deed: OnSpot, *, id: uuid.UUID, kind: str, done_at: datetime, now: datetime
) -> Done:
    """当场查处 Open a dossier by the first act of the summary procedure, in the name of the body whose power it is here today."""
    told = Told(id=id, kind=kind, done_at=done_at, facts=deed.facts, officers=deed.officers)
    return once(lambda: _begun(identity, deed, told, now))


@transaction.atomic
@one_look()
def _begun(identity: Identity, deed: OnSpot, told: Told, now: datetime) -> Done:
    earlier = told_before(told.id)
    if earlier is not None:
        return _told_again(identity, earlier, deed, told, now)
    if not identity.officer:
        raise refuse("officers-only", "当场查处由执法人员办理。", "行政处罚法 第42条", "换成执法人员身份。")
    case = _on_spot_case(identity, deed, told.done_at, now)
    done = proceed(identity, ground_of(case), case.dossier, told, now=now)
    _copy(case, done)
    write(case)
    return done


def _not_in_that_name(answer: Answer) -> Refusal:
    """Whose power it is stands on the public list; say why these people may not use it, or that this identity is another body's."""
    if not answer.allowed:
        return Refusal(answer.explained)
    name = Body.objects.get(code=answer.deciding_body).name
    return refuse(
        "deciding-body-differs",
        f"这个事项在这里以{name}的名义办理，您现在的身份不能以它的名义办理。",
        "行政处罚法 第17条",
        f"换成{name}的身份；没有的，移送该机关。",
        "body",
    )


def _told_again(identity: Identity, earlier: Entry, deed: OnSpot, told: Told, now: datetime) -> Done:
    """The deed is no part of what an entry keeps: told again under the same id, it must be the deed of that dossier."""
    case = queries.case(identity, earlier.dossier_id)
    if (case.item_id, case.town_id, case.party_id, case.act_day) != (deed.item, deed.town, deed.party, deed.act_day):
        raise conflict()
    return perform(identity, earlier.dossier_id, told, now=now)


def _on_spot_case(identity: Identity, deed: OnSpot, done_at: datetime, now: datetime) -> Case:
    item, town, party = found(Item, deed.item), found(Town, deed.town), seen_party(identity, deed.party)
    if item is None or town is None or party is None:
        gap = "item" if item is None else "town" if town is None else "party"
        raise bad_input(gap, "事项、镇（街道）、当事人都要选定。", "从列表中选择。", "ground-missing")
    not_in_future(deed.act_day, timezone.localdate(done_at), "act_day", "违法行为发生日")
    village = found(Village, deed.village) if deed.village else None
    if deed.village and (village is None or village.town_id != town.code):
        raise bad_input("village", "所选的村（社区）不在这个镇（街道）。", "重新选择村（社区）。")
    if len(deed.place) > LONGEST_PLACE:
        raise bad_input("place", f"地点不超过{LONGEST_PLACE}字。", "写短一些，细节写在情况里。")
    answer = authority_of(
        item=item.code,
        town=town.code,
        on=done_at,
        act_day=deed.act_day,
        action="on_spot_penalty",
        officers=deed.officers,
        party=party.code,
    )
    if answer.deciding_body is None:
        raise Refusal(answer.explained)
    if not identity.sight.sees(answer.deciding_body, town.code, answer.mode or ""):
        raise _not_in_that_name(answer)
    make_known(party=party, town=town.code, body=answer.deciding_body)
    place = "".join(part for part in (town.name, village.name if village else "", deed.place) if part)
    procedure = current("summary", deed.act_day)
    return Case(
        dossier=open_dossier(at=now),
        procedure="summary",
        procedure_version=str(procedure.version),
        title=title_of(item.name, party.name),
        body_id=answer.deciding_body,
        mode=answer.mode or "",
        town=town,
        village=village,
        item=item,
        party=party,
        place_text=place,
        act_day=deed.act_day,
        opened_on=timezone.localdate(done_at),
        demo=deed.demo,
    )


def _copy(case: Case, done: Done) -> None:
    kept = done.kept
    assert kept is not None, "an act told again writes no copies"
    case.stage, case.ended, case.due_on, case.due_rule = kept.stage, kept.ended, kept.due_on, kept.due_rule
    case.running = kept.running
    case.last_act, case.last_at, case.handlers = kept.last_act, kept.last_at, kept.handlers
    case.number = case.number or number_among(done.papers)
    case.search = search_words(case)


def number_among(papers: Sequence[Paper]) -> str:
    """Return the case's own number 案号 when one of `papers` gives it: the approval to open, or the decision on the spot."""
    return next((paper.number for paper in papers if paper.kind in CASE_NUMBER), "")


def search_words(case: Case) -> str:
    """Return the bigram column of a case."""
    return bigrams(
        case.dossier_id, case.number, case.title, case.item.name, case.place_text, case.party.name if case.party else ""
    )
