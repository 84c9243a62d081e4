"""A fictional town that holds a power in one of four ways, for random cases."""

from yizhi.rules.authority import World

MODES = ("statutory", "conferral", "entrustment", "conferral-with-force")
ALWAYS_OPEN = {"from": "2020-01-01", "to": None}


def power(mode: str) -> World:
    """A fictional county in which a town has the power in one way; three of its people hold a certificate, one does not."""
    bodies = [("县政府", "government", None), ("东镇", "town", "县政府"), ("城管局", "department", "县政府")]
    allocation = {"id": "一", "item": "倾倒", "town": "东镇", "mode": mode.removesuffix("-with-force"), **ALWAYS_OPEN}
    if mode != "statutory":
        allocation |= {"published_on": "2020-01-01", "coercion": mode != "conferral"}
        allocation |= (
            {"basis": "演示规章第九条", "letter": "演示委托书"} if mode == "entrustment" else {"decision": "演示决定"}
        )
    basis = {"law": "演示条例", "article": "第一条", "effective": "2020-01-01", "expiry": None}
    return World.of(
        {
            "bodies": [
                {"id": id_, "kind": kind, "name": f"演示{id_}", "county": "510681", "parent": up}
                for id_, kind, up in bodies
            ],
            "items": [
                {
                    "id": "倾倒",
                    "name": "演示事项",
                    "kind": "penalty",
                    "domain": "城管",
                    "owner": "城管局",
                    "bases": [basis],
                }
            ],
            "allocations": [allocation],
            "officers": [{"id": name, "body": "东镇", "employer": "东镇", **ALWAYS_OPEN} for name in "甲乙庚壬"],
            "certificates": [
                {
                    "id": f"证{name}",
                    "officer": name,
                    **ALWAYS_OPEN,
                    "domains": [],
                    "status_periods": [{"status": "valid", **ALWAYS_OPEN}],
                }
                for name in "甲乙庚"
            ],
        }
    )


POWERS = {mode: power(mode) for mode in MODES}
