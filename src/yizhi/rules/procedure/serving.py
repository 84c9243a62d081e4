"""送达 Serving every paper that is addressed to the party, and what was tried in vain."""

from yizhi.rules.procedure.guards import serving
from yizhi.rules.procedure.settling import SERVICE_FIELDS
from yizhi.rules.procedure.table import OFFICER, Act, may, needs

BY_OFFICER = frozenset([OFFICER])


def service_of(served: str, *, kind: str, name: str, does: str, articles: tuple[str, ...], likely: bool = False) -> Act:
    """Return the act that serves the papers of the act `served`: the stage stays, it may be done again for a later paper. Stages are given with `at`."""
    return Act(
        kind=kind,
        name=name,
        does=does,
        articles=articles,
        from_stages=(),
        to_stage=None,
        by=BY_OFFICER,
        fields=SERVICE_FIELDS,
        papers=("service-return",),
        guards=serving.WAYS,
        authority="inspect",
        on_file=(served,),
        serves=served,
        repeatable=True,
        present=True,
        likely=likely,
    )


ATTEMPT_SERVICE = Act(
    kind="attempt_service",
    name="送达未成",
    does="记下用什么方式送过、为什么没有送到；换用其他方式、公告送达都要有这些经过。",
    articles=("民事诉讼法 第95条",),
    from_stages=(),
    to_stage=None,
    by=BY_OFFICER,
    fields=needs("service_method", "attempted_on", "attempt_detail") + may("evidence"),
    guards=(serving.not_by_notice,),
    repeatable=True,
    authority="inspect",
    present=True,
)

SERVE_CORRECTION = service_of(
    "order_correction",
    kind="serve_correction",
    name="送达责令改正通知书",
    does="把责令（限期）改正通知书送达当事人。",
    articles=("行政处罚法 第28条第1款", "民事诉讼法 第87条"),
)

SERVE_DEFERRAL = service_of(
    "defer_payment",
    kind="serve_deferral",
    name="送达延期（分期）通知书",
    does="把批准延期、分期缴纳罚款的通知书送达当事人。",
    articles=("行政处罚法 第66条第2款", "民事诉讼法 第87条"),
)

SERVE_DEMAND = service_of(
    "demand",
    kind="serve_demand",
    name="送达催告书",
    does="把催告书直接送达当事人；申请人民法院强制执行的，送达满十个工作日以后才能申请。",
    articles=("行政强制法 第38条",),
    likely=True,
)

SERVE_ENFORCEMENT = service_of(
    "decide_enforcement",
    kind="serve_enforcement",
    name="送达强制执行决定书",
    does="把行政强制执行决定书直接送达当事人。",
    articles=("行政强制法 第38条",),
    likely=True,
)

SERVE_SUBSTITUTE = service_of(
    "decide_substitute",
    kind="serve_substitute",
    name="送达代履行决定书",
    does="代履行以前把决定书送达当事人；立即代履行、当事人不在场的，事后立即通知。",
    articles=("行政强制法 第51条第1款", "行政强制法 第52条"),
    likely=True,
)
