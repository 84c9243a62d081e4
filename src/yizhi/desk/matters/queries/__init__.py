"""事项 What is seen of items, lists, texts and calendars; and the one door for the question of authority.

Items, lists, statutes and calendars are public facts: every role that signs in may read them.
"""

from ..guidance import in_catalogue
from .asking import Person, ask, pairs_of, people_for
from .boundary import (
    Boundary,
    CardOfItem,
    boundary_card,
    boundary_cards,
    boundary_gaps,
    boundary_lines,
    by_whom,
    charges_of,
    published_cards,
)
from .catalogue import (
    MODES,
    ItemLine,
    ItemPage,
    ItemView,
    domains,
    holders,
    item,
    items,
    lines_of,
    towns,
    whose,
)
from .changes import Change, Side, changes_between, list_changes
from .county import county_on, grants_of
from .finder import FoundItem, FoundWhose, find, find_whose
from .findings import FindingPage, finding, findings, findings_of
from .guidance import CataloguePage, catalogue_lines, lines_of_item, numbers_of
from .instruments import (
    Instrument,
    departments_posting_to,
    duty_letter,
    duty_letters,
    instrument,
    items_of,
    items_owned_by,
)
from .issued import issued_before, issued_list, issued_lists, latest_issued
from .lines import Line, TownPart, instrument_words, list_lines, machine_readable, remark
from .lists import AreaList, Wanted, area_list, areas, columns_on, published_list
from .sayings import corrections_waiting, sayings_here
from .standing import Standing, standing
from .statutes import ArticlePage, LawPage, article, statute, statutes

__all__ = [
    "MODES",
    "AreaList",
    "ArticlePage",
    "Boundary",
    "CardOfItem",
    "CataloguePage",
    "Change",
    "FindingPage",
    "FoundItem",
    "FoundWhose",
    "Instrument",
    "ItemLine",
    "ItemPage",
    "ItemView",
    "LawPage",
    "Line",
    "Person",
    "Side",
    "Standing",
    "TownPart",
    "Wanted",
    "area_list",
    "areas",
    "article",
    "ask",
    "boundary_card",
    "boundary_cards",
    "boundary_gaps",
    "boundary_lines",
    "by_whom",
    "catalogue_lines",
    "changes_between",
    "charges_of",
    "columns_on",
    "corrections_waiting",
    "county_on",
    "departments_posting_to",
    "domains",
    "duty_letter",
    "duty_letters",
    "find",
    "find_whose",
    "finding",
    "findings",
    "findings_of",
    "grants_of",
    "holders",
    "in_catalogue",
    "instrument",
    "instrument_words",
    "issued_before",
    "issued_list",
    "issued_lists",
    "item",
    "items",
    "items_of",
    "items_owned_by",
    "latest_issued",
    "lines_of",
    "lines_of_item",
    "list_changes",
    "list_lines",
    "machine_readable",
    "numbers_of",
    "pairs_of",
    "people_for",
    "published_cards",
    "published_list",
    "remark",
    "sayings_here",
    "standing",
    "statute",
    "statutes",
    "towns",
    "whose",
]
