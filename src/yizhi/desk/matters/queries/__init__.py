"""事项 What is seen of items, lists, texts and calendars; and the one door for the question of authority.

Items, lists, statutes and calendars are public facts: every role that signs in may read them.
"""

from .asking import Person, ask, pairs_of, people_for
from .boundary import Boundary, boundary_card, boundary_gaps, boundary_lines, charges_of
from .catalogue import (
    MODES,
    FoundItem,
    ItemLine,
    ItemPage,
    ItemView,
    domains,
    find,
    find_items,
    holders,
    item,
    items,
    lines_of,
    towns,
    whose,
)
from .findings import FindingPage, finding, findings, findings_of
from .lists import AreaList, area_list, areas
from .standing import Standing, standing

__all__ = [
    "MODES",
    "AreaList",
    "Boundary",
    "FindingPage",
    "FoundItem",
    "ItemLine",
    "ItemPage",
    "ItemView",
    "Person",
    "Standing",
    "area_list",
    "areas",
    "ask",
    "boundary_card",
    "boundary_gaps",
    "boundary_lines",
    "charges_of",
    "domains",
    "find",
    "find_items",
    "finding",
    "findings",
    "findings_of",
    "holders",
    "item",
    "items",
    "lines_of",
    "pairs_of",
    "people_for",
    "standing",
    "towns",
    "whose",
]
