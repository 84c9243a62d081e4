"""复议应诉 One contest at a time, answered in time with the evidence the decision stood on; a new decision is not the old one again."""

from collections.abc import Iterator

from yizhi.rules.cite import cite
from yizhi.rules.deadlines.wording import chinese
from yizhi.rules.procedure.clocks import clock
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.limits import limit_of
from yizhi.rules.procedure.remedies import contest, contest_open
from yizhi.rules.procedure.state import Entry, day_of
from yizhi.rules.refusal import Reason

CLOCKS_OF = {"receive_review": ("review_answer", "simple_review_answer"), "receive_suit": ("suit_answer",)}


@cite("行政诉讼法", "第45条", "收到复议决定书之日起十五日内")
def nothing_pending(judging: Judging) -> Iterator[Reason]:
    """A review or suit is received when none is running: its result is written first."""
    if contest_open(judging.state) is not None:
        yield Reason(
            "contest-pending",
            "记录里还有没有结果的复议、诉讼。",
            "行政诉讼法 第45条",
            cure="先办“记录复议、诉讼结果”。",
        )


@cite("行政复议法", "第23条", "先向行政复议机关申请行政复议")
def review_before_suit(judging: Judging) -> Iterator[Reason]:
    """Against a decision on the spot a suit comes only after review; received all the same, it is answered, and the court is told. Source: rule `simple-review-first`."""
    asked = contest(judging.state)
    if judging.state.has("decide_on_spot") and (asked is None or asked.kind != "receive_review"):
        yield Reason(
            "review-comes-first",
            "当场作出的处罚决定应当先申请行政复议，当事人直接起诉的，在答辩时向人民法院提出。",
            "行政复议法 第23条",
            "note",
        )


@cite("行政复议法", "第48条", "提出书面答复")
def pending(judging: Judging) -> Iterator[Reason]:
    """An answer and a result belong to a review or suit that is running. Source: rule `review-answer-10d`."""
    if contest_open(judging.state) is None:
        yield Reason(
            "contest-missing",
            "记录里没有正在进行的复议、诉讼。",
            judging.act.articles[0],
            cure="先办“收到行政复议申请”或者“收到起诉状”。",
        )


@cite("行政复议法", "第70条", "视为该行政行为没有证据、依据")
@cite("行政诉讼法", "第34条第2款", "视为没有相应证据")
def answered_in_time(judging: Judging) -> Iterator[Reason]:
    """The answer goes out in its time: ten or five workdays to the reviewing body, fifteen days to the court. Source: rules `review-answer-10d`, `review-answer-5d-simple`, `sue-answer-15d`."""
    asked = contest_open(judging.state)
    rows = CLOCKS_OF.get(asked.kind, ()) if asked else ()
    limits = [limit for row in rows if (limit := limit_of(clock(row), judging.state, judging.circumstances))]
    last = day_of(limits[0].due.due) if limits else None
    if last is not None and judging.day > last:
        yield Reason(
            "answer-late",
            f"答复期限到{chinese(last)}为止，已经超过；逾期视为没有证据、依据。",
            "行政复议法 第70条" if asked and asked.kind == "receive_review" else "行政诉讼法 第34条第2款",
            "ask",
            cure="写明逾期的正当事由。",
        )


@cite("行政复议法", "第46条第1款", "不得自行向申请人")
def nothing_collected_since(judging: Judging) -> Iterator[Reason]:
    """The answer rests on the evidence the decision stood on: what was kept since the review began needs the reviewing body's consent. Source: rule `review-no-self-collect`."""
    asked = contest_open(judging.state)
    if asked is None:
        return
    new = [one for one in judging.facts.get("evidence") or () if _kept_after(judging, one, asked)]
    if new:
        yield Reason(
            "evidence-collected-late",
            f"有{len(new)}件证据是复议、诉讼开始以后才存入的，不能用来证明决定合法。",
            "行政复议法 第46条",
            "ask",
            cure="去掉这些证据；经行政复议机构（人民法院）同意补充的，写明。",
            about="evidence",
        )


def _kept_after(judging: Judging, digest: str, asked: Entry) -> bool:
    first = next((entry for entry in judging.state.entries if digest in entry.evidence), None)
    return first is not None and judging.state.position(first) > judging.state.position(asked)


@cite("行政复议法", "第63条", "行政复议机关决定变更该行政行为")
def change_named(judging: Judging) -> Iterator[Reason]:
    """A changed fine says to what it was changed; the fine of the case follows it. Source: rule `review-answer-10d`."""
    if judging.facts.get("contest_outcome") == "changed" and not judging.given("changed_fine_yuan"):
        yield Reason(
            "changed-fine-missing",
            "变更的，要写明变更后的罚款；没有罚款的填0.00。",
            "行政复议法 第63条",
            cure="填变更后的数额。",
            about="changed_fine_yuan",
        )


@cite("行政复议法", "第64条第2款", "不得以同一事实和理由")
@cite("行政诉讼法", "第71条", "不得以同一的事实和理由作出与原行政行为基本相同的行政行为")
def not_the_same_again(judging: Judging) -> Iterator[Reason]:
    """Made again on order, a decision does not repeat the one that fell, unless it fell for its procedure."""
    ordered = judging.last("contest_result")
    if ordered is None or ordered.facts.get("contest_outcome") != "redo":
        return
    before = next(
        (
            entry
            for entry in reversed(judging.state.all("decide_penalty"))
            if judging.state.position(entry) < judging.state.position(ordered)
        ),
        None,
    )
    same = before is not None and all(
        before.facts.get(key) == judging.facts.get(key) for key in ("facts_found", "penalty_kinds", "fine_yuan")
    )
    if same:
        yield Reason(
            "same-decision-again",
            "责令重新作出的，不得以同一事实和理由作出相同或者基本相同的决定。",
            "行政复议法 第64条第2款",
            "ask",
            cure="只因违反法定程序被撤销的，写明；否则重新认定事实、理由。",
        )
