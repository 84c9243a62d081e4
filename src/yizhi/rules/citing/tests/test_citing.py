"""引注：各种写法读成一样的；条号对不上的，说清对得上的是哪一条。"""
# ruff: noqa: N802

from datetime import date

import pytest

from yizhi.rules.citing import LawText, check, number_of, read_bases, read_number, write_number

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
    verdict = check("中华人民共和国示意种子法", article, on, [NEW, OLD], **more)
    assert (verdict.state, verdict.instead) == (state, instead)
    assert verdict.right or (verdict.sentence and verdict.cure)


def test_版本年份和存疑读得出():
    basis = read_bases("《土地管理法》(2004年修正)第七十三条(旧版条号)").bases[0]
    assert (basis.article, basis.year, basis.doubted) == ("第七十三条", 2004, True)


def test_读不懂的不丢():
    assert read_bases("据说有规定;《甲法》第一条和别的").unread == ("据说有", "别的")


def test_没有旧文本时凭违法情形看出换了条():
    deed = "生产、经营假种子的处罚"
    assert check("示意种子法", "第七十五条", ON, [NEW], deed=deed).instead == "第七十四条"
    assert check("示意种子法", "第四十八条", ON, [NEW], deed=deed, beside=["第七十四条"]).right


def test_没有文本和已经废止说得清楚():
    assert check("没有的法", "第一条", ON, [NEW]).state == "no-text"
    assert check("示意种子法", "第七十五条", ON, [OLD]).state == "repealed"


@pytest.mark.parametrize("number", [1, 9, 10, 11, 20, 99, 100, 101, 110, 111, 1169, 1010, 9999])
def test_数字来回不变(number):
    assert read_number(write_number(number)) == number
    assert number_of(f"第{number}条") == f"第{write_number(number)}条"
