"""归档前自检 Before a dossier becomes read-only, whatever alone would spoil it is answered for."""

from collections.abc import Iterator

from yizhi.rules.cite import cite
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.self_check import self_check
from yizhi.rules.refusal import Reason


@cite("行政处罚法", "第47条", "进行全过程记录，归档保存")
def no_veto(judging: Judging) -> Iterator[Reason]:
    """Each of the nine vetoes that the dossier fails is answered before it is archived. Source: rule `full-record`."""
    for one in self_check(judging):
        if one.point.veto and one.held is False:
            yield Reason(
                f"self-check-{one.point.id}",
                f"自检不过：{one.point.words}。",
                one.point.article,
                "ask",
                cure="案卷归档后不能再改；写明是怎么回事、怎样处理。",
            )
