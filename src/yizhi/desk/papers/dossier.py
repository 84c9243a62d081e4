"""案卷 One dossier as one file: cover, index, papers, photographs, closing note; pages numbered through.

Numbers run over papers and photographs; cover, index and closing note carry none. The same input gives the same bytes.
"""

import hashlib
import io
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typst
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import ArrayObject, ByteStringObject

from yizhi.desk.papers.data import IndexRow, PaperData
from yizhi.desk.papers.glyphs import legible
from yizhi.desk.papers.press import press, template_folder
from yizhi.desk.papers.rendering import FontPaths, render
from yizhi.desk.papers.wording import written
from yizhi.rules.refusal import Refusal, refuse

_FORMATS = {b"\xff\xd8\xff": "jpg", b"\x89PNG": "png", b"GIF8": "gif", b"RIFF": "webp"}


@dataclass(frozen=True, slots=True)
class Enclosure:
    """卷内材料 One issued paper: its PDF, and how the index names it."""

    title: str
    content: bytes
    number: str = ""
    dated: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Photograph:
    """照片 One evidence picture (JPEG, PNG, GIF, WebP); `caption` says when, where and by whom."""

    title: str
    content: bytes
    caption: str = ""
    dated: str = ""
    note: str = ""


def bind(
    data: PaperData,
    papers: Sequence["Enclosure | Photograph"],
    photographs: Sequence[Photograph] = (),
    *,
    domain: str = "general",
    font_paths: FontPaths = (),
) -> bytes:
    """Return the dossier as one PDF. `data` is what cover, index and closing note are made from; their rows are counted here.

    Everything is bound in the order given: `papers` may hold photographs where they belong between the papers.

    Raises `Refusal` `evidence-unreadable` for a picture that cannot be printed, naming it.
    """
    inner = [
        PdfReader(io.BytesIO(one.content if isinstance(one, Enclosure) else _photo_page(one, font_paths)))
        for one in (*papers, *photographs)
    ]
    rows = _index_rows([*papers, *photographs], [len(one.pages) for one in inner])
    total = sum(len(one.pages) for one in inner)
    full: PaperData = {**data, "index": rows, "pages": total}
    cover, index, note = (
        PdfReader(io.BytesIO(render(kind, full, domain=domain, font_paths=font_paths)))
        for kind in ("dossier-cover", "dossier-index", "filing-note")
    )
    inner_pages = [page for one in inner for page in one.pages]
    return _joined(cover, [*index.pages], inner_pages, [*note.pages], _numbers(total, font_paths))


def _index_rows(items: Sequence[Enclosure | Photograph], counts: Sequence[int]) -> list[IndexRow]:
    rows: list[IndexRow] = []
    first = 1
    for item, count in zip(items, counts, strict=True):
        last = first + count - 1
        pages = str(first) if count == 1 else f"{first}-{last}"
        number = item.number if isinstance(item, Enclosure) else ""
        rows.append(
            {"number": number, "title": item.title, "dated": written(item.dated), "pages": pages, "note": item.note}
        )
        first = last + 1
    return rows


def _photo_page(photo: Photograph, font_paths: FontPaths) -> bytes:
    """Set one picture on a page of its own. The picture is read from a folder that lives only as long as this call."""
    form = next((form for start, form in _FORMATS.items() if photo.content.startswith(start)), None)
    if form is None:
        raise _unreadable(photo)
    words = {"title": legible(photo.title, font_paths), "caption": legible(photo.caption, font_paths)}
    with tempfile.TemporaryDirectory() as folder:
        page, picture = Path(folder) / "page.typ", Path(folder) / f"picture.{form}"
        picture.write_bytes(photo.content)
        page.write_bytes((template_folder() / "evidence-photograph.typ").read_bytes())
        try:
            return _plain(page, {"picture": picture.name, **words}, font_paths)
        except typst.TypstError:
            raise _unreadable(photo) from None


def _plain(page: Path, inputs: dict[str, str], font_paths: FontPaths) -> bytes:
    made = typst.compile(
        str(page),
        root=str(page.parent),
        font_paths=press(tuple(str(one) for one in font_paths)).fonts,
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs=inputs,
        pdf_standards=["a-2b"],
        timestamp=0,
    )
    assert isinstance(made, bytes)
    return made


def _numbers(total: int, font_paths: FontPaths) -> PdfReader:
    """Return as many otherwise empty pages as the dossier has, each with its running number."""
    return PdfReader(
        io.BytesIO(_plain(template_folder() / "page-numbers.typ", {"pages": str(max(total, 1))}, font_paths))
    )


def _joined(
    cover: PdfReader, before: list[PageObject], pages: list[PageObject], after: list[PageObject], numbers: PdfReader
) -> bytes:
    """Join all pages behind the cover, whose PDF/A marks the file keeps; its id is the digest of its pages."""
    writer = PdfWriter(clone_from=cover)
    for key in ("/StructTreeRoot", "/MarkInfo"):
        writer.root_object.pop(key, None)
    for page in before:
        writer.add_page(page)
    for page, number in zip(pages, numbers.pages, strict=False):
        writer.add_page(page).merge_page(number)
    for page in after:
        writer.add_page(page)
    for page in writer.pages:
        page.pop("/StructParents", None)
    digest = hashlib.sha256()
    for page in writer.pages:
        contents = page.get_contents()
        digest.update(contents.get_data() if contents else b"")
    mark = ByteStringObject(digest.digest()[:16])
    writer._ID = ArrayObject([mark, mark])
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _unreadable(photo: Photograph) -> Refusal:
    return refuse(
        "evidence-unreadable",
        f"照片“{photo.title}”不能读取，没有装入案卷。",
        "行政处罚法 第46条",
        "核对原文件；能打开的，换成 JPEG 或者 PNG 重新提取。",
        photo.title,
    )
