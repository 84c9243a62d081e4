"""中止、恢复、终结强制执行 Enforcement that was decided is paused, goes on, or ends; what was not decided or has ended is not carried out."""

from collections.abc import Iterator

from yizhi.rules.cite import cite
from yizhi.rules.procedure.clocks import clock
from yizhi.rules.procedure.guards.performing import written
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.limits import limit_of
from yizhi.rules.procedure.state import day_of
from yizhi.rules.refusal import Reason


@cite("行政强制法", "第37条", "行政机关可以作出强制执行决定")
@cite("行政强制法", "第40条", "终结执行")
def enforcement_decided(judging: Judging) -> Iterator[Reason]:
    """Nothing is carried out, paused or resumed that was not decided, or whose enforcement has ended. Source: rule `enforce-decision-content`."""
    decided = judging.last("decide_enforcement", "decide_substitute")
    if decided is None:
        yield Reason(
            "enforcement-undecided",
            "记录里没有强制执行、代履行的决定。",
            "行政强制法 第37条第1款",
            cure="先办“决定强制执行”或者“决定代履行”。",
        )
    elif judging.state.after(decided, "end_enforcement") is not None:
        yield Reason("enforcement-ended", "强制执行已经终结。", "行政强制法 第40条", cure="办“结案”。")


@cite("行政强制法", "第39条第2款", "中止执行满三年未恢复执行的")
def three_years_passed(judging: Judging) -> Iterator[Reason]:
    """Enforcement that was suspended is given up after three years, not before. Source: rule `enforce-suspend-3y`."""
    if judging.facts.get("enforce_end_ground") != "three_years":
        return
    limit = limit_of(clock("enforcement_suspended"), judging.state, judging.circumstances)
    last = day_of(limit.due.due) if limit and limit.met_on is None else None
    if last is None or judging.day <= last:
        yield Reason(
            "suspension-too-short",
            "中止执行" + (f"到{written(last)}才满三年。" if last else "还没有开始。"),
            "行政强制法 第39条第2款",
            cure="改选终结的情形，或者等满三年。",
            about="enforce_end_ground",
        )


@cite("行政强制法", "第39条第1款", "中止执行")
def not_paused(judging: Judging) -> Iterator[Reason]:
    """While enforcement is suspended nothing is carried out. Source: rule `enforce-suspend-3y`."""
    if _paused(judging):
        yield Reason("enforcement-paused", "强制执行已经中止。", "行政强制法 第39条第1款", cure="先办“恢复强制执行”。")


@cite("行政强制法", "第39条第2款", "行政机关应当恢复执行")
def is_paused(judging: Judging) -> Iterator[Reason]:
    """Enforcement is resumed after a pause, or when an agreement was not kept. Source: rules `enforce-suspend-3y`, `enforce-settlement`."""
    if not _paused(judging) and not judging.state.has("make_agreement"):
        yield Reason(
            "enforcement-not-paused",
            "强制执行没有中止，也没有执行协议。",
            "行政强制法 第39条第2款",
            cure="没有停，不用恢复；要停的办“中止强制执行”。",
        )


def _paused(judging: Judging) -> bool:
    stopped = judging.last("suspend_enforcement")
    return stopped is not None and judging.state.after(stopped, "resume_enforcement") is None
