"""出文书 Every kind of paper renders, can be read back, and gives the same bytes again."""

import io
import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pypdf import PdfReader

from yizhi.desk.papers.kinds import paper_kind, paper_kinds
from yizhi.desk.papers.press import Press
from yizhi.desk.papers.rendering import missing, preview, render
from yizhi.rules.refusal import Absent, Refusal

from .paper_samples import longest, renamed_font, town_case, with_rare_characters

KINDS = list(paper_kinds())
NAMES = [paper_kind(kind).name for kind in KINDS]


BETWEEN_PAGES = re.compile("—\\d+—演示人员、单位与案件均为虚构")


def read_back(pdf: bytes) -> str:
    """Return the text of a PDF as pdftotext reads it, without spaces, breaks and what stands between two pages."""
    text = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return BETWEEN_PAGES.sub("", "".join(text.split()))


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_body_name_and_demo_mark_are_read_back(kind):
    text = read_back(render(kind, town_case()))
    assert "广汉市连山镇人民政府" in text
    assert paper_kind(kind).name in text
    assert "人员、单位与案件均为虚构" in text
    assert "执法队" not in text


@pytest.mark.parametrize("kind", ["penalty-decision", "on-spot-decision"])
@pytest.mark.parametrize(("domain", "told"), [("market", True), ("general", False)], ids=["市场监管", "其他领域"])
def test_the_party_of_a_market_decision_is_told_that_it_is_disclosed(kind, domain, told):
    assert ("本行政处罚信息将向社会公示" in read_back(render(kind, town_case(), domain=domain))) is told


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_the_longest_text_is_printed_whole(kind):
    text = read_back(render(kind, longest()))
    assert text.count("砖") % 60 == 0, "a long text is cut"
    assert kind != "penalty-decision" or text.count("砖") >= 60


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_rare_characters_and_emoji_neither_vanish_nor_break(kind):
    text = read_back(render(kind, with_rare_characters()))
    if "吕" in text:
        assert "吕䶮喆赟〓（U+2B689）〓（U+1F642）" in text


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_a_draft_of_nothing_shows_the_gaps(kind):
    data = town_case()
    data.update(facts={}, officers=[], bases=[], party={}, paper={}, evidence=[], concerns=[])
    data["case"] = {}
    pages = preview(kind, data)
    assert pages and all(page.startswith("<svg") for page in pages)
    assert "#7a4d00" in "".join(pages) or not missing(kind, data)


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_the_same_bytes_again_and_archive_format(kind):
    first = render(kind, town_case())
    assert first == render(kind, town_case())
    reader = PdfReader(io.BytesIO(first))
    marks = reader.xmp_metadata
    assert b"<pdfaid:part>2</pdfaid:part>" in marks.stream.get_data()
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in marks.stream.get_data()
    assert "/OutputIntents" in reader.trailer["/Root"]


def test_the_same_bytes_from_another_process_and_time_zone():
    program = (
        "import sys, json, hashlib; from yizhi.desk.papers.rendering import render;"
        "print(hashlib.sha256(render('penalty-decision', json.load(sys.stdin))).hexdigest())"
    )
    source = str(Path(__file__).resolve().parents[4])
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            input=json.dumps(town_case()).encode(),
            capture_output=True,
            check=True,
            env={"PYTHONPATH": source, "TZ": zone},
        ).stdout
        for zone in ("Asia/Shanghai", "America/New_York")
    }
    assert len(digests) == 1


def test_the_date_comes_from_the_data():
    data = town_case()
    data["paper"]["issued_on"] = "2025-01-27"
    pdf = render("penalty-decision", data)
    assert PdfReader(io.BytesIO(pdf)).metadata.creation_date.date().isoformat() == "2025-01-27"
    assert "2025年1月27日" in read_back(pdf)


def test_on_the_spot_review_comes_first():
    text = read_back(render("on-spot-decision", town_case()))
    assert "应当先申请行政复议" in text
    assert "《中华人民共和国行政复议法》第二十三条" in text
    assert "六个月" not in text and "也可以" not in text


def test_penalty_decision_has_its_statutory_parts():
    text = read_back(render("penalty-decision", town_case()))
    for words in (
        "当事人：丁例",
        "罚款800元（大写：捌佰元整）",
        "《中华人民共和国生态环境法典》第一千一百六十九条第三款",
        "六十日内",
        "向广汉市人民政府申请行政复议",
        "六个月内",
        "第六十七条",
        "每日按罚款数额的百分之三加处罚款",
        "2026年11月23日",
        "广连府示〔2026〕17号",
    ):
        assert words in text, words


@pytest.mark.parametrize(
    ("domain", "days", "words"),
    [
        ("market", "市监", "五个工作日内"),
        ("housing_urban", "住建", "五个工作日内"),
        ("agriculture", "农业", "三个工作日内"),
    ],
    ids=["市监五个工作日", "住建五个工作日", "农业三个工作日"],
)
def test_prior_notice_tells_the_defence_period_of_its_domain(domain, days, words):
    text = read_back(render("prior-notice", town_case(defence_until=None), domain=domain))
    assert f"自本告知书送达之日起{words}未行使的" in text


def test_where_the_domain_sets_no_days_a_last_day_is_named():
    gaps = missing("prior-notice", town_case(defence_until=None), "transport")
    assert [gap.key for gap in gaps] == ["defence_until"]
    assert "请在2026年12月1日前提出" in read_back(render("prior-notice", town_case(), domain="transport"))


def test_the_right_to_a_hearing_told_or_not():
    told = read_back(render("prior-notice", town_case(hearing_told=True, hearing_reason=None)))
    untold = read_back(render("prior-notice", town_case()))
    assert "有权要求听证" in told and "五个工作日内向本机关提出" in told
    assert "听证" not in untold


def test_organisations_and_individuals_are_addressed():
    assert "你单位有权陈述和申辩" in read_back(render("prior-notice", longest()))
    assert "你有权陈述和申辩" in read_back(render("prior-notice", town_case()))


def test_letterhead_and_review_text_follow_the_body():
    data = town_case()
    data["body"] = {
        "name": "广汉市综合行政执法局",
        "prefix": "广综执",
        "review_body": "广汉市人民政府",
        "phone": "0838-0000001",
        "payee": "示意银行",
        "payee_address": "示意路2号",
    }
    data["paper"]["number"] = "广综执罚决〔2026〕1号"
    text = read_back(render("penalty-decision", data))
    assert "广汉市综合行政执法局" in text and "广综执罚决〔2026〕1号" in text and "连山镇人民政府" not in text


def test_gaps_are_named_and_stop_the_paper():
    data = town_case(hearing_told=None, contact_phone=None, hearing_reason=None)
    data["body"] = {**data["body"], "phone": ""}
    labels = [gap.label for gap in missing("prior-notice", data)]
    assert labels == ["告知听证权", "联系电话"]
    with pytest.raises(Refusal) as refused:
        render("prior-notice", data)
    assert [reason.code for reason in refused.value.reasons] == ["fields-missing", "fields-missing"]
    assert "还缺“告知听证权”" in refused.value.reasons[0].sentence
    assert all(reason.cure for reason in refused.value.reasons)


def test_no_hearing_right_needs_its_reason():
    assert [gap.key for gap in missing("prior-notice", town_case(hearing_reason=None))] == ["hearing_reason"]
    assert not missing("prior-notice", town_case(hearing_told=True, hearing_reason=None))


def test_organisations_need_a_legal_representative():
    data = longest()
    data["party"]["legal_rep"] = ""
    assert [gap.label for gap in missing("penalty-decision", data)] == ["法定代表人（负责人）"]
    assert not missing("penalty-decision", town_case())


def test_a_numbered_paper_needs_its_number():
    data = town_case()
    data["paper"]["number"] = ""
    with pytest.raises(Refusal) as refused:
        render("penalty-decision", data)
    assert refused.value.first.code == "paper-number-missing"


def test_a_draft_has_an_empty_ring():
    data = town_case(hearing_told=None)
    data["paper"] = {"demo": True}
    draft = "".join(preview("prior-notice", data))
    assert "#7a4d00" in draft and "#a5301f" in draft and "stroke-dasharray" in draft and "<image" not in draft


def test_a_waived_defence_is_recorded_as_waived():
    text = read_back(render("defence-record", town_case(defence_text=None, defence_waived=True)))
    assert "放弃陈述、申辩" in text
    assert [gap.key for gap in missing("defence-record", town_case(defence_text=None))] == [
        "defence_text|defence_waived"
    ]


def test_many_threads_share_the_press():
    with ThreadPoolExecutor(4) as pool:
        papers = list(pool.map(lambda kind: render(kind, town_case()), KINDS[:8] * 2))
    assert papers[:8] == papers[8:]


def test_a_fangsong_in_the_font_folder_is_used_first(tmp_path):
    assert Press(()).families["body"] == ["Noto Serif SC", "Noto Sans SC"]
    (tmp_path / "fangsong.otf").write_bytes(renamed_font("FangSong"))
    assert Press((str(tmp_path),)).families["body"][0] == "FangSong"
    assert "NotoSans" not in fonts_of(render("penalty-decision", plain_case()))
    assert "NotoSans" in fonts_of(render("penalty-decision", plain_case(), font_paths=[tmp_path]))


def plain_case():
    data = town_case()
    data["paper"]["demo"] = False
    return data


def fonts_of(pdf: bytes) -> str:
    fonts = PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]["/Font"]
    return " ".join(str(font.get_object()["/BaseFont"]) for font in fonts.values())


def test_an_unknown_kind_is_absent():
    with pytest.raises(Absent):
        render("no-such-paper", town_case())


def test_markup_in_a_fact_is_printed_as_it_stands():
    text = read_back(render("penalty-decision", town_case(facts_found='#import "x" *粗* $x$ @a \\ <b> 〔〕')))
    assert '#import"x"*粗*$x$@a\\<b>〔〕' in text


def test_a_fine_is_told_once_in_the_notice():
    data = town_case(
        proposed_penalty_kinds=["fine"], proposed_fine_yuan="10000.00", proposed_penalty="罚款（罚款10000.00元）"
    )
    assert read_back(render("prior-notice", data)).count("10000") == 1
