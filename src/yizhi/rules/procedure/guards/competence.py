"""谁有权 Where the deed happened, who may take a person's liberty, who may tear a building down."""

from collections.abc import Iterator

from yizhi.rules.cite import cite
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.refusal import Reason

POLICE_DOMAIN = "公安"
DETENTION = "detention"


@cite("行政处罚法", "第22条", "违法行为发生地的行政机关管辖")
def place_of_act(judging: Judging) -> Iterator[Reason]:
    """The deed lies in the territory of the body; where a rule gives it another jurisdiction a person says which. Source: rule `penalty-place-of-act`."""
    if judging.circumstances.in_territory and judging.facts.get("act_place_elsewhere") is not True:
        return
    yield Reason(
        "place-of-act-elsewhere",
        "违法行为发生地不在本机关的辖区，由发生地的行政机关管辖。",
        "行政处罚法 第22条",
        "ask",
        cure="移送发生地有权的机关；法律、行政法规、部门规章另有规定由本机关管辖的，写明哪一条。",
        about="act_place_elsewhere",
    )


@cite("行政处罚法", "第18条第3款", "只能由公安机关")
def liberty_police_only(judging: Judging) -> Iterator[Reason]:
    """Nobody but the police takes a person's liberty. Source: rule `liberty-penalty-police-only`."""
    for key in ("penalty_kinds", "proposed_penalty_kinds"):
        if DETENTION in (judging.facts.get(key) or ()) and judging.circumstances.body_domain != POLICE_DOMAIN:
            yield Reason(
                "liberty-police-only",
                "行政拘留限制人身自由，只能由公安机关和法律规定的其他机关决定。",
                "行政处罚法 第18条第3款",
                cure="去掉行政拘留；应当拘留的，移送公安机关。",
                about=key,
            )
            return


@cite("城乡规划法", "第65条", "由乡、镇人民政府责令停止建设")
@cite("城乡规划法", "第68条", "可以责成有关部门采取")
def demolition_by_whom(judging: Judging) -> Iterator[Reason]:
    """In a village plan area the town itself tears down; in a town plan area only whom the county government has charged with it.

    Source: rules `village-build-town-own-power`, `urban-build-demolish-order`.
    """
    if judging.facts.get("enforce_way") != "demolish":
        return
    area = judging.facts.get("planning_area")
    if not area:
        yield Reason(
            "planning-area-missing",
            "强制拆除先要写明建筑物在哪一种规划区：乡、村庄规划区由镇政府自己拆，城镇规划区要有政府责成。",
            "城乡规划法 第65条、第68条",
            cure="选择规划区；不按城乡规划法拆除的，也选明。",
            about="planning_area",
        )
    elif area == "village" and judging.circumstances.body_kind not in ("", "town"):
        yield Reason(
            "village-build-town-own",
            "乡、村庄规划区的违法建设由乡、镇人民政府拆除，部门没有这项权力。",
            "城乡规划法 第65条",
            cure="移送乡、镇人民政府。",
            about="planning_area",
        )
    elif area == "urban" and not judging.given("government_order"):
        yield Reason(
            "government-order-missing",
            "城镇规划区的违法建设逾期不拆除的，由县级以上地方人民政府责成有关部门强制拆除；没有责成文件不能拆。",
            "城乡规划法 第68条",
            cure="报请县级人民政府责成，填责成文件的名称和文号。",
            about="government_order",
        )
