"""一条公示的一生：拟稿、审查公布、更正、撤回；谁能办，什么挡着。"""
# ruff: noqa: N802

import json

import pytest
from tests.doors import signed_in

from yizhi.desk.cases.models import Case
from yizhi.desk.cases.queries import limits_of
from yizhi.desk.disclosure.models import Disclosure
from yizhi.desk.disclosure.queries import Wanted, live, public, undrafted
from yizhi.desk.disclosure.replay import differences
from yizhi.desk.papers.models import Paper
from yizhi.desk.record.queries import verify_dossier
from yizhi.rules.refusal import Absent, BadInput, Refusal

from .decided import NOW, YES, at, build, contested, decided, do, draft, published

pytestmark = pytest.mark.django_db
PERSONAL = ("丁例", "51068119900307001X", "13800000000", "示意村 1 组")


@pytest.fixture
def cast(db):
    return build()


@pytest.fixture
def case(cast):
    return decided(cast)


def refused(deed):
    with pytest.raises(Refusal) as caught:
        deed()
    return [reason.code for reason in caught.value.reasons]


def test_拟稿时姓名号码住址已经隐去_公布以前公众看不到(cast, case):
    dossier = draft(cast.jia, case)
    row = Disclosure.objects.get(dossier=dossier)
    assert (row.stage, row.columns["party"], row.columns["credit_code"]) == ("drafted", "丁某", "")
    assert row.columns["number"].startswith("广连府") and row.columns["fine_yuan"] == "300.00"
    assert not [word for word in PERSONAL if word in json.dumps(row.columns, ensure_ascii=False)]
    assert list(public(Wanted(), at("2026-12-20").date())) == []


def test_审查公布_案卷里同时有公示审查表_公示期限到此为止(cast, case):
    dossier = published(cast, case)
    row = Disclosure.objects.get(dossier=dossier)
    assert (row.stage, row.published_on.isoformat(), row.shown_until) == ("published", "2026-06-29", None)
    papers = Paper.objects.filter(dossier=case, kind="disclosure-review")
    assert [paper.data["facts"]["redaction"][:2] for paper in papers] == ["姓名"]
    limit = next(one for one in limits_of(cast.bing, Case.objects.get(dossier=case), now=NOW) if one.id == "disclosure")
    assert (limit.met_on.isoformat(), limit.due.due.isoformat()) == ("2026-06-29", "2026-07-03")
    assert verify_dossier(dossier) is None and list(differences(now=NOW)) == []


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        pytest.param({"third_party": False}, "question-unanswered", id="没有答复会不会危及安全"),
        pytest.param({"endangers": False}, "question-unanswered", id="没有答复会不会损害第三方"),
        pytest.param({**YES, "endangers": True}, "publish-endangers", id="危及安全的不公开"),
        pytest.param({**YES, "third_party": True}, "third-party-harmed", id="损害第三方又没有理由"),
        pytest.param(
            {**YES, "third_party": True, "third_party_ground": "consent"}, "third-party-harmed", id="说同意却没有写明"
        ),
    ],
)
def test_审查的问题一个都不能少(cast, case, answers, code):
    dossier = draft(cast.jia, case)
    assert refused(lambda: do(cast.bing, dossier, "publish_disclosure", "2026-06-29", **answers)) == [code]
    assert live(case).stage == "drafted" and not Paper.objects.filter(dossier=case, kind="disclosure-review").exists()


def test_第三方同意并写明的可以公布(cast, case):
    dossier = draft(cast.jia, case)
    ground = {"third_party_ground": "consent", "third_party_words": "示例公司来函同意"}
    done = do(cast.bing, dossier, "publish_disclosure", "2026-06-29", **{**YES, "third_party": True, **ground})
    assert done.disclosure.stage == "published"


def test_还留着姓名的存不进去_确实不是姓名的写明理由(cast, case):
    facts = "丁例把装修垃圾倒在河边。"
    assert refused(lambda: draft(cast.jia, case, facts=facts)) == ["personal-data-left"]
    assert not Disclosure.objects.exists()
    dossier = draft(cast.jia, case, facts=facts, cleared={"丁例": "是工程名称"})
    assert refused(lambda: do(cast.bing, dossier, "publish_disclosure", "2026-06-29", **YES)) == ["personal-data-left"]
    do(cast.bing, dossier, "publish_disclosure", "2026-06-29", **YES, cleared={"丁例": "核对过，是工程名称"})


def test_一个决定只公示一次_拟稿的人不能审查(cast, case):
    dossier = draft(cast.jia, case)
    assert refused(lambda: draft(cast.jia, case)) == ["already-drafted"]
    assert refused(lambda: do(cast.jia, dossier, "publish_disclosure", "2026-06-29", **YES)) == ["not-your-step"]
    assert refused(lambda: do(cast.bing, dossier, "withdraw_disclosure", "2026-06-29", why="mistake", words="错")) == [
        "disclosure-stage"
    ]


def test_看不见案件的人也看不见公示(cast, case):
    dossier = draft(cast.jia, case)
    with pytest.raises(Absent):
        do(cast.wu, dossier, "publish_disclosure", "2026-06-29", **YES)
    with pytest.raises(Absent):
        draft(cast.wu, case)
    assert list(undrafted(cast.wu)) == []


def test_没有拟稿的决定列在待公示里_决定不公示的不列(cast, case):
    assert [one.dossier_id for one in undrafted(cast.jia)] == [case]
    draft(cast.jia, case)
    assert list(undrafted(cast.jia)) == []


def test_更正写明理由_原来的留在记录里(cast, case):
    dossier = published(cast, case)
    row = Disclosure.objects.get(dossier=dossier)
    same = {name: row.columns[name] for name in ("title", "party", "facts", "basis", "content")}
    correct = "correct_disclosure"
    assert refused(lambda: do(cast.bing, dossier, correct, "2026-07-01", **same, reason="改")) == ["nothing-corrected"]
    with pytest.raises(BadInput):
        do(cast.bing, dossier, correct, "2026-07-01", **same)
    done = do(cast.bing, dossier, correct, "2026-07-01", **{**same, "basis": "示例条例第十三条"}, reason="条文写错")
    assert done.disclosure.columns["basis"] == "示例条例第十三条"
    assert verify_dossier(dossier) is None and list(differences(now=NOW)) == []


@pytest.mark.parametrize("outcome", ["revoked", "unlawful", "void", "redo"])
def test_决定没有了的撤回_不能更正_不能再公示(cast, case, outcome):
    dossier = published(cast, case)
    fits = {"why": outcome}
    assert refused(lambda: do(cast.bing, dossier, "withdraw_disclosure", "2026-07-21", **fits)) == [
        "result-not-on-record"
    ]
    contested(cast, case, outcome)
    done = do(cast.bing, dossier, "withdraw_disclosure", "2026-07-21", **fits)
    assert (done.disclosure.stage, done.disclosure.withdrawn_on.isoformat()) == ("withdrawn", "2026-07-21")
    assert done.disclosure.columns["number"] and live(case) is None
    assert refused(lambda: draft(cast.jia, case, "2026-07-22")) == ["decision-fallen"]


def test_变更的撤回以后按变更的另行公示(cast, case):
    dossier = published(cast, case)
    contested(cast, case, "changed", changed_fine_yuan="200.00")
    do(cast.bing, dossier, "withdraw_disclosure", "2026-07-21", why="changed")
    second = draft(cast.jia, case, "2026-07-22")
    assert Disclosure.objects.get(dossier=second).columns["fine_yuan"] == "200.00"
    do(cast.bing, second, "publish_disclosure", "2026-07-23", **YES)
    assert [one.stage for one in public(Wanted(), at("2026-12-20").date())] == ["published", "withdrawn"]


def test_不能拟稿的人从列表到案卷_能决定不公示的到公示审查_不会走到办不了的页面(cast, case):
    path = f"/disclosure/cases/{case}/"
    assert signed_in(cast.jia).get(path).status_code == 200
    assert signed_in(cast.justice).get(path)["Location"] == f"/cases/{case}/"
    assert signed_in(cast.bing).get(path)["Location"] == f"/cases/{case}/acts/review_disclosure/"
