"""检查 What stands in the way of an inspection: the body, the items, the place, the people, the approval, how often."""

from collections.abc import Iterator

from yizhi.rules.cite import cite
from yizhi.rules.deadlines.wording import chinese
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.visiting import (
    SICHUAN_ITEMS,
    SICHUAN_SUBJECTS,
    STATE,
    Visiting,
)
from yizhi.rules.refusal import Reason

UNQUALIFIED = ("certificate-", "officer-")
SELDOM_ASKED = "daily"


def _visit(judging: Judging) -> Visiting:
    visit = judging.circumstances.visiting
    assert visit is not None, "an inspection is judged with what is known around the visit"
    return visit


@cite("国务院办公厅关于严格规范涉企行政检查的意见", "段落号未核(正文未全得,据转引)", "任何组织和个人不得实施行政检查")
def body_confirmed(judging: Judging) -> Iterator[Reason]:
    """Only a body whose qualification to inspect is confirmed and announced inspects. Source: rule `inspect-subject`."""
    visit = _visit(judging)
    standing = visit.standing
    if standing is None or standing.announced_on is None or standing.announced_on > visit.day:
        yield Reason(
            "inspection-subject-missing",
            f"{visit.body}在{chinese(visit.day)}不在已公告的行政检查主体里，不能实施检查。",
            STATE,
            cure="由司法行政部门审核确认并公告以后再安排；急需检查的，请有资格的机关检查。",
            about="body",
        )


@cite("四川省人民政府办公厅关于严格规范涉企行政检查的实施意见", "一(一)", "由县级司法行政部门审核确认并公告")
def town_confirmed_by_justice(judging: Judging) -> Iterator[Reason]:
    """A town's qualification is confirmed by the county's justice office, by nobody else. Source: rule `sc-inspect-subject-town`."""
    visit = _visit(judging)
    if visit.town_body and visit.standing is not None and not visit.standing.by_justice:
        yield Reason(
            "inspection-subject-not-by-justice",
            f"{visit.body}的检查主体资格不是县级司法行政部门确认的（记载为{visit.standing.confirmed_by}），不作数。",
            SICHUAN_SUBJECTS,
            cure="报县级司法行政部门审核确认并公告。",
            about="body",
        )


@cite("国务院办公厅关于严格规范涉企行政检查的意见", "段落号未核(正文未全得,据转引)", "行政检查事项未经公布的,不得实施")
def items_published(judging: Judging) -> Iterator[Reason]:
    """What was not published is not inspected. Source: rule `inspect-items-published`."""
    for name in _visit(judging).unpublished:
        yield Reason(
            "inspection-item-unpublished",
            f"“{name}”在检查那一天不在已公布的检查事项里，不能检查。",
            STATE,
            cure="从这次检查里去掉它；确需检查的，公布以后再安排。",
            about=name,
        )


@cite("四川省人民政府办公厅关于严格规范涉企行政检查的实施意见", "一(二)", "未经公布的行政检查事项,一律不得实施")
def items_are_named(judging: Judging) -> Iterator[Reason]:
    """An inspection names its items: one without any would be an inspection of what nobody published. Source: rule `sc-inspect-unpublished`."""
    if not judging.given("inspection_items"):
        yield Reason(
            "inspection-items-missing",
            "没有选检查事项，不能安排检查。",
            SICHUAN_ITEMS,
            cure="从已公布的检查事项里选。",
            about="inspection_items",
        )


@cite(
    "国务院办公厅关于严格规范涉企行政检查的意见",
    "段落号未核(正文未全得,据转引)",
    "涉企行政检查以属地管辖为原则,严禁违规实施异地检查",
)
def inside_territory(judging: Judging) -> Iterator[Reason]:
    """A body inspects within its own territory. Source: rule `inspect-offsite-ban`."""
    visit = _visit(judging)
    if visit.outside:
        yield Reason(
            "inspection-outside-territory",
            f"{visit.outside}不在{visit.body}的辖区里，不能去那里检查。",
            STATE,
            cure="由当地有管辖权的机关检查。",
            about="place_text",
        )


@cite("国务院办公厅关于严格规范涉企行政检查的意见", "段落号未核(正文未全得,据转引)", "公布同一企业年度检查频次上限")
def within_annual_cap(judging: Judging) -> Iterator[Reason]:
    """The shop is not visited more often in a calendar year than the published cap of the domain. Source: rule `inspect-frequency-cap`.

    A cap that nobody entered is asked, never guessed. Whether a check upon a complaint counts is for the competent department to say:
    such a check beyond the cap, like one beyond a cap not checked against its publication, is asked and not stopped.
    """
    kind = judging.facts.get("inspection_kind") or judging.state.known("inspection_kind")
    daily = (kind or SELDOM_ASKED) == SELDOM_ASKED
    for one in _visit(judging).counted:
        if one.cap is None:
            yield Reason(
                f"annual-cap-unknown-{one.domain}",
                f"{one.domain}领域的年度检查频次上限没有录入（未核实），今年已经查过{one.visits}次，系统不替您判断。",
                STATE,
                "ask",
                "写明为什么还要检查；主管部门公布了上限的，先录入。",
                about="annual_cap",
            )
        elif one.visits >= one.cap:
            certain = daily and one.sure
            yield Reason(
                f"annual-cap-reached-{one.domain}",
                f"今年{one.domain}领域已经查过{one.visits}次，年度上限是{one.cap}次{'' if one.sure else '（未核实）'}。",
                STATE,
                "stop" if certain else "ask",
                "今年不再安排日常检查。" if certain else "按主管部门的口径，写明这一次为什么可以再查。",
                about="annual_cap",
            )


@cite("国务院办公厅关于严格规范涉企行政检查的意见", "段落号未核(正文未全得,据转引)", "公布同一企业年度检查频次上限")
def cap_still_free(judging: Judging) -> Iterator[Reason]:
    """At the door the visits are counted again: another one may have been made since the approval. Source: rule `inspect-frequency-cap`.

    What was asked and answered when it was planned or approved is not asked again.
    """
    answered = {code for entry in judging.state.entries for code in entry.facts.get("answers") or {}}
    for reason in within_annual_cap(judging):
        if reason.severity == "stop" or reason.code not in answered:
            yield reason


@cite("实施方案", "三(四)", "避免随意检查、多头执法")
def not_apart(judging: Judging) -> Iterator[Reason]:
    """A visit to a shop that is to be visited anyway is joined to that visit, or somebody says why not."""
    planned = _visit(judging).elsewhere
    if planned:
        yield Reason(
            "visit-could-be-joined",
            f"这一家已经安排了检查：{'；'.join(planned)}。",
            "实施方案 三(四)",
            "ask",
            "并入已经安排的那一次；确实不能并入的，写明理由。",
            about="joined",
        )


@cite(
    "国务院办公厅关于严格规范涉企行政检查的意见",
    "段落号未核(正文未全得,据转引)",
    "严禁未取得执法证件的执法辅助人员、网格员、临时工等人员实施行政检查",
)
def everyone_certified(judging: Judging) -> Iterator[Reason]:
    """Everybody who inspects holds a good certificate and acts for this body; one who does not stops the whole. Source: rule `inspect-no-uncertified`."""
    for reason in _visit(judging).powers:
        if reason.code.startswith(UNQUALIFIED) and reason.code != "officers-too-few":
            yield Reason(
                "inspector-unqualified",
                f"{reason.sentence}不能参加这次检查。",
                STATE,
                cure="换成这个机关当天持有效证件的人员；没有证件的人员、第三方人员不得检查。",
                about=reason.about or reason.sentence,
            )


@cite("行政处罚法", "第42条第1款", "执法人员不得少于两人")
def power_held(judging: Judging) -> Iterator[Reason]:
    """Every item is this body's to inspect here on that day, with two officers who count."""
    for reason in _visit(judging).powers:
        if not reason.code.startswith(UNQUALIFIED) or reason.code == "officers-too-few":
            yield reason


@cite(
    "国务院办公厅关于严格规范涉企行政检查的意见",
    "段落号未核(正文未全得,据转引)",
    "都需要在检查前报请行政执法主体负责人批准",
)
def on_the_approved_day(judging: Judging) -> Iterator[Reason]:
    """What was approved is an inspection on that day: on another day it is arranged and approved anew. Source: rule `inspect-approval`."""
    planned = _visit(judging).planned
    if judging.day != planned:
        yield Reason(
            "inspection-on-other-day",
            f"批准的是{chinese(planned)}检查，不是{chinese(judging.day)}。",
            STATE,
            cure="还没到那一天的，到那一天再去；已经过了的，撤销这一次，另行安排、报批。",
            about="done_at",
        )


@cite(
    "国务院办公厅关于严格规范涉企行政检查的意见",
    "段落号未核(正文未全得,据转引)",
    "情况紧急、需要当场实施的,要及时报告并补办手续",
)
def approval_made_up(judging: Judging) -> Iterator[Reason]:
    """An urgent inspection is not closed before its approval was made up. Source: rule `inspect-approval`; no number of hours is written."""
    urgent = judging.state.has("inspect_urgently")
    if urgent and not judging.state.has("approve_inspection", "make_up_approval"):
        yield Reason(
            "inspection-approval-missing",
            "这次是紧急当场检查，还没有补办审批手续，不能办结。",
            STATE,
            cure="先请负责人“补办审批”。",
            about="make_up_approval",
        )


@cite("行政处罚法", "第55条第1款", "应当主动向当事人或者有关人员出示执法证件")
def certificates_shown(judging: Judging) -> Iterator[Reason]:
    """Officers show their certificates of their own accord before they inspect; the party may refuse who does not. Source: rule `show-credential`."""
    if judging.facts.get("credentials_shown") is False:
        yield Reason(
            "credentials-not-shown",
            "没有出示执法证件的，对方有权拒绝检查。",
            "行政处罚法 第55条第1款",
            cure="先向对方出示执法证件。",
            about="credentials_shown",
        )


@cite("国务院办公厅关于严格规范涉企行政检查的意见", "段落号未核(正文未全得,据转引)", "要求检查必审批、必通知")
def times_planned(judging: Judging) -> Iterator[Reason]:
    """The notice tells from when until when: the planned end lies after the beginning, on one day. Source: rule `inspect-docs`."""
    start, end = str(judging.facts.get("inspect_from") or ""), str(judging.facts.get("inspect_until") or "")
    if start and end and (end <= start or end[:10] != start[:10]):
        yield Reason(
            "inspection-times",
            "检查的结束时间要晚于开始时间，并且在同一天。",
            STATE,
            cure="核对起止时间；一天查不完的，另行安排。",
            about="inspect_until",
        )
