"""音像记录 Where a step easily leads to dispute: recorded, or why not."""

from collections.abc import Iterator

from yizhi.rules.cite import cite
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.state import Entry
from yizhi.rules.refusal import Reason

ARTICLE = "国办发〔2018〕118号 三(八)"
ON_THE_SPOT = ("record_scene", "survey", "inquire", "sample", "collect_evidence", "establish_facts", "hold_hearing")
DISPUTED_WAYS = ("left", "public_notice")


def worth_recording(entry: Entry) -> bool:
    """Say whether an act is one that the opinion names: on the spot, collecting evidence, a hearing, left or published service."""
    return entry.kind in ON_THE_SPOT or entry.facts.get("service_method") in DISPUTED_WAYS


@cite(
    "国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见",
    "三(八)",
    "要根据实际情况进行音像记录",
)
def recorded_or_why_not(judging: Judging) -> Iterator[Reason]:
    """Such a step says whether it was recorded by sound or picture, and why not; recording itself stays a judgement. Source: rule `video-as-needed`."""
    method = judging.facts.get("service_method")
    if judging.act.kind not in ON_THE_SPOT and method not in DISPUTED_WAYS:
        return
    recorded = judging.facts.get("recorded")
    if recorded is None:
        yield Reason(
            "recording-advised",
            "这一步容易引发争议，建议音像记录，写明有没有记录。",
            ARTICLE,
            "note",
            cure="选明；没有记录的写理由。",
            about="recorded",
        )
    elif recorded is False and not judging.given("not_recorded_why"):
        yield Reason(
            "recording-reason-missing",
            "没有音像记录的，要写明理由。",
            ARTICLE,
            cure="填“没有音像记录的理由”。",
            about="not_recorded_why",
        )
