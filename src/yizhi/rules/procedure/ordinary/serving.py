"""送达 Serving every paper that is addressed to the party, and what was tried in vain."""

from yizhi.rules.procedure.guards import serving
from yizhi.rules.procedure.ordinary.opening import BEFORE_DECISION
from yizhi.rules.procedure.settling import SERVICE_FIELDS
from yizhi.rules.procedure.table import OFFICER, Act, may, needs

BY_OFFICER = frozenset([OFFICER])


def service_of(
    served: str, *, kind: str, name: str, does: str, articles: tuple[str, ...], stages: tuple[str, ...], likely: bool
) -> Act:
    """Return the act that serves the papers of the act `served`; the stage stays, and it may be done again for a later paper."""
    return Act(
        kind=kind,
        name=name,
        does=does,
        articles=articles,
        from_stages=stages,
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
    from_stages=("notified", "hearing", "decided", "no_penalty", "served"),
    to_stage=None,
    by=BY_OFFICER,
    fields=needs("service_method", "attempted_on", "attempt_detail") + may("evidence"),
    guards=(serving.not_by_notice,),
    repeatable=True,
    present=True,
)

SERVE_CORRECTION = service_of(
    "order_correction",
    kind="serve_correction",
    name="送达责令改正通知书",
    does="把责令（限期）改正通知书送达当事人。",
    articles=("行政处罚法 第28条第1款", "民事诉讼法 第87条"),
    stages=(*BEFORE_DECISION, "decided", "served"),
    likely=False,
)

ACTS = (SERVE_CORRECTION, ATTEMPT_SERVICE)
