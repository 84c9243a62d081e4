"""监督事项的附件：和案件的证据一样按摘要存；谁读得到那一步，谁打得开跟着它的附件；别处打不开；办结以后不能再存。"""
# ruff: noqa: N802

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.cast import at, fresh
from tests.doors import plain, signed_in, token

from yizhi.desk.papers.models import Evidence, Paper
from yizhi.desk.papers.queries import verify_evidence
from yizhi.desk.papers.telling import Told
from yizhi.desk.papers.verifying import verify
from yizhi.desk.supervision import actions, replay
from yizhi.desk.supervision.attaching import attach, file_of, files_of
from yizhi.desk.supervision.models import SupervisionMatter
from yizhi.desk.supervision.tests import people
from yizhi.desk.supervision.tests.people import checked, do, ordered, refused, register
from yizhi.rules.refusal import Absent
from yizhi.web.command import main

pytestmark = pytest.mark.django_db
NOW = at("2026-06-10 16:00")
REPORT = {"is_corrected": True, "correction_report": "已经核查立案。"}


@pytest.fixture
def world(settings, monkeypatch, tmp_path):
    settings.EVIDENCE_ROOT = tmp_path / "evidence"
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    return people.build()


def file(name: str = "整改情况.txt", words: str = "已经核查。"):
    return SimpleUploadedFile(name, words.encode())


def names(who, dossier: str) -> list[str]:
    return [one["name"] for one in files_of(who, SupervisionMatter.objects.get(dossier=dossier))]


def gathered(world, dossier: str) -> Evidence:
    """监督人员收集时存一份。"""
    kept = attach(world.first, dossier, file("走访记录.txt", "商户说没有人来过。"), now=NOW)
    told = Told(id=fresh(), kind="gather_material", done_at=NOW, facts={"gathered": "走访商户"}, evidence=[kept.digest])
    actions.perform(world.first, dossier, told, now=NOW)
    return kept


def test_被监督机关报送时附的_两边都打得开_监督收集的机关看不到(world) -> None:
    dossier = ordered(world)
    inside = gathered(world, dossier)
    answer = signed_in(world.town).post(
        f"/supervision/{dossier}/acts/answer_supervision/",
        {"id": str(fresh()), "do": "send", "is_corrected": "yes", "correction_report": "已经办。", "evidence": file()},
    )
    assert answer.status_code == 302
    assert names(world.town, dossier) == ["整改情况.txt"]
    assert set(names(world.justice, dossier)) == {"走访记录.txt", "整改情况.txt"}
    sent = Evidence.objects.get(filename="整改情况.txt")
    for who, kept, status in (
        (world.town, sent, 200),
        (world.town, inside, 404),
        (world.first, inside, 200),
        (world.other_town, sent, 404),
        (world.cast.jia, sent, 404),
    ):
        assert signed_in(who).get(f"/supervision/{dossier}/files/{kept.id}").status_code == status, (who, kept.filename)
    shown = plain(signed_in(world.town).get(f"/supervision/{dossier}/").content.decode())
    assert "整改情况.txt" in shown and "走访记录.txt" not in shown


def test_案件的证据地址打不开监督的附件_司法行政部门也不行(world) -> None:
    kept = gathered(world, register(world.first))
    assert (kept.town_id, kept.body_id) == (None, "dept-sf")
    for who in (world.justice, world.first, world.cast.captain):
        assert signed_in(who).get(f"/evidence/{kept.id}").status_code == 404


def test_没有存入的摘要办不成_别的事项的也不行(world) -> None:
    one, other = register(world.first), register(world.first, body="town-xiaohan")
    kept = attach(world.first, other, file(), now=NOW)
    told = {"gathered": "走访", "evidence": [kept.digest]}
    assert refused(do, world.first, one, "gather_material", **told) == {"evidence-unknown"}
    assert refused(do, world.first, one, "gather_material", gathered="走访", evidence=["没有"]) >= {"evidence-unknown"}


def test_看不到的事项存不进_办结的也存不进_认不出的文件不存(world) -> None:
    dossier = register(world.first)
    for who in (world.town, world.head, world.other_office, world.cast.jia):
        with pytest.raises(Absent):
            attach(who, dossier, file(), now=NOW)
    assert refused(attach, world.first, dossier, file("坏.exe", "MZ"), now=NOW) == {"evidence-kind"}
    close = {"supervision_close_ground": "no_problem", "supervision_close_reason": "核对无误。"}
    do(world.justice, dossier, "close_matter", "2026-06-10 12:00", **close)
    assert refused(attach, world.first, dossier, file(), now=NOW) == {"matter-closed"}
    assert not Evidence.objects.exists()


def test_同一份存两次是一份_还没有写进哪一步的_被监督机关看不到(world) -> None:
    dossier = ordered(world)
    first = attach(world.justice, dossier, file(), now=NOW)
    assert attach(world.first, dossier, file(), now=NOW).id == first.id
    assert names(world.justice, dossier) == ["整改情况.txt"] and names(world.town, dossier) == []
    with pytest.raises(Absent):
        file_of(world.town, dossier, str(first.id))


def test_存附件不动列表的列_重算没有差别_查对没有错(world) -> None:
    dossier = checked(world)
    attach(world.first, dossier, file(), now=NOW)
    assert list(replay.differences(now=NOW)) == list(verify_evidence()) == list(verify()) == []


def test_文书里不印附件(world) -> None:
    dossier = register(world.first)
    gathered(world, dossier)
    do(world.first, dossier, "send_supervisors", "2026-06-10 16:00", supervisors=["jiandu", "jiandu2"])
    do(world.second, dossier, "conclude_check", "2026-06-10 16:00", **people.FOUND)
    do(world.justice, dossier, "issue_supervision_order", "2026-06-10 16:00", **people.ORDER)
    assert "evidence" not in Paper.objects.get(dossier=dossier).data["facts"]


def test_填错了退回来_附件还在(world) -> None:
    dossier = ordered(world)
    path = f"/supervision/{dossier}/acts/answer_supervision/"
    answer = signed_in(world.town).post(path, {"id": str(fresh()), "do": "send", "evidence": file()})
    kept = Evidence.objects.get()
    assert answer.status_code == 409 and f'value="{kept.digest}" checked' in answer.content.decode()
    bad = signed_in(world.town).post(path, {"id": str(fresh()), "do": "send", "evidence": file("坏.exe", "MZ")})
    assert bad.status_code == 422 and "不是可以存作证据的文件" in plain(bad.content.decode())


def test_接口存入_办一步时写摘要(world) -> None:
    dossier = register(world.first)
    headers = {"Authorization": f"Bearer {token(world.first)}"}
    kept = Client().post(f"/api/v1/supervision/{dossier}/evidence", {"file": file()}, headers=headers)
    assert kept.status_code == 201
    told = {"id": str(fresh()), "kind": "gather_material", "facts": {"gathered": "走访"}}
    told["evidence"] = [kept.json()["digest"]]
    done = Client().post(
        f"/api/v1/supervision/{dossier}/acts", json.dumps(told), content_type="application/json", headers=headers
    )
    assert done.status_code == 201
    (one,) = Client().get(f"/api/v1/supervision/{dossier}", headers=headers).json()["files"]
    assert (one["name"], one["act"]) == ("整改情况.txt", "收集情况")


def test_命令登记_存附件_办一步(world, tmp_path, capsys) -> None:
    told, words = tmp_path / "told.json", tmp_path / "整改.txt"
    told.write_text(json.dumps({"body": "town-lianshan", "facts": people.REGISTERED}), encoding="utf-8")
    words.write_text("走访了三户。", encoding="utf-8")
    register_it = ["supervise", "register", str(told), "--as", "jiandu", "--id", str(fresh()), "--json"]
    assert main(register_it) == 0
    first = json.loads(capsys.readouterr().out)
    assert main(register_it) == 0
    again = json.loads(capsys.readouterr().out)
    assert (first["repeated"], again["repeated"], first["id"]) == (False, True, again["id"])
    dossier = SupervisionMatter.objects.get().dossier_id
    assert main(["supervise", "keep", dossier, str(words), "--as", "jiandu", "--json"]) == 0
    digest = json.loads(capsys.readouterr().out)["digest"]
    told.write_text(json.dumps({"gathered": "走访"}), encoding="utf-8")
    act = ["act", dossier, "gather_material", "--as", "jiandu", "--facts", str(told), "--evidence", digest]
    assert main(act) == 0
    assert names(world.first, dossier) == ["整改.txt"]


def test_命令看不懂的说明白_不该登记的拒绝(world, tmp_path, capsys) -> None:
    told = tmp_path / "told.json"
    told.write_text(json.dumps({"body": 1}), encoding="utf-8")
    assert main(["supervise", "register", str(told), "--as", "jiandu"]) == 2
    said = capsys.readouterr().err
    assert "body" in said and "facts" in said
    told.write_text(json.dumps({"body": "town-lianshan", "facts": people.REGISTERED}), encoding="utf-8")
    assert main(["supervise", "register", str(told), "--as", "ji"]) == 2
    assert main(["supervise", "keep", "没有", str(tmp_path / "没有.txt"), "--as", "jiandu"]) == 2
    assert not SupervisionMatter.objects.exists()
