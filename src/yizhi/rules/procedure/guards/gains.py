"""违法所得 What was earned by the deed is confiscated, but for what goes back to those it was taken from."""

from collections.abc import Iterator
from decimal import Decimal

from yizhi.rules.cite import cite
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.refusal import Reason


@cite("行政处罚法", "第28条第2款", "除依法应当退赔的外，应当予以没收")
def gains_confiscated(judging: Judging) -> Iterator[Reason]:
    """Gains that are established are confiscated whole; less is confiscated only with what was returned, or a reason. Source: rule `confiscate-gains`.

    The sum confiscated also counts things, so that it may well be the greater one.
    """
    gains = judging.money("illegal_gains_yuan") or Decimal(0)
    if gains <= 0 or judging.given("gains_returned") or judging.given("gains_kept_reason"):
        return
    decided = "penalty_kinds" in judging.facts
    kinds = judging.facts.get("penalty_kinds" if decided else "proposed_penalty_kinds") or ()
    key = "confiscation_yuan" if decided else "proposed_confiscation_yuan"
    taken = judging.money(key) or Decimal(0)
    if "confiscation" not in kinds:
        yield _kept(judging, f"认定违法所得{gains}元，处罚种类里没有没收。", "penalty_kinds" if decided else key)
    elif taken < gains:
        yield _kept(judging, f"认定违法所得{gains}元，只没收{taken}元。", key)


def _kept(judging: Judging, sentence: str, about: str) -> Reason:
    return Reason(
        "gains-not-confiscated",
        sentence + "违法所得除依法应当退赔的外，应当予以没收。",
        "行政处罚法 第28条第2款",
        cure="没收全部违法所得；已经退赔的，写明退赔情况；依法不没收的，写明理由。",
        about=about,
    )
