"""边界卡 Who does which step of an item between town and department: seven places, each somebody with a source, none empty.

>>> [fault.code for fault in boundary_faults("示例事项", {"finds": Charge("town", "示意方案")})][:1]
['boundary-incomplete']
>>> boundary_faults("示例事项", {step: Charge("holder", "示意方案") for step in STEPS})
[]
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from yizhi.rules.cite import cite
from yizhi.rules.refusal import Reason

STEPS: Final[Mapping[str, str]] = {
    "finds": "发现",
    "checks_first": "先行核查",
    "measures": "检测鉴定",
    "opens": "立案",
    "decides": "作出决定",
    "enforces": "执行",
    "supervises": "事后监管",
}
ROLES: Final[Mapping[str, str]] = {
    "holder": "清单上的实施机关",
    "town": "属地镇（街道）",
    "owner": "原实施部门",
    "team": "片区综合行政执法队",
}
BODY: Final = "body:"
OF_THE_LIST: Final = ("opens", "decides", "enforces")
OF_THE_TEAM: Final = ("finds", "checks_first")
PLAN_BOUNDARY: Final = "实施方案 三(七)"
PLAN_BODY: Final = "实施方案 三(四)"


class Charge(NamedTuple):
    """由谁 One place of a card: `who` is a role of `ROLES` or `body:` with a body's code; `source` the document that says so."""

    who: str = ""
    source: str = ""


@cite("实施方案", "三(七)", "明晰镇(街道)与市级有关部门的执法权限和边界")
def boundary_faults(name: str, charges: Mapping[str, Charge]) -> list[Reason]:
    """Return what speaks against the card of the item called `name`: an empty place (`boundary-incomplete`), and whoever has no power there."""
    if not charges:
        cure = "先录入它的边界卡，再公布。"
        return [Reason("boundary-incomplete", f"“{name}”还没有边界卡。", PLAN_BOUNDARY, cure=cure)]
    faults = []
    for step, words in STEPS.items():
        charge = charges.get(step, Charge())
        faults += _empty(name, step, words, charge) or _misplaced(step, words, charge)
    return faults


def _empty(name: str, step: str, words: str, charge: Charge) -> list[Reason]:
    missing = "由谁负责" if not charge.who.strip() else "依据哪份文件" if not charge.source.strip() else ""
    if not missing:
        return []
    sentence = f"“{name}”的边界卡没有写明“{words}”{missing}。"
    return [
        Reason("boundary-incomplete", sentence, PLAN_BOUNDARY, cure="在事项的边界卡上补齐七步，再公布。", about=step)
    ]


@cite("实施方案", "三(四)", "根据执法权限归属,确定执法实施主体")
def _misplaced(step: str, words: str, charge: Charge) -> list[Reason]:
    """The list says who opens, decides and enforces; the team gathers people and may only find and check first."""
    if step in OF_THE_LIST and charge.who != "holder":
        sentence = f"“{words}”由清单上的实施机关负责，边界卡不能另外指定。"
        return [
            Reason(
                "boundary-against-list",
                sentence,
                PLAN_BODY,
                cure="选“清单上的实施机关”；要换机关，先改清单。",
                about=step,
            )
        ]
    if charge.who == "team" and step not in OF_THE_TEAM:
        sentence = f"片区队不是行政主体，不能负责“{words}”。"
        return [
            Reason(
                "boundary-team",
                sentence,
                PLAN_BODY,
                cure="选镇（街道）或者部门；片区队可以发现、先行核查。",
                about=step,
            )
        ]
    if not charge.who.startswith(BODY) and charge.who not in ROLES:
        sentence = f"“{words}”写的“{charge.who}”不认识。"
        return [
            Reason(
                "boundary-unknown", sentence, cure=f"可以写：{'、'.join(ROLES.values())}，或者机关的全称。", about=step
            )
        ]
    return []
