"""What must be true of every matter of supervision. `procedure.md` 11; rules `supervise-*`, `sc-supervise-*`, `sc-supervisors-2`, `officer-sanction`."""

from collections.abc import Sequence
from datetime import timedelta

from yizhi.rules.procedure import Entry
from yizhi.rules.procedure.tests.plain_record import About, answered, contested, day, of, rolled, since

LETTERS = ("issue_supervision_order", "issue_supervision_opinion")
DECISION = "issue_supervision_decision"
OF_THE_BODY = ("answer_supervision", "object_to_supervision", "explain_to_supervisor")
OF_THE_OFFICE = ("register_matter", "gather_material")
OF_THE_GOVERNMENT = (DECISION, "send_back_report")
MOVING = ("register_matter", "send_supervisors", "conclude_check", *LETTERS, "report_to_government", DECISION)


def supervised(before: Sequence[Entry], entry: Entry) -> bool:
    return entry.kind == "register_matter" or bool(of(before, "register_matter"))


def standing(before: Sequence[Entry]) -> Entry | None:
    """The latest letter or decision, unless an objection to it was taken up."""
    papers = of(before, *LETTERS, DECISION)
    if not papers:
        return None
    lifted = [
        one for one in of(since(before, papers[-1]), "answer_objection") if one.facts["objection_outcome"] == "upheld"
    ]
    return None if lifted else papers[-1]


def open_objections(before: Sequence[Entry]) -> int:
    return len(of(before, "object_to_supervision")) - len(of(before, "answer_objection"))


def found(before: Sequence[Entry]) -> Entry | None:
    """What the latest check found; None when supervisors were sent, a paper lifted or the report sent back since."""
    checks = of(before, "conclude_check")
    if not checks:
        return None
    later = since(before, checks[-1])
    anew = of(later, "send_supervisors", "send_back_report", "answer_objection")
    return None if any(one.facts.get("objection_outcome") != "rejected" for one in anew) else checks[-1]


def two_supervisors_with_certificates(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Rule `sc-supervisors-2`: those sent are two or more with a certificate that day, and so they are on the day of the conclusion."""
    if entry.kind not in ("send_supervisors", "conclude_check"):
        return None
    sent = entry if entry.kind == "send_supervisors" else of(before, "send_supervisors")[-1]
    good = {one for one in sent.facts["supervisors"] if about.certified(one, entry.day)}
    if len(good) < 2:
        return "持证的监督人员不足两名"
    if entry.kind == "send_supervisors":
        return "" if good == set(sent.facts["supervisors"]) else "派了没有证件的人"
    if entry.actor not in good:
        return "结论不是派出的持证人员写的"
    return "" if entry.facts["supervision_certificates_shown"] is True else "没有出示监督检查证件"


def not_beside_review_or_suit(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Rule `supervise-no-duplicate`: nothing is registered, checked, issued while the case is in review or suit; afterwards somebody says why."""
    if entry.kind not in MOVING or not about.case:
        return None
    asked = of(about.case, "receive_review", "receive_suit")
    if not asked:
        return ""
    if contested(about.case):
        return "复议、诉讼当中还在监督"
    again = of(about.case, "decide_penalty", "decide_on_spot")
    fresh = bool(again) and about.case.index(again[-1]) > about.case.index(asked[-1])
    told = any(answered(one, "was-in-review-or-litigation") for one in (*before, entry))
    return "" if fresh or told else "复议、诉讼以后没有说明就监督"


def one_matter_of_a_case(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Rule `supervise-no-duplicate`: a case that is being supervised is not registered again; the same body without a case, with a reason."""
    if entry.kind != "register_matter":
        return None
    running = [one for one in about.beside if one and one[-1].kind not in ("close_matter", "transfer_matter")]
    if not running:
        return ""
    if about.case:
        return "同一案件重复监督"
    return "" if answered(entry, "supervised-likewise") else "同一机关又登记一件，没有说明"


def paper_fits_what_was_found(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Rule `supervise-letter-types`: the 督办函 for not acting, the 意见书 for unlawful or improper, both as the check found it."""
    if entry.kind not in (*LETTERS, DECISION):
        return None
    checked = found(before)
    if checked is None:
        return "没有核查结论就制发文书"
    if entry.facts["problem_kind"] != checked.facts["problem_kind"]:
        return "文书写的不是查明的问题"
    if entry.kind == DECISION:
        return ""
    right = LETTERS[0] if checked.facts["problem_kind"] == "not_acting" else LETTERS[1]
    return "" if entry.kind == right else "文书和问题不对应"


def term_lies_ahead(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Rules `supervise-duban`, `supervise-yijian`, `sc-supervise-correct-30d`: the term lies ahead; one past thirty days says why."""
    if entry.kind not in (*LETTERS, DECISION):
        return None
    last = day(entry.facts["answer_by"])
    if last <= entry.day:
        return "报送期限不在以后"
    within = last <= rolled(entry.day + timedelta(days=30))
    return "" if within or answered(entry, "answer-term-over-thirty-days") else "期限超过三十日没有说明"


def signed_for_after_issue(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Rules `sc-supervise-notify-5d`, `sc-supervise-correct-30d`: from a receipt days are counted, so it lies between issue and today."""
    if entry.kind not in ("receive_notice", "receive_letter"):
        return None
    paper = of(before, "notify_body")[-1] if entry.kind == "receive_notice" else standing(before)
    if paper is None:
        return "签收了没有的文书"
    twice = of(since(before, paper), entry.kind)
    return "" if not twice and paper.day <= day(entry.facts["received_on"]) <= entry.day else "签收的日期不对"


def objected_within_fifteen_days(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Rule `sc-supervise-review-15d`: later than fifteen days after the paper was received, it says why."""
    letter = standing(before)
    if entry.kind != "object_to_supervision" or letter is None:
        return None
    received = of(since(before, letter), "receive_letter")
    if not received:
        return ""
    last = rolled(day(received[-1].facts["received_on"]) + timedelta(days=15))
    return "" if entry.day <= last or answered(entry, "objection-after-fifteen-days") else "过了十五日提异议没有说明"


def decided_after_time_to_answer(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Rule `supervise-letter-types`: no 决定书 before a report; not corrected = the body could answer, its term has passed or it has answered."""
    if entry.kind != DECISION:
        return None
    reports = of(before, "report_to_government")
    if not reports or of(since(before, reports[-1]), "send_back_report"):
        return "没有报请就作出监督决定"
    report = reports[-1]
    if report.facts["escalate_ground"] == "serious":
        return ""
    letter = standing(before[: before.index(report)])
    if letter is None:
        return "没有文书就说没有按期纠正"
    answers = of(since(before, letter), "answer_supervision")
    return "" if answers or report.day > day(letter.facts["answer_by"]) else "被监督机关还能报送就报请"


def objections_are_answered(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Rule `supervise-objection`: nothing is closed, reported or decided over an objection; each is answered once, to a paper that stands."""
    if entry.kind in ("close_matter", "report_to_government", DECISION):
        return "异议没有处理" if open_objections(before) else ""
    if entry.kind == "answer_objection":
        return "" if open_objections(before) == 1 else "没有异议就答复"
    if entry.kind == "object_to_supervision":
        return "" if standing(before) and not open_objections(before) else "没有文书、异议没有处理又提异议"
    return None


def each_by_whom_it_is_for(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Rules `supervise-letter-types`, `supervise-town-justice-office`: the government decides, the body answers, the town's office only helps."""
    if not supervised(before, entry):
        return None
    if entry.kind in OF_THE_GOVERNMENT and about.roles != {"government"}:
        return "监督决定不是本级人民政府作的"
    if entry.kind in OF_THE_BODY and about.roles != {"supervised"}:
        return "不是被监督机关报送的"
    if about.roles == {"justice_office"} and entry.kind not in OF_THE_OFFICE:
        return "司法所办了登记、收集以外的事"
    if entry.kind in LETTERS and about.roles != {"justice"}:
        return "文书不是司法行政部门制发的"
    letter = standing(before)
    lifts = entry.kind == "answer_objection" and entry.facts["objection_outcome"] == "upheld"
    over = lifts and letter is not None and letter.kind == DECISION and about.roles != {"government"}
    return "政府的监督决定由别人撤下" if over else ""


def closed_on_what_the_record_bears(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Rules `supervise-duban`, `supervise-yijian`, `supervise-no-duplicate`."""
    if entry.kind != "close_matter":
        return None
    ground, letter = entry.facts["supervision_close_ground"], standing(before)
    if ground == "no_problem":
        return "文书还在就说没有问题" if letter else ""
    if ground == "in_review":
        return "" if about.case and contested(about.case) else "没有复议诉讼就说已进入"
    answers = of(since(before, letter), "answer_supervision") if letter else []
    if not answers:
        return "没有报送就说已经纠正"
    said = answers[-1].facts["is_corrected"] is True or answered(entry, "answered-not-corrected")
    return "" if said else "报送说没有纠正，却以已经纠正办结"


def officers_handled_ahead(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Rules `officer-sanction`, `sc-cert-suspend`: only who was proposed, never back in time, so that no certificate falls backwards."""
    if entry.kind != "record_handling":
        return None
    proposed = {one for other in of(before, "advise_on_officer") for one in other.facts["advised_officer"]}
    if not set(entry.facts["handled_officer"]) <= proposed:
        return "处理了没有建议过的人"
    starts, ends = day(entry.facts["handling_from"]), entry.facts.get("handling_until")
    if starts < entry.day:
        return "证件状态倒签"
    return "" if not ends or day(ends) > starts else "恢复的日子不在开始以后"


def in_the_order_of_days(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """A paper, a report, an end of a matter is dated after all that led to it."""
    if entry.kind not in (*LETTERS, DECISION, "report_to_government", "close_matter"):
        return None
    return "倒签" if any(one.done_at > entry.done_at for one in before) else ""
