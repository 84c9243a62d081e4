"""一个小县（虚构）：一个市级部门、两个县级部门、两个镇、四个事项，甲镇已有一项赋权、一项法定、一项委托。"""

from dataclasses import replace
from datetime import date

from yizhi.rules.authority import World
from yizhi.rules.batches import Draft, Line

TODAY = date(2026, 11, 24)
STARTS = date(2027, 1, 1)
CATALOGUE = frozenset({"i1", "i2", "i4", "i6", "i7"})
BASES = [{"law": "示例条例", "article": "第一条", "effective": "2020-01-01"}]
VILLAGE = [{"law": "城乡规划法", "article": "第65条", "effective": "2008-01-01"}]
TABLES = {
    "bodies": [
        {"id": "gov", "kind": "government", "name": "示意县人民政府"},
        {"id": "jia", "kind": "town", "name": "甲镇", "county": "c", "parent": "gov"},
        {"id": "yi", "kind": "town", "name": "乙镇", "county": "c", "parent": "gov"},
        {"id": "bing", "kind": "town", "name": "丙镇人民政府", "county": "c", "parent": "gov"},
        {"id": "cg", "kind": "department", "name": "综合执法局", "county": "c", "parent": "gov"},
        {"id": "sl", "kind": "department", "name": "水利局", "county": "c", "parent": "gov"},
        {"id": "city", "kind": "department", "name": "市生态环境局", "county": "city", "parent": "gov"},
    ],
    "areas": [{"id": "a", "name": "示意片区", "member_towns": [{"town": "jia", "from": "2023-06-28"}]}],
    "items": [
        {"id": "i1", "name": "倾倒垃圾", "kind": "penalty", "domain": "城市管理", "owner": "cg", "bases": BASES},
        {"id": "i2", "name": "损坏绿地", "kind": "penalty", "domain": "城市管理", "owner": "cg", "bases": BASES},
        {"id": "i3", "name": "占用河道", "kind": "penalty", "domain": "水利", "owner": "sl", "bases": BASES},
        {"id": "i4", "name": "违规排污", "kind": "penalty", "domain": "环保", "owner": "city", "bases": BASES},
        {"id": "i5", "name": "村内违建", "kind": "penalty", "domain": "规划", "owner": "cg", "bases": BASES},
        {"id": "i6", "name": "没有依据的事项", "kind": "penalty", "domain": "城市管理", "owner": "cg", "bases": []},
        {"id": "i7", "name": "村里建房", "kind": "penalty", "domain": "规划", "owner": "cg", "bases": VILLAGE},
    ],
    "officers": [
        {"id": "o1", "body": "jia", "from": "2020-01-01"},
        {"id": "o2", "body": "jia", "from": "2020-01-01"},
        {"id": "o3", "body": "cg", "from": "2020-01-01"},
        {"id": "o4", "body": "yi", "from": "2020-01-01"},
    ],
    "certificates": [
        {
            "id": f"c{number}",
            "officer": f"o{number}",
            "from": "2020-01-01",
            "domains": [],
            "status_periods": [{"status": "valid", "from": "2020-01-01"}],
        }
        for number in (1, 2, 3, 4)
    ],
}
HELD = {"item": "i1", "town": "jia", "mode": "conferral", "from": "2024-01-01", "published_on": "2024-01-01"}
HELD |= {"id": "a1", "decision": "省决定", "letter": "文", "on_recall": "continue"}
TRUSTED = {"id": "a2", "item": "i3", "town": "jia", "mode": "entrustment", "from": "2026-01-01", "to": "2026-12-01"}
TRUSTED |= {"published_on": "2026-01-01", "basis": "示例办法第八条", "letter": "委托书"}
OWN = {"id": "a3", "item": "i5", "town": "jia", "mode": "statutory", "from": "2020-01-01"}


def known(*more):
    """到现在为止知道的全部事实；`more` 是另外的权属。"""
    return World.of({**TABLES, "allocations": [HELD, TRUSTED, OWN, *more]}).known()


def give(*lines, **more):
    """一份赋权草案；没有写的按最平常的写。"""
    rows = tuple(Line(*line) if len(line) > 2 else Line(*line, "conferral") for line in lines)
    given = Draft(
        kind="allocation",
        title="示意批次",
        lines=rows,
        sides=("cg", "jia"),
        starts_on=STARTS,
        decision="省决定",
        public_body=True,
        technical="not_needed",
    )
    return replace(given, **more)


def take_back(*lines, **more):
    """一份收回草案。"""
    return give(*lines, kind="recall", **more)
