"""对执法人员 Against an officer: what the supervising body proposes, and what the authority that may has decided."""

from yizhi.rules.procedure.guards import supervision_answers
from yizhi.rules.procedure.table import JUSTICE, Act, may, needs

REGULATION = "行政执法监督条例"
SICHUAN = "四川省行政执法监督条例"
FROM_FOUND = ("found", "correcting", "reported", "decided", "answered")

ADVISE_ON_OFFICER = Act(
    kind="advise_on_officer",
    name="对执法人员提出处理建议",
    does="建议批评教育、离岗教育、调离执法岗位或者取消执法资格，由有权机关处理。",
    articles=(f"{REGULATION} 第32条",),
    from_stages=FROM_FOUND,
    to_stage=None,
    by=frozenset([JUSTICE]),
    fields=needs("advised_officer", "advice_kind", "advice_reason"),
    on_file=("conclude_check",),
    repeatable=True,
)

RECORD_HANDLING = Act(
    kind="record_handling",
    name="记下对执法人员的处理",
    does="写明有权机关怎样处理、从哪天起；从那天起这名人员不能再派去执法。",
    articles=(f"{REGULATION} 第32条", f"{SICHUAN} 第45条"),
    from_stages=FROM_FOUND,
    to_stage=None,
    by=frozenset([JUSTICE]),
    fields=needs("handled_officer", "handling_outcome", "handling_body", "handling_letter", "handling_from")
    + may("handling_until"),
    guards=(supervision_answers.handled_by_who_may, supervision_answers.two_texts_on_certificates),
    on_file=("advise_on_officer",),
    repeatable=True,
)

ACTS = (ADVISE_ON_OFFICER, RECORD_HANDLING)
