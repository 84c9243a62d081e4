"""查封、扣押 By law or regulation, approved, on the spot with its steps, thirty days, lifted when its ground is gone. Never under entrustment: that is the authority answer's."""

from collections.abc import Iterator

from yizhi.rules.cite import cite
from yizhi.rules.deadlines import domain_of, due
from yizhi.rules.deadlines.wording import chinese
from yizhi.rules.procedure.clocks import clock
from yizhi.rules.procedure.guards.decision import confiscation_decided
from yizhi.rules.procedure.guards.lateness import late_by_the_hour, run_out
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.limits import limit_of
from yizhi.rules.procedure.state import CaseState, Entry
from yizhi.rules.refusal import Reason

ENDS = ("lift_sealing", "handle_sealed")


def open_sealing(state: CaseState) -> Entry | None:
    """Return the oldest sealing or seizure that was neither lifted nor dealt with, or None."""
    return next(iter(state.unmatched("seal_property", ENDS)), None)


@cite("行政强制法", "第18条", "实施前须向行政机关负责人报告并经批准")
@cite("行政强制法", "第19条", "需要当场实施行政强制措施的")
def sealing_approved(judging: Judging) -> Iterator[Reason]:
    """The head approves first, unless it is urgent; then within twenty-four hours after. Source: rules `coercion-steps`, `coercion-urgent-24h`."""
    approved = judging.state.after(judging.last("seal_property"), "approve_sealing")
    if approved is None and judging.facts.get("seal_urgent") is False:
        yield Reason(
            "sealing-not-approved",
            "查封、扣押还没有向负责人报告并经批准。",
            "行政强制法 第18条",
            cure="先办“批准查封、扣押”；情况紧急的，写明并在二十四小时内补办。",
        )


@cite("行政强制法", "第23条", "不得查封、扣押与违法行为无关的场所、设施或者财物")
@cite("行政强制法", "第23条", "不得重复查封")
def scope_kept(judging: Judging) -> Iterator[Reason]:
    """Only what belongs to the deed, nothing one needs to live, nothing that another body has sealed. Source: rule `seize-scope`."""
    if judging.facts.get("seal_scope") is False:
        yield Reason(
            "sealing-out-of-scope",
            "查封、扣押限于涉案的场所、设施或者财物，不得包括当事人及其所扶养家属的生活必需品。",
            "行政强制法 第23条",
            cure="从清单中去掉无关财物和生活必需品。",
            about="seal_scope",
        )
    if judging.facts.get("sealed_elsewhere") is True:
        yield Reason(
            "sealed-already",
            "已被其他国家机关依法查封的，不得重复查封。",
            "行政强制法 第23条",
            cure="与先查封的机关联系，不重复查封。",
            about="sealed_elsewhere",
        )


@cite("行政强制法", "第18条", "当场告知当事人采取行政强制措施的理由、依据以及当事人依法享有的权利、救济途径")
def steps_kept(judging: Judging) -> Iterator[Reason]:
    """The party is told why and what may be done about it; when absent, a witness is there. Source: rule `coercion-steps`."""
    if judging.facts.get("seal_told") is False:
        yield Reason(
            "sealing-not-explained",
            "实施时应当当场告知理由、依据以及当事人的权利、救济途径。",
            "行政强制法 第18条",
            cure="告知后再实施，记入现场笔录。",
            about="seal_told",
        )
    if judging.facts.get("party_presence") == "absent" and not judging.given("witness"):
        yield Reason(
            "sealing-unwitnessed",
            "当事人不到场的，应当邀请见证人到场，由见证人和执法人员在现场笔录上签名。",
            "行政强制法 第18条",
            cure="填见证人。",
            about="witness",
        )


@cite("交通运输行政执法程序规定", "第54条第2款", "应当进行全程音像记录")
def recorded_throughout(judging: Judging) -> Iterator[Reason]:
    """The scene is recorded from beginning to end. Transport: stop; elsewhere a person says why not. Source: rules `coercion-video-transport`, `full-video-required`."""
    if judging.facts.get("seal_recorded") is False:
        transport = domain_of(judging.circumstances.domain) == "transport"
        yield Reason(
            "sealing-unrecorded",
            "查封、扣押的现场应当全程音像记录。",
            "交通运输行政执法程序规定 第54条第2款" if transport else "国办发〔2018〕118号 三(八)",
            "stop" if transport else "ask",
            cure="带执法记录仪重新实施；没有记录的，写明原因。",
            about="seal_recorded",
        )


@cite("行政强制法", "第25条第1款", "查封、扣押的期限不得超过三十日")
def within_thirty_days(judging: Judging) -> Iterator[Reason]:
    """The period written in the decision ends within thirty days. Source: rule `seize-30d`."""
    until, here = judging.date("seal_until"), judging.circumstances
    if until is None:
        return
    last = due("seize-30d", table=here.table, calendar=here.calendar, start=judging.day).due
    if last is not None and until > last:
        yield Reason(
            "sealing-too-long",
            f"查封、扣押的期限不得超过三十日，最迟到{chinese(last)}。",
            "行政强制法 第25条第1款",
            cure="改短；情况复杂的，期满前报批延长。",
            about="seal_until",
        )
    elif until < judging.day:
        yield Reason(
            "sealing-ends-before-it-begins",
            "期限的最后一天早于实施的那一天。",
            "行政强制法 第25条第1款",
            cure="核对日期。",
            about="seal_until",
        )


@cite("行政强制法", "第19条", "并补办批准手续")
def urgent_sealing_waits(judging: Judging) -> Iterator[Reason]:
    """Only what was done at once waits to be ratified, and once. Source: rule `coercion-urgent-24h`."""
    done = judging.last("seal_property")
    if done is not None and (done.facts.get("seal_urgent") is not True or judging.state.after(done, "ratify_sealing")):
        yield Reason(
            "sealing-needs-no-ratifying",
            "最近一次查封、扣押不是紧急实施的，或者已经补办过批准手续。",
            "行政强制法 第19条",
            cure="不用补办；不再需要查封、扣押的，办“解除查封、扣押”。",
        )


@cite("行政强制法", "第19条", "在二十四小时内向行政机关负责人报告")
def ratified_in_time(judging: Judging) -> Iterator[Reason]:
    """Twenty-four hours by the clock; late is answered for. Source: rule `coercion-urgent-24h`."""
    limit = limit_of(clock("sealing_ratifying"), judging.state, judging.circumstances)
    last = late_by_the_hour(judging, limit)
    if last is not None:
        yield Reason(
            "sealing-ratified-late",
            f"补办批准手续的期限到{last:%Y-%m-%d %H:%M}为止，已经超过。",
            "行政强制法 第19条",
            "ask",
            cure="写明超期的原因。",
        )


@cite("行政强制法", "第28条", "应当立即退还财物")
def something_sealed(judging: Judging) -> Iterator[Reason]:
    """Only what is sealed or seized is tested, extended, sold, lifted or dealt with. Source: rule `seize-release`."""
    if judging.last("seal_property") is not None and open_sealing(judging.state) is None:
        yield Reason(
            "nothing-sealed",
            "查封、扣押都已经解除或者处理。",
            "行政强制法 第28条",
            cure="不用再办；又要查封、扣押的，办“实施查封、扣押”。",
        )


@cite("行政强制法", "第27条", "依法应当没收的非法财物予以没收")
@cite("行政强制法", "第21条", "一并移送，并书面告知当事人")
def handled_as_recorded(judging: Judging) -> Iterator[Reason]:
    """Confiscated by a decision, transferred with the case to the police and the party told. Source: rules `seize-release`, `seize-transfer-with-crime`."""
    way = judging.facts.get("seal_handling")
    if way == "confiscated" and not confiscation_decided(judging):
        yield Reason(
            "sealed-confiscated-undecided",
            "没收要由处罚决定作出，记录里还没有这样的决定。",
            "行政强制法 第27条",
            cure="先作出决定；不没收的，办“解除查封、扣押”。",
            about="seal_handling",
        )
    if way == "transferred" and not judging.state.has("transfer_to_police"):
        yield Reason(
            "sealed-transfer-unrecorded",
            "案件还没有移送公安机关，财物不能先移送。",
            "行政强制法 第21条",
            cure="先办“移送公安机关”。",
            about="seal_handling",
        )
    elif way == "transferred" and judging.facts.get("transfer_told") is not True:
        yield Reason(
            "sealed-transfer-untold",
            "财物一并移送的，应当书面告知当事人。",
            "行政强制法 第21条",
            cure="选已书面告知，制作告知书。",
            about="transfer_told",
        )


@cite("行政强制法", "第25条第1款", "不得超过三十日")
@cite("行政强制法", "第28条", "查封、扣押期限已经届满")
def not_expired(judging: Judging) -> Iterator[Reason]:
    """When its time is over a sealing is lifted; nothing else can be made of it. Source: rule `seize-release`."""
    limit = run_out(judging, "sealing")
    if limit is not None and limit.due.due is not None:
        yield Reason(
            "sealing-expired",
            f"查封、扣押的期限到{chinese(limit.due.due)}为止，已经届满，应当解除并退还财物。",
            "行政强制法 第28条",
            cure="办“解除查封、扣押”。",
        )


@cite("行政强制法", "第28条", "应当立即退还财物")
def sealing_settled(judging: Judging) -> Iterator[Reason]:
    """A case that ends without a penalty, or is closed, leaves nothing sealed behind. Source: rule `seize-release`."""
    sealed = open_sealing(judging.state)
    if sealed is not None:
        yield Reason(
            "sealing-open",
            f"{chinese(sealed.day)}查封、扣押的财物还没有解除或者处理。",
            "行政强制法 第28条",
            cure="先办“解除查封、扣押”，退还财物。",
        )
