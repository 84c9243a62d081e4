"""公示的底：一个已经作出处罚决定的案件，和拟稿、审查公布、更正、撤回的人。"""

from datetime import datetime, timedelta
from itertools import count

from tests.cast import Cast, at, build, fresh

from yizhi.desk.cases.actions import perform as act
from yizhi.desk.cases.models import Case
from yizhi.desk.cases.tests.test_ordinary_case import REST, WAY, go, lead_of
from yizhi.desk.disclosure import actions
from yizhi.desk.disclosure.around import Decision, decision_of
from yizhi.desk.papers.telling import Told
from yizhi.desk.papers.telling import Told as CaseTold
from yizhi.desk.people.identity import Identity
from yizhi.rules.disclosure.table import TEXTS

NOW = at("2026-12-20 18:00")
YES = {"endangers": False, "third_party": False}
SECONDS = count()


def moment() -> datetime:
    """Return the next moment at which something is entered: no two are the same."""
    return NOW + timedelta(seconds=next(SECONDS))


def decided(cast: Cast, deed: str = "2026-06-01") -> str:
    """Return a case of a deed of this day whose decision was made on 2026-06-24 and served on the next day."""
    dossier = lead_of(cast, on=deed)
    go(cast, dossier, WAY + REST[:2])
    return dossier


def decision(case: str) -> Decision:
    found = decision_of(Case.objects.select_related("item", "party", "body").get(dossier=case))
    assert found is not None
    return found


def texts(case: str, **other: object) -> dict[str, object]:
    """Return what the product proposes for the public, with something else in some places."""
    columns = decision(case).columns()
    return {**{name: columns[name] for name in TEXTS}, **other}


def draft(who: Identity, case: str, day: str = "2026-06-26", **other: object) -> str:
    told = Told(id=fresh(), kind="draft_disclosure", facts=texts(case, **other), done_at=at(day))
    return actions.draft(who, case, told, now=moment()).disclosure.dossier_id


def do(who: Identity, dossier: str, kind: str, day: str, /, **facts: object) -> actions.Done:
    told = Told(id=fresh(), kind=kind, facts=facts, done_at=at(day))
    return actions.perform(who, dossier, told, now=moment())


def published(cast: Cast, case: str, day: str = "2026-06-29") -> str:
    dossier = draft(cast.jia, case)
    do(cast.bing, dossier, "publish_disclosure", day, **YES)
    return dossier


def contested(cast: Cast, case: str, outcome: str, day: str = "2026-07-20", **more: object) -> None:
    """Let a review against the decision end so."""
    begun = {"contest_number": "示复〔2026〕1号", "contest_body": "广汉市人民政府", "received_on": "2026-07-01"}
    begun |= {"contest_from": "2026-06-30", "simple_review": False}
    ended = {"contest_outcome": outcome, "result_on": day, "reason": "示意", **more}
    for kind, on, facts in (("receive_review", "2026-07-01", begun), ("contest_result", day, ended)):
        act(cast.ji, case, CaseTold(id=fresh(), kind=kind, done_at=at(on), facts=facts), now=moment())


__all__ = ["NOW", "YES", "Cast", "at", "build", "contested", "decided", "decision", "do", "draft", "published", "texts"]
