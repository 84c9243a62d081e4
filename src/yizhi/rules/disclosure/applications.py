"""案卷公开申请 Applications for a file of enforcement: it may be kept closed, the answer says by which article, and in time."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from yizhi.rules.cite import cite
from yizhi.rules.disclosure.guards import no_third_party_harmed
from yizhi.rules.refusal import Reason

ARTICLE: Final = "政府信息公开条例 第16条第2款"
OUTCOMES: Final[Mapping[str, str]] = {"withheld": "不予公开", "given": "公开", "part": "部分公开"}
MOST_WORKDAYS: Final = 20


@cite("政府信息公开条例", "第16条第2款", "可以不予公开")
def answer_reasons(stage: str, facts: Mapping[str, Any]) -> Iterator[Reason]:
    """A file of enforcement may be kept closed: who opens it or a part says why, and that no third party is harmed. Source: rule `dossier-not-public`."""
    if stage == "answered":
        yield Reason("already-answered", "已经答复。", ARTICLE, cure="看记录。", about="kind")
        return
    if facts.get("outcome") in ("given", "part"):
        if not facts.get("words"):
            yield Reason(
                "given-without-words",
                "行政执法案卷信息可以不予公开；公开的，写明公开哪些、为什么。",
                ARTICLE,
                cure="写明范围和理由。",
                about="words",
            )
        yield from no_third_party_harmed(facts)


@cite("政府信息公开条例", "第33条第2款", "20个工作日内予以答复")
def extension_reasons(stage: str, extended: bool, facts: Mapping[str, Any]) -> Iterator[Reason]:
    """The time to answer is extended once, by at most twenty workdays, agreed to by the head of the office for openness. Source: rule `foi-answer-20wd`."""
    article = "政府信息公开条例 第33条第2款"
    if stage == "answered" or extended:
        said = "已经答复，不用延长。" if stage == "answered" else "已经延长过一次。"
        yield Reason("not-extended-again", said, article, cure="按期限答复。", about="kind")
    days = facts.get("workdays")
    if not isinstance(days, int) or isinstance(days, bool) or not 1 <= days <= MOST_WORKDAYS:
        yield Reason("extension-too-long", "最多延长 20 个工作日。", article, cure="写 1 到 20。", about="workdays")


def told_to_applicant(outcome: str, words: str) -> str:
    """Return the words of the answer, with the article when the file stays closed."""
    if outcome == "withheld":
        said = "您申请的是行政执法案卷信息，依据《中华人民共和国政府信息公开条例》第十六条第二款的规定，不予公开。"
        return said + words
    return f"您申请的信息{OUTCOMES[outcome]}：{words}"
