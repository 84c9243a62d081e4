"""用章 A paper that bears a seal is issued only while its body has a registered one in use; no other body's can be chosen."""

from collections.abc import Sequence
from datetime import date

from yizhi.desk.bodies.queries import body as found_body
from yizhi.desk.bodies.queries import seal_on
from yizhi.rules.refusal import Reason, Refusal

from .kinds import PaperKind
from .seal import refuse_team_name


def refuse_without_seal(rows: Sequence[PaperKind], body: str, day: date, domain: str) -> None:
    """Refuse papers that bear a seal when the body has none in use on the day (`seal-missing`), one reason a paper."""
    sealed = [row for row in rows if row.sealed]
    if sealed and seal_on(body, day) is None:
        name = found_body(body).name
        raise Refusal(
            [seal_missing(name, f"《{row.name_for(domain)}》", day, row.article_for(domain)) for row in sealed]
        )


def refuse_list_without_seal(body: str, name: str, day: date) -> None:
    """Refuse a sealed list when the body has no seal in use on the day, and a name that is no body's."""
    refuse_team_name(name)
    if seal_on(body, day) is None:
        raise Refusal([seal_missing(name, "盖章的清单", day)])


def seal_missing(name: str, what: str, day: date, article: str = "") -> Reason:
    """Return the reason: which body, what it cannot issue, and who registers the seal."""
    sentence = f"{name}在{day.year}年{day.month}月{day.day}日没有在用的印章，不能出{what}。"
    cure = "由管理员在“机关”登记印章；不是这个机关的权力的，核对以谁的名义办。"
    return Reason("seal-missing", sentence, article, cure=cure)
