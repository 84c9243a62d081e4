"""印刷 The typesetting machine: one compiler kept for each set of font folders, one paper at a time."""

import datetime
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from threading import Lock

import typst

from yizhi.desk.papers.glyphs import packaged_fonts

_BEIJING = datetime.timezone(datetime.timedelta(hours=8))
_FANGSONG = ("FangSong", "仿宋", "FangSong_GB2312", "仿宋_GB2312", "STFangsong", "FZFangSong-Z02")
_PACKAGED = ("Noto Serif SC", "Noto Sans SC")


def noon(on: datetime.date) -> datetime.datetime:
    """Return noon of a day in Beijing: the moment that files are dated with, whatever the hour they were made."""
    return datetime.datetime(on.year, on.month, on.day, 12, tzinfo=_BEIJING)


def template_folder() -> Path:
    """Return the folder of the templates."""
    return Path(str(files(__package__))) / "typst"


class Press:
    """Typesets a template with its data. Safe to share between threads; fonts are those of `folders` and of the product only."""

    def __init__(self, folders: tuple[str, ...]) -> None:
        fonts = typst.Fonts(False, False, [str(packaged_fonts()), *folders])
        self.fonts = fonts
        self._lock = Lock()
        self._compiler = typst.Compiler(root=str(template_folder()), font_paths=fonts, ignore_system_fonts=True)
        known = sorted(fonts.families())
        fangsong = [family for family in _FANGSONG if family in known]
        others = [family for family in known if family not in (*fangsong, *_PACKAGED)]
        self.families = {"body": [*fangsong, *_PACKAGED, *others], "title": [*_PACKAGED, *fangsong, *others]}

    def pdf(self, template: str, inputs: str, moment: datetime.datetime) -> bytes:
        """Return the paper as PDF/A-2b, dated `moment`."""
        with self._lock:
            made = self._compiler.compile(
                str(template_folder() / template),
                format="pdf",
                sys_inputs={"data": inputs},
                pdf_standards=["a-2b"],
                timestamp=moment,
            )
        assert isinstance(made, bytes)
        return made

    def svg(self, template: str, inputs: str) -> tuple[str, ...]:
        """Return the pages as SVG texts."""
        with self._lock:
            made = self._compiler.compile(str(template_folder() / template), format="svg", sys_inputs={"data": inputs})
        pages = made if isinstance(made, list) else [made or b""]
        return tuple(page.decode() for page in pages)


@lru_cache(maxsize=4)
def press(folders: tuple[str, ...] = ()) -> Press:
    """Return the press for these font folders, kept for the life of the process."""
    return Press(folders)
