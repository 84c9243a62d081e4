"""审核 Every ordinary case is reviewed before the party is notified; some by the legal reviewers."""

from yizhi.rules.procedure.guards import investigation, people, review
from yizhi.rules.procedure.table import APPROVER, LEGAL_REVIEWER, OFFICER, REVIEWER, Act, Branch, may, needs

POINTS = needs(
    "point_body", "point_procedure", "point_facts", "point_law", "point_power", "point_papers", "point_crime"
)
"""What a legal review looks at, point by point. 国办发〔2018〕118号 四(十三)."""

OUTCOMES = (
    Branch("outcome", "agree", "approved"),
    Branch("outcome", "supplement", "investigation"),
    Branch("outcome", "correct", "concluded"),
)

SUBMIT_REVIEW = Act(
    kind="submit_review",
    name="送审",
    does="把案卷报送审核；有法定情形的报送法制审核，其余报送案件审核。",
    articles=("行政处罚法 第58条", "国办发〔2018〕118号 四(十三)"),
    from_stages=("concluded",),
    to_stage="review",
    by=frozenset([OFFICER]),
    fields=needs("review_kind") + may("review_triggers"),
    guards=(review.review_kind_due,),
    on_file=("conclude_investigation",),
    repeatable=True,
    likely=True,
)

EXTEND_REVIEW = Act(
    kind="extend_review",
    name="延长审核期限",
    does="特殊情况下，经负责人批准延长审核的期限。",
    articles=("行政处罚法 第58条",),
    from_stages=("review",),
    to_stage=None,
    by=frozenset([APPROVER]),
    fields=needs("extension_days", "extension_reason", "extension_by"),
    papers=("extension-approval",),
    guards=(investigation.extension_allowed,),
    repeatable=True,
)

REVIEW_CASE = Act(
    kind="review_case",
    name="案件审核",
    does="审核管辖、当事人、事实证据、定性、程序、处罚是否适当，提出意见。",
    articles=("市场监督管理行政处罚程序规定 第52条", "行政处罚法 第57条第1款"),
    from_stages=("review",),
    to_stage=None,
    by=frozenset([REVIEWER, LEGAL_REVIEWER]),
    fields=needs("outcome", "reviewer_opinion"),
    papers=("case-review-opinion",),
    guards=(people.reviewer_not_handler, review.submitted_for_this),
    on_file=("submit_review",),
    branches=OUTCOMES,
    repeatable=True,
    likely=True,
)

REVIEW_LEGALITY = Act(
    kind="review_legality",
    name="法制审核",
    does="审核主体、人员资格、权限、事实证据、法律适用和裁量、程序、文书、是否涉嫌犯罪，提出意见。",
    articles=("行政处罚法 第58条", "国办发〔2018〕118号 四(十三)"),
    from_stages=("review",),
    to_stage=None,
    by=frozenset([LEGAL_REVIEWER]),
    fields=POINTS + needs("outcome", "reviewer_opinion"),
    papers=("legal-review-opinion",),
    guards=(people.reviewer_not_handler, people.reviewer_qualified, review.submitted_for_this, review.points_agree),
    on_file=("submit_review",),
    branches=OUTCOMES,
    repeatable=True,
    likely=True,
)

ACTS = (SUBMIT_REVIEW, REVIEW_CASE, REVIEW_LEGALITY, EXTEND_REVIEW)
