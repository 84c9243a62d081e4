"""案由 What a lead or case is called: the party and the deed."""

import re

DEED = re.compile(r"^对(?P<deed>.+?)(?:的)?(?:行为)?(?:的)?(?:行政)?处罚$")


def title_of(item: str, party: str = "") -> str:
    """Return the title of a case.

    >>> title_of("对个人擅自倾倒建筑垃圾行为的行政处罚", "吕例")
    '吕例 个人擅自倾倒建筑垃圾案'
    >>> title_of("占道经营")
    '占道经营案'
    """
    found = DEED.match(item.strip())
    deed = found["deed"] if found else item.strip()
    return f"{party} {deed}案".strip()[:255]
