"""主体资格 Whether the body that would decide is confirmed as a subject of enforcement, and whether it may use another department's power.

What the register of bodies says is added to an answer that is already there: it changes nothing about whose power it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from yizhi.rules.authority.answer import Answer
from yizhi.rules.authority.reasons import Finding, Wording
from yizhi.rules.cite import cite

SUBJECT_NOT_CONFIRMED: Final = Wording(
    "subject-not-confirmed",
    "stop",
    "行政执法监督条例 第17条第1款",
    "{0}的执法主体资格在{1}没有经司法行政部门确认，不能以它的名义执法。",
    "报司法行政部门确认主体资格，登记确认文件并公示。",
)
SUBJECT_NOT_ANNOUNCED: Final = Wording(
    "subject-not-announced",
    "note",
    "行政执法监督条例 第17条第1款",
    "{0}的执法主体资格到{1}还没有登记公示。",
    "由司法行政部门公示，登记公示的日期和地方。",
)
CONCENTRATION_UNDECIDED: Final = Wording(
    "concentration-undecided",
    "ask",
    "行政处罚法 第18条第2款",
    "{0}的领域是{1}，这个事项是{2}的；行使别的部门的处罚权，要有国务院或者省级人民政府的决定。",
    "登记相对集中处罚权的决定；还没有登记的，写明决定的名称和文号；没有决定的，由主管部门办理。",
)
SEVERITIES: Final = ("stop", "ask", "note")


@dataclass(frozen=True, slots=True)
class Registered:
    """登记的主体 What the register says of one body on one day. `known` = it stands in the register at all.

    A body from before the register was kept (`known` False) counts; its page says that the confirmation is not entered.
    `concentrated`: the domains of other departments whose power it may use on that day.
    """

    name: str
    known: bool = False
    confirmed: bool = False
    announced: bool = False
    domain: str = ""
    department: bool = False
    concentrated: frozenset[str] = frozenset()


@cite("行政执法监督条例", "第17条第1款", "行政执法主体资格进行确认")
def subject_findings(body: Registered, about: str, on: date) -> list[Finding]:
    """主体资格 A body in the register decides only once it is confirmed; confirmed, it is announced. Source: rule `subject-by-justice`."""
    if not body.known:
        return []
    if not body.confirmed:
        return [Finding(SUBJECT_NOT_CONFIRMED, about, (body.name, on))]
    return [] if body.announced else [Finding(SUBJECT_NOT_ANNOUNCED, about, (body.name, on))]


@cite("行政处罚法", "第18条第2款", "可以决定一个行政机关行使")
def concentration_findings(body: Registered, about: str, item_domain: str) -> list[Finding]:
    """相对集中处罚权 A department acts outside its own domain by a decision of the State Council or the province. Source: rule `concentrated-power-decision`."""
    own = {body.domain, *body.concentrated}
    if not body.department or not body.domain or not item_domain or item_domain in own:
        return []
    return [Finding(CONCENTRATION_UNDECIDED, about, (body.name, body.domain, item_domain))]


def with_findings(answer: Answer, findings: Iterable[Finding]) -> Answer:
    """Return the answer with more reasons; a `stop` among them takes the permission away."""
    more = tuple(findings)
    if not more:
        return answer
    stopped = any(finding.severity == "stop" for finding in more)
    return replace(answer, allowed=answer.allowed and not stopped, reasons=(*answer.reasons, *more))
