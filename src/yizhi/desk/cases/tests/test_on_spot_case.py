"""简易程序 Case files decided on the spot, from showing the certificates to the archive, and what may not be done on the spot."""

from datetime import date
from decimal import Decimal

import pytest
from tests import story
from tests.cast import Cast, at, build, fresh, later, party
from tests.reading import read

from yizhi.desk.cases.actions import OnSpot, begin_on_spot, perform
from yizhi.desk.cases.models import Case
from yizhi.desk.cases.replay import differences
from yizhi.desk.papers.models import Paper
from yizhi.desk.papers.proceeding import Done
from yizhi.desk.papers.telling import Told
from yizhi.desk.papers.verifying import verify
from yizhi.desk.record.queries import verify_dossier
from yizhi.desk.rulings.actions import decide as decide_dispute
from yizhi.rules.refusal import BadInput, Refusal

NOW = at("2026-12-20 18:00")
START = at("2026-06-01 09:00")
PAIR = ("o-jia", "o-yi")
SCENE = {"found_on": "2026-06-01", "place_text": "河边", "description": "倒装修垃圾一袋", "credentials_shown": True}
FOUND = {"facts_found": "丁例倒装修垃圾一袋。", "violated": "示例条例第九条", "basis": "示例条例第十二条"}


@pytest.fixture
def cast(db, settings, tmp_path) -> Cast:
    settings.EVIDENCE_ROOT = tmp_path / "evidence"
    return build()


def begin(cast: Cast, *, whom: str = "p-ding", officers: tuple[str, ...] = PAIR, **more: object) -> str:
    deed = OnSpot(
        **{
            "item": "cg-1",
            "town": "510681109",
            "party": whom,
            "act_day": START.date(),
            "officers": officers,
            "facts": SCENE,
            **more,
        }
    )
    done = begin_on_spot(cast.jia, deed, id=fresh(), kind="show_credentials", done_at=START, now=NOW)
    return done.entry.dossier_id


def do(cast: Cast, dossier: str, kind: str, minutes: int, *, desk: bool = False, **facts: object) -> Done:
    told = Told(
        id=fresh(), kind=kind, done_at=later(START, minutes=minutes), facts=facts, officers=() if desk else PAIR
    )
    return perform(cast.jia, dossier, told, now=NOW)


def tell(cast: Cast, dossier: str, **proposed: object) -> Done:
    kept = story.evidence(cast, dossier)
    do(cast, dossier, "establish_facts", 10, **FOUND, evidence=[kept.digest])
    return do(cast, dossier, "tell_on_spot", 15, rights_told=True, discretion_reason="首次，数量少。", **proposed)


def decide(cast: Cast, dossier: str, **facts: object) -> Done:
    do(cast, dossier, "hear_on_spot", 20, defence_waived=True)
    return do(cast, dossier, "decide_on_spot", 25, recipient="丁例", **facts)


def codes(refused: pytest.ExceptionInfo[Refusal]) -> set[str]:
    return {reason.code for reason in refused.value.reasons}


def test_from_the_certificates_to_the_archive(cast: Cast) -> None:
    dossier = begin(cast)
    tell(cast, dossier, proposed_penalty_kinds=["fine"], proposed_fine_yuan="50.00")
    decided = decide(cast, dossier)
    assert [paper.kind for paper in decided.papers] == ["on-spot-decision", "payment-slip"]
    do(cast, dossier, "collect_on_spot", 30, collection_reason="up_to_100", paid_yuan="50.00", receipt_number="演0001")
    day = 24 * 60
    do(cast, dossier, "file_on_spot", day, desk=True, filed_on="2026-06-02")
    do(cast, dossier, "hand_over_fine", day + 60, desk=True, handed_over_on="2026-06-02")
    do(cast, dossier, "remit_fine", 2 * day, desk=True, remitted_on="2026-06-03")
    do(cast, dossier, "review_disclosure", 2 * day + 60, desk=True, disclosed=False, reason="不具有一定社会影响。")
    do(cast, dossier, "archive_case", 3 * day, desk=True)
    case = Case.objects.get(dossier=dossier)
    assert (case.procedure, case.stage, case.ended, case.body_id) == ("summary", "archived", True, "town-lianshan")
    assert case.number == decided.papers[0].number
    assert verify_dossier(dossier) is None and list(verify(dossier=dossier)) == list(differences(now=NOW)) == []


def test_the_decision_says_review_comes_first_and_never_that_one_may_sue_at_once(cast: Cast) -> None:
    dossier = begin(cast)
    tell(cast, dossier, proposed_penalty_kinds=["fine"], proposed_fine_yuan="200.00")
    words = read(decide(cast, dossier).papers[0])
    assert "应当先申请行政复议" in words and "行政复议法》第二十三条" in words
    assert "六十日内，向广汉市人民政府提出" in words
    assert "第四十六条" not in words and "六个月内" not in words
    for word in ("广汉市连山镇人民政府", "丁例", "贰佰元", "川Fo-jia", "川Fo-yi", "测试"):
        assert word in words, word
    assert words.count("广连府") >= 1 and "执法队" not in words


@pytest.mark.parametrize(
    ("kind", "most"),
    [
        pytest.param("individual", "200.00", id="公民二百元"),
        pytest.param("enterprise", "3000.00", id="企业三千元"),
        pytest.param("organisation", "3000.00", id="其他组织三千元"),
        pytest.param("self_employed", "200.00", id="个体工商户按公民的二百元没有疑问"),
    ],
)
def test_the_threshold_by_kind_of_party(cast: Cast, kind: str, most: str) -> None:
    dossier = begin(cast, whom=party(f"p-{kind}", kind, "示例当事人", address="连山镇示意路 3 号").code)
    over = str(Decimal(most) + Decimal("0.01"))
    with pytest.raises(Refusal) as refused:
        tell(cast, dossier, proposed_penalty_kinds=["fine"], proposed_fine_yuan=over)
    assert codes(refused) == ({"threshold-unclear"} if kind == "self_employed" else {"over-threshold"})
    do(
        cast,
        dossier,
        "tell_on_spot",
        16,
        rights_told=True,
        discretion_reason="首次。",
        proposed_penalty_kinds=["fine"],
        proposed_fine_yuan=most,
    )


def test_between_the_two_thresholds_the_county_decides_for_the_self_employed(cast: Cast) -> None:
    ruled = date(2026, 1, 1)
    facts = {"reading": "organisation", "decided_by": "示意市司法局", "instrument": "示意〔2026〕1号"}
    decide_dispute(
        cast.justice, "self-employed-threshold", **facts, decided_on=ruled, starts=ruled, now=at("2026-01-01")
    )
    dossier = begin(cast, whom=party("p-shop", "self_employed", "示例小卖部", address="连山镇示意路 3 号").code)
    tell(cast, dossier, proposed_penalty_kinds=["fine"], proposed_fine_yuan="1000.00")
    decide(cast, dossier)
    assert Case.objects.get(dossier=dossier).stage == "delivered"


def test_what_is_too_heavy_turns_to_the_ordinary_procedure(cast: Cast) -> None:
    dossier = begin(cast)
    do(cast, dossier, "turn_to_ordinary", 10, desk=True, reason="数量大，超过当场处罚的限额。")
    with pytest.raises(Refusal) as refused:
        do(cast, dossier, "tell_on_spot", 20, proposed_penalty_kinds=["warning"])
    assert "act-out-of-order" in codes(refused)


def test_a_defence_is_examined_and_never_makes_it_heavier(cast: Cast) -> None:
    dossier = begin(cast)
    tell(cast, dossier, proposed_penalty_kinds=["fine"], proposed_fine_yuan="50.00")
    with pytest.raises(Refusal) as refused:
        do(cast, dossier, "hear_on_spot", 20, defence_waived=False, defence_text="我已经捡回来了。")
    assert codes(refused) == {"defence-not-reviewed"}
    do(
        cast,
        dossier,
        "hear_on_spot",
        20,
        defence_waived=False,
        defence_text="我已经捡回来了。",
        defence_accepted="not_accepted",
        defence_opinion="没有全部清走。",
    )
    with pytest.raises(Refusal) as refused:
        do(cast, dossier, "decide_on_spot", 25, recipient="丁例", fine_yuan="100.00")
    assert "heavier-than-notified" in codes(refused)


@pytest.mark.parametrize("officers", [("o-jia",), ("o-jia", "o-jia"), ("o-jia", "o-wu"), ("o-jia", "o-none")], ids=str)
def test_two_qualified_officers_begin_it(cast: Cast, officers: tuple[str, ...]) -> None:
    with pytest.raises(Refusal) as refused:
        begin(cast, officers=officers)
    assert "officers-too-few" in codes(refused)
    assert not Case.objects.exists() and not Paper.objects.exists()


@pytest.mark.parametrize(
    "other",
    [
        {"item": "cg-none"},
        {"town": "510681999"},
        {"whom": "p-none"},
        {"village": "510681104201"},
        {"place": "河" * 201},
    ],
    ids=lambda other: next(iter(other)),
)
def test_what_nobody_knows_is_named(cast: Cast, other: dict[str, str]) -> None:
    with pytest.raises(BadInput) as refused:
        begin(cast, **other)
    assert refused.value.first.cure


def test_the_same_id_is_one_deed(cast: Cast) -> None:
    deed = OnSpot(item="cg-1", town="510681109", party="p-ding", act_day=START.date(), officers=PAIR, facts=SCENE)
    same = {"id": fresh(), "kind": "show_credentials", "done_at": START, "now": NOW}
    first, again = (begin_on_spot(cast.jia, deed, **same) for _ in range(2))
    assert again.repeated and again.entry.id == first.entry.id and Case.objects.count() == 1
    other = OnSpot(item="cg-1", town="510681109", party="p-firm", act_day=START.date(), officers=PAIR, facts=SCENE)
    with pytest.raises(Refusal) as refused:
        begin_on_spot(cast.jia, other, **same)
    assert codes(refused) == {"entry-conflict"}
