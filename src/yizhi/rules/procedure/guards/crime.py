"""行刑衔接 No penalty in place of a prosecution: who looks into it, who decides, in what time, and what may follow when it comes back."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from yizhi.rules.cite import cite
from yizhi.rules.deadlines.wording import chinese
from yizhi.rules.procedure.clocks import clock
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.limits import limit_of
from yizhi.rules.procedure.state import Entry, day_of, local
from yizhi.rules.refusal import Reason


@cite("行政执法机关移送涉嫌犯罪案件的规定", "第5条第1款", "２名或者２名以上行政执法人员")
def task_force_of_two(judging: Judging) -> Iterator[Reason]:
    """Whether a deed may be a crime is looked into by two officers or more, set apart for it. Source: rule `crime-taskforce-2`."""
    named = judging.facts.get("task_force")
    if named and len({judging.circumstances.officer(one) for one in named}) < 2:
        yield Reason(
            "task-force-too-small",
            "专案组不得少于两名行政执法人员。",
            "行政执法机关移送涉嫌犯罪案件的规定 第5条第1款",
            cure="再指定一名执法人员。",
            about="task_force",
        )


@cite("行政执法机关移送涉嫌犯罪案件的规定", "第5条第2款", "作出批准移送或者不批准移送的决定")
def report_waits(judging: Judging) -> Iterator[Reason]:
    """The head decides on a report that waits for a decision. Source: rule `crime-approve-3d`."""
    report = judging.last("report_crime")
    if report is not None and judging.state.after(report, "decide_crime_transfer") is not None:
        yield Reason(
            "report-decided",
            "这份报告已经决定过了。",
            "行政执法机关移送涉嫌犯罪案件的规定 第5条第2款",
            cure="有新的情况，重新报告。",
        )


@cite("行政执法机关移送涉嫌犯罪案件的规定", "第5条第2款", "３日内")
def decided_in_three_days(judging: Judging) -> Iterator[Reason]:
    """The decision is made within three days of the report; late is answered for. Source: rule `crime-approve-3d`."""
    limit = limit_of(clock("crime_decision"), judging.state, judging.circumstances)
    last = day_of(limit.due.due) if limit else None
    if last is not None and judging.day > last:
        yield Reason(
            "crime-decision-late",
            f"应当在{chinese(last)}以前决定是否移送，已经超过。",
            "行政执法机关移送涉嫌犯罪案件的规定 第5条第2款",
            "ask",
            cure="写明超期的原因。",
        )


@cite("行政执法机关移送涉嫌犯罪案件的规定", "第5条第2款", "作出批准移送")
def transfer_was_approved(judging: Judging) -> Iterator[Reason]:
    """Only what the head approved goes to the police. Source: rules `crime-approve-3d`, `crime-transfer-duty`."""
    decided = judging.last("decide_crime_transfer")
    if decided is not None and decided.facts.get("transfer_approved") is not True:
        yield Reason(
            "transfer-not-approved",
            "正职负责人没有批准移送。",
            "行政执法机关移送涉嫌犯罪案件的规定 第5条第2款",
            cure="重新报告，由正职负责人（主持工作的负责人）决定。",
        )


@cite("行政执法机关移送涉嫌犯罪案件的规定", "第5条第2款", "２４小时内向同级公安机关移送")
def sent_in_a_day(judging: Judging) -> Iterator[Reason]:
    """What was approved goes to the police within twenty-four hours, days off counted. Source: rule `crime-transfer-24h`."""
    decided = judging.last("decide_crime_transfer")
    if decided is not None and _late(judging, decided):
        yield Reason(
            "transfer-late",
            "批准移送以后超过了二十四小时。",
            "行政执法机关移送涉嫌犯罪案件的规定 第5条第2款",
            "ask",
            cure="写明超期的原因。",
        )


def _late(judging: Judging, decided: Entry) -> bool:
    until: datetime = local(decided.done_at) + timedelta(hours=24)
    return local(judging.proposal.done_at) > until


@cite("行政执法机关移送涉嫌犯罪案件的规定", "第11条第1款", "不得以行政处罚代替移送")
def no_penalty_for_crime(judging: Judging) -> Iterator[Reason]:
    """While a report waits, or an approved transfer has not gone, no penalty is decided: it never takes the place of a transfer. Source: rules `crime-no-substitute`, `crime-transfer-duty`."""
    report = judging.last("report_crime")
    if report is None:
        return
    decided = judging.state.after(report, "decide_crime_transfer")
    sent = judging.state.after(report, "transfer_to_police")
    if decided is None:
        sentence, cure = "已经报告涉嫌犯罪，是否移送还没有决定。", "先办“决定是否移送公安”。"
    elif decided.facts.get("transfer_approved") is True and sent is None:
        sentence, cure = "已经批准移送公安机关，还没有移送。", "先办“移送公安机关”。"
    else:
        return
    yield Reason(
        "crime-transfer-pending",
        sentence + "不得以行政处罚代替移送。",
        "行政执法机关移送涉嫌犯罪案件的规定 第11条第1款",
        cure=cure,
    )


GO_ON = ("warning", "stop_business", "suspend_permit", "revoke")
"""Kinds of penalty that a transfer to the police does not stop. 行政执法机关移送涉嫌犯罪案件的规定 第11条第2款."""


@cite("行政执法机关移送涉嫌犯罪案件的规定", "第11条第2款", "不停止执行")
def earlier_penalties_go_on(judging: Judging) -> Iterator[Reason]:
    """A warning, an order to stop business, a licence withheld or revoked before the transfer goes on after it. Source: rule `crime-prior-penalty-continue`.

    Told of this dossier and of the party's other ones; a transfer after the decision leaves the case where it stands.
    """
    here = judging.state.standing_penalty
    decided = [("本案", here.day, here.facts.get("penalty_kinds") or ())] if here else []
    decided += [(one.body, one.decided_on, one.kinds) for one in judging.circumstances.elsewhere if one.decided_on]
    for whose, day, kinds in decided:
        going = [kind for kind in GO_ON if kind in kinds]
        if going:
            words = judging.circumstances.dictionary.words("penalty_kinds", going)
            yield Reason(
                "earlier-penalty-goes-on",
                f"{whose}在{day}决定的{words}不停止执行。",
                "行政执法机关移送涉嫌犯罪案件的规定 第11条第2款",
                "note",
                cure="把决定书附在移送材料里，照常督促履行。",
            )


@cite("行政执法机关移送涉嫌犯罪案件的规定", "第11条第2款", "不停止执行")
def fine_after_transfer(judging: Judging) -> Iterator[Reason]:
    """After a transfer the text lets four kinds of penalty go on and does not name the fine: whether it is pressed for, a person says. Source: rule `crime-prior-penalty-continue`."""
    sent = judging.state.after(judging.state.standing_penalty, "transfer_to_police")
    if sent is not None and judging.state.owed > 0 and _answer(judging) not in ("not_filed", "withdrawn"):
        yield Reason(
            "fine-after-transfer",
            "本案决定以后已经移送公安机关。警告、责令停产停业、暂扣或者吊销许可证照不停止执行；罚款是否继续催缴，条文没有写明。",
            "行政执法机关移送涉嫌犯罪案件的规定 第11条第2款",
            "ask",
            cure="写明为什么现在继续催缴；人民法院判处罚金的，已缴罚款依法折抵。",
        )


@cite("行政处罚法", "第35条第2款", "不再给予罚款")
def no_fine_after_court(judging: Judging) -> Iterator[Reason]:
    """Where the court has imposed a fine, no fine is added. Source: rule `crime-fine-offset`."""
    if judging.state.known("court_fined") is True and judging.money("fine_yuan"):
        yield Reason(
            "fined-by-court",
            "人民法院已经判处罚金，不再给予罚款。",
            "行政处罚法 第35条第2款",
            cure="去掉罚款；其他处罚依法决定。",
            about="fine_yuan",
        )


def _answer(judging: Judging) -> str:
    answered = judging.last("police_answer")
    return str(answered.facts.get("police_result")) if answered else ""


@cite("行政执法机关移送涉嫌犯罪案件的规定", "第12条", "自接到立案通知书之日起３日内")
def police_filed(judging: Judging) -> Iterator[Reason]:
    """Exhibits go over when the police have opened a case. Source: rules `crime-handover-3d`, `crime-materials`."""
    if _answer(judging) != "filed":
        yield Reason(
            "police-not-filed",
            "记录里还没有公安机关的立案通知。",
            "行政执法机关移送涉嫌犯罪案件的规定 第12条",
            cure="收到立案通知书，先办“记录公安机关的答复”。",
        )


@cite("行政执法机关移送涉嫌犯罪案件的规定", "第9条", "不予立案通知书")
def police_refused(judging: Judging) -> Iterator[Reason]:
    """A reconsideration is asked for against a refusal to open a case. Source: rule `crime-reconsider-3d`."""
    if _answer(judging) != "not_filed":
        yield Reason(
            "police-not-refused",
            "记录里没有公安机关不予立案的答复。",
            "行政执法机关移送涉嫌犯罪案件的规定 第9条",
            cure="收到不予立案通知书，先办“记录公安机关的答复”。",
        )


@cite("行政执法机关移送涉嫌犯罪案件的规定", "第9条", "不予立案通知书之日起３日内")
def asked_in_three_days(judging: Judging) -> Iterator[Reason]:
    """The police are asked to reconsider within three days; the procuratorate may be asked at any time. Source: rule `crime-reconsider-3d`."""
    limit = limit_of(clock("crime_reconsider"), judging.state, judging.circumstances)
    last = day_of(limit.due.due) if limit else None
    if judging.facts.get("reconsider_to") == "police" and last is not None and judging.day > last:
        yield Reason(
            "reconsideration-late",
            f"提请公安机关复议的期限到{chinese(last)}为止，已经超过。",
            "行政执法机关移送涉嫌犯罪案件的规定 第9条",
            cure="改为建议人民检察院立案监督。",
            about="reconsider_to",
        )


@cite("行政处罚法", "第27条第1款", "司法机关应当及时将案件移送有关行政机关")
def came_back(judging: Judging) -> Iterator[Reason]:
    """A case comes back from the police only when they have not opened one or have dropped it. Source: rule `reverse-transfer`."""
    if judging.facts.get("returned_by") == "police" and _answer(judging) not in ("not_filed", "withdrawn"):
        yield Reason(
            "police-still-at-it",
            "记录里没有公安机关不予立案、撤销案件的答复。",
            "行政处罚法 第27条第1款",
            cure="先办“记录公安机关的答复”。",
            about="returned_by",
        )
