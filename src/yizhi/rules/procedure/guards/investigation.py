"""调查取证 What stands in the way of collecting evidence, of stopping the clock and of ending the investigation."""

from collections.abc import Iterator

from yizhi.rules.cite import cite
from yizhi.rules.deadlines import Extension, domain_of
from yizhi.rules.deadlines.wording import chinese
from yizhi.rules.procedure.clocks import CLOCKS
from yizhi.rules.procedure.evidence import pieces, stands
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.limits import Limit, limit_of, suspensions
from yizhi.rules.procedure.timing import Clock
from yizhi.rules.refusal import Reason
from yizhi.rules.table import Step

EVIDENCE_ACTS = ("inquire", "record_scene", "survey", "sample", "collect_evidence", "receive_test")

SUSPENDING_ARTICLES = {
    "market": "市场监督管理行政处罚程序规定 第46条",
    "housing_urban": "住房和城乡建设行政处罚程序规定 第30条",
    "agriculture": "农业行政处罚程序规定 第48条",
}


@cite("行政处罚法", "第55条第1款", "应当主动向当事人或者有关人员出示执法证件")
def credentials_shown(judging: Judging) -> Iterator[Reason]:
    """Officers show their certificates before they ask or look. Source: rule `show-credential`."""
    if judging.facts.get("credentials_shown") is False:
        yield Reason(
            "credentials-not-shown",
            "调查或者检查时应当主动出示执法证件；不出示的，当事人有权拒绝。",
            "行政处罚法 第55条第1款",
            cure="出示执法证件后再进行，并记入笔录。",
            about="credentials_shown",
        )


@cite("行政处罚法", "第43条", "当事人认为执法人员与案件有直接利害关系或者有其他关系可能影响公正执法的，有权申请回避")
@cite("市场监督管理行政处罚程序规定", "第21条第2款", "应当告知其享有陈述权、申辩权以及申请回避的权利")
def rights_told(judging: Judging) -> Iterator[Reason]:
    """On first contact the party is told of the rights to state, to defend and to ask for recusal. Source: rule `first-contact-rights-market`."""
    if judging.facts.get("rights_told") is False:
        yield Reason(
            "rights-not-told",
            "首次向当事人收集、调取证据，应当告知其有陈述、申辩和申请回避的权利。",
            "行政处罚法 第43条",
            cure="告知后记入笔录。",
            about="rights_told",
        )


@cite("行政处罚法", "第55条第2款", "询问或者检查应当制作笔录")
def times_in_order(judging: Judging) -> Iterator[Reason]:
    """A record 笔录 ends after it begins. Source: rule `inquiry-record`."""
    started, ended = str(judging.facts.get("started_at") or ""), str(judging.facts.get("ended_at") or "")
    if started and ended and ended <= started:
        yield Reason(
            "record-ends-before-start",
            "笔录的结束时间要晚于开始时间。",
            "行政处罚法 第55条第2款",
            cure="核对起止时间。",
            about="ended_at",
        )


@cite("市场监督管理行政处罚程序规定", "第46条", "致使案件暂时无法调查的")
def not_suspended(judging: Judging) -> Iterator[Reason]:
    """While the investigation is suspended 中止 nothing is investigated and nothing decided. Source: rule `suspend-investigation`."""
    stopped = judging.state.suspended
    if stopped is not None:
        yield Reason(
            "investigation-suspended",
            f"本案从{chinese(stopped.day)}起中止调查，还没有恢复。",
            SUSPENDING_ARTICLES.get(domain_of(judging.circumstances.domain), "行政处罚法 第54条"),
            cure="中止的原因消除后，先办“恢复调查”。",
        )


@cite("市场监督管理行政处罚程序规定", "第46条", "致使案件暂时无法调查的")
def is_suspended(judging: Judging) -> Iterator[Reason]:
    """Only a suspended investigation is resumed, on a day not before its suspension. Source: rule `suspend-investigation`."""
    stopped = judging.state.suspended
    article = SUSPENDING_ARTICLES.get(domain_of(judging.circumstances.domain), "行政处罚法 第54条")
    if stopped is None:
        yield Reason(
            "not-suspended",
            "本案没有中止调查，不用恢复。",
            article,
            cure="不用办；需要中止的，办“中止调查”。",
        )
        return
    resumed = judging.date("resume_on")
    if resumed is not None and resumed < stopped.day:
        yield Reason(
            "resumed-before-suspended",
            "恢复调查的日期早于中止的日期。",
            article,
            cure="核对日期。",
            about="resume_on",
        )


@cite("市场监督管理行政处罚程序规定", "第64条第2款", "不计入前款所指的案件办理期限")
@cite("交通运输行政执法程序规定", "第78条", "自行政处罚案件立案之日起九十日内作出行政处罚决定")
def clock_runs_on(judging: Judging) -> Iterator[Reason]:
    """Say beforehand when a suspension does not stop the clock in this domain. Source: rules `decision-90d-market-excluded`, `decision-90d-transport`."""
    row = next(clock for clock in CLOCKS if clock.id == "decision")
    rule_id = row.rule(judging.circumstances.domain)
    limit = limit_of(row, judging.state, judging.circumstances)
    ground = str(judging.facts.get("test_ground") or "中止")
    if limit is not None and rule_id is not None and ground not in limit.due.rule.suspend:
        yield Reason(
            "clock-runs-on",
            f"这一领域的规定没有把“{ground}”列为不计入办案期限的情形，期限照常计算。",
            str(limit.due.rule.citation),
            "note",
        )


@cite("行政处罚法", "第54条第1款", "必须全面、客观、公正地调查，收集有关证据")
def evidence_on_file(judging: Judging) -> Iterator[Reason]:
    """An investigation ends only when evidence has been collected that still counts. Source: rules `evidence-types`, `illegal-evidence`."""
    found = pieces(judging.state)
    if not any(stands(entry, found) for entry in judging.state.all(*EVIDENCE_ACTS)):
        yield Reason(
            "evidence-missing",
            "案卷里还没有可以作为根据的笔录或者其他证据，不能调查终结。",
            "行政处罚法 第54条第1款",
            cure="先办“询问”“现场检查”“勘验”“抽样取证”或者“提取证据”。",
        )


@cite("行政处罚法", "第46条第2款", "证据必须经查证属实，方可作为认定案件事实的根据")
def no_test_outstanding(judging: Judging) -> Iterator[Reason]:
    """A test that was asked for has come back before the investigation ends, or a person says why not."""
    open_grounds = [claim.ground for claim in suspensions(judging.state, judging.circumstances) if claim.stop is None]
    tests = [ground for ground in open_grounds if ground not in ("中止", "公告")]
    if tests:
        yield Reason(
            "test-outstanding",
            f"委托的{'、'.join(tests)}还没有结果。",
            "行政处罚法 第46条第2款",
            "ask",
            cure="收到结果后再终结；不再需要的，写明理由。",
        )


@cite("市场监督管理行政处罚程序规定", "第64条第1款", "可以延长三十日")
@cite("住房和城乡建设行政处罚程序规定", "第29条第1款", "可以延长三十日")
@cite("农业行政处罚程序规定", "第58条", "可以延长三十日")
@cite("交通运输行政执法程序规定", "第78条", "延长三十日")
def extension_allowed(judging: Judging) -> Iterator[Reason]:
    """An extension is the next step the domain's rule lists: who decides it and at most how long; and the limit has not yet passed.

    Source: rules `decision-90d` and its four domain rules, `file-*`, `legal-review-*`.
    """
    running = [
        (row, limit)
        for row in CLOCKS
        if row.extended_by == judging.act.kind and (limit := limit_of(row, judging.state, judging.circumstances))
    ]
    if not running:
        yield Reason(
            "extension-refused",
            "这一领域没有规定这项期限，不用延长。",
            judging.act.articles[0],
            cure="不用延长，及时依法办理。",
        )
    for row, limit in running:
        if limit.due.due is not None and judging.day > limit.due.due:
            yield Reason(
                "extension-late",
                "期限已经届满，不能再批准延长。",
                str(limit.due.rule.citation),
                cure="继续依法办理，并写明超期的原因。",
            )
        yield from _not_the_next_step(judging, row, limit)


def _not_the_next_step(judging: Judging, row: Clock, limit: Limit) -> Iterator[Reason]:
    days, by = judging.facts.get("extension_days"), judging.facts.get("extension_by")
    if not isinstance(days, int) or not isinstance(by, str):
        return
    longer = limit_of(row, judging.state, judging.circumstances, (Extension(days, by),))
    if longer is not None and not longer.due.extended[-1].accepted:
        used = len([step for step in limit.due.extended if step.accepted])
        yield Reason(
            "extension-refused",
            f"{row.name}不能由{by}再延长{days}日。",
            str(limit.due.rule.citation),
            cure=_next_step(used, limit.due.rule.extend),
            about="extension_days",
        )


def _next_step(used: int, steps: tuple[Step, ...]) -> str:
    if used >= len(steps):
        return "规定的延长次数已经用完。" if steps else "这一领域的规定没有延长这项期限的条文。"
    step = steps[used]
    return f"下一次由{step.by}批准" + (f"，最长{step.at_most}日。" if step.at_most else "。")
