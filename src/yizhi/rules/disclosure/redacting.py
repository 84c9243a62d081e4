"""脱敏 What may not stand in a public text: names of natural persons, numbers of persons and accounts, addresses, minors.

Two uses of one reading: `redacted` proposes a text with everything hidden, `leaks` names what is still there before publication.
A name is only known from the case; numbers, addresses and ages are known by their form, also in full-width or Chinese digits.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

DIGITS: Final = str.maketrans("０１２３４５６７８９〇零○一二三四五六七八九Ｘ－", "012345678900012345678" + "9X-")
RUN: Final = re.compile(r"(?<![0-9A-Za-z])[0-9](?:[ \u3000\-—.]?[0-9]){6,22}[Xx]?(?![0-9A-Za-z])")
CALLED: Final = re.compile(r"(?:电话|手机|联系方式|座机|热线)[^0-9]{0,4}$")
ACCOUNT: Final = re.compile(r"(?:账号|帐号|账户|卡号|户头)[^0-9]{0,6}$")
NUMBERED: Final = "0-9一二三四五六七八九十百"
DATE: Final = re.compile(r"[0-9]{4}[\-.][0-9]{1,2}[\-.][0-9]{1,2}")
ADDRESS: Final = re.compile(
    rf"(?P<before>[\u4e00-\u9fff]{{0,8}}?)(?:路|街|巷|弄|大道|村|社区|小区|花园|苑)[^，。；、（）\n]{{0,6}}?第?[{NUMBERED}]+(?:附[{NUMBERED}]+)?[ \u3000]?"
    rf"(?:组|社|号|栋|幢|座|单元|室|户)(?:[{NUMBERED}\-]+(?:组|号|栋|幢|座|单元|楼|层|室|户))*"
)
LEADS_IN: Final = "在于住到至向从由与和的为是把将经"
MAIL: Final = re.compile(r"[\w.+\-]+[@＠][\w\-]+(?:\.[\w\-]+)+")
PLATE: Final = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·.\s]?[A-Z0-9]{5,6}(?![A-Z0-9])"
)
BORN: Final = re.compile(rf"[0-9]{{4}}年[{NUMBERED}]{{1,3}}月[{NUMBERED}]{{1,3}}日(?:出)?生")
AGE: Final = re.compile(
    r"(?<![0-9一二三四五六七八九十])([0-9]{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:周)?岁(?!以上|的以上)"
)
MINOR: Final = re.compile(r"未成年(?:子女|儿子|女儿|学生)")
OF_AGE: Final = 18
DOUBLE: Final = (
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯", "司徒", "长孙", "宇文", "端木", "南宫", "轩辕", "独孤",
)  # fmt: skip
WORDS: Final[Mapping[str, str]] = {
    "name": "姓名",
    "citizen_id": "证件号",
    "phone": "电话",
    "account": "账号",
    "address": "住址",
    "mail": "邮箱",
    "plate": "车牌号",
    "birth": "出生日期",
    "minor": "未成年人信息",
    "told": "个人信息",
}


@dataclass(frozen=True, slots=True)
class Known:
    """What the case knows of persons: `names` of natural persons, `texts` other words of theirs (住址, 号码), `public` words that are public anyway."""

    names: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    public: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One piece of a text that must be hidden: from `start` to `end`, of which `kind` (a key of `WORDS`)."""

    start: int
    end: int
    kind: str
    text: str


def short_name(name: str) -> str:
    """Return how a natural person is named in public: the family name and 某.

    >>> short_name("王建国"), short_name("欧阳娜"), short_name("买买提·艾力")
    ('王某', '欧阳某', '买某')
    """
    return f"{name[:2] if name.startswith(DOUBLE) and len(name) > 2 else name[:1]}某"


def leaks(text: str, known: Known) -> list[Found]:
    """Return every piece of `text` that may not be published, in order, none overlapping."""
    kept: list[Found] = []
    spans = [span for word in known.public if word for span in _spans(text, word)]
    for found in sorted(_found(text, known), key=lambda one: (one.start, one.start - one.end)):
        inside = any(start <= found.start and found.end <= end for start, end in spans)
        start = max(found.start, kept[-1].end if kept else 0)
        if not inside and start < found.end:
            kept.append(found if start == found.start else Found(start, found.end, found.kind, text[start : found.end]))
    return kept


def redacted(text: str, known: Known) -> str:
    """Return the text with everything hidden that may not be published; two persons of one family name stay apart.

    >>> redacted("王建国与王建民在锦花村3组12号倾倒，电话138 0000 0000。", Known(names=("王建国", "王建民")))
    '王某甲与王某乙在（地址略）倾倒，电话（电话略）。'
    """
    shorts = _apart(known.names)
    parts, at = [], 0
    for found in leaks(text, known):
        parts += [text[at : found.start], shorts[found.text] if found.kind == "name" else _instead(found.kind)]
        at = found.end
    return "".join([*parts, text[at:]])


def _instead(kind: str) -> str:
    return "（地址略）" if kind == "address" else f"（{WORDS[kind]}略）"


def _apart(names: Iterable[str]) -> dict[str, str]:
    listed = list(dict.fromkeys(names))
    shorts = {name: short_name(name) for name in listed}
    alike: dict[str, list[str]] = {}
    for name, short in shorts.items():
        alike.setdefault(short, []).append(name)
    signs = "甲乙丙丁戊己庚辛壬癸"
    return {
        name: short + (signs[alike[short].index(name) % len(signs)] if len(alike[short]) > 1 else "")
        for name, short in shorts.items()
    }


def _found(text: str, known: Known) -> Iterator[Found]:
    plain = text.translate(DIGITS)
    yield from _names(text, known)
    for told in known.texts:
        yield from (Found(a, b, "told", told) for a, b in _spans(text, told))
    for pattern, kind in ((MAIL, "mail"), (PLATE, "plate"), (BORN, "birth"), (MINOR, "minor")):
        yield from (Found(one.start(), one.end(), kind, one.group()) for one in pattern.finditer(text))
    yield from _addresses(text)
    yield from _ages(text)
    yield from _numbers(text, DATE.sub(lambda one: "/" * len(one.group()), plain))


def _numbers(text: str, plain: str) -> Iterator[Found]:
    """A run of digits followed by 元 is an amount."""
    for run in RUN.finditer(plain):
        kind = _kind_of(run.group(), plain[: run.start()])
        if kind and not plain[run.end() :].startswith(("元", "万", "亿")):
            yield Found(run.start(), run.end(), kind, text[run.start() : run.end()])


def _addresses(text: str) -> Iterator[Found]:
    """An address begins after the word that leads to it: 在锦花村3组 is 锦花村3组."""
    for one in ADDRESS.finditer(text):
        start = one.start() + max((one["before"].rfind(sign) for sign in LEADS_IN), default=-1) + 1
        yield Found(start, one.end(), "address", text[start : one.end()])


def _names(text: str, known: Known) -> Iterator[Found]:
    """A name is found also when it is written with a blank between its signs."""
    for name in known.names:
        if len(name) >= 2:
            pattern = re.compile(r"[ \u3000·]?".join(map(re.escape, name.replace("·", ""))))
            yield from (Found(one.start(), one.end(), "name", name) for one in pattern.finditer(text))


def _ages(text: str) -> Iterator[Found]:
    for one in AGE.finditer(text):
        if _years(one.group(1)) < OF_AGE:
            yield Found(one.start(), one.end(), "minor", one.group())


def _years(written: str) -> int:
    if written.isdecimal():
        return int(written)
    ones = "零一二三四五六七八九"
    tens, _, rest = written.partition("十")
    if "十" not in written:
        return ones.index(written[-1])
    return (ones.index(tens) if tens else 1) * 10 + (ones.index(rest) if rest else 0)


def _kind_of(run: str, before: str) -> str:
    """Return what a run of digits is, or nothing: 18 or 15 a citizen id, 11 from 1 or an area code a telephone, 16 to 19 an account."""
    digits = re.sub(r"[^0-9Xx]", "", run)
    if ACCOUNT.search(before) and len(digits) >= 8:
        return "account"
    if len(digits) == 18 or (len(digits) == 15 and digits.isdecimal()):
        return "citizen_id"
    if (len(digits) == 11 and digits[0] == "1") or (digits[0] == "0" and len(digits) in (10, 11, 12)):
        return "phone"
    if CALLED.search(before) and 7 <= len(digits) <= 12:
        return "phone"
    return "account" if 16 <= len(digits) <= 19 else ""


def _spans(text: str, word: str) -> list[tuple[int, int]]:
    return [(one.start(), one.end()) for one in re.finditer(re.escape(word), text)] if len(word) >= 2 else []
