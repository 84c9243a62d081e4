"""公布 What publication does: the allocations through the one door of the items' room, the running cases through that of the cases."""

from dataclasses import replace
from datetime import datetime

from uuid_utils.compat import uuid7

from yizhi.desk.cases.recalling import Settled, settle_on_recall
from yizhi.desk.matters.actions import enter_together
from yizhi.desk.matters.granting import Grant
from yizhi.desk.matters.queries import grants_of
from yizhi.desk.people.identity import Identity
from yizhi.rules.batches import Draft
from yizhi.rules.batches.checks import ended_by

from .around import Around


def publish(identity: Identity, scene: Around, *, now: datetime) -> list[str]:
    """Write what a decided batch says and return the fact of the allocation of each line, in the order of the lines."""
    if scene.state.draft.kind == "allocation":
        given = [("", grant) for grant in _given(scene)]
        return [row.fact for row in enter_together(given, by=identity.account, now=now)]
    ended = _ended(scene)
    said, why = grants_of(ended), f"按{scene.state.instrument}收回"
    taken_back = [
        (fact, replace(said[fact], valid_to=scene.state.starts_on, on_recall=scene.state.draft.on_recall, why=why))
        for fact in ended
    ]
    enter_together(taken_back, by=identity.account, now=now)
    _settle(identity, scene, now)
    return ended


def _given(scene: Around) -> list[Grant]:
    state = scene.state
    draft = state.draft
    plain = [
        Grant(
            item=line.item,
            town=line.town,
            mode=line.mode,
            valid_from=state.starts_on,
            valid_to=draft.ends_on,
            published_on=scene.today,
            basis=line.basis,
            letter=state.instrument,
            on_recall=draft.on_recall,
        )
        for line in draft.lines
    ]
    return [_conferred(grant, draft) if grant.mode == "conferral" else grant for grant in plain]


def _conferred(grant: Grant, draft: Draft) -> Grant:
    """Add what only a conferral has: the provincial decision, the transition, the coercive measures."""
    return replace(
        grant,
        decision=draft.decision,
        transition_until=draft.transition_until,
        transition_body=draft.transition_body if draft.transition_until else "",
        coercion=draft.coercion,
    )


def _ended(scene: Around) -> list[str]:
    facts = []
    for line in scene.draft.lines:
        row = ended_by(line, scene.known.place(line.item, line.town).allocations, scene.state.starts_on)
        assert row is not None, "a recall that was checked has something to end"
        facts.append(row.id)
    return facts


def _settle(identity: Identity, scene: Around, now: datetime) -> None:
    """Write on every touched case's own record what was settled for it."""
    for one in scene.touches.cases:
        if one.settles:
            told = scene.state.settled[one.case.dossier]
            settled = Settled(
                one.case.dossier,
                told["choice"],
                told["reason"],
                scene.state.instrument,
                one.to,
                scene.state.starts_on,
            )
            settle_on_recall(identity, settled, id=uuid7(), now=now)
