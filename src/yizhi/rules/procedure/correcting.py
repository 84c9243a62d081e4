"""补正、更正 A decision paper with an omission or a slip is put right by a paper of its own. Each procedure names the stages."""

from yizhi.rules.procedure.guards import correcting
from yizhi.rules.procedure.serving import service_of
from yizhi.rules.procedure.table import APPROVER, Act, needs

CORRECT_DECISION = Act(
    kind="correct_decision",
    name="补正、更正决定书",
    does="决定书有遗漏的补正，有笔误的更正；处罚的种类、数额、依据不能用补正、更正来改。",
    articles=("住房和城乡建设行政处罚程序规定 第28条",),
    from_stages=(),
    to_stage=None,
    by=frozenset([APPROVER]),
    fields=needs("error_kind", "error_text", "corrected_text"),
    papers=("decision-correction",),
    guards=(correcting.decided_paper_stands, correcting.something_put_right),
    repeatable=True,
)

SERVE_CORRECTED = service_of(
    "correct_decision",
    kind="serve_corrected",
    name="送达补正（更正）文书",
    does="把补正、更正的文书送达当事人。",
    articles=("住房和城乡建设行政处罚程序规定 第28条", "民事诉讼法 第87条"),
)
