"""号码核对 Unified social credit codes 统一社会信用代码 (GB 32100) and citizen ids 公民身份号码 (GB 11643).

Text in, the number in its one written form out, or a refusal that says what is wrong and how to write it. Full-width digits,
blanks and hyphens are taken as typed by hand; nothing else is repaired.
"""

import unicodedata
from datetime import date

from stdnum import numdb
from stdnum.cn import ric, uscc
from stdnum.exceptions import ValidationError

from yizhi.rules.refusal import BadInput, bad_input

LETTERS = frozenset("0123456789ABCDEFGHJKLMNPQRTUWXY")
REGISTRARS = frozenset("123456789NY")
RESIDENCE_PERMITS = frozenset({"810000", "820000", "830000"})
HIDDEN = frozenset("*＊×●•?？")


def credit_code(text: str, about: str = "credit_code") -> str:
    """统一社会信用代码 Return the 18 signs of a credit code. Raises `BadInput` naming what is wrong.

    The first sign is the registering department: digits, and N (农业农村, rural collectives) and Y (others).

    >>> credit_code(" 91110000600037341L ")
    '91110000600037341L'
    >>> credit_code("N2510681MF0000001J")
    'N2510681MF0000001J'
    >>> credit_code("91110000600037341K")
    Traceback (most recent call last):
        ...
    yizhi.rules.refusal.BadInput: 统一社会信用代码的校验位不对，有一位或者几位写错了。
    """
    code = _written(text, about, "统一社会信用代码")
    if len(code) != 18:
        raise bad_input(
            about,
            f"统一社会信用代码是 18 位，这里是 {len(code)} 位。",
            "照营业执照或者登记证抄写。",
            "credit-code-length",
        )
    strange = [sign for sign in code if sign not in LETTERS]
    if strange:
        cure = "代码里没有字母 I、O、S、V、Z；常见的是把 0 写成 O、把 1 写成 I。"
        raise bad_input(
            about, f"统一社会信用代码里不会有“{'、'.join(dict.fromkeys(strange))}”。", cure, "credit-code-sign"
        )
    if code[0] not in REGISTRARS or not code[2:8].isdecimal():
        cure = "第 1 位是登记管理部门（数字，或者 N、Y），第 3 至 8 位是六位行政区划代码。"
        raise bad_input(about, "统一社会信用代码的前 8 位写法不对。", cure, "credit-code-form")
    if uscc.calc_check_digit(code[:17]) != code[17]:
        raise bad_input(
            about,
            "统一社会信用代码的校验位不对，有一位或者几位写错了。",
            "照营业执照或者登记证逐位核对。",
            "credit-code-checksum",
        )
    return code


def citizen_id(text: str, on: date | None = None, about: str = "citizen_id") -> str:
    """公民身份号码 Return the 18 signs of a citizen id. Raises `BadInput` naming what is wrong.

    Checked: length, check sign, a real day of birth not after `on`, a region that is or once was in the national table. The
    region is not compared with the year of birth: the number keeps the region of the first registration, which may be later.

    >>> citizen_id("51068119900101001x")
    Traceback (most recent call last):
        ...
    yizhi.rules.refusal.BadInput: 公民身份号码的校验位不对，有一位或者几位写错了。
    """
    number = _written(text, about, "公民身份号码")
    if len(number) == 15 and number.isdecimal():
        raise bad_input(about, "15 位的旧号码已经停用。", "填现在身份证上的 18 位号码。", "citizen-id-old")
    if len(number) != 18:
        raise bad_input(
            about, f"公民身份号码是 18 位，这里是 {len(number)} 位。", "照身份证抄写。", "citizen-id-length"
        )
    if not (number.isascii() and number[:17].isdecimal()) or number[17] not in "0123456789X":
        raise bad_input(about, "公民身份号码只有数字，最后一位可以是 X。", "照身份证抄写。", "citizen-id-sign")
    if ric.calc_check_digit(number) != number[17]:
        raise bad_input(
            about, "公民身份号码的校验位不对，有一位或者几位写错了。", "照身份证逐位核对。", "citizen-id-checksum"
        )
    _check_birth(number, on, about)
    _check_region(number, about)
    return number


def born_on(number: str) -> date:
    """Return the day of birth in a citizen id that was checked."""
    return ric.get_birth_date(number)


def gender_of(number: str) -> str:
    """Return 男 or 女 as a citizen id that was checked says: the seventeenth digit is odd for a man.

    >>> gender_of("510681199001010019"), gender_of("510681199001010025")
    ('男', '女')
    """
    return "男" if int(number[16]) % 2 else "女"


def masked(number: str) -> str:
    """Return a personal number with its middle hidden, as lists show it; a short one is hidden whole.

    >>> masked("510681199001010017"), masked("1234"), masked("")
    ('5106**********0017', '****', '')
    """
    return f"{number[:4]}{'*' * (len(number) - 8)}{number[-4:]}" if len(number) > 8 else "*" * len(number)


def _written(text: str, about: str, what: str) -> str:
    written = unicodedata.normalize("NFKC", text).upper()
    kept = "".join(sign for sign in written if not sign.isspace() and sign not in "-—–")
    if any(sign in HIDDEN for sign in text):
        raise bad_input(
            about, f"这是遮住一部分的{what}，不能登记。", "查到完整的号码再填；现在没有的先留空。", "number-masked"
        )
    if not kept:
        raise bad_input(about, f"{what}是空的。", "没有的不填这一项。", "number-empty")
    return kept


def _check_birth(number: str, on: date | None, about: str) -> None:
    try:
        born = ric.get_birth_date(number)
    except ValidationError as fault:
        raise _birth(about) from fault
    if born.year < 1850 or (on is not None and born > on):
        raise _birth(about)


def _birth(about: str) -> BadInput:
    return bad_input(
        about, "公民身份号码里的出生日期不对。", "第 7 至 14 位是出生年月日，照身份证核对。", "citizen-id-birth"
    )


def _check_region(number: str, about: str) -> None:
    region = number[:6]
    found = dict(pair for _, each in numdb.get("cn/loc").info(region) for pair in each.items())
    if "county" not in found and region not in RESIDENCE_PERMITS:
        cure = "前 6 位是首次登记户口时的行政区划代码，照身份证核对。"
        raise bad_input(about, f"公民身份号码前 6 位 {region} 不是行政区划代码。", cure, "citizen-id-region")
