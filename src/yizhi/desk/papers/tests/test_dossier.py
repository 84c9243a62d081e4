"""案卷 One case, one file, pages numbered through, the index tells the right pages."""

import io
import re
import struct
import subprocess
import zlib

import pytest
from pypdf import PdfReader

from yizhi.desk.papers.dossier import Enclosure, Photograph, bind
from yizhi.desk.papers.rendering import render
from yizhi.rules.refusal import Refusal

from .paper_samples import longest, town_case


def picture(width: int = 40, height: int = 30) -> bytes:
    """Return a small PNG of one colour."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    rows = b"".join(b"\0" + b"\x46\x51\x5d" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def enclosures() -> list[Enclosure]:
    return [
        Enclosure("立案审批表", render("case-opening-approval", town_case()), "广连府立〔2026〕3号", "2026年9月8日"),
        Enclosure("询问笔录", render("inquiry-record", longest()), dated="2026-09-09"),
        Enclosure(
            "行政处罚决定书", render("penalty-decision", town_case()), "广连府罚决〔2026〕17号", "2026年11月23日"
        ),
    ]


def pages_of(pdf: bytes) -> list[str]:
    text = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return ["".join(page.split()) for page in text.split("\f")[:-1]]


def test_cover_index_papers_pictures_note_in_order_and_numbered():
    papers, photos = enclosures(), [Photograph("河岸照片𫚉", picture(), "2026年9月5日 甲例拍摄")]
    pdf = bind(town_case(), papers, photos)
    counts = [len(PdfReader(io.BytesIO(paper.content)).pages) for paper in papers] + [1]
    assert counts[1] > 1, "the sample must hold a paper of several pages"
    pages = pages_of(pdf)
    assert "卷宗封面" in pages[0] and f"本卷共{sum(counts)}页" in pages[0]
    assert "卷内目录" in pages[1]
    assert "备考表" in pages[-1] and f"本卷共{sum(counts)}页，材料4份" in pages[-1]
    inner = pages[2:-1]
    assert len(inner) == sum(counts)
    for number, page in enumerate(inner, 1):
        assert f"第{number}页" in page
    assert "2026年9月9日" in pages[1]
    first = 1
    for paper, count in zip([*papers, *photos], counts, strict=True):
        where = str(first) if count == 1 else f"{first}-{first + count - 1}"
        title = paper.title.replace("𫚉", "〓（U+2B689）")
        assert re.search(re.escape(title) + r"(\d+年\d+月\d+日)?" + where, pages[1]), title
        first += count
    assert "河岸照片〓（U+2B689）" in inner[-1] and "甲例拍摄" in inner[-1]


def test_bound_twice_the_bytes_are_the_same():
    papers, photos = enclosures(), [Photograph("河岸照片", picture())]
    assert bind(town_case(), papers, photos) == bind(town_case(), papers, photos)


def test_another_picture_gives_other_bytes():
    papers = enclosures()
    assert bind(town_case(), papers, [Photograph("照片", picture(40, 30))]) != bind(
        town_case(), papers, [Photograph("照片", picture(30, 40))]
    )


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
        b"%PDF-1.7 not a picture",
        picture()[:60],
        b"",
    ],
    ids=["带脚本的图", "改了扩展名的文件", "截断的图", "空文件"],
)
def test_a_picture_that_cannot_be_read_is_refused_by_name(content):
    with pytest.raises(Refusal) as refused:
        bind(town_case(), enclosures()[:1], [Photograph("坏照片", content)])
    assert refused.value.first.code == "evidence-unreadable"
    assert "坏照片" in refused.value.first.sentence


def test_an_empty_dossier_still_has_cover_index_and_note():
    assert len(PdfReader(io.BytesIO(bind(town_case(), []))).pages) == 3
