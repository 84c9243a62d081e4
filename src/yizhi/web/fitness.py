"""运行情况 Whether this machine can do casework today: each thing that has to hold, with its cure. Shown by `yizhi check` and to the administrator."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.db import connection
from django.db.models import Max
from django.utils import timezone

from yizhi.desk.matters.models import CitationFinding, StatuteVersion
from yizhi.desk.matters.queries import standing
from yizhi.desk.matters.rule_words import check_rules
from yizhi.desk.papers.glyphs import missing_glyphs
from yizhi.desk.papers.press import press
from yizhi.desk.record.append_only import TABLES
from yizhi.desk.record.models import Entry
from yizhi.desk.record.queries import unsealed_days
from yizhi.rules.refusal import Refusal
from yizhi.web.database import prepare

FINE, LOOK, WRONG = "ok", "注意", "错"
RARE = "䶮喆赟犇堃"
LITTLE_BYTES = 5 * 1024**3
OLDEST_SQLITE = (3, 51, 3)
OLDEST_POSTGRES = 150000
AHEAD = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: `state` ok | 注意 | 错, what was found, and what would help."""

    state: str
    what: str
    cure: str = ""

    def __str__(self) -> str:
        return f"{self.state}\t{self.what}" + (f"\n\t办法：{self.cure}" if self.cure else "")


def findings(*, now: datetime) -> Iterator[Finding]:
    """Yield what was found, the database first: when it does not answer, only what needs none follows."""
    try:
        prepare()
    except Refusal as refusal:
        yield Finding(WRONG, refusal.first.sentence, refusal.first.cure)
    else:
        yield from of_database(now)
    yield from of_machine(now)


def of_database(now: datetime) -> Iterator[Finding]:
    """Yield what was found in a database that answers and is up to date."""
    yield database_version()
    for look in (append_only, database_text, calendar, clock, statutes, rule_words, seals):
        yield look(now)


def of_machine(now: datetime) -> Iterator[Finding]:
    """Yield what was found beside the database."""
    for look in (fonts, evidence_folder, disk, front_end, exposure):
        yield look(now)


def database_version() -> Finding:
    """Look at which database answers, and how old it is."""
    if connection.vendor == "sqlite":
        words = f"数据库 SQLite {sqlite3.sqlite_version}（{connection.settings_dict['NAME']}）"
        old = sqlite3.sqlite_version_info < OLDEST_SQLITE
        return (
            Finding(WRONG, words, "安装 requirements 里的 pysqlite3；这一版 SQLite 的检索和预写日志有缺陷。")
            if old
            else Finding(FINE, words)
        )
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version'), current_setting('server_version_num')::int")
        version, number = cursor.fetchone()
    words = f"数据库 PostgreSQL {version}"
    return Finding(FINE, words) if number >= OLDEST_POSTGRES else Finding(LOOK, words, "升级到 15 以上。")


def append_only(now: datetime) -> Finding:
    """Look whether the database itself refuses to change the record."""
    if connection.vendor == "sqlite":
        query, wanted = "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND sql LIKE %s", 2 * len(TABLES)
    else:
        query, wanted = (
            "SELECT count(*) FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE p.prosrc LIKE %s AND t.tgenabled = 'O'",
            len(TABLES),
        )
    with connection.cursor() as cursor:
        cursor.execute(query, ["%the record is append-only%"])
        (found,) = cursor.fetchone()
    if found < wanted:
        return Finding(
            WRONG, "执法记录没有只追加的保护", "数据库里的触发器被去掉了：查明原因，用备份恢复到新的数据库。"
        )
    return Finding(FINE, "执法记录只能追加")


def database_text(now: datetime) -> Finding:
    """Look whether the database keeps every character, and in UTF-8."""
    if connection.vendor == "sqlite":
        return Finding(FINE, "数据库文字 UTF-8")
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_encoding')")
        (encoding,) = cursor.fetchone()
    return (
        Finding(FINE, "数据库文字 UTF-8")
        if encoding == "UTF8"
        else Finding(WRONG, f"数据库文字编码是 {encoding}", "用 UTF8、C.UTF-8 重建数据库。")
    )


def calendar(now: datetime) -> Finding:
    """Look whether the days off of this year and the next are known."""
    year = timezone.localdate(now).year
    known = standing().calendar.years
    if year not in known:
        return Finding(WRONG, f"{year} 年的节假日安排还没有导入，期限算不出来", "yizhi import calendar 文件 --confirm")
    if year + 1 not in known:
        cure = "国务院办公厅发布以后，用 yizhi import calendar 文件 --confirm 导入；在此之前跨年的工作日期限不给日期。"
        return Finding(LOOK, f"{year} 年的节假日安排已有，{year + 1} 年的还没有导入", cure)
    return Finding(FINE, f"{year}、{year + 1} 年的节假日安排已有")


def clock(now: datetime) -> Finding:
    """Look whether the clock runs behind what is already on record."""
    last = Entry.objects.aggregate(last=Max("recorded_at"))["last"]
    words = f"时钟 {timezone.localtime(now):%Y-%m-%d %H:%M}（{settings.TIME_ZONE}）"
    if last is not None and last > now + AHEAD:
        return Finding(
            WRONG,
            f"{words}，比最后一条记录（{timezone.localtime(last):%Y-%m-%d %H:%M}）还早",
            "校准时间（例如启用 chrony），再办案。",
        )
    return Finding(FINE, words)


def statutes(now: datetime) -> Finding:
    """Look whether texts of statutes were imported, and whether the citations of items stand in them."""
    count = StatuteVersion.objects.count()
    if not count:
        return Finding(LOOK, "没有导入法规文本，条文只显示名称和条号", "yizhi import statutes 文件 --confirm")
    open_ones = CitationFinding.objects.filter(gone_at=None, settled_at=None).count()
    if open_ones:
        cure = "在“事项”的“引注核对”里逐条改引，或者写明为什么仍引；yizhi citations 列出全部。"
        return Finding(LOOK, f"法规文本 {count} 部，事项的引注有 {open_ones} 处对不上", cure)
    return Finding(FINE, f"法规文本 {count} 部，事项的引注没有对不上的")


def rule_words(now: datetime) -> Finding:
    """Look whether the operative words of every rule stand in the texts that were imported."""
    checked = check_rules(timezone.localdate(now))
    read = [each for each in checked if each.verdict.state != "no-text"]
    wrong = [each.rule.id for each in read if not each.verdict.right]
    if wrong:
        cure = "yizhi rules check 逐条列出；对照现行文本改规则表，或者更新产品。"
        return Finding(LOOK, f"规则有 {len(wrong)} 条的原文与导入的文本对不上：{'、'.join(wrong[:5])}", cure)
    return Finding(FINE, f"规则 {len(checked)} 条，有文本的 {len(read)} 条原文都对得上")


def seals(now: datetime) -> Finding:
    """Look whether the days that are over have been sealed."""
    days = unsealed_days(now=now)
    if len(days) > 1:
        return Finding(LOOK, f"有 {len(days)} 天的记录还没有封存", "每天零点后定时运行 yizhi record seal --out 文件。")
    return Finding(FINE, "每日封存没有落下")


def fonts(now: datetime) -> Finding:
    """Look whether papers print, rare characters included, and whether a FangSong is at hand."""
    lost = missing_glyphs(RARE, [settings.PAPER_FONTS])
    if lost:
        return Finding(
            WRONG,
            f"字体缺字：{''.join(lost)}",
            "重新安装 requirements 里的字体包，或者把字体放进 YIZHI_FONTS 指定的文件夹。",
        )
    families = press((settings.PAPER_FONTS,)).families["body"]
    if families[0].startswith("Noto"):
        return Finding(LOOK, "字体齐全，没有仿宋，文书用宋体", f"有仿宋的，放进 {settings.PAPER_FONTS}。")
    return Finding(FINE, f"字体齐全，文书用{families[0]}")


def evidence_folder(now: datetime) -> Finding:
    """Look whether evidence can be written."""
    folder = Path(settings.EVIDENCE_ROOT)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as trial:
            trial.write(b"0")
    except OSError as error:
        return Finding(WRONG, f"证据文件夹 {folder} 写不进去：{error.strerror}", "核对文件夹的所有者和权限。")
    return Finding(FINE, f"证据文件夹 {folder} 可以写入")


def disk(now: datetime) -> Finding:
    """Look whether there is room for evidence."""
    free = shutil.disk_usage(settings.HOME).free
    words = f"剩余空间 {free / 1024**3:.1f} GB"
    return (
        Finding(FINE, words)
        if free > LITTLE_BYTES
        else Finding(LOOK, words, "一件录像可以有 200 兆；请腾出或者增加空间。")
    )


def front_end(now: datetime) -> Finding:
    """Look whether the built front end is there."""
    missing = [name for name in ("desk.css", "desk.js", "icons.svg") if find(f"built/{name}") is None]
    return (
        Finding(WRONG, f"页面缺少 {'、'.join(missing)}", "从源码运行的，用 make run；安装包自带，请重新安装。")
        if missing
        else Finding(FINE, "页面的样式和脚本齐全")
    )


def exposure(now: datetime) -> Finding:
    """Look whether a machine that others reach is set up for that."""
    if settings.DEBUG or settings.DEMO:
        return Finding(LOOK, "演示或者调试方式", "正式使用时去掉 YIZHI_DEMO、YIZHI_DEBUG。")
    if not settings.SECURE:
        return Finding(LOOK, "没有启用 https", "正式使用时由前置的反向代理提供 https，并设 YIZHI_HTTPS=1。")
    return Finding(FINE, "https 方式")
