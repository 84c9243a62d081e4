"""文书数据 The shape that every paper is made from. Callers fill it from facts already known; nothing here asks anything.

Dates are `datetime.date` or ISO text (2026-09-05, 2026-09-05T10:30), money is yuan as text with two decimals or `Decimal`,
and a fact follows its kind in `law/facts.toml`. Letterhead, seal and review text follow `body` alone: for an entrusted
power that is the entrusting department, for a posted officer the department, for conferral and statutory power the town.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal, NotRequired, TypedDict

OF_ONE_ACT = frozenset(
    {
        "opinion",
        "proposal",
        "reason",
        "started_at",
        "ended_at",
        "evidence",
        "recipient",
        "recipient_relation",
        "served_on",
    }
    | {"post_result", "published_where", "review_channel", "attempt_detail"}
    | {"service_method", "service_reason", "witness", "outcome", "reviewer_opinion", "present_people"}
    | {"evidence_kind", "evidence_copy", "copy_confirmed", "evidence_source", "evidence_dated"}
    | {"made_how", "made_at", "made_by", "from_device"}
)


class BodyData(TypedDict):
    """机关 In whose name. `prefix` begins its numbers (广连府); `court` only where the body has named one."""

    name: str
    short: NotRequired[str]
    prefix: NotRequired[str]
    address: NotRequired[str]
    phone: NotRequired[str]
    review_body: NotRequired[str]
    court: NotRequired[str]
    payee: NotRequired[str]
    payee_address: NotRequired[str]


class PaperPart(TypedDict, total=False):
    """文书 `name` defaults to the name in the domain; `number` is the whole number 广连府罚决〔2026〕17号, empty before issue."""

    number: str
    name: str
    issued_on: date | str
    demo: bool
    sealed: bool
    signed: Mapping[str, str]


class CaseData(TypedDict, total=False):
    """案件 `number` is the case's own, `dossier` its id shown to people."""

    dossier: str
    title: str
    number: str
    item: str
    domain: str
    town: str
    place: str
    act_day: date | str
    opened_on: date | str
    procedure: Literal["summary", "ordinary", "inspection"]
    mode: Literal["statutory", "conferral", "entrustment", "posted"]


class PartyData(TypedDict, total=False):
    """当事人 An individual or an organisation."""

    kind: Literal["individual", "organisation"]
    name: str
    gender: str
    id_number: str
    credit_code: str
    legal_rep: str
    address: str
    phone: str


class OfficerData(TypedDict):
    """执法人员 Name and number of the certificate."""

    name: str
    certificate: str


class BasisData(TypedDict):
    """依据 One article: law by its official name, article as 第42条第1款, its text where the installation has it."""

    law: str
    article: str
    text: NotRequired[str]


class EvidenceRow(TypedDict, total=False):
    """证据 One line of an evidence list or of a sampling record."""

    name: str
    quantity: str
    source: str
    taken_on: date | str
    note: str


class ConcernedPaper(TypedDict):
    """所涉文书 A paper that this one speaks of: what was served, the decision that is paid, filed or disclosed."""

    title: str
    number: str


class IndexRow(TypedDict):
    """卷内目录的一行. Pages as 1-3; the dossier fills it."""

    number: str
    title: str
    dated: str
    pages: str
    note: str


class PaperData(TypedDict):
    """Everything one paper is made from. `facts` has the keys of `law/facts.toml`.

    Facts are those of the act that makes the paper, over those stated by earlier acts. What belongs to one act only
    (`OF_ONE_ACT`) is taken from that act alone.
    """

    body: BodyData
    paper: PaperPart
    case: CaseData
    party: PartyData
    officers: Sequence[OfficerData]
    bases: Sequence[BasisData]
    facts: Mapping[str, Any]
    evidence: NotRequired[Sequence[EvidenceRow]]
    concerns: NotRequired[Sequence[ConcernedPaper]]
    index: NotRequired[Sequence[IndexRow]]
    pages: NotRequired[int]
