"""送达日 One date of service for each paper: payment, review, litigation and defence all run from it."""

from collections.abc import Mapping
from datetime import date

from yizhi.rules.cite import cite
from yizhi.rules.deadlines import due
from yizhi.rules.procedure.judging import Circumstances
from yizhi.rules.procedure.state import Entry, day_of

PUBLIC_NOTICE = "public_notice"

METHOD_ARTICLES: Mapping[str, str] = {
    "on_the_spot": "行政处罚法 第61条",
    "direct": "民事诉讼法 第88条",
    "left": "民事诉讼法 第89条",
    "electronic": "行政处罚法 第61条第2款",
    "post": "民事诉讼法 第91条",
    "entrusted": "民事诉讼法 第91条",
    PUBLIC_NOTICE: "民事诉讼法 第95条",
}


@cite("民事诉讼法", "第95条", "自发出公告之日起，经过三十日，即视为送达")
@cite("民事诉讼法", "第87条", "受送达人在送达回证上的签收日期为送达日期")
def served_day(entry: Entry | None, here: Circumstances) -> date | None:
    """Return the day on which a paper counts as served (视为送达日).

    Signed, left, received or arrived: that day. By public notice: the last day of the notice period of the item's domain, or
    of the civil procedure where the county has decided so (dispute `public-notice-days`).
    None when nothing was served or the period cannot be counted.
    """
    if entry is None:
        return None
    stated = day_of(entry.facts.get("served_on")) or entry.day
    if entry.facts.get("service_method") != PUBLIC_NOTICE:
        return stated
    domain = "" if here.reads("public-notice-days", "thirty") else here.domain
    return due("serve-public-30d", table=here.table, calendar=here.calendar, start=stated, domain=domain).due
