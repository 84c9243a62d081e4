"""裁量 A benchmark gives the range, a person the amount; outside the range the decision says why and who allowed it."""

from collections.abc import Iterator
from decimal import Decimal

from yizhi.rules.cite import cite
from yizhi.rules.procedure.benchmark import OPINION, VALUES, Tier, range_words
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.refusal import Reason


def chosen_tier(judging: Judging) -> Tier | None:
    """Return the tier that was chosen, None when none was or it is not one of the benchmark in force."""
    told = judging.facts.get("discretion_tier")
    return next((tier for tier in judging.circumstances.benchmark if tier.label == told), None)


def range_in_yuan(judging: Judging, tier: Tier) -> str:
    """Return the range of a tier in words; where it is times of a value that the facts hold, in yuan too."""
    found = tier.range(judging.facts)
    told = tier.words or range_words(tier.low, tier.high, tier.times_of)
    if not tier.times_of or found.missing:
        return told
    name, key = VALUES[tier.times_of]
    return f"{told}，{name}{judging.facts[key]}元，{range_words(found.low, found.high)}"


def _outside(judging: Judging, tier: Tier, fine: Decimal | None) -> bool:
    found = tier.range(judging.facts)
    return fine is not None and not found.missing and not found.holds(fine)


@cite("国务院办公厅关于进一步规范行政裁量权基准制定和管理工作的意见", "五(十二)", "对行政裁量权基准的适用情况予以明确")
def range_known(judging: Judging) -> Iterator[Reason]:
    """A tier that is times of a value needs the value; the range it gives is told, the amount is never. Source: rule `discretion-in-decision`."""
    tier = chosen_tier(judging)
    if tier is None:
        return
    missing = tier.range(judging.facts).missing
    if missing and _fine(judging) is not None:
        name = VALUES[tier.times_of][0]
        yield Reason(
            "tier-value-missing",
            f"“{tier.name}”按{name}的倍数罚款，还没有填{name}。",
            f"{OPINION} 五(十二)",
            cure=f"填查明的{name}。",
            about=missing,
        )
    elif not missing:
        sentence = f"“{tier.name}”的幅度：{range_in_yuan(judging, tier)}。适用情形：{tier.factors}。数额由您定。"
        yield Reason("range-of-tier", sentence, f"{OPINION} 五(十二)", "note")


def _fine(judging: Judging) -> Decimal | None:
    key = "fine_yuan" if "penalty_kinds" in judging.facts else "proposed_fine_yuan"
    fine = judging.money(key)
    return fine if fine else None


@cite("国务院办公厅关于进一步规范行政裁量权基准制定和管理工作的意见", "五(十二)", "对行政裁量权基准的适用情况予以明确")
def tier_chosen(judging: Judging) -> Iterator[Reason]:
    """Where the item has a benchmark, a fine names the tier it is taken from. Source: rules `discretion-in-decision`, `sc-discretion-in-doc`."""
    tiers = judging.circumstances.benchmark
    if not tiers:
        return
    told = judging.facts.get("discretion_tier")
    if told and chosen_tier(judging) is None:
        yield Reason(
            "tier-unknown",
            "所选的裁量阶次不在行为发生时有效的裁量基准里。",
            f"{OPINION} 五(十二)",
            cure="重新选择：" + "；".join(tier.label for tier in tiers) + "。",
            about="discretion_tier",
        )
    elif not told and _fine(judging) is not None:
        yield Reason(
            "tier-missing",
            "这个事项有裁量基准，罚款要写明适用哪一个阶次。",
            f"{OPINION} 五(十二)",
            cure="选择裁量阶次：" + "；".join(f"{tier.name}（{tier.factors}）" for tier in tiers) + "。",
            about="discretion_tier",
        )


@cite("国务院办公厅关于进一步规范行政裁量权基准制定和管理工作的意见", "五(十二)", "主要负责人批准或者集体讨论通过")
@cite("国务院办公厅关于进一步规范行政裁量权基准制定和管理工作的意见", "五(十二)", "报请该基准制定机关批准")
def outside_with_reasons(judging: Judging) -> Iterator[Reason]:
    """A fine outside its tier says why; a benchmark of a body above is left only with that body's approval. Source: rules `discretion-deviate-own`, `-upper`."""
    tier, fine = chosen_tier(judging), _fine(judging)
    if tier is None or not _outside(judging, tier, fine):
        return
    if not judging.given("discretion_outside"):
        yield Reason(
            "outside-benchmark",
            f"罚款{fine}元不在“{tier.name}”的幅度（{range_in_yuan(judging, tier)}）以内。",
            f"{OPINION} 五(十二)",
            cure="核对数额；确实需要调整适用的，写明理由，写进决定书。",
            about="discretion_outside",
        )
    if not tier.own and not judging.given("deviation_approval"):
        yield Reason(
            "deviation-not-approved",
            f"裁量基准由{tier.issuer}制定，不适用的要报请{tier.issuer}批准。",
            f"{OPINION} 五(十二)",
            cure="填批准文件的名称和文号。",
            about="deviation_approval",
        )


@cite("国务院办公厅关于进一步规范行政裁量权基准制定和管理工作的意见", "五(十二)", "主要负责人批准或者集体讨论通过")
def deviation_decided(judging: Judging) -> Iterator[Reason]:
    """One's own benchmark is left by the principal's approval or after a discussion by the heads. Source: rule `discretion-deviate-own`."""
    tier, fine = chosen_tier(judging), _fine(judging)
    if tier is None or not tier.own or not _outside(judging, tier, fine):
        return
    if judging.state.after(judging.state.notice, "discuss") is None and not judging.given("deviation_approval"):
        yield Reason(
            "deviation-not-decided",
            "调整适用本机关的裁量基准，要经主要负责人批准或者集体讨论通过。",
            f"{OPINION} 五(十二)",
            cure="先办“集体讨论”，或者填主要负责人的批准。",
            about="deviation_approval",
        )


@cite("行政处罚法", "第32条", "配合行政机关查处违法行为有立功表现的")
def mitigation_applied(judging: Judging) -> Iterator[Reason]:
    """With a ground to be lighter, the fine is not the most that its tier allows. Source: rule `mitigate-must`."""
    grounds, tier, fine = judging.facts.get("mitigation") or (), chosen_tier(judging), _fine(judging)
    if not grounds:
        return
    words = judging.circumstances.dictionary.words("mitigation", list(grounds))
    high = tier.range(judging.facts).high if tier else None
    top = high is not None and fine is not None and fine >= high
    yield Reason(
        "mitigation-due",
        f"有应当从轻或者减轻的情形：{words}。"
        + ("罚款却是这个阶次的最高数额。" if top else "理由里写明怎样从轻或者减轻。"),
        "行政处罚法 第32条",
        "stop" if top else "note",
        cure="按从轻、减轻的情形重新确定数额。" if top else "",
        about="mitigation",
    )
