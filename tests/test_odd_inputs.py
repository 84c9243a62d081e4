"""古怪的输入 Too long, disguised, dangerous or rare: each is answered clearly, kept safely, and printed with its own glyphs."""

import io
import json
import time
import uuid
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tests import story
from tests.cast import LIANSHAN, Cast, at, build, fresh, later
from tests.doors import Deed, by_api, plain, signed_in, token
from tests.reading import read
from yizhi.desk.cases.actions import OnSpot, begin_on_spot, perform
from yizhi.desk.cases.ground import ground_of
from yizhi.desk.cases.models import Case
from yizhi.desk.cases.queries import Wanted, cases
from yizhi.desk.papers.actions import keep_evidence
from yizhi.desk.papers.models import Evidence
from yizhi.desk.papers.telling import Told
from yizhi.desk.papers.verifying import verify
from yizhi.desk.parties.actions import Particulars, register_party
from yizhi.desk.record.models import Entry
from yizhi.rules.refusal import BadInput

pytestmark = pytest.mark.django_db
NOW = at("2026-12-20 18:00")
LONG = "河" * (5 * 1024 * 1024 // 3)
SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb004300") + b"\x10" * 64 + bytes.fromhex("ffd9")


@pytest.fixture
def cast(settings, tmp_path, monkeypatch) -> Cast:
    settings.EVIDENCE_ROOT = tmp_path / "evidence"
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    return build()


@pytest.fixture
def opened(cast: Cast) -> str:
    return story.case(cast)


# 五兆文字


def test_five_megabytes_of_text_by_the_api(cast: Cast, opened: str) -> None:
    told = by_api(Deed(cast.jia, opened, "record_scene", "2026-06-05T10:00", {"findings": LONG}))
    assert (told.status, told.codes) == (413, {"content-too-large"})
    assert told.reasons[0].sentence.endswith("。") and told.reasons[0].cure


@pytest.mark.parametrize("path", ["/leads/register/", "/cases/on-spot/", "/parties/new/"])
def test_five_megabytes_of_text_by_a_form(cast: Cast, path: str) -> None:
    before = Entry.objects.count()
    for sent in ({"words": LONG, "town": LIANSHAN}, f"words={'x' * 5_000_000}"):
        how = {"content_type": "application/x-www-form-urlencoded"} if isinstance(sent, str) else {}
        answer = signed_in(cast.jia).post(path, sent, **how)
        assert answer.status_code == 413 and "没有收下" in plain(answer.content.decode())
    assert Entry.objects.count() == before


def test_five_megabytes_in_the_form_of_an_act(cast: Cast, opened: str) -> None:
    sent = {"id": str(fresh()), "findings": LONG, "done_at": "2026-06-05T10:00"}
    answer = signed_in(cast.jia).post(f"/cases/{opened}/acts/record_scene/", sent)
    assert answer.status_code == 413 and "没有收下" in plain(answer.content.decode())


def test_a_text_longer_than_a_paper_holds_is_named_by_its_field(cast: Cast, opened: str) -> None:
    told = by_api(Deed(cast.jia, opened, "record_scene", "2026-06-05T10:00", {"findings": "河" * 20_001}))
    assert told.status == 409 and "fact-unreadable" in told.codes
    assert "现场情况" in next(reason.sentence for reason in told.reasons if reason.code == "fact-unreadable")


# 空字符和残缺的字符


@pytest.mark.parametrize(
    "path", ["/ask/?q=%00", "/cases/?q=%00", "/papers/?q=a%00", "/leads/?town=%00", "/parties/?q=%00"]
)
def test_a_character_nobody_sees_in_a_page_s_address(cast: Cast, path: str) -> None:
    answer = signed_in(cast.jia).get(path)
    assert answer.status_code == 422 and "看不见、存不了的字符" in plain(answer.content.decode())


@pytest.mark.parametrize("text", ["河\\u0000边", "河\\ud83d边"], ids=["NUL", "半个表情"])
def test_a_character_that_cannot_be_kept_by_the_api(cast: Cast, client, text: str) -> None:
    body = f'{{"words": "{text}", "town": "{LIANSHAN}"}}'
    answer = client.post(
        "/api/v1/leads", body, content_type="application/json", headers={"Authorization": f"Bearer {token(cast.jia)}"}
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "bad-input")


@pytest.mark.parametrize(
    "body", [b"{", b"[]", b'"a"', b"\xff", b"[" * 100_000], ids=["残缺", "数组", "文字", "乱码", "嵌套"]
)
def test_a_body_that_is_no_object(cast: Cast, client, body: bytes) -> None:
    bearer = {"Authorization": f"Bearer {token(cast.jia)}"}
    answer = client.post("/api/v1/leads", body, content_type="application/json", headers=bearer)
    told = answer.json()
    assert answer.status_code in (400, 422) and told["reasons"][0]["sentence"].endswith("。")
    assert answer.headers["Content-Type"].startswith("application/problem+json")


# 伪装的文件


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        pytest.param("照片.svg", SCRIPT, "evidence-kind", id="带脚本的SVG"),
        pytest.param("照片.jpg", SCRIPT, "evidence-kind", id="带脚本的SVG叫jpg"),
        pytest.param("说明.txt", SCRIPT, "evidence-kind", id="带脚本的SVG叫txt"),
        pytest.param("说明.txt", b"<html><script>1</script></html>", "evidence-kind", id="网页叫txt"),
        pytest.param("照片.jpg", PDF, "evidence-not-as-named", id="PDF叫jpg"),
        pytest.param("照片.jpg", b"", "evidence-empty", id="空文件"),
        pytest.param("程序.exe", b"MZ\x90\x00" + b"\x00" * 200, "evidence-kind", id="程序"),
        pytest.param("照片.jpg", b"MZ\x90\x00" + b"\x00" * 200, "evidence-kind", id="程序叫jpg"),
    ],
)
def test_a_file_in_disguise_is_not_kept(cast: Cast, opened: str, name: str, content: bytes, code: str) -> None:
    ground = ground_of(Case.objects.get(dossier=opened))
    with pytest.raises(BadInput) as refused:
        keep_evidence(cast.jia, ground, SimpleUploadedFile(name, content), now=NOW)
    assert refused.value.first.code == code and refused.value.first.cure
    assert not Evidence.objects.exists() and not list(verify(dossier=opened))


def test_the_same_by_the_api_and_nothing_is_left_in_the_folder(cast: Cast, opened: str, client, settings) -> None:
    bearer = {"Authorization": f"Bearer {token(cast.jia)}"}
    file = SimpleUploadedFile("照片.jpg", PDF)
    answer = client.post(f"/api/v1/cases/{opened}/evidence", {"file": file}, headers=bearer)
    assert (answer.status_code, answer.json()["code"]) == (422, "evidence-not-as-named")
    assert not [path for path in settings.EVIDENCE_ROOT.rglob("*") if path.is_file()]


def bomb() -> bytes:
    """A table of 200 megabytes of nothing in a file of 200 kilobytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"\x00" * 200 * 1024 * 1024)
    return packed.getvalue()


def test_a_bomb_is_kept_as_it_came_and_never_unpacked(cast: Cast, opened: str) -> None:
    content = bomb()
    started = time.process_time()
    ground = ground_of(Case.objects.get(dossier=opened))
    kept = keep_evidence(cast.jia, ground, SimpleUploadedFile("清单.xlsx", content), now=NOW)
    assert time.process_time() - started < 2 and kept.size == len(content)
    answer = signed_in(cast.jia).get(f"/evidence/{kept.id}")
    assert b"".join(answer.streaming_content) == content
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Type"] == "application/octet-stream"


def test_only_a_photograph_is_shown_and_nothing_in_it_runs(cast: Cast, opened: str) -> None:
    ground = ground_of(Case.objects.get(dossier=opened))
    photo = keep_evidence(cast.jia, ground, SimpleUploadedFile("照片.jpg", JPEG), now=NOW)
    paper = keep_evidence(cast.jia, ground, SimpleUploadedFile("合同.pdf", PDF), now=NOW)
    for kept, way in ((photo, "inline"), (paper, "attachment")):
        answer = signed_in(cast.jia).get(f"/evidence/{kept.id}")
        assert answer.headers["Content-Disposition"].startswith(way)
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_a_file_name_is_only_a_name(cast: Cast, opened: str, settings) -> None:
    ground = ground_of(Case.objects.get(dossier=opened))
    name = '../../<img src=x onerror=alert(1)>"喆赟䶮😀.txt'
    keep_evidence(cast.jia, ground, SimpleUploadedFile(name, "现场有垃圾。".encode()), now=NOW)
    page = signed_in(cast.jia).get(f"/cases/{opened}/").content.decode()
    assert "<img src=x" not in page
    assert all(settings.EVIDENCE_ROOT in path.parents for path in settings.EVIDENCE_ROOT.rglob("*"))


# 生僻字、表情、N 开头的代码


def test_rare_characters_are_printed_and_what_no_font_has_is_marked(cast: Cast) -> None:
    told = Particulars(
        kind="enterprise",
        name="䶮喆赟𫚉😀砂石合作社",
        credit_code="N2510681MF0000001J",
        legal_representative="赟例",
        address="连山镇䶮家湾 1 号",
    )
    party = register_party(identity=cast.jia, told=told, town=LIANSHAN, now=NOW).party
    assert party.credit_code == "N2510681MF0000001J"
    dossier, decision = decided(cast, party.code)
    words = read(decision)
    for part in ("䶮喆赟", "〓（U+2B689）", "〓（U+1F600）", "砂石合作社", "N2510681MF0000001J", "䶮家湾"):
        assert part in words, part
    page = signed_in(cast.jia).get(f"/cases/{dossier}/").content.decode()
    assert "䶮喆赟𫚉😀砂石合作社" in page
    for q in ("喆赟", "䶮喆", "砂石"):
        assert [case.dossier_id for case in cases(cast.jia, Wanted(q=q), 20)] == [dossier], q
    assert list(verify(dossier=dossier)) == []


def decided(cast: Cast, party: str):
    """Decide on the spot; return the dossier and the decision."""
    start, pair = at("2026-06-01"), ("o-jia", "o-yi")
    scene = {"found_on": "2026-06-01", "place_text": "河边", "description": "倒渣土😀", "credentials_shown": True}
    deed = OnSpot(item="cg-1", town=LIANSHAN, party=party, act_day=start.date(), officers=pair, facts=scene)
    dossier = begin_on_spot(
        cast.jia, deed, id=uuid.uuid4(), kind="show_credentials", done_at=start, now=NOW
    ).entry.dossier_id
    kept = story.evidence(cast, dossier)
    found = {"facts_found": "倒渣土一车，车身写“䶮”。", "violated": "示例条例第九条", "basis": "示例条例第十二条"}
    way = (
        ("establish_facts", {**found, "evidence": [kept.digest]}),
        ("tell_on_spot", {"proposed_penalty_kinds": ["warning"], "rights_told": True, "discretion_reason": "首次。"}),
        ("hear_on_spot", {"defence_waived": True}),
        ("decide_on_spot", {"recipient": "赟例"}),
    )
    for minutes, (kind, facts) in enumerate(way, 1):
        told = Told(id=fresh(), kind=kind, done_at=later(start, minutes=minutes), facts=facts, officers=pair)
        done = perform(cast.jia, dossier, told, now=NOW)
    return dossier, done.papers[0]


def test_the_answer_of_the_api_is_the_text_that_was_sent(cast: Cast, client) -> None:
    words = "喆赟䶮𫚉😀 <b>&amp;"
    bearer = {"Authorization": f"Bearer {token(cast.jia)}"}
    sent = {"words": words, "town": LIANSHAN, "item": "cg-1"}
    answer = client.post("/api/v1/leads", json.dumps(sent), content_type="application/json", headers=bearer)
    assert (answer.status_code, answer.json()["words"]) == (201, words)
