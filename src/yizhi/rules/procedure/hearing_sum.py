"""较大数额 From which sum on a hearing is offered: a standard of province and domain, in force from a day."""

from dataclasses import dataclass
from decimal import Decimal

from yizhi.rules.deadlines import domain_of
from yizhi.rules.table import RuleTable

WRITTEN = {"market": "hearing-threshold-market"}
"""The rule of a domain that names sums of its own; elsewhere the province does."""


@dataclass(frozen=True, slots=True)
class HearingSum:
    """One standard, in yuan: `individual` and `organisation` are the sums from which on fine and confiscation together are large.

    `inclusive`: the sum itself is large already (以上); else only more than it (超过). `article`: where it stands.
    `confirmed`: somebody of the county has confirmed it; one that is not counts all the same.
    """

    individual: Decimal
    organisation: Decimal
    inclusive: bool
    article: str
    confirmed: bool = True

    def reached(self, party_kind: str, total: Decimal) -> bool:
        """Say whether a sum is large for the party; a self-employed person 个体工商户 is taken as a person, the stricter reading.

        >>> one = HearingSum(Decimal(10000), Decimal(100000), True, "市场监督管理行政处罚听证办法 第5条")
        >>> one.reached("individual", Decimal("10000.00")), one.reached("organisation", Decimal("99999.99"))
        (True, False)
        """
        least = self.organisation if party_kind == "organisation" else self.individual
        return total >= least if self.inclusive else total > least

    @property
    def sentence(self) -> str:
        """Return the standard in one sentence, saying so when nobody has confirmed it."""
        word = "以上" if self.inclusive else "超过"
        first, second = (
            f"{word}{amount:.0f}元" if word == "超过" else f"{amount:.0f}元{word}" for amount in self._sums
        )
        doubt = "" if self.confirmed else "（未确认，先从严适用）"
        return f"罚没合计个人{first}、单位{second}的，应当告知听证权{doubt}。"

    @property
    def _sums(self) -> tuple[Decimal, Decimal]:
        return self.individual, self.organisation


def written_sum(table: RuleTable, domain: str) -> HearingSum | None:
    """Return the standard that the domain's own rules name, or None; `domain` as written on the item."""
    rule_id = WRITTEN.get(domain_of(domain))
    if rule_id is None:
        return None
    rule = table[rule_id]
    return HearingSum(
        individual=Decimal(rule.figures["natural_person_min"]),
        organisation=Decimal(rule.figures["org_min"]),
        inclusive=bool(rule.figures["inclusive"]),
        article=str(rule.citation),
    )
