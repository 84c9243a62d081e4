"""当事人 Openly fictional parties: their names say 演示, their numbers cannot belong to anybody.

A person's number says born in 1900; a firm's number has DEM where the organisation's own part stands.
"""

from dataclasses import dataclass

from stdnum.cn import ric, uscc

from yizhi.desk.parties.actions import Particulars
from yizhi.desk.parties.models import Party

from .tables import COUNTY

SURNAMES = "甘尹樊霍虞万支柯管卢莫房裘缪干解应宗丁宣邓郁单杭洪包左石崔吉龚程邢裴陆荣翁荀羊惠甄曲封芮储靳"
REGISTRARS = {Party.Kind.ENTERPRISE: "91", Party.Kind.SELF_EMPLOYED: "92", Party.Kind.ORGANISATION: "93"}


@dataclass(frozen=True, slots=True)
class Fiction:
    """A party that does not exist, as it will be registered."""

    kind: str
    number: int
    trade: str = ""

    def told(self, village: str) -> Particulars:
        """Return the particulars, living or seated in `village`."""
        surname = SURNAMES[self.number % len(SURNAMES)]
        person = f"{surname}演{'甲乙丙丁戊己庚辛'[self.number // len(SURNAMES) % 8]}"
        if self.kind == Party.Kind.INDIVIDUAL:
            return Particulars(
                kind=self.kind,
                name=person,
                citizen_id=person_number(self.number),
                address=f"{village}{self.number % 9 + 1}组（演示）",
            )
        ending = {Party.Kind.ENTERPRISE: "有限公司"}.get(Party.Kind(self.kind), "")
        return Particulars(
            kind=self.kind,
            name=f"演示{surname}{'一二三四五六七八九'[self.number % 9]}号{self.trade}{ending}",
            credit_code=firm_number(REGISTRARS[Party.Kind(self.kind)], self.number),
            legal_representative=person,
            address=f"{village}演示路{self.number % 90 + 1}号",
        )


def person_number(number: int) -> str:
    """Return a well-formed number of a person said to be born in 1900."""
    front = f"{COUNTY}1900{number // 28 % 12 + 1:02d}{number % 28 + 1:02d}{number % 999 + 1:03d}"
    return front + ric.calc_check_digit(front + "0")


def firm_number(registrar: str, number: int) -> str:
    """Return a well-formed credit code whose organisation part begins with DEM."""
    front = f"{registrar}{COUNTY}DEM{number:05d}X"
    return front + uscc.calc_check_digit(front)
