"""回避 Who decides whether somebody stays out of a case."""

from collections.abc import Iterator, Mapping

from yizhi.rules.cite import cite
from yizhi.rules.deadlines import domain_of
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.refusal import Reason

DECIDES: Mapping[str, str] = {"head": "together", "deputy": "head", "other": "deputy"}
ARTICLE = "市场监督管理行政处罚程序规定 第4条"


@cite("行政处罚法", "第43条", "回避")
def somebody_named(judging: Judging) -> Iterator[Reason]:
    """A decision on recusal names whom it is about: an officer, or a reviewer or head who is none. Source: rule `recusal`."""
    if not judging.given("recusal_of") and not judging.given("recusal_of_staff"):
        yield Reason(
            "recusal-of-nobody",
            "还没有选申请谁回避。",
            "行政处罚法 第43条",
            cure="选执法人员，或者没有执法人员编号的审核人员、负责人。",
            about="recusal_of",
        )


@cite("市场监督管理行政处罚程序规定", "第4条", "由市场监督管理部门负责人集体讨论决定")
def decided_by_whom(judging: Judging) -> Iterator[Reason]:
    """In market cases the rank of whoever is to stay out says who decides it: the heads together, the chief head, or a head. Source: rule `recusal-decider-market`."""
    if domain_of(judging.circumstances.domain) != "market":
        return
    rank, by = judging.facts.get("recusal_rank"), judging.facts.get("recusal_by")
    words = judging.circumstances.dictionary.words
    if rank is None or by is None:
        yield Reason(
            "recusal-decider-missing",
            "市场监管案件的回避，由谁决定看申请回避的是谁；还没有写明。",
            ARTICLE,
            cure="选明申请回避的是主要负责人、其他负责人还是其他有关人员，由谁决定。",
            about="recusal_rank" if rank is None else "recusal_by",
        )
    elif DECIDES[str(rank)] != by:
        yield Reason(
            "recusal-decider-wrong",
            f"{words('recusal_rank', rank)}的回避，由{words('recusal_by', DECIDES[str(rank)])}决定，不由{words('recusal_by', by)}决定。",
            ARTICLE,
            cure=f"报{words('recusal_by', DECIDES[str(rank)])}决定后再记录。",
            about="recusal_by",
        )
