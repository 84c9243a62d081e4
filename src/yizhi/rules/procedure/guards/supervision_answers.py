"""异议、办结和对人员的处理 Objections are answered in writing, a matter is closed for a reason that the record bears, officers are handled by who may."""

from collections.abc import Iterator

from yizhi.rules.cite import cite
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.oversight import ANSWER, DECISION, answer_due, answered_late, objection_open, standing_letter
from yizhi.rules.procedure.table import GOVERNMENT
from yizhi.rules.refusal import Reason

REGULATION = "行政执法监督条例"
SICHUAN = "四川省行政执法监督条例"


@cite("行政执法监督条例", "第30条", "行政执法监督机构应当及时处理")
def objection_answered(judging: Judging) -> Iterator[Reason]:
    """An objection is answered before anything is closed or carried further. Source: rule `supervise-objection`."""
    if objection_open(judging.state) is not None:
        yield Reason(
            "objection-open",
            "被监督机关提出的异议还没有书面处理。",
            f"{REGULATION} 第30条",
            cure="先办“处理异议”。",
        )


@cite("行政执法监督条例", "第30条", "可以向其提出并说明理由")
def something_to_object_to(judging: Judging) -> Iterator[Reason]:
    """An objection is against a paper that stands, one at a time. Source: rule `supervise-objection`."""
    if standing_letter(judging.state) is None:
        yield Reason(
            "nothing-to-object-to",
            "没有正在生效的监督文书，不用提异议。",
            f"{REGULATION} 第30条",
            cure="收到督办函、意见书以后，再提异议。",
        )
    elif objection_open(judging.state) is not None:
        yield Reason(
            "objection-open",
            "已经提出的异议正在处理。",
            f"{REGULATION} 第30条",
            cure="等书面答复；要补充的，直接告诉司法行政部门。",
        )


@cite("行政执法监督条例", "第30条", "行政执法监督机构应当及时处理")
def objection_there(judging: Judging) -> Iterator[Reason]:
    """Only an objection that was raised is answered. Source: rule `supervise-objection`."""
    if objection_open(judging.state) is None:
        yield Reason(
            "objection-missing",
            "没有等着处理的异议。",
            f"{REGULATION} 第30条",
            cure="被监督机关提出异议以后再处理。",
        )


@cite("行政执法监督条例", "第26条第1款", "报请本级人民政府制发行政执法监督决定书")
def government_lifts_its_own(judging: Judging) -> Iterator[Reason]:
    """A decision of the government is lifted by the government only. Source: rule `supervise-letter-types`."""
    letter = standing_letter(judging.state)
    upheld = judging.facts.get("objection_outcome") == "upheld"
    if upheld and letter and letter.kind == DECISION and GOVERNMENT not in judging.circumstances.roles:
        yield Reason(
            "decision-of-the-government",
            "监督决定书是本级人民政府制发的，采纳异议要由本级人民政府定。",
            f"{REGULATION} 第26条第1款",
            cure="请本级人民政府负责人办理这一步。",
            about="objection_outcome",
        )


@cite("行政执法监督条例", "第27条第2款", "按照行政执法监督督办函的要求")
@cite("行政执法监督条例", "第28条第2款", "按照行政执法监督意见书的要求")
def closed_for_a_reason(judging: Judging) -> Iterator[Reason]:
    """A letter that stands is closed as corrected only after the body has answered. Source: rules `supervise-duban`, `supervise-yijian`."""
    ground = judging.facts.get("supervision_close_ground")
    letter = standing_letter(judging.state)
    if ground == "corrected" and (letter is None or answer_due(judging.state) is not None):
        yield Reason(
            "correction-not-reported",
            "被监督机关还没有报送纠正情况，不能以“已经纠正”办结。",
            f"{REGULATION} 第27条第2款",
            cure="等被监督机关办“报送纠正情况”；过期不报的，报请本级人民政府。",
            about="supervision_close_ground",
        )
    if ground == "no_problem" and letter is not None:
        yield Reason(
            "letter-stands",
            "已经制发的监督文书还在生效，不能以“没有发现问题”办结。",
            f"{REGULATION} 第26条第1款",
            cure="等报送纠正情况；确有错误的，按异议处理撤下文书。",
            about="supervision_close_ground",
        )
    if ground == "in_review" and judging.circumstances.oversight.contested != "pending":
        yield Reason(
            "not-in-review",
            "案件记录里没有正在进行的复议、诉讼。",
            f"{REGULATION} 第33条第3款",
            cure="由办案机关在案件里记下收到的申请或者起诉状；没有的，换一个办结理由。",
            about="supervision_close_ground",
        )
    answer = judging.state.after(letter, ANSWER) if letter else None
    if ground == "corrected" and answer is not None and answer.facts.get("is_corrected") is False:
        yield Reason(
            "answered-not-corrected",
            "被监督机关报送的是还没有纠正。",
            f"{REGULATION} 第27条第2款",
            "ask",
            cure="写明后来怎样核实已经纠正；没有纠正的，报请本级人民政府。",
            about="supervision_close_ground",
        )
    if ground == "corrected" and answered_late(judging.state):
        yield Reason("answered-late", "纠正情况是过了期限才报送的。", f"{REGULATION} 第29条", "note")


@cite("行政执法监督条例", "第32条", "由有权机关依法处理")
def handled_by_who_may(judging: Judging) -> Iterator[Reason]:
    """What happens to an officer is decided by the authority that may, from a day on that does not lie back. Source: rule `officer-sanction`."""
    advised, named = judging.state.known("advised_officer"), judging.facts.get("handled_officer")
    if advised and named and not set(named) <= set(advised):
        yield Reason(
            "officer-not-advised",
            "没有对这名执法人员提出过处理建议。",
            f"{REGULATION} 第32条",
            cure="先办“对执法人员提出处理建议”。",
            about="handled_officer",
        )
    starts, ends = judging.date("handling_from"), judging.date("handling_until")
    if starts is not None and starts < judging.day:
        yield Reason(
            "handling-backdated",
            "处理从记下的那一天或者以后起算，不能倒回去。",
            f"{REGULATION} 第32条",
            cure="写今天或者以后的日期；以前办的案件另行核查。",
            about="handling_from",
        )
    if starts is not None and ends is not None and ends <= starts:
        yield Reason(
            "handling-span-empty",
            "恢复的日期要在开始的日期以后。",
            f"{REGULATION} 第32条",
            cure="核对两个日期；恢复那天起可以执法。",
            about="handling_until",
        )


@cite("四川省行政执法监督条例", "第45条", "暂扣行政执法证")
def two_texts_on_certificates(judging: Judging) -> Iterator[Reason]:
    """The provincial text lets the supervising body hold or revoke a certificate itself; the national one lets it only propose. Source: rule `sc-cert-suspend`."""
    if judging.facts.get("handling_outcome") in ("suspend", "revoke"):
        yield Reason(
            "two-texts-on-certificates",
            "暂扣、吊销按四川条例由行政执法监督机关作出；国务院条例写的是提出建议、由有权机关处理。两个文本不一致，写明作出处理的机关和文号。",
            f"{SICHUAN} 第45条",
            "note",
        )
