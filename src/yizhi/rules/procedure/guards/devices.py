"""电子技术监控 A record of an electronic device counts only when device and record were examined, and the party was told of it."""

from collections.abc import Iterator

from yizhi.rules.cite import cite
from yizhi.rules.procedure.evidence import passed, pieces
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.refusal import Reason

AUDIT, TELL = "audit_device_record", "tell_device_record"


@cite("行政处罚法", "第41条第1款", "应当经过法制和技术审核")
@cite("行政处罚法", "第41条第2款", "未经审核或者经审核不符合要求的，不得作为行政处罚的证据")
def record_audited(judging: Judging) -> Iterator[Reason]:
    """A device's record is examined before the investigation ends; whether it passes or not is written. Source: rules `emonitor-review`, `emonitor-record-audit`."""
    waiting = [piece for piece in pieces(judging.state) if piece.device and not piece.audited and not piece.excluded]
    if waiting:
        yield Reason(
            "device-record-unaudited",
            f"有{len(waiting)}件电子技术监控设备的记录没有审核；未经审核的，不得作为行政处罚的证据。",
            "行政处罚法 第41条第2款",
            cure="办“审核电子技术监控记录”；不用的，办“审查证据”排除。",
        )


@cite("行政处罚法", "第41条第1款", "设置地点应当向社会公布")
def counts_or_not(judging: Judging) -> Iterator[Reason]:
    """Say at once that a record that fails founds no penalty: the device not reviewed, or the record not true, clear, whole, exact. Source: rules `emonitor-review`, `emonitor-record-audit`."""
    failing = [
        judging.circumstances.dictionary.label(key)
        for key in ("device_legal_review", "device_technical_review", "record_audited")
        if judging.facts.get(key) is False
    ]
    if failing:
        yield Reason(
            "device-record-fails",
            f"审核没有通过：{'、'.join(failing)}。这些记录不得作为行政处罚的证据。",
            "行政处罚法 第41条第2款",
            "note",
            cure="留在案卷里，另行收集证据。",
        )


@cite("行政处罚法", "第41条第3款", "应当及时告知当事人违法事实")
def party_told(judging: Judging) -> Iterator[Reason]:
    """Where a penalty rests on a device's record, the party has been told of it and of how to see it and to answer. Source: rule `emonitor-notify`."""
    audits = [piece.audited for piece in pieces(judging.state) if piece.device and piece.counts]
    told = judging.last(TELL)
    if any(judging.state.position(one) > judging.state.position(told) for one in audits):
        yield Reason(
            "device-record-not-told",
            "电子技术监控记录的违法事实，还没有告知当事人。",
            "行政处罚法 第41条第3款",
            cure="办“告知电子技术监控记录”，写明怎样查询、陈述和申辩。",
        )


@cite("行政处罚法", "第41条第3款", "为当事人查询、陈述和申辩提供便利")
def something_to_tell(judging: Judging) -> Iterator[Reason]:
    """Only a record that passed is told of. Source: rule `emonitor-notify`."""
    if not passed(judging.last(AUDIT)):
        yield Reason(
            "device-record-unaudited",
            "最近一次审核没有通过，没有可以告知的记录。",
            "行政处罚法 第41条第2款",
            cure="审核通过以后再告知。",
        )
