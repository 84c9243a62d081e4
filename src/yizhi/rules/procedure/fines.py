"""罚没不是指标 Sums of penalties order nothing, rank nobody and measure no work. 行政处罚法 第74条; 国办发〔2022〕27号 三(六)."""

from yizhi.rules.cite import cite
from yizhi.rules.refusal import Refusal, refuse

MONEY_OF_PENALTIES = frozenset(
    [
        "fine_yuan",
        "proposed_fine_yuan",
        "changed_fine_yuan",
        "confiscation_yuan",
        "proposed_confiscation_yuan",
        "illegal_gains_yuan",
        "paid_yuan",
        "late_fine_yuan",
        "late_fine_paid_yuan",
        "late_fine_waived_yuan",
        "proceeds_yuan",
        "demand_yuan",
    ]
)
"""The facts that hold sums of penalties. Each belongs to its own case; none is kept in a column of a list, none is added up over people."""

WORDS = ("罚款", "罚没", "没收金额", "缴款金额", "处罚金额")


@cite("行政处罚法", "第74条", "考核、考评直接或者变相挂钩")
@cite(
    "国务院办公厅关于进一步规范行政裁量权基准制定和管理工作的意见",
    "三(六)",
    "严格禁止以罚款数额进行排名",
)
def no_fine_ranking(heading: str) -> Refusal | None:
    """Return the refusal for a heading, an indicator or an order that goes by sums of penalties; None when it does not. Source: rule `no-fine-ranking`."""
    if heading not in MONEY_OF_PENALTIES and not any(word in heading for word in WORDS):
        return None
    return refuse(
        "no-fine-ranking",
        f"“{heading}”按罚没数额排列或者考核，不能做。",
        "行政处罚法 第74条",
        "罚没数额只在各自的案卷里看；统计案件的数量、时限、程序。",
    )
