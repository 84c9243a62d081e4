"""号码核对：能登记的、不能登记的，各说清为什么。"""

from datetime import date

import pytest

from yizhi.rules.identifiers import born_on, citizen_id, credit_code
from yizhi.rules.refusal import BadInput


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("91110000600037341L", "91110000600037341L"),
        ("9111 0000-6000 37341l", "91110000600037341L"),
        ("９１１１００００６０００３７３４１Ｌ", "91110000600037341L"),
        ("N2510681MF0000001J", "N2510681MF0000001J"),
        ("Y1510681MC0000002A", "Y1510681MC0000002A"),
        ("n2510681mf0000001j", "N2510681MF0000001J"),
    ],
    ids=["企业", "空格连字符小写", "全角", "农村集体经济组织", "其他登记机关", "小写农村"],
)
def test_credit_codes_that_hold(typed: str, kept: str) -> None:
    assert credit_code(typed) == kept


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "number-empty"),
        ("9111000060003734", "credit-code-length"),
        ("91110000600037341LL", "credit-code-length"),
        ("9111O000600037341L", "credit-code-sign"),
        ("91110000600037341K", "credit-code-checksum"),
        ("N2510681MF0000001K", "credit-code-checksum"),
        ("Y1510681MC0000002B", "credit-code-checksum"),
        ("B1110000600037341L", "credit-code-form"),
        ("N2A10681MF0000001J", "credit-code-form"),
        ("9111********37341L", "number-masked"),
        ("9111000060003734㐂L", "credit-code-sign"),
    ],
    ids=[
        "空",
        "少两位",
        "多一位",
        "O当0",
        "校验位",
        "N校验位",
        "Y校验位",
        "首位不对",
        "区划不是数字",
        "遮住的",
        "生僻字",
    ],
)
def test_credit_codes_that_are_refused(typed: str, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        credit_code(typed)
    assert refused.value.first.code == code
    assert refused.value.first.about == "credit_code"
    assert refused.value.first.cure


@pytest.mark.parametrize(
    "typed",
    ["510681199001010019", "510681196001010031", "81000019900101001 9", "51068119900101001９"],
    ids=["广汉", "出生早于设市", "港澳居住证", "全角"],
)
def test_citizen_ids_that_hold(typed: str) -> None:
    assert len(citizen_id(typed, date(2026, 11, 24))) == 18


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("510681900101001", "citizen-id-old"),
        ("51068119900101001", "citizen-id-length"),
        ("51068119900101001Y", "citizen-id-sign"),
        ("510681199001010018", "citizen-id-checksum"),
        ("510681199002300018", "citizen-id-birth"),
        ("000000199001010018", "citizen-id-region"),
        ("5106**********0019", "number-masked"),
        ("٥10681199001010019", "citizen-id-sign"),
    ],
    ids=["旧号", "少一位", "末位不对", "校验位", "二月三十", "没有这个区划", "遮住的", "外文数字"],
)
def test_citizen_ids_that_are_refused(typed: str, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        citizen_id(typed, date(2026, 11, 24))
    assert refused.value.first.code == code


def test_birth_is_not_after_the_day_of_entry() -> None:
    assert born_on(citizen_id("510681199001010019", date(1990, 1, 1))) == date(1990, 1, 1)
    with pytest.raises(BadInput):
        citizen_id("510681199001010019", date(1989, 12, 31))
