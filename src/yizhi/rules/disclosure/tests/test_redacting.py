"""脱敏的疑难写法：每一行是一句公开前的话，和里面不能公开的东西。"""
# ruff: noqa: N802

from datetime import date

import pytest

from yizhi.rules.disclosure.filling import Decided, columns
from yizhi.rules.disclosure.redacting import Known, leaks, redacted, short_name

KNOWN = Known(
    names=("王建国", "王建民", "李红", "买买提·艾力", "欧阳娜"),
    texts=("51068119900307001X", "示意新村安置点"),
    public=("91510681MA00000000", "广汉市中山大道 8 号"),
)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("王建国在河边倒垃圾。", ["name"], id="当事人姓名"),
        pytest.param("王 建 国 签字。", ["name"], id="姓名中间有空格"),
        pytest.param("买买提艾力签字。", ["name"], id="姓名少写间隔号"),
        pytest.param("连山镇李红小吃店", ["name"], id="店名里有经营者姓名"),
        pytest.param("王建设施工队", [], id="别的词里的半个姓名不算"),
        pytest.param("身份证号５１０６８１１９９００３０７００１Ｘ", ["citizen_id"], id="全角证件号"),
        pytest.param("证件号510681 19900307 0018", ["citizen_id"], id="证件号分段写"),
        pytest.param("旧证510681900307001", ["citizen_id"], id="十五位旧证件号"),
        pytest.param("电话138-0000-0000", ["phone"], id="手机号带横线"),
        pytest.param("电话一三八〇〇〇〇〇〇〇〇", ["phone"], id="中文数字的手机号"),
        pytest.param("联系0838-5000000", ["phone"], id="区号加座机"),
        pytest.param("电话：5000000", ["phone"], id="没有区号的座机"),
        pytest.param("账号6222 0000 0000 0000 000", ["account"], id="银行卡号分段写"),
        pytest.param("账户：12345678", ["account"], id="写明是账户的短号"),
        pytest.param("在锦花村3组12号旁", ["address"], id="村组门牌"),
        pytest.param("住中山大道120号2栋3单元501室", ["address"], id="路和单元"),
        pytest.param("住锦花村 三 组", ["address"], id="中文数字的组"),
        pytest.param("邮箱 li.hong@example.com", ["mail"], id="邮箱"),
        pytest.param("驾驶川FA1234货车", ["plate"], id="车牌"),
        pytest.param("1990年3月7日出生", ["birth"], id="出生日期"),
        pytest.param("雇用15岁的学徒", ["minor"], id="不满十八岁"),
        pytest.param("雇用十六岁的学徒", ["minor"], id="中文数字的年龄"),
        pytest.param("带未成年子女在场", ["minor"], id="未成年子女"),
        pytest.param("网吧接纳未成年人进入", [], id="条文里的未成年人不是哪一个人"),
        pytest.param("二十岁、18岁、二十八岁", [], id="成年的年龄不隐"),
        pytest.param("示意新村安置点旁", ["told"], id="案卷里记着的住处"),
        pytest.param("罚款13000000000.00元", [], id="十一位数的金额不是电话"),
        pytest.param("2026-06-01至2026-06-15、2026.06.01—2026.06.15", [], id="日期不是号码"),
        pytest.param("广连府罚决〔2026〕17号，示例条例第十二条", [], id="文号和条文不是住址"),
        pytest.param("广汉市中山大道 8 号", [], id="企业登记的住所可以公开"),
        pytest.param("统一社会信用代码91510681MA00000000", [], id="信用代码可以公开"),
        pytest.param("河边约三立方米，锦花村河岸", [], id="到村为止的地点可以公开"),
    ],
)
def test_找得出不能公开的(text, kinds):
    assert [found.kind for found in leaks(text, KNOWN)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "王建国在锦花村3组12号，电话13800000000。",
        "王建国、王建民、李红住中山大道120号2栋501室",
        "欧阳娜（51068119900307001X）",
        "雇用15岁的李红，1990年3月7日出生",
    ],
)
def test_隐去以后什么也不剩_再隐一遍不变(text):
    once = redacted(text, KNOWN)
    assert leaks(once, KNOWN) == []
    assert redacted(once, KNOWN) == once


def test_同姓的两个人分得开():
    assert redacted("王建国借给王建民，李红在场。", KNOWN) == "王某甲借给王某乙，李某在场。"


def test_复姓留两个字():
    assert (short_name("欧阳娜"), short_name("欧阳")) == ("欧阳某", "欧某")


def decided(**more):
    values = {
        "title": "王建国倾倒建筑垃圾",
        "number": "广连府罚决〔2026〕17号",
        "party": "王建国",
        "party_kind": "individual",
        "credit_code": "92510681MA00000000",
        "facts": "王建国倒在河边。",
        "basis": "示例条例第十二条",
        "kinds": ["fine"],
        "kind_words": "罚款",
        "fine": 300,
        "confiscation": "",
        "confiscation_yuan": None,
        "other": "",
        "body": "广汉市连山镇人民政府",
        "decided_on": date(2026, 6, 24),
    }
    return Decided(**{**values, **more})


@pytest.mark.parametrize(
    ("kind", "name", "party", "code"),
    [
        pytest.param("individual", "王建国", "王某", "", id="自然人不留信用代码"),
        pytest.param("self_employed", "李红小吃店", "李某小吃店", "92510681MA00000000", id="个体户店名里的姓名"),
        pytest.param("enterprise", "示例建材有限公司", "示例建材有限公司", "92510681MA00000000", id="企业名称照写"),
    ],
)
def test_当事人一栏(kind, name, party, code):
    told = columns(decided(party=name, party_kind=kind), KNOWN)
    assert (told["party"], told["credit_code"]) == (party, code)


def test_处罚内容写全():
    told = columns(decided(confiscation="倾倒所得", confiscation_yuan=20, other="通报批评"), KNOWN)
    assert told["content"] == "罚款300.00元；没收倾倒所得；通报批评"
    assert (told["fine_yuan"], told["confiscation_yuan"]) == ("300.00", "20.00")
