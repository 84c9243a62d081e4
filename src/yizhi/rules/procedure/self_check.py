"""案卷自检 What an examiner of dossiers would look for, read from the record alone: nine vetoes and a hundred points.

The county's own scoring rules were not obtained: the weights are ours and shown as unconfirmed. They describe a dossier, never a person.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from yizhi.rules.procedure.guards.discretion import chosen_tier
from yizhi.rules.procedure.guards.investigation import EVIDENCE_ACTS
from yizhi.rules.procedure.guards.people import handled
from yizhi.rules.procedure.guards.recording import worth_recording
from yizhi.rules.procedure.guards.review import discussion_ground, triggers
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.limits import limits
from yizhi.rules.procedure.state import CaseState, Entry, yuan

FORM, SUBSTANCE = "form", "substance"
PENALTY = ("decide_penalty", "decide_on_spot")
NOTICE = ("prior_notice", "tell_on_spot")
SERVED_PAPERS: Mapping[str, str] = {
    "prior_notice": "serve_notice",
    "decide_penalty": "serve_decision",
    "decide_no_penalty": "serve_no_penalty",
}

Check = Callable[[Judging], bool | None]
"""A check says whether the dossier holds what it must; None where this dossier has no use for it."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing looked for 检查项. `points` 0 = a veto 一票否决. `part`: form 卷面 or substance 实体; `papers`: where in the dossier one reads it."""

    id: str
    words: str
    article: str
    check: Check
    papers: tuple[str, ...] = ()
    points: int = 0
    part: str = SUBSTANCE
    cure: str = ""

    @property
    def veto(self) -> bool:
        """Say whether failing it alone spoils the dossier."""
        return self.points == 0


@dataclass(frozen=True, slots=True)
class Checked:
    """One point looked at: `held` None where this dossier has no use for it."""

    point: Point
    held: bool | None


def self_check(judging: Judging) -> tuple[Checked, ...]:
    """Return every point with what the dossier says of it, the vetoes first."""
    return tuple(Checked(point, point.check(judging)) for point in POINTS)


def score(checked: Iterable[Checked], part: str) -> tuple[int, int]:
    """Return the points kept and the points there are in one part; what the dossier has no use for is kept."""
    rows = [one for one in checked if one.point.part == part and not one.point.veto]
    return sum(one.point.points for one in rows if one.held is not False), sum(one.point.points for one in rows)


def _decided(state: CaseState) -> Entry | None:
    return state.last(*PENALTY)


def _if_punished(check: Callable[[Judging, Entry], bool | None]) -> Check:
    """Make a check that concerns dossiers with a penalty only."""

    def made(judging: Judging) -> bool | None:
        decided = _decided(judging.state)
        return None if decided is None else check(judging, decided)

    return made


def _before(state: CaseState, decided: Entry, *kinds: str) -> bool:
    """Say whether one of these acts was recorded before the decision."""
    return any(state.position(entry) < state.position(decided) for entry in state.all(*kinds))


def _two_officers(judging: Judging) -> bool | None:
    acts = [(entry, judging.procedure.act(entry.kind)) for entry in judging.state.entries]
    return all(len(set(entry.officers)) >= 2 for entry, act in acts if act is not None and act.present)


def _one_body(judging: Judging, decided: Entry) -> bool | None:
    bodies = {entry.body for entry in judging.state.entries if entry.body and entry.kind != "register_lead"}
    return len(bodies) <= 1


def _opened_first(judging: Judging, decided: Entry) -> bool | None:
    opened, first = judging.last("open_case"), next(iter(judging.state.all(*EVIDENCE_ACTS, "tell_rights")), None)
    if judging.procedure.kind != "ordinary":
        return None
    return opened is not None and (first is None or judging.state.position(opened) < judging.state.position(first))


def _evidence(judging: Judging, decided: Entry) -> bool | None:
    return _before(judging.state, decided, *EVIDENCE_ACTS, "establish_facts")


def _told_first(judging: Judging, decided: Entry) -> bool | None:
    state = judging.state
    served = _before(state, decided, "serve_notice") or state.procedure == "summary"
    return _before(state, decided, *NOTICE) and served


def _hearing(judging: Judging, decided: Entry) -> bool | None:
    asked = judging.state.after(judging.state.notice, "request_hearing") if judging.state.notice else None
    return None if asked is None else _before(judging.state, decided, "report_hearing", "end_hearing")


def _review(judging: Judging, decided: Entry) -> bool | None:
    if judging.procedure.kind != "ordinary":
        return None
    reviews = [
        entry for entry in judging.state.all("review_legality", "review_case") if entry.facts.get("outcome") == "agree"
    ]
    if triggers(judging):
        reviews = [entry for entry in reviews if entry.kind == "review_legality"]
    inside = handled(judging)
    return any(judging.circumstances.officer(entry.actor) not in inside for entry in reviews)


def _discussion(judging: Judging, decided: Entry) -> bool | None:
    if judging.procedure.kind != "ordinary" or not discussion_ground(judging)[0]:
        return None
    return _before(judging.state, decided, "discuss")


def _not_heavier(judging: Judging, decided: Entry) -> bool | None:
    notice = judging.state.notice
    if notice is None:
        return False
    fine, told = yuan(decided.facts.get("fine_yuan")), yuan(notice.facts.get("proposed_fine_yuan"))
    kinds = set(decided.facts.get("penalty_kinds") or ())
    return (fine or 0) <= (told or 0) and kinds <= set(notice.facts.get("proposed_penalty_kinds") or ())


def _in_time(*ids: str) -> Check:
    def made(judging: Judging) -> bool | None:
        today: date = judging.circumstances.today
        found = [limit for limit in limits(judging.state, judging.circumstances) if limit.id in ids]
        return None if not found else not any(limit.overdue(today) for limit in found)

    return made


def _has(*kinds: str) -> Check:
    return lambda judging: judging.state.has(*kinds)


def _opened_has(*kinds: str) -> Check:
    return lambda judging: judging.state.has(*kinds) if judging.state.has("open_case") else None


def _returns(judging: Judging) -> bool | None:
    due = [served for made, served in SERVED_PAPERS.items() if judging.state.has(made)]
    return all(judging.state.has(kind) for kind in due) if due else None


def _files(judging: Judging) -> bool | None:
    return any(entry.evidence or entry.facts.get("evidence") for entry in judging.state.entries)


def _recordings(judging: Judging) -> bool | None:
    told = [entry.facts.get("recorded") for entry in judging.state.entries if worth_recording(entry)]
    return all(isinstance(one, bool) for one in told) if told else None


def _defence(judging: Judging) -> bool | None:
    heard = judging.last("hear_defence")
    return None if heard is None else judging.state.after(heard, "review_defence") is not None


def _reasons(judging: Judging, decided: Entry) -> bool | None:
    return bool(decided.facts.get("discretion_reason") or decided.facts.get("reason"))


def _tier(judging: Judging, decided: Entry) -> bool | None:
    if not judging.circumstances.benchmark or not decided.facts.get("fine_yuan"):
        return None
    return bool(decided.facts.get("discretion_tier")) or chosen_tier(judging) is not None


def _corrected(judging: Judging, decided: Entry) -> bool | None:
    return judging.state.has("order_correction") or bool(decided.facts.get("correction"))


def _performed(judging: Judging, decided: Entry) -> bool | None:
    return judging.state.owed == 0 or judging.state.has("apply_court", "court_answer")


VETOES = (
    Point("one-body", "全案以同一个有权机关的名义办理", "行政处罚法 第17条", _if_punished(_one_body), ("penalty-decision", "on-spot-decision")),
    Point("two-officers", "现场的环节都由两名以上执法人员办理", "行政处罚法 第42条第1款", _two_officers, ("scene-record", "inquiry-record")),
    Point("opened-first", "先立案，后调查取证", "行政处罚法 第54条第2款", _if_punished(_opened_first), ("case-opening-approval",)),
    Point("evidence", "处罚有证据支持", "行政处罚法 第40条", _if_punished(_evidence), ("evidence-list", "scene-record", "inquiry-record")),
    Point("told-first", "处罚前已经告知并送达", "行政处罚法 第62条", _if_punished(_told_first), ("prior-notice", "on-spot-decision")),
    Point("hearing", "要求听证的，已经组织听证或者依法终止", "行政处罚法 第63条", _if_punished(_hearing), ("hearing-record", "hearing-end-record")),
    Point("review", "经过应当进行的审核，审核人没有办过本案", "行政处罚法 第58条", _if_punished(_review), ("legal-review-opinion", "case-review-opinion")),
    Point("discussion", "应当集体讨论的，已经集体讨论", "行政处罚法 第57条第2款", _if_punished(_discussion), ("collective-discussion-record",)),
    Point("not-heavier", "处罚不重于告知", "行政处罚法 第45条第2款", _if_punished(_not_heavier), ("penalty-decision", "on-spot-decision")),
)  # fmt: skip

SCORED = (
    Point("opening-paper", "立案审批表在卷", "行政处罚法 第54条第2款", _opened_has("open_case"), ("case-opening-approval",), 4, FORM),
    Point("service-address", "送达地址确认书在卷", "行政处罚法 第61条", _opened_has("tell_rights"), ("service-address",), 4, FORM, "办“告知权利、确认送达地址”。"),
    Point("service-returns", "告知书、决定书都有送达回证", "行政处罚法 第61条", _returns, ("service-return",), 6, FORM, "补齐送达回证。"),
    Point("evidence-files", "照片、录像等证据文件已经存入", "行政处罚法 第47条", _files, ("evidence-list",), 3, FORM, "存入执法全过程记录。"),
    Point("recordings", "现场、取证、听证、留置和公告送达写明有没有音像记录", "国办发〔2018〕118号 三(八)", _recordings, ("scene-record", "inquiry-record", "service-return"), 3, FORM, "以后每一步当时写明；没有记录的写理由。"),
    Point("assessment-time", "核查在期限内", "行政处罚法 第54条第2款", _in_time("assessment"), ("lead-registration",), 8),
    Point("case-time", "办案在期限内", "行政处罚法 第60条", _in_time("decision"), ("penalty-decision", "no-penalty-decision"), 10),
    Point("review-time", "审核在期限内", "行政处罚法 第58条", _in_time("review", "case_review"), ("legal-review-opinion", "case-review-opinion"), 6),
    Point("service-time", "送达在期限内", "行政处罚法 第61条第1款", _in_time("service", "no_penalty_service"), ("service-return",), 8),
    Point("disclosure-time", "公示审查在期限内", "行政处罚法 第48条", _in_time("disclosure"), ("disclosure-review",), 8),
    Point("rights", "首次取证告知了陈述、申辩、申请回避的权利", "行政处罚法 第43条", _opened_has("tell_rights", "inquire"), ("inquiry-record", "service-address"), 8),
    Point("defence", "陈述申辩已经复核，写明是否采纳", "行政处罚法 第45条第1款", _defence, ("defence-review",), 10),
    Point("reasons", "决定写明裁量的理由", "行政处罚法 第59条", _if_punished(_reasons), ("penalty-decision", "on-spot-decision"), 6),
    Point("benchmark", "有裁量基准的，决定写明适用情况", "国务院办公厅关于进一步规范行政裁量权基准制定和管理工作的意见 五(十二)", _if_punished(_tier), ("penalty-decision",), 4),
    Point("correction", "责令改正", "行政处罚法 第28条第1款", _if_punished(_corrected), ("correction-order", "penalty-decision"), 6),
    Point("performance", "决定已经履行，或者申请了强制执行", "行政处罚法 第66条", _if_punished(_performed), ("payment-slip", "closing-approval"), 6),
)  # fmt: skip

POINTS = VETOES + SCORED
