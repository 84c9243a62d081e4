"""检查的期限 What the page of limits shows of visits: the last day an order leaves a shop to correct, and approvals to be made up promptly."""

from collections.abc import Iterator
from datetime import date

from yizhi.desk.inspections.queries import correcting, unapproved
from yizhi.desk.inspections.view import spaced
from yizhi.desk.people.identity import Identity
from yizhi.rules.procedure.visiting import STATE

from .work import Due, Promptly


def limits_of_visits(identity: Identity, until: date, town: str, most: int) -> Iterator[Due]:
    """Yield the last days to correct that this identity sees, those until a day, of one town or of all (`town` empty); at most `most`."""
    for part in correcting(identity, until, town)[:most]:
        assert part.correct_by is not None
        yield Due(
            dossier=part.dossier_id,
            number=f"检查 {spaced(part.visit_id)}",
            title=part.visit.party.name,
            body=part.body.short_name,
            town=part.town.name,
            name="改正期限",
            rule="",
            act="confirm_correction",
            on=part.correct_by,
            href=f"/inspections/{part.visit_id}/",
            handlers=tuple(part.handlers),
            others=True,
        )


def approvals_to_make_up(identity: Identity, town: str, most: int) -> Iterator[Promptly]:
    """Yield the urgent inspections whose approval was not made up yet, of one town or of all (`town` empty); at most `most`."""
    for part in unapproved(identity, town)[:most]:
        yield Promptly(
            title=part.visit.party.name,
            number=f"检查 {spaced(part.visit_id)}",
            href=f"/inspections/{part.visit_id}/",
            where=f"{part.body.short_name}　{part.town.name}",
            sentence="紧急当场检查以后，还没有补办审批手续。",
            article=STATE,
        )
