"""决定 What a decision may hold: never heavier than notified, on the same grounds, in time, consistent in itself."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from yizhi.rules.cite import cite
from yizhi.rules.procedure.clocks import clock
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.limits import Limit, limit_of
from yizhi.rules.procedure.state import yuan
from yizhi.rules.refusal import Reason

AMOUNTS = (("fine_yuan", "proposed_fine_yuan", "罚款"), ("confiscation_yuan", "proposed_confiscation_yuan", "没收金额"))
NOTIFY_AGAIN = "不加重；确有新的事实、依据需要加重的，重新告知并听取陈述、申辩。"


@cite("行政处罚法", "第45条第2款", "不得因当事人陈述、申辩而给予更重的处罚")
def not_heavier(judging: Judging) -> Iterator[Reason]:
    """No kind of penalty and no sum goes beyond the latest notice. Source: rule `hear-defense`; that more needs a new notice follows from 第44条."""
    notice = judging.state.notice
    if notice is None:
        return
    for ours, theirs, word in AMOUNTS:
        decided, notified = judging.money(ours) or Decimal(0), yuan(notice.facts.get(theirs)) or Decimal(0)
        if decided > notified:
            yield Reason(
                "heavier-than-notified",
                f"{word}{decided}元，重于告知的{notified}元。",
                "行政处罚法 第45条第2款",
                cure=NOTIFY_AGAIN,
                about=ours,
            )
    new = [
        kind
        for kind in judging.facts.get("penalty_kinds") or ()
        if kind not in (notice.facts.get("proposed_penalty_kinds") or ())
    ]
    if new:
        words = judging.circumstances.dictionary.words("penalty_kinds", new)
        yield Reason(
            "heavier-than-notified",
            f"告知书里没有“{words}”。",
            "行政处罚法 第45条第2款",
            cure=NOTIFY_AGAIN,
            about="penalty_kinds",
        )


@cite("行政处罚法", "第44条", "拟作出的行政处罚内容及事实、理由、依据")
def same_grounds(judging: Judging) -> Iterator[Reason]:
    """The decision stands on the facts and articles that were notified. Other articles: stop. Other words for the facts: a person says whether they are the same.

    Source: rule `pre-notice`; that changed grounds need a new notice is an inference from 第44条 and shown as one.
    """
    notice = judging.state.notice
    if notice is None:
        return
    for key in ("violated", "basis"):
        told, now = notice.facts.get(key), judging.facts.get(key)
        if told and now and _plain(told) != _plain(now):
            yield Reason(
                "grounds-changed",
                f"“{judging.circumstances.dictionary.label(key)}”和告知书不一致。",
                "行政处罚法 第44条",
                cure="按告知的依据作出决定，或者重新告知。",
                about=key,
            )
    told, now = notice.facts.get("facts_found"), judging.facts.get("facts_found")
    if told and now and _plain(told) != _plain(now):
        yield Reason(
            "facts-changed",
            "认定的事实和告知书的写法不一致。",
            "行政处罚法 第44条",
            "ask",
            cure="只是文字调整的，写明；事实有变化的，重新告知。",
            about="facts_found",
        )


def _plain(text: object) -> str:
    return "".join(str(text).split())


@cite("行政处罚法", "第60条", "九十日内作出行政处罚决定")
def decided_in_time(judging: Judging) -> Iterator[Reason]:
    """The decision falls within the limit of its domain, with what is not counted and what was extended. Source: rules `decision-90d` and its domain rules.

    Late is not void (rule `minor-procedure-defect`): a person says why, and it stays on the record.
    """
    limit = limit_of(clock("decision"), judging.state, judging.circumstances)
    if limit is None or (limit.due.due is None and _certainly_in_time(judging.day, limit)):
        return
    if limit.due.due is None:
        yield Reason(
            limit.due.error or "calendar-missing",
            "办案期限现在算不出最后一天。" + limit.due.explain,
            str(limit.due.rule.citation),
            "ask",
            cure="导入当年节假日安排，或者写明期限没有超过的根据。",
        )
    elif judging.day > limit.due.due:
        last = limit.due.due
        yield Reason(
            "decision-overdue",
            f"办案期限到{last.year}年{last.month}月{last.day}日为止，已经超过。超期的决定并不当然无效，但会被确认违法并追责。",
            str(limit.due.rule.citation),
            "ask",
            cure="写明超期的原因。",
        )


def _certainly_in_time(day: date, limit: Limit) -> bool:
    """Say whether a day lies within the bare days of a limit: whatever the unknown calendar says, it can only end later."""
    return limit.due.earliest is not None and day <= limit.due.earliest


def confiscation_decided(judging: Judging) -> bool:
    """Say whether the decision on record confiscates something."""
    decided = judging.last("decide_penalty")
    return decided is not None and "confiscation" in (decided.facts.get("penalty_kinds") or ())


@cite("行政处罚法", "第59条", "行政处罚的种类和依据")
def penalty_consistent(judging: Judging) -> Iterator[Reason]:
    """Kinds and content of the penalty agree: a fine has its sum, a sum has its kind. Source: rule `decision-doc-content`."""
    kinds = judging.facts.get("penalty_kinds") or judging.facts.get("proposed_penalty_kinds")
    if not kinds:
        return
    key = "fine_yuan" if "penalty_kinds" in judging.facts else "proposed_fine_yuan"
    has_sum = (judging.money(key) or 0) > 0
    if ("fine" in kinds) != has_sum:
        yield Reason(
            "penalty-inconsistent",
            "处罚种类有罚款，但没有填数额。" if "fine" in kinds else "填了罚款数额，但处罚种类没有选罚款。",
            "行政处罚法 第59条",
            cure="核对处罚种类和数额。",
            about=key,
        )
    if "confiscation" in kinds and key == "fine_yuan" and not judging.given("confiscation"):
        yield Reason(
            "penalty-inconsistent",
            "没有写明没收的违法所得、非法财物。",
            "行政处罚法 第59条",
            cure="逐项写明名称、数量、金额。",
            about="confiscation",
        )


@cite("行政处罚法", "第33条", "不予行政处罚")
def no_penalty_kind(judging: Judging) -> Iterator[Reason]:
    """A decision not to punish names a case of not punishing; after a minor deed the party is educated. Source: rules `no-penalty-minor`, `no-penalty-educate`."""
    kind = judging.facts.get("decision_kind")
    if kind in ("penalty", "criminal"):
        yield Reason(
            "decision-of-other-kind",
            "不予处罚决定要选不予处罚的情形。",
            "行政处罚法 第57条第1款",
            cure="给予处罚的办“作出行政处罚决定”，涉嫌犯罪的办“移送公安机关”。",
            about="decision_kind",
        )
    if kind in ("minor", "first_offence", "no_fault") and not judging.given("correction"):
        yield Reason(
            "education-missing",
            "依法不予行政处罚的，应当对当事人进行教育。",
            "行政处罚法 第33条第3款",
            cure="写明改正和教育的情况。",
            about="correction",
        )
