"""清单表格 The list of an area as tables: in the columns of official lists, by town, and as comma-separated text."""

from collections.abc import Iterator
from datetime import date, datetime

from yizhi.desk.record.sheets import Cell, Table, comma_separated, workbook

from .queries import AreaList, Line, TownPart, list_lines, remark, whose

# 四川省内市级公布乡镇（街道）赋权清单所用的列。
OFFICIAL = (
    ("序号", 6),
    ("省序号", 8),
    ("权力类型", 10),
    ("权力名称", 44),
    ("主要设立依据", 44),
    ("备注", 36),
    ("承接乡镇（街道）", 28),
)
BY_TOWN = (("事项", 44), ("领域", 12), ("原实施部门", 24))
MACHINE = (
    "日期",
    "片区",
    "事项编码",
    "省序号",
    "权力类型",
    "领域",
    "权力名称",
    "主要设立依据",
    "原实施部门",
    "镇（街道）代码",
    "镇（街道）",
    "方式",
    "实施机关",
    "文书",
    "起",
    "止（不含）",
    "公布日",
)


def list_workbook(found: AreaList, title: str, *, made_at: datetime) -> bytes:
    """Return the list as a workbook: the official columns on the first sheet, who holds what in each town on the second."""
    lines = list_lines(found)
    day = f"{found.on.year}年{found.on.month}月{found.on.day}日"
    notes = (f"按{day}有效并已经公布的文书。权限归属只看文书；部门明确函不移转权限。",)
    official = [_official(number, line, found) for number, line in enumerate(lines, start=1)]
    towns = [(town.name, 22) for town in found.towns]
    by_town = [
        [
            line.version.name,
            line.version.domain,
            line.owner,
            *(whose(found.held[line.version.item_id, town.code], town.name) for town in found.towns),
        ]
        for line in lines
    ]
    heading = f"{title}（{day}）"
    return workbook(
        (
            Table(name="清单", title=heading, headings=OFFICIAL, rows=official, notes=notes),
            Table(name="按镇（街道）分列", title=heading, headings=(*BY_TOWN, *towns), rows=by_town, notes=notes),
        ),
        made_at=made_at,
    )


def list_comma_separated(found: AreaList, title: str) -> bytes:
    """Return the list as text, a row for each item and town, and one for each letter."""
    rows = (row for line in list_lines(found) for row in _machine(found.on, title, line, found))
    return comma_separated(MACHINE, rows)


def _official(number: int, line: Line, found: AreaList) -> list[Cell]:
    version = line.version
    towns = "、".join(part.town_name for part in line.towns)
    return [
        number,
        line.number,
        version.get_kind_display(),
        version.name,
        "；".join(line.bases),
        remark(line, len(found.towns)),
        towns,
    ]


def _machine(on: date, title: str, line: Line, found: AreaList) -> Iterator[list[Cell]]:
    version = line.version
    head: list[Cell] = [
        on.isoformat(),
        title,
        version.item_id,
        line.number,
        version.get_kind_display(),
        version.domain,
        version.name,
        "；".join(line.bases),
        line.owner,
    ]
    for part in line.towns:
        yield [*head, part.town, part.town_name, part.mode_words, part.body, part.instrument, *_days(part)]
    for letter in line.letters:
        days = [letter.starts_on.isoformat(), letter.ends_on.isoformat() if letter.ends_on else "", ""]
        yield [*head, "", "", "部门明确", found.names.get(letter.body, ""), letter.number, *days]


def _days(part: TownPart) -> list[Cell]:
    row = part.allocation
    days = (row.starts_on, row.ends_on, row.published_on) if row else (None, None, None)
    return [day.isoformat() if day else "" for day in days]
