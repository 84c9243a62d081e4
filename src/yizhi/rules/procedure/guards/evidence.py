"""证据 Each piece is of a kind, marked as its rules ask, and counts; what was got unlawfully founds nothing."""

from collections.abc import Iterator

from yizhi.rules.cite import cite
from yizhi.rules.deadlines import domain_of
from yizhi.rules.procedure.evidence import KEPT, Piece, pieces
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.secrecy import secret_pieces
from yizhi.rules.refusal import Reason

MOST_NAMED = 3
MARKET = "市场监督管理行政处罚程序规定"


@cite("行政处罚法", "第46条", "勘验笔录、现场笔录")
def kinds_told(judging: Judging) -> Iterator[Reason]:
    """Every file of evidence is of one of the eight kinds; of a record of an inquiry it follows from who was asked. Source: rule `evidence-types`."""
    untold = [piece for piece in pieces(judging.state) if not piece.kind and not piece.paper and piece.counts]
    if untold:
        yield Reason(
            "evidence-kind-missing",
            f"有{len(untold)}件证据还没有写明属于哪一种：{_named(judging, untold)}。",
            "行政处罚法 第46条",
            cure="办“审查证据”，选明种类。",
            about="examined",
        )


def _named(judging: Judging, found: list[Piece]) -> str:
    """Return a few of the pieces by name; one that is marked as secret is not named to everybody who sees the case."""
    secret = secret_pieces(judging.state.entries)
    kept = {digest: entry.facts.get("filename") for entry in judging.state.all(KEPT) for digest in entry.evidence}
    names = [
        "标明保密的一件" if piece.digest in secret else str(kept.get(piece.digest) or piece.digest[:12])
        for piece in found[:MOST_NAMED]
    ]
    return "、".join(names) + ("等" if len(found) > MOST_NAMED else "")


@cite("行政处罚法", "第46条第2款", "证据必须经查证属实")
def examined_in_file(judging: Judging) -> Iterator[Reason]:
    """What is examined lies in this file, and the examination says something of it. Source: rule `evidence-types`."""
    known = {piece.digest for piece in pieces(judging.state)}
    if strange := [one for one in judging.facts.get("examined") or () if one not in known]:
        yield Reason(
            "examined-not-evidence",
            f"有{len(strange)}件不是本案的证据。",
            "行政处罚法 第46条第2款",
            cure="从列表里选。",
            about="examined",
        )
    if judging.act.kind == "examine_evidence" and not (
        judging.given("evidence_kind") or judging.given("evidence_excluded")
    ):
        yield Reason(
            "examined-for-nothing",
            "种类、是否排除，至少写一样。",
            "行政处罚法 第46条第2款",
            cure="选明种类，或者写明是否排除。",
            about="evidence_kind",
        )


@cite("行政处罚法", "第46条第3款", "不得作为认定案件事实的根据")
def exclusion_reasoned(judging: Judging) -> Iterator[Reason]:
    """Whoever excludes a piece says why; it stays in the file. Source: rule `illegal-evidence`."""
    if judging.facts.get("evidence_excluded") is True and not judging.given("exclusion_ground"):
        yield Reason(
            "exclusion-without-reason",
            "排除证据要写明怎样取得、为什么不合法。",
            "行政处罚法 第46条第3款",
            cure="填“排除的理由”；排除的证据仍然留在案卷里。",
            about="exclusion_ground",
        )


@cite("行政处罚法", "第46条第3款", "以非法手段取得的证据")
def founded_on_the_rest(judging: Judging) -> Iterator[Reason]:
    """Facts are found without what was excluded: by a report made after it, by somebody who says how they stand. Source: rule `illegal-evidence`."""
    out = [piece for piece in pieces(judging.state) if piece.excluded]
    if not out:
        return
    reported = judging.last("conclude_investigation")
    if judging.act.kind == "conclude_investigation":
        yield Reason(
            "evidence-excluded",
            f"案卷里有{len(out)}件证据已经排除：{_named(judging, out)}。认定的事实不得以它们为根据。",
            "行政处罚法 第46条第3款",
            "ask",
            cure="写明不用这些证据，事实凭什么认定。",
        )
    elif any(judging.state.position(piece.excluded) > judging.state.position(reported) for piece in out):
        yield Reason(
            "excluded-since-the-report",
            "调查终结以后排除了证据，终结报告是连同它写的，不能据以告知、决定。",
            "行政处罚法 第46条第3款",
            cure="办“补充调查”，不用排除的证据重新终结。",
        )


@cite("市场监督管理行政处罚程序规定", "第24条", "注明与原件、原物一致")
def copies_marked(judging: Judging) -> Iterator[Reason]:
    """A copy says that whoever gave it has checked it against the original, where it comes from and of which day. Source: rule `copy-evidence-marking`."""
    if judging.facts.get("evidence_copy") is not True or domain_of(judging.circumstances.domain) != "market":
        return
    missing = [key for key in ("evidence_source", "evidence_dated") if not judging.given(key)]
    if judging.facts.get("copy_confirmed") is not True:
        missing.insert(0, "copy_confirmed")
    yield from _marks_missing(judging, missing, "copy-unmarked", "复制件", f"{MARKET} 第24条")


@cite("市场监督管理行政处罚程序规定", "第26条", "注明制作方法、制作时间、制作人等")
def electronic_data_marked(judging: Judging) -> Iterator[Reason]:
    """Electronic data that were fixed say how, when and by whom. Source: rule `e-evidence-marking`."""
    if judging.facts.get("evidence_kind") == "electronic" and domain_of(judging.circumstances.domain) == "market":
        missing = [key for key in ("made_how", "made_at", "made_by") if not judging.given(key)]
        yield from _marks_missing(judging, missing, "electronic-unmarked", "电子数据", f"{MARKET} 第26条")


def _marks_missing(judging: Judging, missing: list[str], code: str, what: str, article: str) -> Iterator[Reason]:
    if missing:
        words = "、".join(judging.circumstances.dictionary.label(key) for key in missing)
        yield Reason(code, f"{what}还没有注明：{words}。", article, cure="补齐以后再办。", about=missing[0])


@cite("市场监督管理行政处罚程序规定", "第29条", "询问应当个别进行")
def asked_alone(judging: Judging) -> Iterator[Reason]:
    """People are asked one by one, and the record is confirmed page by page by whoever was asked. Source: rule `inquiry-individually`."""
    if domain_of(judging.circumstances.domain) != "market":
        return
    if judging.facts.get("asked_alone") is not True:
        yield Reason(
            "not-asked-alone",
            "询问应当个别进行。",
            f"{MARKET} 第29条",
            cure="分别询问，各制作一份笔录，记明个别进行。",
            about="asked_alone",
        )
    if not judging.given("record_confirmed"):
        yield Reason(
            "record-not-confirmed",
            "询问笔录要交被询问人核对或者向其宣读，逐页确认；还没有写明。",
            f"{MARKET} 第29条",
            cure="选明怎样核对、确认。",
            about="record_confirmed",
        )
