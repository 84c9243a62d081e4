"""一个片区一张清单：镇有的加部门函明确的；哪一天都能看；两天之间多了少了什么凭什么；每一格打开它的文书；能带走。"""
# ruff: noqa: N802

import dataclasses
import io
import random
from datetime import date, timedelta

import pytest
from python_calamine import CalamineWorkbook

from yizhi.desk.matters import actions, queries
from yizhi.desk.matters.models import DutyLetter
from yizhi.desk.matters.queries import Wanted
from yizhi.desk.matters.tests import county
from yizhi.desk.record.sheets import Table, comma_separated, workbook
from yizhi.rules.refusal import Absent, Refusal

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 24)
SINCE = date(2026, 6, 1)
NUMBER = "示综执函〔2026〕3号"


@pytest.fixture(autouse=True)
def facts(db):
    county.build()


def letter(*items, body="dept-cg", number=NUMBER, starts=SINCE):
    given = {"area": "area-1", "body": body, "number": number, "items": items, "starts": starts}
    return actions.enter_duty_letter(**given, by="bianban", now=county.NOW)


def on_the_list(on=ON, area="area-1", **wanted):
    return [row.item_id for row in queries.area_list(county.who(), area, on, Wanted(**wanted)).rows]


def text(answer):
    assert answer.status_code == 200
    return answer.content.decode()


def test_镇有的在清单上部门的没有函不在():
    assert on_the_list() == ["cg-1"]
    assert on_the_list(whole=True) == ["cg-1", "cg-2", "sl-1"]
    letter("cg-2")
    assert on_the_list() == ["cg-1", "cg-2"]
    assert on_the_list(SINCE - timedelta(days=1)) == ["cg-1"]


def test_函撤回那天起不在以前那天仍在():
    kept = letter("cg-2")
    later = county.NOW + timedelta(hours=1)
    actions.end_duty_letter(kept.fact, ends=date(2026, 9, 1), by="bianban", now=later)
    assert on_the_list(date(2026, 8, 31)) == ["cg-1", "cg-2"]
    assert on_the_list(date(2026, 9, 1)) == ["cg-1"]
    assert DutyLetter.objects.filter(fact=kept.fact).count() == 2


REFUSED = {
    "别的部门的事项": ({"items": ("sl-1",)}, "letter-of-other-body"),
    "没有向片区派驻": ({"items": ("sl-1",), "body": "dept-sl"}, "letter-without-posting"),
    "镇不发这种函": ({"items": ("cg-2",), "body": "town-510681101"}, "unknown-body"),
    "那一天没有这个事项": ({"items": ("cg-2",), "starts": date(2020, 1, 1)}, "unknown-item"),
    "没有写事项": ({"items": ()}, "letter-without-items"),
}


@pytest.mark.parametrize(("fields", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_不合规矩的函录不进去(fields, code):
    items = fields.pop("items")
    with pytest.raises(Refusal) as refused:
        letter(*items, **fields)
    assert code in [reason.code for reason in refused.value.reasons]
    assert not DutyLetter.objects.exists()


FILTERS = {
    "两个字": ({"q": "垃圾", "whole": True}, ["cg-1"]),
    "领域": ({"domain": "水利", "whole": True}, ["sl-1"]),
    "类型": ({"kind": "coercion", "whole": True}, []),
    "实施的机关": ({"body": "town-510681101", "whole": True}, ["cg-1"]),
    "原实施的部门": ({"body": "dept-cg", "whole": True}, ["cg-1", "cg-2"]),
    "没有的字": ({"q": "飞机"}, []),
}


@pytest.mark.parametrize(("wanted", "codes"), FILTERS.values(), ids=FILTERS.keys())
def test_筛选(wanted, codes):
    assert on_the_list(**wanted) == codes


def test_没有这个片区没登录的看不到():
    with pytest.raises(Absent):
        queries.area_list(county.who(), "没有", ON)
    nobody = county.Identity("", "", "", "", 0, "", "", "", county.Sight())
    with pytest.raises(Absent):
        queries.area_list(nobody, "area-1", ON)


def test_两天之间新增收回变更都写明凭什么():
    yi = county.Town.objects.get(code="510681102")
    given = {"published_on": SINCE, "valid_from": SINCE, "decision": county.DECISION}
    county.allocation("a-2", "cg-2", yi, "conferral", letter="第二批方案", **given)
    county.allocation("a-3", "sl-1", yi, "conferral", **{**given, "valid_from": county.START, "valid_to": SINCE})
    county.Allocation.objects.filter(fact="a-3").update(published_on=county.START)
    letter("cg-2")
    found = queries.list_changes(county.who(), "area-1", SINCE - timedelta(days=1), ON)
    told = {(each.kind, each.item, each.town) for each in found}
    assert told == {("added", "cg-2", "乙镇"), ("ended", "sl-1", "乙镇"), ("added", "cg-2", "")}
    sides = {each.kind + each.town: each for each in found}
    assert sides["added乙镇"].after.allocation.letter == "第二批方案"
    assert sides["ended乙镇"].before.allocation.id == "a-3"
    assert sides["added"].after.letter.number == NUMBER
    page = text(
        county.signed_in("officer", "town-510681101").get("/lists/area-1/changes/?on=2026-11-24&with=2026-05-31")
    )
    assert "多 2 格　少 1 格" in page and "第二批方案" in page and "/instruments/a-3/" in page


def test_过渡期满算变更():
    row = {"transition_until": SINCE, "transition_body": "department", "published_on": county.START}
    yi = county.Town.objects.get(code="510681102")
    county.allocation("a-2", "cg-2", yi, "conferral", decision=county.DECISION, **row)
    changed = queries.list_changes(county.who(), "area-1", SINCE - timedelta(days=1), SINCE)
    assert [(each.kind, each.before.words, each.after.words) for each in changed] == [
        ("changed", "示意县综合行政执法局（部门派驻）", "示意县乙镇人民政府（赋权）")
    ]


def test_每一格打开它的文书():
    kept = letter("cg-2")
    browser = county.signed_in("officer", "town-510681101")
    page = text(browser.get("/lists/area-1/?on=2026-11-24"))
    assert 'href="/instruments/a-1/"' in page and f'href="/letters/{kept.fact}/"' in page
    assert county.DECISION in text(browser.get("/instruments/a-1/"))
    assert "/allocations/a-1/" not in text(browser.get("/instruments/a-1/"))
    shown = text(browser.get(f"/letters/{kept.fact}/"))
    assert "损坏城市树木花草" in shown and "登记撤回" not in shown
    assert browser.get("/instruments/没有/").status_code == browser.get("/letters/没有/").status_code == 404


def test_片区队职责每一条写明从哪里来():
    letter("cg-2")
    page = text(county.signed_in("officer", "town-510681101").get("/lists/area-1/duties/?on=2026-11-24"))
    assert "甲镇：示意县甲镇人民政府（赋权）" in page and NUMBER in page
    assert "在河道管理范围内建设妨碍行洪的建筑物" not in page


def test_页上录函撤函别人看不到(client):
    keeper = county.signed_in("establishment")
    assert "示意县综合行政执法局" in text(keeper.get("/lists/area-1/letters/"))
    place = "/lists/area-1/letters/new/?body=dept-cg"
    form = {"number": NUMBER, "starts": "2026-06-01", "items": ["cg-2"]}
    assert keeper.post(place, {**form, "items": []}).status_code == 422
    assert keeper.post(place, {**form, "items": ["sl-1"]}).status_code == 422
    assert keeper.post(place, form).status_code == 302
    fact = DutyLetter.objects.get().fact
    early = keeper.post(f"/letters/{fact}/", {"ends": "2026-06-01"})
    assert early.status_code == 422 and "止日要在起日之后" in early.content.decode()
    assert keeper.post(f"/letters/{fact}/", {"ends": "2026-12-01"}).status_code == 302
    other = county.signed_in("officer", "town-510681101")
    assert other.get(place).status_code == other.post(place, form).status_code == 404
    assert "录入来函" not in text(other.get("/lists/area-1/letters/"))
    other.post(f"/letters/{fact}/", {"ends": "2026-07-01"})
    assert DutyLetter.objects.known().get(fact=fact).valid_to == date(2026, 12, 1)


def test_表格用官方的列名镇逐列():
    letter("cg-2")
    answer = county.signed_in("officer", "town-510681101").get("/lists/area-1/list.xlsx?on=2026-11-24")
    sheets = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))
    official, towns = (sheets.get_sheet_by_name(name).to_python() for name in sheets.sheet_names)
    assert official[0][0] == "示意片区行政执法事项清单（2026年11月24日）"
    assert official[1] == ["序号", "省序号", "权力类型", "权力名称", "主要设立依据", "备注", "承接乡镇（街道）"]
    assert official[2][3:7] == ["擅自倾倒建筑垃圾", "《示意条例》第一条", f"赋权甲镇：{county.DECISION}", "甲镇"]
    assert official[3][5] == f"部门明确：{NUMBER}"
    assert towns[1][3:] == ["甲镇", "乙镇"]
    assert towns[2][3:] == ["示意县甲镇人民政府（赋权）", "示意县综合行政执法局（部门派驻）"]


def test_逐行文本带日期和文书():
    letter("cg-2")
    answer = county.signed_in("officer", "town-510681101").get("/lists/list.csv?on=2026-11-24")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert county.DECISION in lines[1] and NUMBER in lines[2]


@pytest.mark.parametrize("cell", ["=1+1", "+86", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_像公式的格子只当文字(cell):
    assert f"'{cell}" in comma_separated(("名称",), [(cell,)]).decode("utf-8-sig")
    table = Table(name="表", title="题", headings=(("名称", 10), ("数", 5)), rows=[(cell, 3)])
    made = workbook([table], made_at=county.NOW)
    assert b"<f>" not in made
    row = CalamineWorkbook.from_filelike(io.BytesIO(made)).get_sheet_by_index(0).to_python()[2]
    assert [str(row[0]).strip(), row[1]] == [cell.strip(), 3]


@pytest.mark.parametrize("seed", range(4))
def test_以后的赋权收回都不改以前的清单(seed):
    dice, now = random.Random(seed), county.NOW
    towns, items = ("510681101", "510681102"), ("cg-1", "cg-2", "sl-1")
    earlier = [ON - timedelta(days=days) for days in (1, 90, 400, 2000)]

    def told(day):
        found = queries.list_lines(queries.area_list(county.who(), "area-1", day))
        return [(line.version.item_id, [(part.words, part.instrument) for part in line.towns]) for line in found]

    before = {day: told(day) for day in earlier}
    for _ in range(12):
        now += timedelta(minutes=1)
        starts = ON + timedelta(days=dice.randrange(60))
        held = dice.choice([None, *may_be_recalled(starts)])
        if held is None:
            given = {"published_on": starts, "valid_from": starts, "decision": county.DECISION}
            grant = actions.Grant(item=dice.choice(items), town=dice.choice(towns), mode="conferral", **given)
            actions.enter_allocation(grant, by="bianban", now=now)
        else:
            recalled = dataclasses.replace(grant_of(held), valid_to=starts, on_recall="continue")
            actions.enter_together([(held.fact, recalled)], by="bianban", now=now)
    assert {day: told(day) for day in earlier} == before


def may_be_recalled(starts):
    """以后还能收回的权属：起日早于收回之日的。"""
    return list(county.Allocation.objects.known().filter(valid_from__lt=starts, valid_to=None).order_by("pk"))


def grant_of(row):
    """一条权属所写的内容。"""
    names = actions.Grant.__dataclass_fields__
    return actions.Grant(**{name: getattr(row, f"{name}_id" if name in ("item", "town") else name) for name in names})


def test_事项再多清单页的查询不变多(django_assert_max_num_queries):
    browser = county.signed_in("officer", "town-510681101")
    browser.get("/lists/area-1/")
    for number in range(30):
        county.item(f"x-{number}", f"示例事项{number}", "城市管理", "dept-cg", 100 + number)
    browser.get("/lists/area-1/?whole=yes")
    with django_assert_max_num_queries(14):
        assert "示例事项29" in text(browser.get("/lists/area-1/?whole=yes"))
