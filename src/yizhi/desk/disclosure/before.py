"""事前公示 What the public reads of each body before it enforces, computed from what is registered; what is missing is told to who keeps it."""

from datetime import date
from typing import Any

from yizhi.desk.bodies.models import Body
from yizhi.desk.bodies.queries import bodies
from yizhi.desk.matters.models import Allocation, Item
from yizhi.rules.disclosure.beforehand import Posted, lacking
from yizhi.rules.procedure.tables import current

# What a party meets of each procedure; the rest of the tables is the body's own work.
MET = {
    "summary": {"show_credentials", "establish_facts", "tell_on_spot", "hear_on_spot", "decide_on_spot"},
    "ordinary": {
        "open_case",
        "tell_rights",
        "record_scene",
        "inquire",
        "prior_notice",
        "hear_defence",
        "hold_hearing",
        "decide_penalty",
        "serve_decision",
    },
}


def posted(body: Body, on: date) -> Posted:
    """Return what is known of a body on a day."""
    return Posted(
        name=body.name,
        phone=body.phone,
        address=body.address,
        review_body=body.parent.name if body.parent else "",
        court=body.court,
        items=_has_items(body, on),
        government=body.kind == Body.Kind.GOVERNMENT,
    )


def _has_items(body: Body, on: date) -> bool:
    if body.town_id is None:
        return Item.objects.filter(owner=body).exists()
    return Allocation.objects.known().holding(on).filter(town=body.town_id).exists()


def list_href(body: Body) -> str:
    """Return where the public reads on what a body stands: the list of its town, or of its domain."""
    if body.town_id:
        return f"/public/lists/?town={body.town_id}"
    return f"/public/lists/?domain={body.domain}" if body.domain else "/public/lists/"


def steps(on: date) -> list[dict[str, str]]:
    """Return the two procedures in plain words: the acts that a party meets, in the order of their tables."""
    told = []
    for kind, met in MET.items():
        procedure = current(kind, on)
        names = [act.name for act in procedure.acts if act.kind in met]
        told.append({"name": procedure.name, "words": " → ".join(names)})
    return told


def rows_with_gaps(on: date) -> list[dict[str, Any]]:
    """Return every body with what is missing of its public page, for the desk."""
    return [
        {
            "name": body.name,
            "href": f"/public/bodies/{body.pk}/",
            "keep_href": f"/bodies/{body.pk}/",
            "lacking": [reason.sentence for reason in lacking(posted(body, on))],
        }
        for body in bodies()
    ]
