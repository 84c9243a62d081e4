"""案情底数 What is settled about a case's dossier."""

from yizhi.desk.papers.ground import Ground

from .models import Case


def ground_of(case: Case) -> Ground:
    """Return what is settled about a case's dossier."""
    return Ground(
        dossier=case.dossier_id,
        procedure=case.procedure,
        procedure_version=int(case.procedure_version),
        body=case.body_id,
        town=case.town_id,
        village=case.village_id or "",
        item=case.item_id,
        domain=case.item.domain,
        party=case.party_id or "",
        party_kind=case.party.kind if case.party else "",
        title=case.title,
        act_day=case.act_day,
        place=case.place_text,
        mode=case.mode,
        number=case.number,
        opened_on=case.opened_on,
        opened_body=case.body_id,
        on_recall=case.on_recall,
        demo=case.demo,
    )
