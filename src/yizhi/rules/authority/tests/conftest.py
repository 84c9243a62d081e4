"""A small openly fictional county that each case changes a little."""

import copy

import pytest

from yizhi.rules.authority import Question, World, decide

OPEN = {"from": "2020-01-01", "to": None}


def certificate(officer, **changes):
    held = {"id": f"证-{officer}", "officer": officer, **OPEN, "domains": []}
    return {**held, "status_periods": [{"status": "valid", **OPEN}], **changes}


def body(name, kind, county="510681", parent="县政府"):
    return {"id": name, "kind": kind, "name": f"示意{name}", "county": county, "parent": parent}


COUNTY = {
    "bodies": [
        body("县政府", "government", parent=None),
        body("市政府", "government", "510600", None),
        body("东镇", "town"),
        body("西镇", "town"),
        body("城管局", "department"),
        body("市局", "department", "510600", "市政府"),
    ],
    "areas": [{"id": "片区", "name": "示意片区", "centre_town": "东镇", "member_towns": [{"town": "东镇", **OPEN}]}],
    "items": [
        {
            "id": "倒垃圾",
            "name": "示例：随意倾倒",
            "kind": "penalty",
            "domain": "城管",
            "owner": "城管局",
            "bases": [{"law": "示例条例", "article": "第一条", "effective": "2020-01-01", "expiry": None}],
        }
    ],
    "allocations": [],
    "officers": [
        {"id": name, "body": of, "employer": of, **OPEN}
        for name, of in (("甲", "东镇"), ("乙", "东镇"), ("丙", "城管局"), ("丁", "城管局"), ("戊", "西镇"))
    ],
    "certificates": [certificate(name) for name in "甲乙丙丁戊"],
    "postings": [],
    "recusals": [],
}

STATUTORY = {"id": "法定一", "item": "倒垃圾", "town": "东镇", "mode": "statutory", **OPEN}
CONFERRAL = {
    **STATUTORY,
    "id": "赋权一",
    "mode": "conferral",
    "from": "2026-03-01",
    "to": "2026-09-01",
    "published_on": "2026-02-20",
    "decision": "示意省决定",
}
ENTRUSTMENT = {
    **CONFERRAL,
    "id": "委托一",
    "mode": "entrustment",
    "decision": None,
    "basis": "示例规章第九条",
    "letter": "示意委托书",
}
QUESTION = {
    "item": "倒垃圾",
    "town": "东镇",
    "on": "2026-06-01",
    "action": "penalty_decision",
    "officers": ["甲", "乙"],
}


class County:
    """The county of one case: tables to change, and questions asked of them as plain values."""

    statutory, conferral, entrustment = STATUTORY, CONFERRAL, ENTRUSTMENT

    def __init__(self):
        self.tables = copy.deepcopy(COUNTY)

    def allocate(self, *rows):
        self.tables["allocations"] += rows
        return self

    def certify(self, officer, **changes):
        kept = [row for row in self.tables["certificates"] if row["officer"] != officer]
        self.tables["certificates"] = [*kept, certificate(officer, **changes)]
        return self

    def change(self, table, name, **changes):
        next(row for row in self.tables[table] if row["id"] == name).update(changes)
        return self

    def add(self, table, *rows):
        self.tables[table] += rows
        return self

    def post(self, officer, *acts_for, **changes):
        row = {"id": f"派-{officer}", "officer": officer, "area": "片区", **OPEN, "acts_for": list(acts_for)}
        return self.add("postings", {**row, **changes})

    def world(self):
        return World.of(self.tables)

    def decide(self, **asked):
        return decide(Question.of({**QUESTION, **asked}), self.world())

    def ask(self, **asked):
        return self.decide(**asked).as_dict()


@pytest.fixture
def county():
    return County()
