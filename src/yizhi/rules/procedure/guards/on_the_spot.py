"""简易程序 What may be decided on the spot, and what may be collected on the spot."""

from collections.abc import Iterator

from yizhi.rules.cite import cite
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.refusal import Reason

INDIVIDUAL_MOST_YUAN = 200
ORGANISATION_MOST_YUAN = 3000
COLLECT_MOST_YUAN = 100


@cite("行政处罚法", "第51条", "对公民处以二百元以下、对法人或者其他组织处以三千元以下罚款或者警告的行政处罚的")
def within_threshold(judging: Judging) -> Iterator[Reason]:
    """On the spot: a warning, or a fine of at most 200 yuan for a person, 3,000 yuan for an organisation. Source: rule `simple-threshold`.

    `party_kind` self_employed: the law does not say which of the two holds (dispute `self-employed-threshold`); undecided, that of a person.
    """
    kinds = frozenset(judging.facts.get("penalty_kinds") or judging.facts.get("proposed_penalty_kinds") or ())
    if kinds - {"warning", "fine"}:
        yield _over("当场处罚只能是警告或者罚款。", "penalty_kinds")
    fine = judging.money("fine_yuan") if "fine_yuan" in judging.facts else judging.money("proposed_fine_yuan")
    if fine is None or fine <= INDIVIDUAL_MOST_YUAN:
        return
    kind = judging.circumstances.party_kind
    if kind == "self_employed" and judging.circumstances.reads("self-employed-threshold", "organisation"):
        kind = "organisation"
    if fine > ORGANISATION_MOST_YUAN or kind == "individual":
        most, whom = (
            (INDIVIDUAL_MOST_YUAN, "公民") if kind == "individual" else (ORGANISATION_MOST_YUAN, "法人或者其他组织")
        )
        yield _over(f"对{whom}当场罚款不得超过{most}元，现在是{fine}元。", "fine_yuan")
    elif kind == "self_employed":
        yield Reason(
            "threshold-unclear",
            f"个体工商户按公民还是按组织适用当场处罚的限额，法律没有写明，没有裁定以前按公民办；"
            f"{fine}元超过对公民的{INDIVIDUAL_MOST_YUAN}元。",
            "行政处罚法 第51条",
            cure="转普通程序办理；要按组织办理的，先由司法行政机关在“争议”里裁定。",
            about="fine_yuan",
        )


def _over(sentence: str, about: str) -> Reason:
    return Reason("over-threshold", sentence, "行政处罚法 第51条", cure="转普通程序办理。", about=about)


@cite("行政复议法", "第23条", "对当场作出的行政处罚决定不服")
def review_comes_first(judging: Judging) -> Iterator[Reason]:
    """The on-spot decision says that review must be asked for first, never that one may sue directly. Source: rules `simple-review-first`, `simple-review-first-inform`."""
    assert "on-spot-decision" in judging.act.papers, "only the act that makes the on-spot decision carries this guard"
    yield Reason(
        "review-first",
        "决定书的救济栏写明：应当先申请行政复议，对复议决定不服的再起诉。",
        "行政复议法 第23条",
        "note",
    )


@cite("行政处罚法", "第45条", "必须充分听取当事人的意见")
def defence_examined(judging: Judging) -> Iterator[Reason]:
    """On the spot too a defence that was made is examined, with the result and why. Source: rule `simple-steps`."""
    if judging.given("defence_text") and judging.facts.get("defence_waived") is not True:
        missing = [key for key in ("defence_accepted", "defence_opinion") if not judging.given(key)]
        if missing:
            yield Reason(
                "defence-not-reviewed",
                "当事人提出了陈述、申辩，要复核并写明是否采纳及理由。",
                "行政处罚法 第45条第1款",
                cure="填采纳情况和复核意见。",
                about=",".join(missing),
            )
    elif judging.facts.get("defence_waived") is False and not judging.given("defence_text"):
        yield Reason(
            "defence-not-heard",
            "要记录当事人的陈述、申辩，或者当事人明确放弃。",
            "行政处罚法 第45条第1款",
            cure="填陈述、申辩内容，或者选明确放弃。",
            about="defence_text",
        )


@cite("行政处罚法", "第68条", "不当场收缴事后难以执行的")
@cite("行政处罚法", "第69条", "经当事人提出")
def may_collect(judging: Judging) -> Iterator[Reason]:
    """A fine is collected on the spot up to 100 yuan, where it could not be enforced later, or far off when the party asks. Source: rules `pay-onspot-100`, `pay-onspot-remote`, `pay-separation`."""
    ground, fine = judging.facts.get("collection_reason"), judging.money("fine_yuan")
    if ground == "up_to_100" and fine is not None and fine > COLLECT_MOST_YUAN:
        yield Reason(
            "collection-not-allowed",
            f"罚款{fine}元，不属于一百元以下可以当场收缴的情形。",
            "行政处罚法 第68条",
            cure="由当事人到指定银行或者通过电子支付系统缴款。",
            about="collection_reason",
        )
    if ground == "hard_to_enforce" and judging.act.articles[0] == "行政处罚法 第69条":
        yield Reason(
            "collection-not-allowed",
            "普通程序的罚款只有在边远、水上、交通不便地区经当事人提出才可以当场收缴。",
            "行政处罚法 第69条",
            cure="由当事人到指定银行或者通过电子支付系统缴款。",
            about="collection_reason",
        )
    if ground in ("hard_to_enforce", "remote") and not judging.given("collection_detail"):
        yield Reason(
            "collection-detail-missing",
            "要写明事后难以执行的理由，或者当事人怎样提出。",
            "行政处罚法 第68条" if ground == "hard_to_enforce" else "行政处罚法 第69条",
            cure="写明当场收缴的理由。",
            about="collection_detail",
        )


@cite("行政处罚法", "第67条", "不得自行收缴罚款")
def collected_what_is_owed(judging: Judging) -> Iterator[Reason]:
    """No more is taken than the fine that is still owed. Source: rule `pay-separation`."""
    paid = judging.money("paid_yuan")
    if paid is None:
        return
    if paid <= 0 or paid > judging.state.owed:
        yield Reason(
            "payment-amount-wrong",
            f"缴款{paid}元，和还应缴的{judging.state.owed}元不符。",
            "行政处罚法 第67条",
            cure="核对缴款金额。",
            about="paid_yuan",
        )
