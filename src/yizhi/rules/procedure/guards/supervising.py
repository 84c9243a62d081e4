"""执法监督 Supervision: never beside a review or a suit, two with certificates, the paper that fits, its term."""

from collections.abc import Iterator

from yizhi.rules.cite import cite
from yizhi.rules.deadlines.wording import chinese
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.oversight import answer_due, standing_letter
from yizhi.rules.refusal import Reason

REGULATION = "行政执法监督条例"
SICHUAN = "四川省行政执法监督条例"
OVER = "was-in-review-or-litigation"
FITTING = {"issue_supervision_order": ("not_acting",), "issue_supervision_opinion": ("unlawful", "improper")}


@cite("行政执法监督条例", "第33条第3款", "行政执法监督机构不重复监督")
def not_in_review(judging: Judging) -> Iterator[Reason]:
    """A dispute that is in review or litigation is not supervised as well. Source: rule `supervise-no-duplicate`.

    Once review and suit are over, whether the same dispute would be taken up again is for a person to say, once.
    """
    contested = judging.circumstances.oversight.contested
    if contested == "pending":
        yield Reason(
            "in-review-or-litigation",
            "这个案件已经进入行政复议或者行政诉讼，不重复监督。",
            f"{REGULATION} 第33条第3款",
            cure="等复议、诉讼的结果；已经登记的，以“已进入复议、诉讼”办结。",
        )
    elif contested == "over" and not any(OVER in (entry.facts.get("answers") or {}) for entry in judging.state.entries):
        yield Reason(
            OVER,
            "这个案件经过行政复议或者行政诉讼。写明监督的不是同一个争议。",
            f"{REGULATION} 第33条第3款",
            "ask",
            cure="写明监督什么，和复议、诉讼的争议有什么不同。",
        )


@cite("行政执法监督条例", "第33条第3款", "不重复监督")
def not_doubled(judging: Judging) -> Iterator[Reason]:
    """One case has one open matter of supervision; a second one against the same body says how it differs. Source: rule `supervise-no-duplicate`."""
    oversight = judging.circumstances.oversight
    if oversight.same:
        yield Reason(
            "supervised-already",
            f"这个案件已经在监督（{oversight.same}），不重复登记。",
            f"{REGULATION} 第33条第3款",
            cure="在已经登记的监督事项里补充情况。",
        )
    elif oversight.likewise:
        yield Reason(
            "supervised-likewise",
            f"这个机关还有一件没有办结的监督事项（{oversight.likewise}）。",
            f"{REGULATION} 第33条第3款",
            "ask",
            cure="写明是不是同一件事；是的，在那一件里补充情况。",
        )


@cite("四川省行政执法监督条例", "第29条第1款", "人数不得少于两人")
def two_supervisors(judging: Judging) -> Iterator[Reason]:
    """Supervision is carried out by at least two people, each with a supervision certificate in force that day. Source: rule `sc-supervisors-2`."""
    named = tuple(dict.fromkeys(judging.facts.get("supervisors") or ()))
    if not named:
        return
    bare = [name for name in named if name not in judging.circumstances.oversight.certified]
    for name in bare:
        yield Reason(
            "supervisor-without-certificate",
            f"{judging.circumstances.name(name)}在{chinese(judging.day)}没有有效的行政执法监督检查证件，不算数。",
            f"{SICHUAN} 第29条第1款",
            cure="换成持证的监督人员；已经取得的，先登记证件。",
            about="supervisors",
        )
    if len(named) - len(bare) < 2:
        yield Reason(
            "supervisors-too-few",
            f"监督人员不得少于两人，持证的现在有 {len(named) - len(bare)} 人。",
            f"{SICHUAN} 第29条第1款",
            cure="再派一名持有行政执法监督检查证件的人员。",
            about="supervisors",
        )


@cite("四川省行政执法监督条例", "第29条第1款", "人数不得少于两人")
def sent_still_count(judging: Judging) -> Iterator[Reason]:
    """On the day of the conclusion two of those sent, and whoever writes it, still hold their certificates. Source: rule `sc-supervisors-2`."""
    sent = set(judging.state.known("supervisors") or ())
    held = sent & judging.circumstances.oversight.certified
    if sent and len(held) < 2:
        yield Reason(
            "supervisors-too-few",
            f"派出的监督人员里，{chinese(judging.day)}仍持有有效证件的只有 {len(held)} 人，不得少于两人。",
            f"{SICHUAN} 第29条第1款",
            cure="先“派监督人员核查”，改派持证的人员。",
        )
    elif judging.circumstances.actor in sent - held:
        yield Reason(
            "supervisor-without-certificate",
            f"{judging.circumstances.name(judging.circumstances.actor)}在{chinese(judging.day)}没有有效的行政执法监督检查证件，不能写核查结论。",
            f"{SICHUAN} 第29条第1款",
            cure="由派出的、仍持证的人员写。",
        )


@cite("四川省行政执法监督条例", "第29条第1款", "应当出示行政执法监督检查证件")
def certificates_shown(judging: Judging) -> Iterator[Reason]:
    """The supervisors showed their certificates before they looked at anything. Source: rule `sc-supervisors-2`."""
    if judging.facts.get("supervision_certificates_shown") is False:
        yield Reason(
            "supervision-certificates-not-shown",
            "没有出示行政执法监督检查证件，不能开展监督。",
            f"{SICHUAN} 第29条第1款",
            cure="先出示证件，再核查。",
            about="supervision_certificates_shown",
        )


@cite("四川省行政执法监督条例", "第29条第1款", "行政执法监督人员开展行政执法监督活动")
def by_one_of_those_sent(judging: Judging) -> Iterator[Reason]:
    """What was found is written by one of the supervisors who were sent. Source: rule `sc-supervisors-2`."""
    sent = judging.state.known("supervisors") or ()
    if sent and judging.circumstances.actor not in sent:
        yield Reason(
            "supervisor-not-sent",
            "核查结论由派出的监督人员写。",
            f"{SICHUAN} 第29条第1款",
            cure="请派出的监督人员办理，或者改派。",
        )


@cite("行政执法监督条例", "第26条第1款", "根据不同情形制发行政执法监督督办函、行政执法监督意见书")
def letter_fits(judging: Judging) -> Iterator[Reason]:
    """A body that does not act gets a 督办函, an unlawful or clearly improper act an 意见书. Source: rule `supervise-letter-types`."""
    found = judging.facts.get("problem_kind")
    if found is None or found in FITTING[judging.act.kind]:
        return
    other = "督办函" if found == "not_acting" else "意见书"
    yield Reason(
        "letter-does-not-fit",
        f"核查认定的是“{judging.circumstances.dictionary.words('problem_kind', found)}”，应当用{other}。",
        f"{REGULATION} 第26条第1款",
        cure=f"改用{other}；认定有变化的，重新核查。",
        about="problem_kind",
    )


@cite("行政执法监督条例", "第26条第1款", "根据不同情形")
def as_the_check_found(judging: Judging) -> Iterator[Reason]:
    """A paper tells the kind of problem that the check found, no other. Source: rule `supervise-letter-types`."""
    checked, told = judging.last("conclude_check"), judging.facts.get("problem_kind")
    if checked is None or told is None or told == checked.facts.get("problem_kind"):
        return
    words = judging.circumstances.dictionary.words("problem_kind", checked.facts["problem_kind"])
    yield Reason(
        "finding-differs",
        f"核查结论认定的是“{words}”，文书写的是另一种。",
        f"{REGULATION} 第26条第1款",
        cure="照核查结论写；认定有变化的，重新核查，另写结论。",
        about="problem_kind",
    )


@cite("行政执法监督条例", "第27条第2款", "在规定时限内")
@cite("行政执法监督条例", "第28条第2款", "在规定时限内")
def term_ahead(judging: Judging) -> Iterator[Reason]:
    """The term to answer is written in the paper and still lies ahead. Source: rules `supervise-duban`, `supervise-yijian`."""
    last = judging.date("answer_by")
    if last is not None and last <= judging.day:
        article = "第28条第2款" if judging.act.kind == "issue_supervision_opinion" else "第27条第2款"
        yield Reason(
            "answer-term-past",
            "报送纠正情况的期限要在制发日以后。",
            f"{REGULATION} {article}",
            cure="写一个来得及纠正的日期。",
            about="answer_by",
        )


@cite("行政执法监督条例", "第26条第1款", "报请本级人民政府制发行政执法监督决定书")
def serious_or_not_corrected(judging: Judging) -> Iterator[Reason]:
    """The county government is asked for a decision when it is serious, or when a letter was not followed in time. Source: rule `supervise-letter-types`."""
    if judging.facts.get("escalate_ground") != "not_corrected":
        return
    if standing_letter(judging.state) is None:
        yield Reason(
            "no-letter-before",
            "没有正在生效的督办函、意见书，不能以“没有按期纠正”报请。",
            f"{REGULATION} 第26条第1款",
            cure="先制发督办函或者意见书；问题重大的，选“重大”。",
            about="escalate_ground",
        )
        return
    last = answer_due(judging.state)
    if last is not None and judging.day <= last:
        yield Reason(
            "answer-term-running",
            f"报送纠正情况的期限到{chinese(last)}为止，还没有过。",
            f"{REGULATION} 第29条",
            cure="期限过后仍没有纠正的，再报请；问题重大的，选“重大”。",
            about="escalate_ground",
        )
