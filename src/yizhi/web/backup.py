"""备份 One file with everything that has to be kept: the tables of one moment, the evidence files, and the digest of each part.

The file is a ZIP that any system opens: `tables/<table>.jsonl`, `evidence/<digest>`, and last `manifest.json` with the columns, the number
of rows and the SM3 digest of every part. It restores on SQLite and on PostgreSQL alike, into an empty installation of the same version.
"""

import hashlib
import json
import os
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.migrations.recorder import MigrationRecorder

from yizhi.desk.papers.evidence import path_of, stream
from yizhi.desk.papers.models import Evidence
from yizhi.desk.record.models import Dossier
from yizhi.rules.refusal import bad_input, refuse

from . import tables

FORMAT = "yizhi-backup"
VERSION = 1
CHUNK = 1024 * 1024


def backup(target: Path, *, now: datetime) -> dict[str, Any]:
    """Write everything to `target` and return the manifest. The file appears whole or not at all; an existing one is refused."""
    if target.exists():
        raise bad_input("FILE", f"{target} 已经存在，没有覆盖。", "换一个文件名。", "file-exists")
    partial = target.with_name(target.name + ".part")
    try:
        with (
            _private(partial) as handle,
            zipfile.ZipFile(handle, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive,
        ):
            manifest = _fill(archive, now)
        partial.replace(target)
    except OSError as error:
        raise bad_input(
            "FILE", f"写不了 {target}：{error.strerror}。", "核对文件夹和剩余空间。", "file-unwritable"
        ) from error
    finally:
        partial.unlink(missing_ok=True)
    return manifest


def _private(file: Path) -> Any:
    return os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")


def _fill(archive: zipfile.ZipFile, now: datetime) -> dict[str, Any]:
    manifest: dict[str, Any] = {"format": FORMAT, "version": VERSION, "made_at": now.isoformat(), "steps": steps()}
    with tables.snapshot():
        manifest["tables"] = [_table(archive, model) for model in tables.kept_models()]
        digests = list(Evidence.objects.order_by("digest").values_list("digest", flat=True).distinct())
        manifest["chains"] = chains()
    for digest in digests:
        _write(archive, f"evidence/{digest}", stream(digest), zipfile.ZIP_STORED)
    manifest["evidence"] = digests
    archive.writestr("manifest.json", json.dumps(manifest, ensure_ascii=False, indent=1))
    return manifest


def _table(archive: zipfile.ZipFile, model: type[models.Model]) -> dict[str, Any]:
    name = model._meta.db_table
    rows, digest = _write(archive, f"tables/{name}.jsonl", tables.lines(model), zipfile.ZIP_DEFLATED)
    return {"name": name, "columns": tables.columns(model), "rows": rows, "sm3": digest}


def _write(archive: zipfile.ZipFile, name: str, pieces: Iterable[bytes], method: int) -> tuple[int, str]:
    info = zipfile.ZipInfo(name)
    info.compress_type = method
    digest, count = hashlib.new("sm3"), 0
    with archive.open(info, "w", force_zip64=True) as part:
        for piece in pieces:
            part.write(piece)
            digest.update(piece)
            count += 1
    return count, digest.hexdigest()


def steps() -> list[str]:
    """Return the steps the rooms' tables have taken; a backup restores only where they are the same."""
    applied = MigrationRecorder.Migration.objects.values_list("app", "name")
    rooms = {model._meta.app_label for model in tables.kept_models()}
    return sorted(f"{app}.{name}" for app, name in applied if app in rooms)


def chains() -> str:
    """Return one digest over the head of every chain: two installations with the same record have the same."""
    digest = hashlib.new("sm3")
    for number, seq, head in (
        Dossier.objects.order_by("number").values_list("number", "head_seq", "head_digest").iterator(chunk_size=1000)
    ):
        digest.update(f"{number} {seq} {head}\n".encode())
    return digest.hexdigest()


def restore(source: Path) -> dict[str, Any]:
    """Read a backup into an empty installation and return its manifest; whatever is wrong is refused, and nothing is written then."""
    try:
        with zipfile.ZipFile(source) as archive:
            manifest = _manifest(archive)
            _refuse_unlike(manifest)
            with transaction.atomic():
                for told in manifest["tables"]:
                    _restore_table(archive, told)
                tables.reset_sequences()
                if chains() != manifest["chains"]:
                    raise damaged("执法记录")
                for digest in manifest["evidence"]:
                    _restore_file(archive, digest)
    except (OSError, zipfile.BadZipFile, KeyError) as error:
        raise bad_input("FILE", f"读不了备份 {source}：{error}。", "核对文件是否完整。", "backup-unreadable") from error
    return manifest


def _manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads(archive.read("manifest.json"))
    if (manifest.get("format"), manifest.get("version")) != (FORMAT, VERSION):
        raise bad_input(
            "FILE", "这不是一支的备份，或者是另一版本的格式。", "用写出备份的那一版恢复。", "backup-unreadable"
        )
    return manifest


def _refuse_unlike(manifest: dict[str, Any]) -> None:
    filled = [model._meta.verbose_name for model in tables.kept_models() if model._base_manager.exists()]
    if filled:
        raise refuse(
            "database-not-empty",
            f"数据库里已经有内容（{filled[0]} 等 {len(filled)} 张表），没有恢复。",
            cure="用 YIZHI_DATABASE_URL 指向一个空的数据库。",
        )
    if manifest["steps"] != steps():
        raise refuse(
            "backup-other-version",
            "备份是另一版本写出的，表的结构不同，没有恢复。",
            cure="安装写出备份的那一版，恢复以后再升级。",
        )


def _restore_table(archive: zipfile.ZipFile, told: dict[str, Any]) -> None:
    model = next((each for each in tables.kept_models() if each._meta.db_table == told["name"]), None)
    if model is None or tables.columns(model) != told["columns"]:
        raise damaged(f"表 {told['name']}")
    digest = hashlib.new("sm3")
    with archive.open(f"tables/{told['name']}.jsonl") as part:
        rows = tables.load(model, _counted(part, digest))
    if (rows, digest.hexdigest()) != (told["rows"], told["sm3"]):
        raise damaged(f"表 {told['name']}")


def _counted(part: Iterable[bytes], digest: Any) -> Iterator[bytes]:
    for line in part:
        digest.update(line)
        yield line


def _restore_file(archive: zipfile.ZipFile, digest: str) -> None:
    target = path_of(digest)
    target.parent.mkdir(parents=True, exist_ok=True)
    found = hashlib.new("sm3")
    partial = Path(settings.EVIDENCE_ROOT) / f".incoming-{digest}"
    with archive.open(f"evidence/{digest}") as part, partial.open("wb") as kept:
        while chunk := part.read(CHUNK):
            found.update(chunk)
            kept.write(chunk)
    if found.hexdigest() != digest:
        partial.unlink()
        raise damaged(f"证据 {digest}")
    partial.replace(target)


def damaged(what: str) -> Exception:
    """Return the refusal for a part of the backup that is not as it was written."""
    return bad_input("FILE", f"备份里的{what}与写出时不符，没有恢复。", "换一份备份。", "backup-damaged")
