"""The driver of the procedures at the desk: the same lawful facts and the same way of following refusals, told by page, API and command in turn."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.cast import CHINA, Cast
from tests.doors import Deed, Told, by_api, by_command, by_page, signed_in
from yizhi.desk.cases.models import Case
from yizhi.desk.cases.queries import open_ground
from yizhi.desk.papers.actions import keep_evidence
from yizhi.desk.papers.proceeding import state_of
from yizhi.desk.people.identity import Identity
from yizhi.rules.procedure import CaseState, blocks, stops
from yizhi.rules.procedure.tests.driver import Driver, Step
from yizhi.rules.refusal import Reason

OURS = {"甲": "o-jia", "乙": "o-yi", "庚": "o-captain", "辛": "o-posted", "壬": "o-captain"}
PAIR = ("o-jia", "o-yi")


@dataclass
class DeskDriver(Driver):
    """One dossier led through its procedure by everybody whose part it is. `evidence` is the digest of a file kept in it."""

    cast: Cast | None = None
    dossier: str = ""
    evidence: str = ""
    folder: Path = Path()
    capsys: Any = None
    by: list[str] = field(default_factory=list)
    done: int = 0
    eyes: Client | None = None

    @property
    def state(self) -> CaseState:
        return state_of(self.dossier, self.procedure)

    def _try(self, kind: str) -> tuple[Step, tuple[Reason, ...]]:
        """Judge on the pure floor first, to spare the desk what is refused anyway; what it lets through is told at the desk."""
        step, reasons = super()._try(kind)
        if stops(reasons):
            return step, reasons
        step, told = self._tell(kind, step.proposal.facts.get("answers", {}))
        if blocks(told.reasons) and not stops(told.reasons):
            step, told = self._tell(kind, {reason.code: "写明情况" for reason in blocks(told.reasons)})
        if not blocks(told.reasons):
            self.done += 1
            self._look()
        return step, told.reasons

    def _look(self) -> None:
        """The page of the case shows it as it now stands, with every limit that runs; a lead that is no case has none."""
        assert self.cast is not None
        self.eyes = self.eyes or signed_in(self.cast.jia)
        kind = "cases" if Case.objects.filter(dossier=self.dossier).exists() else "leads"
        assert self.eyes.get(f"/{kind}/{self.dossier}/").status_code == 200, self.state.entries[-1].kind

    def _tell(self, kind: str, answers: Mapping[str, str]) -> tuple[Step, Told]:
        step = self.attempt(kind, self.wishes.get(kind, {}), answers)
        act = self._act(kind)
        facts = {key: self._ours(value) for key, value in step.proposal.facts.items()}
        officers = PAIR if act.present else ()
        deed = Deed(self._who(kind), self.dossier, kind, f"{self.now:%Y-%m-%dT%H:%M}", facts, officers)
        return step, self._by_some_door(deed, step.state)

    def _by_some_door(self, deed: Deed, before: CaseState) -> Told:
        door = ("page", "command", "api")[self.done % 3]
        if door == "page" and "answers" not in deed.facts:
            by_page(deed)
            if len(self.state.entries) > len(before.entries):
                self.by.append("page")
                return Told(201, ())
        told = by_command(deed, self.folder, self.capsys) if door == "command" else by_api(deed)
        if not told.reasons:
            self.by.append("command" if door == "command" else "api")
        return told

    def _who(self, kind: str) -> Identity:
        assert self.cast is not None
        by = self._act(kind).by
        return self.cast.ji if by == {"approver"} else self.cast.jia if "officer" in by else self.cast.bing

    def _ours(self, value: Any) -> Any:
        if isinstance(value, list):
            if "a" in value and not self.evidence:
                self.evidence = self._keep()
            return [self.evidence if one == "a" else OURS.get(one, one) for one in value]
        return value

    def _keep(self) -> str:
        assert self.cast is not None
        file = SimpleUploadedFile("记录.txt", "现场记录：河边有装修垃圾一堆。".encode())
        ground = open_ground(self.cast.jia, self.dossier)
        return str(keep_evidence(self.cast.jia, ground, file, now=self.now.replace(tzinfo=CHINA)).digest)
