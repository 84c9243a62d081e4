"""引注：各种写法读成一样的；条号对不上的，说清对得上的是哪一条。"""
# ruff: noqa: N802

from datetime import date

import pytest

from yizhi.rules.citing import (
    Cited,
    LawText,
    Repeal,
    check,
    check_together,
    cited_together,
    number_of,
    read_bases,
    read_number,
    write_number,
)

WRITTEN = [
    ("《公路法》第七十六条第(三)项", ["《公路法》第七十六条第（三）项"]),
    ("《公路法》第76条第（3）项", ["《公路法》第七十六条第（三）项"]),
    (
        "《食品安全法》第三十四条第十项、第一百二十四条第一款第五项",
        ["《食品安全法》第三十四条第（十）项", "《食品安全法》第一百二十四条第一款第（五）项"],
    ),
    ("《超限规定》第三条第一款第(四)至(八)项", ["《超限规定》第三条第一款第（四）至（八）项"]),
    (
        "《安全生产法》第九十四条第一款、第三款、第一百一十五条",
        ["《安全生产法》第九十四条第一款", "《安全生产法》第九十四条第三款", "《安全生产法》第一百一十五条"],
    ),
    ("《刑法》第一百三十三条之一", ["《刑法》第一百三十三条之一"]),
    ("《某省实施〈中华人民共和国公路法〉办法》第三十五条", ["《某省实施〈中华人民共和国公路法〉办法》第三十五条"]),
    ("《甲法》第一条;《乙条例》", ["《甲法》第一条", "《乙条例》"]),
    ("", []),
]
OLD = LawText("示意种子法", "2015-11-04", date(2016, 1, 1), date(2022, 3, 1), {
    "第七十五条": "生产经营假种子的，责令停止生产经营，没收违法所得和种子，并处罚款。",
    "第七十六条": "生产经营劣种子的，责令停止生产经营，处以罚款，吊销生产经营许可证。",
})  # fmt: skip
NEW = LawText("示意种子法", "2021-12-24", date(2022, 3, 1), None, {
    "第七十四条": "生产经营假种子的，责令停止生产经营，没收违法所得和种子，并处罚款。",
    "第七十五条": "生产经营劣种子的，责令停止生产经营，处以罚款，吊销生产经营许可证。",
    "第四十八条": "禁止生产经营假、劣种子。",
})  # fmt: skip
ON = date(2026, 11, 24)
CHECKED = [
    ("现行条号对", "第七十四条", ON, {}, "right", ""),
    ("旧条号换了位置", "第七十五条", ON, {}, "renumbered", "第七十四条"),
    ("旧条号现在没有了", "第七十六条", ON, {}, "missing-article", "第七十五条"),
    ("旧法还在的那一天条号对", "第七十五条", date(2022, 2, 28), {}, "right", ""),
    ("施行那天起按新法", "第七十五条", date(2022, 3, 1), {}, "renumbered", "第七十四条"),
    ("还没有施行", "第七十五条", date(2015, 12, 31), {}, "not-in-force", ""),
    ("写明引的是旧版", "第四十八条", ON, {"year": 2015}, "older-version", ""),
    ("原表自己存疑", "第四十八条", ON, {"doubted": True}, "doubted", ""),
    ("只写法名不写条", "", ON, {}, "right", ""),
]


@pytest.mark.parametrize(("text", "read"), WRITTEN, ids=[text or "空" for text, _ in WRITTEN])
def test_写法(text, read):
    bases = read_bases(text)
    assert [str(basis) for basis in bases.bases] == read
    assert bases.unread == ()


@pytest.mark.parametrize("row", CHECKED, ids=[row[0] for row in CHECKED])
def test_核对(row):
    _, article, on, more, state, instead = row
    verdict = check(Cited("中华人民共和国示意种子法", article, **more), on, [NEW, OLD])
    assert (verdict.state, verdict.instead) == (state, instead)
    assert verdict.right or (verdict.sentence and verdict.cure)


def test_版本年份和存疑读得出():
    basis = read_bases("《土地管理法》(2004年修正)第七十三条(旧版条号)").bases[0]
    assert (basis.article, basis.year, basis.doubted) == ("第七十三条", 2004, True)


def test_读不懂的不丢():
    assert read_bases("据说有规定;《甲法》第一条和别的").unread == ("据说有", "别的")


def test_没有旧文本时凭违法情形看出换了条():
    deed = "生产、经营假种子的处罚"
    assert check(Cited("示意种子法", "第七十五条", deed), ON, [NEW]).instead == "第七十四条"
    assert check(Cited("示意种子法", "第四十八条", deed, beside=("第七十四条",)), ON, [NEW]).right


def test_没有文本和已经废止说得清楚():
    assert check(Cited("没有的法", "第一条"), ON, [NEW]).state == "no-text"
    assert check(Cited("没有的法", "第一条", doubted=True), ON, [NEW]).state == "doubted"
    assert check(Cited("示意种子法", "第七十五条"), ON, [OLD]).state == "repealed"


CODE = LawText("示意法典", "2026-03-12", date(2026, 8, 15), None, {
    "第九百条": "违反本法规定，向水体倾倒工业废渣的，由主管部门责令停止违法行为，处以罚款。",
    "第一千二百条": "本法自2026年8月15日起施行。《示意水污染法》、《中华人民共和国示意大气法》同时废止。",
})  # fmt: skip
WATER = LawText("中华人民共和国示意水污染法", "2017-06-27", date(2018, 1, 1), None, {
    "第八十条": "向水体倾倒工业废渣的，处以罚款。",
})  # fmt: skip
ENDED = Repeal("示意水污染法", date(2026, 8, 15), "示意法典", "第一千二百条")
REPEALED = [
    ("废止前一日仍然有效", date(2026, 8, 14), [ENDED], "right", ""),
    ("废止当日由法典取代", date(2026, 8, 15), [ENDED], "replaced", "第九百条"),
    ("只有来源标为废止", date(2026, 8, 14), [Repeal("示意水污染法")], "repealed", ""),
    ("别的法废止与它无关", date(2026, 8, 15), [Repeal("示意大气法", date(2026, 8, 15), "示意法典")], "right", ""),
]


@pytest.mark.parametrize("row", REPEALED, ids=[row[0] for row in REPEALED])
def test_废止和取代说得清是哪一部哪一条(row):
    _, on, repeals, state, instead = row
    verdict = check(Cited("示意水污染法", "第八十条", "向水体倾倒工业废渣的"), on, [WATER, CODE], repeals)
    assert (verdict.state, verdict.instead) == (state, instead)
    assert state != "replaced" or verdict.instead_law == "示意法典"


def test_摘录里没有的条不当作没有这一条():
    part = LawText(
        "示意条例", "2020-01-01", date(2020, 1, 1), None, {"第九条": "擅自倾倒建筑垃圾的，处罚款。"}, whole=False
    )
    deed = "擅自倾倒建筑垃圾的"
    assert check(Cited("示意条例", "第三条", deed), ON, [part]).state == "no-text"
    assert check(Cited("示意条例", "第三条", deed, doubted=True), ON, [part]).instead == "第九条"


def test_毫不相干的条说出来有指引关系的不冤枉():
    law = LawText("示意条例", "2020-01-01", date(2020, 1, 1), None, {
        "第三条": "督察机构可以向有关单位了解情况。",
        "第八条": "依照第九条的规定处以罚款。",
        "第九条": "占用耕地建窑建坟破坏种植条件的，责令改正。",
    })  # fmt: skip
    deed = "占用耕地建窑建坟破坏种植条件的"
    for article, state in (("第三条", "unrelated"), ("第八条", "right")):
        cited = Cited("示意条例", article, deed, beside=("第九条",), linked=(article, "第九条"))
        assert check(cited, ON, [law]).state == state


def test_同一份清单引的同一旧条号一并核对():
    listed = [("第七十五条", "生产、经营假种子的处罚"), ("第七十五条第一款", "生产经营假劣种子的")]
    cited = [
        each for article, deed in listed for each in cited_together(read_bases(f"《示意种子法》{article}").bases, deed)
    ]
    alone = check(cited[1], ON, [NEW])
    together = check_together(cited, ON, [NEW])
    assert alone.right
    assert [verdict.instead for verdict in together] == ["第七十四条", "第七十四条"]


@pytest.mark.parametrize("number", [1, 9, 10, 11, 20, 99, 100, 101, 110, 111, 1169, 1010, 9999])
def test_数字来回不变(number):
    assert read_number(write_number(number)) == number
    assert number_of(f"第{number}条") == f"第{write_number(number)}条"


QUOTED = [
    ("抄录的是规矩，后面可能说到", "有下列行为之一的，责令改正，处以罚款：（一）未按规定登记的", "no-text"),
    ("抄录的与这件事无关", "督察机构根据授权对下列情况进行督察：（一）资源保护情况", "unrelated"),
    ("抄录的说到这件事", "拒不履行土地复垦义务的情况，由督察机构督察", "no-text"),
]


@pytest.mark.parametrize("row", QUOTED, ids=[row[0] for row in QUOTED])
def test_没有文本时用表里抄录的条文核对(row):
    _, quoted, state = row
    cited = Cited("示意条例", "第四十四条", "对拒不履行土地复垦义务的行政处罚", quoted=quoted, linked=("第四十四条",))
    assert check(cited, ON, []).state == state
