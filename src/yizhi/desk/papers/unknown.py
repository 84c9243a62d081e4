"""对不上的 What an act names and this installation does not hold, and a name that is not that of the power it stands on."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from yizhi.desk.bodies.models import Body
from yizhi.desk.people.called import account_names, officer_names
from yizhi.rules.authority import Answer
from yizhi.rules.procedure.dictionary import Dictionary
from yizhi.rules.refusal import Reason

from .ground import Ground
from .models import Evidence, Paper

OF_EITHER = ("examined", "secret_pieces")
"""Facts that name files or issued papers of the dossier."""


def unknown(
    dossier: str, *, officers: Iterable[str], evidence: Iterable[str], facts: Mapping[str, Any], dictionary: Dictionary
) -> Iterator[Reason]:
    """Yield one reason for each digest, each officer's code and each account, told beside the facts or inside them, that is not known here."""
    files = {*evidence, *_named({key: facts[key] for key in facts if key not in OF_EITHER}, "evidence", dictionary)}
    yield from _evidence(dossier, files, _kept(dossier, files))
    examined = {*_named({key: facts.get(key) for key in OF_EITHER}, "evidence", dictionary)}
    yield from _evidence(dossier, examined, _kept(dossier, examined) | _issued(dossier, examined))
    yield from _officers({*officers, *_named(facts, "officers", dictionary)})
    yield from _accounts({*_named(facts, "accounts", dictionary)})


def _named(facts: Mapping[str, Any], kind: str, dictionary: Dictionary) -> Iterator[str]:
    for key, value in facts.items():
        if key in dictionary.facts and dictionary.facts[key].kind == kind and isinstance(value, list | tuple):
            yield from value


def _kept(dossier: str, digests: set[str]) -> set[str]:
    if not digests:
        return set()
    return set(Evidence.objects.filter(dossier=dossier, digest__in=digests).values_list("digest", flat=True))


def _issued(dossier: str, digests: set[str]) -> set[str]:
    """Records of inquiries and of the scene are evidence too: they are examined by the digest of the paper."""
    if not digests:
        return set()
    return set(Paper.objects.filter(dossier=dossier, digest__in=digests).values_list("digest", flat=True))


def _evidence(dossier: str, digests: set[str], kept: set[str]) -> Iterator[Reason]:
    for digest in sorted(digests - kept):
        yield Reason(
            "evidence-unknown",
            f"证据 {digest[:12]}… 没有存入本案卷。",
            "行政处罚法 第46条",
            "stop",
            "先存入证据文件，再提交。",
            "evidence",
        )


def _officers(codes: set[str]) -> Iterator[Reason]:
    for code in sorted(codes - officer_names().keys()):
        yield Reason(
            "officer-unknown",
            f"没有编号为“{code[:64]}”的执法人员。",
            "行政处罚法 第42条",
            "stop",
            "核对执法人员的编号。",
            code[:64],
        )


def _accounts(named: set[str]) -> Iterator[Reason]:
    for username in sorted(named - account_names().keys()):
        yield Reason(
            "account-unknown",
            f"没有账号“{username[:64]}”。",
            "行政处罚法 第43条",
            "stop",
            "从列表里选。",
            username[:64],
        )


def in_whose_name(ground: Ground, answer: Answer | None) -> Iterator[Reason]:
    """Yield a reason when the dossier stands in the name of one body and the power is another's: papers would carry a wrong name and seal."""
    if answer is None or answer.deciding_body is None or answer.deciding_body == ground.body:
        return
    names = dict(Body.objects.filter(code__in=(ground.body, answer.deciding_body)).values_list("code", "name"))
    yield Reason(
        "deciding-body-differs",
        f"这个事项在这里以{names[answer.deciding_body]}的名义办理，案卷现在以{names[ground.body]}的名义。",
        "行政处罚法 第17条",
        cure=f"立案前把线索的机关核定为{names[answer.deciding_body]}，或者移送该机关。",
        about="body",
    )
