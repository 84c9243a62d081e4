"""执法主体判定 Who may enforce: whose power is this, here, on this day, and are these people qualified to use it?

>>> from datetime import date
>>> world = World.of({
...     "bodies": [
...         {"id": "gov", "kind": "government", "name": "示意县人民政府"},
...         {"id": "town", "kind": "town", "name": "示意镇人民政府", "county": "510681", "parent": "gov"},
...         {"id": "dept", "kind": "department", "name": "示意部门", "county": "510681", "parent": "gov"}],
...     "items": [{"id": "i", "name": "示例事项", "kind": "penalty", "domain": "城管", "owner": "dept",
...                "bases": [{"law": "示例条例", "article": "第一条", "effective": "2020-01-01"}]}]})
>>> answer = decide(Question("i", "town", date(2026, 6, 1), "penalty_decision"), world)
>>> answer.allowed, answer.deciding_body, answer.mode, answer.codes
(False, 'dept', 'posted', ('officers-too-few',))
>>> answer.explained[0].sentence
'合格的执法人员只有 0 人，少于 2 人。'
"""

from yizhi.rules.authority.alternatives import Alternative
from yizhi.rules.authority.answer import Answer
from yizhi.rules.authority.boundary import ROLES, STEPS, Charge, boundary_faults
from yizhi.rules.authority.deciding import decide, decide_many, holdings, matrix
from yizhi.rules.authority.duties import Letter, Listed, letter_faults, listed_items, on_list, taken_over_by
from yizhi.rules.authority.facts import (
    Allocation,
    Area,
    Basis,
    Body,
    Certificate,
    Fact,
    Item,
    Membership,
    Officer,
    Posting,
    Recusal,
    StatusPeriod,
)
from yizhi.rules.authority.issued import IssuedChange, issued_changes, same_list
from yizhi.rules.authority.power import Holding
from yizhi.rules.authority.question import ACTIONS, Action, Question
from yizhi.rules.authority.reasons import WORDINGS, Finding, Wording
from yizhi.rules.authority.world import Known, World

__all__ = [
    "ACTIONS",
    "ROLES",
    "STEPS",
    "WORDINGS",
    "Action",
    "Allocation",
    "Alternative",
    "Answer",
    "Area",
    "Basis",
    "Body",
    "Certificate",
    "Charge",
    "Fact",
    "Finding",
    "Holding",
    "IssuedChange",
    "Item",
    "Known",
    "Letter",
    "Listed",
    "Membership",
    "Officer",
    "Posting",
    "Question",
    "Recusal",
    "StatusPeriod",
    "Wording",
    "World",
    "boundary_faults",
    "decide",
    "decide_many",
    "holdings",
    "issued_changes",
    "letter_faults",
    "listed_items",
    "matrix",
    "on_list",
    "same_list",
    "taken_over_by",
]
