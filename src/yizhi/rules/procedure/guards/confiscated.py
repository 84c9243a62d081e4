"""没收的财物 What was confiscated is sold in public or dealt with as the State prescribes; the money goes to the treasury and nowhere else."""

from collections.abc import Iterator

from yizhi.rules.cite import cite
from yizhi.rules.procedure.guards.decision import confiscation_decided
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.refusal import Reason

ARTICLE = "行政处罚法 第74条"


@cite("行政处罚法", "第74条", "必须全部上缴国库")
def money_to_treasury(judging: Judging) -> Iterator[Reason]:
    """Money from what was confiscated says when it went to the treasury and by which receipt. Source: rule `confiscated-to-treasury`."""
    earned = judging.facts.get("disposal_way") in ("auction", "money") or (judging.money("proceeds_yuan") or 0) > 0
    missing = [key for key in ("proceeds_yuan", "treasury_on", "treasury_receipt") if not judging.given(key)]
    if earned and missing:
        words = "、".join(judging.circumstances.dictionary.label(key) for key in missing)
        yield Reason(
            "proceeds-not-to-treasury",
            f"没收的款项、拍卖所得必须全部上缴国库；还没有写明：{words}。",
            ARTICLE,
            cure="上缴以后，写明金额、日期和缴款凭证号码。",
            about=missing[0],
        )


@cite("行政处罚法", "第74条", "依法没收的非法财物必须按照国家规定公开拍卖或者按照国家有关规定处理")
def something_confiscated(judging: Judging) -> Iterator[Reason]:
    """Only what a decision that stands has confiscated is disposed of. Source: rule `confiscated-to-treasury`."""
    decided = judging.state.standing_penalty
    if decided is None or "confiscation" not in (decided.facts.get("penalty_kinds") or ()):
        yield Reason(
            "nothing-confiscated",
            "记录里没有还有效的没收决定，不用处理没收的财物。",
            ARTICLE,
            cure="核对决定书；查封、扣押的财物办“处理查封、扣押的财物”或者解除。",
        )


@cite("行政处罚法", "第74条", "按照国家有关规定处理")
def disposed_of(judging: Judging) -> Iterator[Reason]:
    """A case that confiscated is closed when what became of it is on record, or a person says why not yet. Source: rule `confiscated-to-treasury`."""
    if (
        confiscation_decided(judging)
        and judging.state.standing_penalty
        and not judging.state.has("dispose_confiscated")
    ):
        yield Reason(
            "confiscated-not-disposed",
            "没收的财物怎样处理、款项有没有上缴国库，还没有记录。",
            ARTICLE,
            "ask",
            cure="办“处理没收的财物”；还不能处理的，写明由谁保管、为什么。",
        )
