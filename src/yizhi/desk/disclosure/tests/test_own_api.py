"""年度数据、案卷公开申请的接口和命令：和页面同一道门；同一编号只写一次；看不懂的指出是哪一项；别的机关的如同没有。"""
# ruff: noqa: N802

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from yizhi.desk.disclosure.models import Disclosure, DossierApplication, YearlyFigures
from yizhi.desk.people.models import Account
from yizhi.desk.people.tokens import issue_token
from yizhi.desk.record.models import Entry
from yizhi.web.command import main

from .decided import build, decided, fresh, texts

pytestmark = pytest.mark.django_db
YEAR = timezone.localdate().year - 1


@pytest.fixture
def cast(db):
    return build()


@pytest.fixture
def api(client):
    def call(who, path, /, **told):
        account, now = Account.objects.get(username=who.account), timezone.now()
        given = {"name": "试", "scope": "write", "expires_at": now + timedelta(days=1), "now": now}
        headers = {"Authorization": f"Bearer {issue_token(account=account, identity=who, **given)}"}
        if not told:
            answer = client.get(f"/api/v1/{path}", headers=headers)
        else:
            answer = client.post(f"/api/v1/{path}", told, headers=headers, content_type="application/json")
        return answer.status_code, answer.json()

    return call


def told(kind="", **facts):
    return {
        "id": str(fresh()),
        "facts": facts,
        "done_at": timezone.now().isoformat(),
        **({"kind": kind} if kind else {}),
    }


def test_统计公开更正_同一编号只写一次(cast, api):
    first = told(year=YEAR)
    assert [api(cast.jia, "yearly-figures", **first)[0] for _ in range(2)] == [201, 200]
    row = YearlyFigures.objects.get()
    acts = f"yearly-figures/{row.dossier_id}/acts"
    assert api(cast.jia, acts, **told("publish_figures", words="示意"))[1]["code"] == "not-your-step"
    public = told("publish_figures", words="示意")
    assert [api(cast.bing, acts, **public)[0] for _ in range(2)] == [201, 200]
    assert api(cast.bing, acts, **{**public, "facts": {"words": "另一句"}})[1]["code"] == "entry-conflict"
    status, found = api(cast.jia, f"yearly-figures/{row.dossier_id}")
    assert (status, found["stage"], found["words"], found["tables"][0]["confirmed"]) == (200, "published", "示意", True)
    assert api(cast.jia, "yearly-figures")[1]["items"][0]["year"] == YEAR
    assert Entry.objects.filter(dossier=row.dossier_id).count() == 2


def test_登记延长答复_别的机关的如同没有(cast, api):
    facts = {"applicant": "申请人", "asked": "某案卷", "received_on": "2026-06-01"}
    assert api(cast.jia, "dossier-applications", **told(**facts))[0] == 201
    row = DossierApplication.objects.get()
    acts = f"dossier-applications/{row.dossier_id}/acts"
    assert api(cast.bing, acts, **told("extend_application", workdays=20, agreed_by="己", reason="征求意见"))[0] == 201
    answer = told("answer_application", outcome="withheld")
    assert [api(cast.bing, acts, **answer)[0] for _ in range(2)] == [201, 200]
    found = api(cast.bing, f"dossier-applications/{row.dossier_id}")[1]
    assert (found["stage"], found["due"], found["applicant"]) == ("answered", "2026-07-28", "申请人")
    assert "第十六条第二款" in found["answer"]
    assert "applicant" not in api(cast.jia, "dossier-applications")[1]["items"][0]
    assert api(cast.wu, f"dossier-applications/{row.dossier_id}")[0] == api(cast.wu, acts, **answer)[0] == 404
    assert api(cast.wu, "dossier-applications")[1]["items"] == []


UNREADABLE = {
    "年度不是整数": ("yearly-figures", {"year": "去年"}, "year"),
    "没有写年度": ("yearly-figures", {}, "year"),
    "没有申请人": ("dossier-applications", {"asked": "某案卷", "received_on": "2026-06-01"}, "applicant"),
    "日期看不懂": ("dossier-applications", {"applicant": "某", "asked": "某", "received_on": "六月"}, "received_on"),
    "年份太远": (
        "dossier-applications",
        {"applicant": "某", "asked": "某", "received_on": "9999-01-01"},
        "received_on",
    ),
    "太长": ("dossier-applications", {"applicant": "某", "asked": "长" * 501, "received_on": "2026-06-01"}, "asked"),
}


@pytest.mark.parametrize(("path", "facts", "about"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_看不懂的指出是哪一项_什么也不写(cast, api, path, facts, about):
    status, found = api(cast.jia, path, **told(**facts))
    assert status == 422 and about in [reason["about"] for reason in found["reasons"]]
    assert not YearlyFigures.objects.exists() and not DossierApplication.objects.exists()


def test_别的步骤的名称办不了(cast, api):
    api(cast.jia, "yearly-figures", **told(year=YEAR))
    dossier = YearlyFigures.objects.get().dossier_id
    for kind in ("compute_figures", "answer_application", "publish_disclosure", "没有"):
        status, _ = api(cast.bing, f"yearly-figures/{dossier}/acts", **told(kind, year=YEAR, outcome="withheld"))
        assert status in (404, 422), kind
    case = decided(cast)
    status, found = api(cast.bing, f"disclosures/{case}/acts", **told("publish_figures", words="示意"))
    assert status == 404 and found["code"] == "not-found"


def test_命令走同一道门(cast, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("yizhi.web.command.prepare", lambda wanted: None)

    def run(kind, *more, who="jia", **facts):
        (tmp_path / "told.json").write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")
        code = main(["disclose", kind, *more, "--as", who, "--facts", str(tmp_path / "told.json")])
        return code, "".join(capsys.readouterr())

    assert run("compute_figures", year=YEAR)[0] == 0
    row = YearlyFigures.objects.get()
    code, said = run("publish_figures", row.dossier_id, words="示意")
    assert code == 2 and "审核人员或者负责人" in said
    assert run("publish_figures", row.dossier_id, who="bing", words="示意")[0] == 0
    code, said = run("receive_application", applicant="申请人", asked="某案卷", received_on="2026-06-01")
    assert code == 0 and DossierApplication.objects.get().dossier_id in said
    case = decided(cast)
    assert run("draft_disclosure", case, **texts(case))[0] == 0
    dossier = Disclosure.objects.get(case=case).dossier_id
    code, said = run("publish_disclosure", dossier, who="bing", endangers=False)
    assert code == 2 and "第三方" in said
    assert run("publish_disclosure", dossier, who="bing", endangers=False, third_party=False)[0] == 0
    assert run("没有这一步", dossier, who="bing")[0] == 2
