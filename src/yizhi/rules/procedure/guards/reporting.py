"""报送备案 What a major decision is told on its way, and how its report for the record is judged."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from yizhi.rules.cite import cite
from yizhi.rules.deadlines.wording import chinese
from yizhi.rules.procedure.guards.lateness import run_out
from yizhi.rules.procedure.judging import Circumstances, Judging
from yizhi.rules.procedure.major import COERCION, PENALTY, how_sure, major_coercion, major_penalty
from yizhi.rules.refusal import Reason

REPORTING = "四川省行政执法监督条例 第36条第1款"
Recognised = Callable[[Mapping[str, Any], Circumstances], tuple[str, ...]]


@cite("四川省重大行政处罚行政强制备案规定", "第2条", "责令停产停业")
def major_penalty_told(judging: Judging) -> Iterator[Reason]:
    """Whoever decides a major penalty is told that it must be reported. Source: rules `sc-major-penalty-threshold`, `sc-major-penalty-filing-15d`."""
    yield from _told(judging, major_penalty(judging.facts, judging.circumstances), PENALTY)


@cite("四川省重大行政处罚行政强制备案规定", "第3条", "扣押许可证或者执照")
def major_coercion_told(judging: Judging) -> Iterator[Reason]:
    """Whoever decides major coercion is told that it must be reported. Source: rules `sc-major-coercion-types`, `sc-major-penalty-filing-15d`."""
    yield from _told(judging, major_coercion(judging.facts, judging.circumstances), COERCION)


def _told(judging: Judging, grounds: tuple[str, ...], rule_id: str) -> Iterator[Reason]:
    if grounds:
        rule = judging.circumstances.table[rule_id]
        sentence = f"{'；'.join(grounds)}，要在作出决定之日起十五日内报备案{how_sure(rule)}。"
        yield Reason("report-due", sentence, str(rule.citation), "note", cure="作出以后办“报送备案”。")


@cite("四川省行政执法监督条例", "第36条第1款", "在作出决定之日起十五日内")
def penalty_reported(judging: Judging) -> Iterator[Reason]:
    """A penalty is reported when it is a major one, within fifteen days. Source: rule `sc-major-penalty-filing-15d`."""
    yield from _reported(judging, ("decide_penalty",), major_penalty, PENALTY, "major_penalty")


@cite("四川省行政执法监督条例", "第36条第1款", "在作出决定之日起十五日内")
def coercion_reported(judging: Judging) -> Iterator[Reason]:
    """Coercion is reported when it is major, within fifteen days. Source: rule `sc-major-penalty-filing-15d`."""
    yield from _reported(judging, ("seal_property", "decide_enforcement"), major_coercion, COERCION, "major_coercion")


def _reported(
    judging: Judging, kinds: tuple[str, ...], recognised: Recognised, rule_id: str, clock_id: str
) -> Iterator[Reason]:
    """What is not recognised is for a person to judge; late is answered for; the source's standing is always shown."""
    here = judging.circumstances
    rule = here.table[rule_id]
    found = [ground for entry in judging.state.all(*kinds) for ground in recognised(entry.facts, here)]
    if not found:
        sentence = f"记录里没有认出应当备案的决定{how_sure(rule)}。"
        yield Reason(
            "not-recognised-as-major", sentence, str(rule.citation), "ask", cure="仍要报送的，写明属于哪一种。"
        )
    else:
        sentence = f"{'；'.join(found)}{how_sure(rule)}。"
        yield Reason("report-due", sentence, str(rule.citation), "note", cure="报送决定书和必要的说明材料。")
    limit = run_out(judging, clock_id)
    if limit is not None and limit.due.due is not None:
        sentence = f"报送备案的期限到{chinese(limit.due.due)}为止，已经超过。"
        yield Reason("report-late", sentence, REPORTING, "ask", cure="写明迟报的原因，仍要报送。")
