"""标明保密 Marking what in a dossier is a secret of state or trade, or private."""

from yizhi.rules.procedure.table import APPROVER, CLERK, LEGAL_REVIEWER, OFFICER, REVIEWER, Act, may, needs

MARK_SECRET = Act(
    kind="mark_secret",
    name="标明保密",
    does="写明案卷里哪几件涉及国家秘密、商业秘密、个人隐私；标明以后只有承办、审核、审批的人能打开。",
    articles=("行政处罚法 第50条",),
    from_stages=(),
    to_stage=None,
    by=frozenset([OFFICER, APPROVER, REVIEWER, LEGAL_REVIEWER, CLERK]),
    fields=needs("secret_pieces", "secret_kind") + may("secret_ended"),
    repeatable=True,
)
