"""两种程序共有的环节 The acts that both procedures share: money, disclosure, archive. Each procedure names the stages."""

from dataclasses import replace

from yizhi.rules.procedure.guards import closing, confiscated, on_the_spot, sealing, secrecy, self_checked
from yizhi.rules.procedure.table import APPROVER, CLERK, OFFICER, REVIEWER, Act, carries, may, may_carry, needs


def at(act: Act, *stages: str, to: str | None = None) -> Act:
    """Return a shared act as a row of one procedure: done in `stages`, leading to `to` (empty = the stage stays)."""
    return replace(act, from_stages=stages, to_stage=to)


COLLECT_ON_SPOT = Act(
    kind="collect_on_spot",
    name="当场收缴罚款",
    does="在法律允许的情形下当场收缴，并出具财政部门统一制发的专用票据。",
    articles=("行政处罚法 第68条", "行政处罚法 第70条"),
    from_stages=(),
    to_stage=None,
    by=frozenset([OFFICER]),
    fields=needs("collection_reason", "paid_yuan", "receipt_number") + may("collection_detail") + carries("fine_yuan"),
    guards=(on_the_spot.may_collect, on_the_spot.collected_what_is_owed),
    sets=(("collected_on_spot", True),),
    authority="inspect",
    present=True,
)

COLLECT_FAR_OFF = replace(
    COLLECT_ON_SPOT,
    does="在边远、水上、交通不便地区，当事人缴款确有困难并提出的，可以当场收缴。",
    articles=("行政处罚法 第69条", "行政处罚法 第70条"),
)

HAND_OVER_FINE = Act(
    kind="hand_over_fine",
    name="交至机关",
    does="执法人员把当场收缴的罚款在二个工作日内交至行政机关。",
    articles=("行政处罚法 第71条",),
    from_stages=(),
    to_stage=None,
    by=frozenset([OFFICER]),
    fields=needs("handed_over_on"),
    on_file=("collect_on_spot",),
    likely=True,
)

REMIT_FINE = Act(
    kind="remit_fine",
    name="缴付银行",
    does="行政机关把收到的罚款在二个工作日内缴付指定的银行。",
    articles=("行政处罚法 第71条",),
    from_stages=(),
    to_stage=None,
    by=frozenset([OFFICER, CLERK]),
    fields=needs("remitted_on") + carries("paid_yuan"),
    papers=("remittance-slip",),
    on_file=("hand_over_fine",),
    likely=True,
)

RECORD_PAYMENT = Act(
    kind="record_payment",
    name="记录缴款",
    does="记下当事人到指定银行或者通过电子支付系统缴款的金额和日期。",
    articles=("行政处罚法 第67条",),
    from_stages=(),
    to_stage=None,
    by=frozenset([OFFICER, CLERK]),
    fields=needs("paid_yuan", "paid_on") + may("late_fine_paid_yuan", "evidence"),
    guards=(on_the_spot.collected_what_is_owed,),
    likely=True,
    repeatable=True,
)

DISPOSE_CONFISCATED = Act(
    kind="dispose_confiscated",
    name="处理没收的财物",
    does="没收的财物公开拍卖或者按国家有关规定处理；款项全部上缴国库，不得截留、坐支。",
    articles=("行政处罚法 第74条",),
    from_stages=(),
    to_stage=None,
    by=frozenset([OFFICER, APPROVER, CLERK]),
    fields=needs("disposed_items", "disposal_way", "disposal_detail")
    + may("proceeds_yuan", "treasury_on", "treasury_receipt", "evidence"),
    guards=(confiscated.something_confiscated, confiscated.money_to_treasury),
    repeatable=True,
)

REVIEW_DISCLOSURE = Act(
    kind="review_disclosure",
    name="公示审查",
    does="决定处罚信息是否公示，公示前做脱敏处理。",
    articles=("行政处罚法 第48条", "国办发〔2018〕118号 二(六)"),
    from_stages=(),
    to_stage=None,
    by=frozenset([OFFICER, APPROVER, REVIEWER]),
    fields=needs("disclosed") + may("redaction", "reason"),
    papers=("disclosure-review",),
    guards=(closing.redaction_written, secrecy.secrets_kept_out),
    repeatable=True,
)

ARCHIVE_CASE = Act(
    kind="archive_case",
    name="归档",
    does="一案一卷，编目成册；归档以后只能查阅。",
    articles=("行政处罚法 第47条",),
    from_stages=(),
    to_stage="archived",
    by=frozenset([OFFICER, CLERK]),
    papers=("dossier-cover", "dossier-index", "filing-note"),
    guards=(
        closing.closed_first,
        closing.disclosure_reviewed,
        closing.money_handed_over,
        sealing.sealing_settled,
        self_checked.no_veto,
    ),
    likely=True,
)

SERVICE_FIELDS = needs("service_method", "served_on", "recipient") + may(
    "recipient_relation",
    "witness",
    "service_reason",
    "post_result",
    "published_where",
    "review_channel",
    "recorded",
    "not_recorded_why",
    "evidence",
)

GAINS_FIELDS = may_carry("illegal_gains_yuan", "gains_rule", "gains_returned", "gains_kept_reason")

GROUND_FIELDS = carries("facts_found", "evidence_summary", "violated", "basis")

TALLY_FIELDS = may_carry("fine_yuan", "other_penalty")
