"""先行登记保存 Approved before it is done, ratified within twenty-four hours where it was urgent, dealt with within seven workdays."""

from collections.abc import Iterator, Mapping

from yizhi.rules.cite import cite
from yizhi.rules.deadlines import domain_of
from yizhi.rules.deadlines.wording import chinese
from yizhi.rules.procedure.clocks import clock
from yizhi.rules.procedure.guards.decision import confiscation_decided
from yizhi.rules.procedure.guards.lateness import late_by_the_hour, run_out
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.limits import limit_of
from yizhi.rules.procedure.state import CaseState, Entry
from yizhi.rules.refusal import Reason

URGENT: Mapping[str, str] = {
    "market": "市场监督管理行政处罚程序规定 第33条第2款",
    "agriculture": "农业行政处罚程序规定 第42条第2款",
}
"""The domains whose rules let officers hold evidence at once and have it approved afterwards."""

RELEASED_BY_LAW: Mapping[str, str] = {
    "market": "市场监督管理行政处罚程序规定 第35条第2款",
    "housing_urban": "住房和城乡建设行政处罚程序规定 第19条",
    "transport": "交通运输行政执法程序规定 第45条",
}
"""The domains in which a hold that nobody dealt with in time ends by itself."""

STANDS_ON: Mapping[str, tuple[str, str]] = {
    "tested": ("entrust_test", "委托检测检验鉴定"),
    "sealed": ("seal_property", "查封、扣押"),
}


def open_hold(state: CaseState) -> Entry | None:
    """Return the oldest hold that has not been dealt with, or None."""
    return next(iter(state.unmatched("hold_evidence", ("handle_hold",))), None)


@cite("行政处罚法", "第56条", "经行政机关负责人批准，可以先行登记保存")
@cite("市场监督管理行政处罚程序规定", "第33条第2款", "应当在二十四小时内向市场监督管理部门负责人报告，并补办批准手续")
@cite("农业行政处罚程序规定", "第42条第2款", "可以采用即时通讯方式报请农业行政处罚机关负责人同意")
def hold_approved(judging: Judging) -> Iterator[Reason]:
    """The head approves first. Urgent, market and agriculture may hold at once, agriculture with consent over the line. Source: rules `preserve-7d`, `preserve-urgent-*`."""
    approved = judging.state.after(judging.last("hold_evidence"), "approve_hold")
    if approved is not None or "hold_urgent" not in judging.facts:
        return
    domain, urgent = domain_of(judging.circumstances.domain), judging.facts.get("hold_urgent") is True
    if not urgent or domain not in URGENT:
        yield Reason(
            "hold-not-approved",
            "先行登记保存还没有经过负责人批准。" + ("这一领域的规定没有先实施后补批的条文。" if urgent else ""),
            "行政处罚法 第56条",
            cure="先办“批准先行登记保存”。",
        )
    elif domain == "agriculture" and judging.facts.get("hold_consent") is not True:
        yield Reason(
            "hold-without-consent",
            "情况紧急的，也要先用即时通讯方式取得负责人同意，再在二十四小时内补办手续。",
            URGENT[domain],
            cure="报负责人同意后再实施，记明是怎样同意的。",
            about="hold_consent",
        )


@cite("市场监督管理行政处罚程序规定", "第33条第2款", "并补办批准手续")
def urgent_hold_waits(judging: Judging) -> Iterator[Reason]:
    """Only a hold done at once waits to be ratified, and once."""
    held = judging.last("hold_evidence")
    if held is not None and (held.facts.get("hold_urgent") is not True or judging.state.after(held, "ratify_hold")):
        yield Reason(
            "hold-needs-no-ratifying",
            "最近一次登记保存不是紧急实施的，或者已经补办过批准手续。",
            "行政处罚法 第56条",
            cure="不用补办；还没有处理的，办“处理先行登记保存的证据”。",
        )


@cite("市场监督管理行政处罚程序规定", "第33条第2款", "在二十四小时内")
@cite("农业行政处罚程序规定", "第42条第2款", "在二十四小时内补办批准手续")
def ratified_in_time(judging: Judging) -> Iterator[Reason]:
    """Twenty-four hours by the clock; late is answered for. Source: rules `preserve-urgent-24h`, `preserve-urgent-agri`."""
    limit = limit_of(clock("hold_ratifying"), judging.state, judging.circumstances)
    last = late_by_the_hour(judging, limit)
    if limit is not None and last is not None:
        yield Reason(
            "hold-ratified-late",
            f"补办批准手续的期限到{last:%Y-%m-%d %H:%M}为止，已经超过。",
            str(limit.due.rule.citation),
            "ask",
            cure="写明超期的原因。",
        )


@cite("行政处罚法", "第56条", "作出处理决定")
def hold_open(judging: Judging) -> Iterator[Reason]:
    """Only a hold that has not been dealt with is dealt with."""
    if judging.last("hold_evidence") is not None and open_hold(judging.state) is None:
        yield Reason(
            "hold-handled",
            "登记保存的证据都已经处理。",
            "行政处罚法 第56条",
            cure="不用再处理；又要登记保存的，办“先行登记保存”。",
        )


@cite("市场监督管理行政处罚程序规定", "第35条第2款", "先行登记保存措施自动解除")
def released_by_law(judging: Judging) -> Iterator[Reason]:
    """Past its seventh workday a hold has ended by itself in market, housing and transport: nothing but its release is left. Source: rule `preserve-auto-release`."""
    article = RELEASED_BY_LAW.get(domain_of(judging.circumstances.domain))
    if article and run_out(judging, "hold") and judging.facts.get("hold_handling") not in (None, "released"):
        yield Reason(
            "hold-released-by-law",
            "登记保存满七个工作日没有处理，措施已经自动解除，不能再作其他处理。",
            article,
            cure="处理方式改为解除，退还当事人；还需要的，另行依法取证。",
            about="hold_handling",
        )


@cite("行政处罚法", "第56条", "在七日内及时作出处理决定")
def handled_late(judging: Judging) -> Iterator[Reason]:
    """Dealt with after the seventh workday: answered for. Source: rule `preserve-7d`."""
    limit = run_out(judging, "hold")
    if limit is not None and limit.due.due is not None:
        yield Reason(
            "hold-handled-late",
            f"处理登记保存的期限到{chinese(limit.due.due)}为止，已经超过。",
            "行政处罚法 第56条",
            "ask",
            cure="立即处理，写明超期的原因。",
        )


@cite("行政处罚法", "第56条", "作出处理决定")
def handled_as_recorded(judging: Judging) -> Iterator[Reason]:
    """Sent to a test, sealed, confiscated: the record shows it. Source: rule `preserve-7d`."""
    way, held = judging.facts.get("hold_handling"), open_hold(judging.state)
    if held is None or not isinstance(way, str):
        return
    kind, name = STANDS_ON.get(way, ("", ""))
    if kind and judging.state.after(held, kind) is None:
        yield Reason(
            "hold-handling-unrecorded",
            f"处理方式选了“{judging.circumstances.dictionary.words('hold_handling', way)}”，记录里还没有“{name}”。",
            "行政处罚法 第56条",
            cure=f"先办“{name}”。",
            about="hold_handling",
        )
    if way == "confiscated" and not confiscation_decided(judging):
        yield Reason(
            "hold-confiscated-undecided",
            "没收要由处罚决定作出，记录里还没有这样的决定。",
            "行政处罚法 第56条",
            cure="不能在七个工作日内决定没收的，先采取其他处理方式。",
            about="hold_handling",
        )


@cite("市场监督管理行政处罚程序规定", "第33条第2款", "应当立即解除")
def refused_hold_released(judging: Judging) -> Iterator[Reason]:
    """What the head did not ratify is released. Source: rule `preserve-urgent-24h`."""
    held = open_hold(judging.state)
    ratified = judging.state.after(held, "ratify_hold") if held else None
    refused = ratified is not None and ratified.facts.get("hold_ratified") is False
    if refused and judging.facts.get("hold_handling") not in (None, "released"):
        yield Reason(
            "hold-refused",
            "负责人没有同意登记保存，应当立即解除。",
            "市场监督管理行政处罚程序规定 第33条第2款",
            cure="处理方式改为解除。",
            about="hold_handling",
        )


@cite("行政处罚法", "第56条", "在七日内及时作出处理决定")
def no_hold_overdue(judging: Judging) -> Iterator[Reason]:
    """The investigation does not end and no penalty is decided while a hold waits past its seventh workday. Source: rule `preserve-7d`."""
    limit = run_out(judging, "hold")
    if limit is not None and limit.due.due is not None:
        yield Reason(
            "hold-overdue",
            f"先行登记保存的证据应当在{chinese(limit.due.due)}以前处理，还没有处理。",
            "行政处罚法 第56条",
            cure="先办“处理先行登记保存的证据”。",
        )


@cite("行政处罚法", "第56条", "在七日内及时作出处理决定")
def holds_handled(judging: Judging) -> Iterator[Reason]:
    """A case does not end, by whatever way, while held evidence waits. Source: rule `preserve-7d`."""
    held = open_hold(judging.state)
    if held is not None:
        yield Reason(
            "hold-unhandled",
            f"{chinese(held.day)}先行登记保存的证据还没有处理。",
            "行政处罚法 第56条",
            cure="先办“处理先行登记保存的证据”。",
        )
