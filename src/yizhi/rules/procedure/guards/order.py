"""次序 The order of acts: none skipped, doubled, backdated, dated ahead or added to an archived file."""

from collections.abc import Iterator
from datetime import datetime

from yizhi.rules.cite import cite
from yizhi.rules.deadlines.wording import chinese
from yizhi.rules.procedure.judging import Judging, is_given
from yizhi.rules.procedure.state import Entry, local
from yizhi.rules.refusal import Reason

PAST_FACTS = (
    "found_on",
    "act_day",
    "hearing_requested_on",
    "served_on",
    "attempted_on",
    "applied_on",
    "result_on",
    "received_on",
    "contest_from",
    "disputed_on",
    "paid_on",
    "handed_over_on",
    "remitted_on",
    "treasury_on",
    "filed_on",
    "started_at",
    "ended_at",
    "resume_on",
)


@cite("农业行政处罚程序规定", "第86条", "不得修改、增加或者抽取案卷材料")
def not_archived(judging: Judging) -> Iterator[Reason]:
    """After archiving nothing is added to the file. Source: rule `archive-no-tamper-agri`, followed in every domain."""
    if judging.state.stage == "archived":
        yield Reason(
            "case-archived",
            "案卷已经归档，只能查阅，不能再办理。",
            "行政处罚法 第47条",
            cure="发现错误的，向本机关负责人报告，另行依法处理。",
        )


@cite("行政处罚法", "第38条", "违反法定程序构成重大且明显违法的，行政处罚无效")
def in_stage(judging: Judging) -> Iterator[Reason]:
    """An act is done in the stages its row names; a step of the procedure is not skipped."""
    if judging.state.stage in judging.act.from_stages or judging.state.stage == "archived" or _doubled(judging):
        return
    procedure = judging.procedure
    here = procedure.stage(judging.state.stage).name
    wanted = "、".join(f"“{procedure.stage(stage).name}”" for stage in judging.act.from_stages)
    done = judging.state.done
    likely = next((act.name for act in procedure.acts_from(judging.state.stage, done) if act.likely), "")
    yield Reason(
        "act-out-of-order",
        f"{procedure.thing}现在是“{here}”，“{judging.act.name}”要在{wanted}时办理。",
        judging.act.articles[0],
        cure=f"先办“{likely}”。" if likely else "",
    )


@cite("行政处罚法", "第47条", "对行政处罚的启动、调查取证、审核、决定、送达、执行等进行全过程记录")
def on_file(judging: Judging) -> Iterator[Reason]:
    """The acts that an act stands on are on the record. Source: rule `full-record`."""
    for kind in judging.act.on_file:
        needed = judging.procedure.act(kind)
        assert needed is not None, f"{judging.act.kind} stands on an unknown act {kind}"
        if not judging.state.has(kind):
            yield Reason(
                "act-missing",
                f"记录里还没有“{needed.name}”，不能“{judging.act.name}”。",
                judging.act.articles[0],
                cure=f"先办“{needed.name}”。",
                about=kind,
            )


@cite("行政处罚法", "第47条", "全过程记录")
def not_doubled(judging: Judging) -> Iterator[Reason]:
    """An act is recorded once: again only where its row allows it or the case has gone back."""
    earlier = _doubled(judging)
    if earlier:
        yield Reason(
            "act-doubled",
            f"“{judging.act.name}”在{_written(earlier.done_at)}已经办过，不能重复办理。",
            judging.act.articles[0],
            cure="查看执法记录；需要补充的，用相应的环节补充。",
            about=earlier.id,
        )


def _doubled(judging: Judging) -> Entry | None:
    """Return the entry that this act repeats, or None."""
    for entry in reversed(judging.state.round):
        if entry.kind != judging.act.kind:
            continue
        same = local(entry.done_at) == local(judging.proposal.done_at) and dict(entry.facts) == dict(judging.facts)
        if same or not judging.act.repeatable:
            return entry
    return None


@cite("行政处罚法", "第47条", "全过程记录")
def not_in_future(judging: Judging) -> Iterator[Reason]:
    """What is recorded has happened: neither the act nor a day named in it lies ahead of the clock."""
    if local(judging.proposal.done_at) > local(judging.circumstances.now):
        yield Reason(
            "act-in-future",
            f"办理时间{_written(judging.proposal.done_at)}还没有到。",
            "行政处罚法 第47条",
            cure="填实际办理的时间。",
            about="done_at",
        )
    for key in PAST_FACTS if judging.proposal.facts else ():
        day = judging.date(key) if key in judging.proposal.facts else None
        if day is not None and day > judging.day:
            yield Reason(
                "act-in-future",
                f"“{judging.circumstances.dictionary.label(key)}”{chinese(day)}晚于办理的那一天。",
                "行政处罚法 第47条",
                cure="核对日期。",
                about=key,
            )


@cite("行政处罚法", "第47条", "全过程记录")
def not_backdated(judging: Judging) -> Iterator[Reason]:
    """No act is dated before the one that led to its stage or that it stands on; an act that moves the case on, not before any other."""
    before = max(_must_follow(judging), key=lambda entry: local(entry.done_at), default=None)
    if before is None or local(judging.proposal.done_at) >= local(before.done_at):
        return
    known = judging.procedure.act(before.kind)
    yield Reason(
        "act-backdated",
        f"办理时间{_written(judging.proposal.done_at)}早于“{known.name if known else before.kind}”的{_written(before.done_at)}。",
        "行政处罚法 第47条",
        cure="填实际办理的时间，不得倒签。",
        about="done_at",
    )


def _must_follow(judging: Judging) -> Iterator[Entry]:
    """Yield the entries of this procedure that the act may not precede."""
    state = judging.state
    if judging.act.leads_to(state.stage, judging.facts) != state.stage:
        yield from (entry for entry in state.entries if judging.procedure.act(entry.kind))
        return
    if state.entered is not None:
        yield state.entered
    yield from (entry for kind in judging.act.on_file if (entry := state.last(kind)))


def fields_given(judging: Judging) -> Iterator[Reason]:
    """Every field that the act's row requires has a value; what is missing is named in one sentence, what belongs elsewhere one by one."""
    dictionary, told = judging.circumstances.dictionary, judging.proposal.facts
    unreadable = tuple(dictionary.unreadable(told))
    named = {reason.about for reason in unreadable}
    missing = [
        field.key
        for field in judging.act.fields
        if field.required and not judging.given(field.key) and field.key not in named
    ]
    if missing:
        yield Reason(
            "fields-missing",
            "还没有填：" + "、".join(dictionary.label(key) for key in missing) + "。",
            judging.act.articles[0],
            cure="补齐以后再办。",
            about=",".join(missing),
        )
    yield from unreadable
    yield from _told_elsewhere(judging, named)


def _told_elsewhere(judging: Judging, named: set[str]) -> Iterator[Reason]:
    """A fact is told in the act that asks for it: told in another one, it would count without having been judged."""
    asked = {"answers", "evidence", *(field.key for field in judging.act.fields)}
    for key, value in judging.proposal.facts.items():
        if key not in asked and key not in named and is_given(value):
            yield Reason(
                "fact-not-asked",
                f"“{judging.act.name}”不记“{judging.circumstances.dictionary.label(key)}”。",
                "行政处罚法 第47条",
                cure="删去这一项，在记它的环节里填写。",
                about=key,
            )


def _written(moment: datetime) -> str:
    there = local(moment)
    return f"{there.year}年{there.month}月{there.day}日{there.hour}:{there.minute:02d}"
