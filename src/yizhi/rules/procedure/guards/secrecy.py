"""保密 Before anything is published, somebody has looked at what was marked as secret."""

from collections.abc import Iterator

from yizhi.rules.cite import cite
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.secrecy import secret_pieces
from yizhi.rules.refusal import Reason


@cite("行政处罚法", "第50条", "应当依法予以保密")
def secrets_kept_out(judging: Judging) -> Iterator[Reason]:
    """Where pieces are marked as secret, whoever decides to publish says how they stay out. Source: rule `confidentiality`."""
    marked = secret_pieces(judging.state.entries)
    if judging.facts.get("disclosed") is True and marked:
        words = judging.circumstances.dictionary.words
        kinds = "、".join(dict.fromkeys(words("secret_kind", kind) for kind in marked.values()))
        yield Reason(
            "secrets-in-the-file",
            f"案卷里有{len(marked)}件标明涉及{kinds}，公示的内容里不得有。",
            "行政处罚法 第50条",
            "ask",
            cure="核对公示的内容，写明怎样去掉的；去不掉的，不予公示。",
        )
