"""补正、更正 What may be put right in a decision paper, and what may not."""

from collections.abc import Iterator

from yizhi.rules.cite import cite
from yizhi.rules.deadlines import domain_of
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.refusal import Reason

ARTICLE = "住房和城乡建设行政处罚程序规定 第28条"


@cite("住房和城乡建设行政处罚程序规定", "第28条", "应当制作补正或者更正文书")
def decided_paper_stands(judging: Judging) -> Iterator[Reason]:
    """A decision that is there, and that no review or suit has taken away, is put right by its own paper. Source: rule `correct-decision-housing`.

    Written for housing and city management; in other domains a person says on what it stands.
    """
    if judging.state.decision is None or (judging.state.has("contest_result") and not _stands(judging)):
        yield Reason("decision-missing", "记录里没有还有效的决定，不用补正、更正。", ARTICLE, cure="核对案卷。")
    elif domain_of(judging.circumstances.domain) != "housing_urban":
        yield Reason(
            "correction-of-other-domain",
            "补正、更正文书是住建规章写明的；这一领域的规章没有这一条。",
            ARTICLE,
            "ask",
            cure="写明参照办理的理由。",
        )


def _stands(judging: Judging) -> bool:
    decided = judging.state.decision
    return decided is not None and (decided.kind == "decide_no_penalty" or judging.state.standing_penalty is decided)


@cite("住房和城乡建设行政处罚程序规定", "第28条", "作出补正或者更正的")
def something_put_right(judging: Judging) -> Iterator[Reason]:
    """What it now says is not what it said before. Source: rule `correct-decision-housing`."""
    before, after = judging.facts.get("error_text"), judging.facts.get("corrected_text")
    if before and after and "".join(str(before).split()) == "".join(str(after).split()):
        yield Reason(
            "nothing-put-right",
            "补正（更正）以后和原来写的一样。",
            ARTICLE,
            cure="写明原来怎样写、现在怎样写。",
            about="corrected_text",
        )
