"""证据 Files kept by their SM3 digest: type checked by content, streamed in and out, never served inline from what a user sent."""

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

import puremagic
from django.conf import settings

from yizhi.rules.refusal import bad_input

from .models import Evidence

CHUNK = 1024 * 1024
HEAD = 8192
SHOWN = {"image/jpeg", "image/png", "image/webp"}
KINDS = {
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    "image/webp": (".webp",),
    "image/heic": (".heic", ".heif"),
    "application/pdf": (".pdf",),
    "audio/mpeg": (".mp3",),
    "audio/wav": (".wav",),
    "audio/mp4": (".m4a",),
    "audio/ogg": (".ogg", ".oga", ".opus"),
    "audio/amr": (".amr",),
    "video/mp4": (".mp4", ".m4v"),
    "video/quicktime": (".mov",),
    "video/x-msvideo": (".avi",),
    "video/3gpp": (".3gp",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (".docx",),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": (".xlsx",),
    "application/msword": (".doc",),
    "text/plain": (".txt",),
}
ALIKE = {
    "audio/x-wav": "audio/wav",
    "audio/wave": "audio/wav",
    "audio/x-m4a": "audio/mp4",
    "audio/mp3": "audio/mpeg",
    "image/heif": "image/heic",
}
CURE = "可以存照片（jpg、png、webp、heic）、录音（mp3、wav、m4a、ogg、amr）、录像（mp4、mov、avi、3gp）、pdf、docx、xlsx、doc、txt。"


class Incoming(Protocol):
    """A file on its way in: a name and its bytes in pieces."""

    @property
    def name(self) -> str | None: ...

    def chunks(self, chunk_size: int | None = None) -> Iterable[bytes]: ...


def kept_facts(evidence: Evidence) -> dict[str, Any]:
    """Return what the act that keeps a file tells the record of it, beside its digest: enough to name any later change."""
    return {
        "filename": evidence.filename,
        "media_type": evidence.media_type,
        "size": evidence.size,
        "mode": evidence.mode,
    }


def store(file: Incoming) -> tuple[str, str, int]:
    """Stream a file into the evidence folder; return its SM3 digest, its media type by content, and its size in bytes.

    Refused by name: empty, larger than the limit, of a kind that is not kept, or not what its name says.
    """
    root = Path(settings.EVIDENCE_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    digest, size, head = hashlib.new("sm3"), 0, b""
    with tempfile.NamedTemporaryFile(dir=root, prefix=".incoming-", delete=False) as kept:
        try:
            for chunk in file.chunks(CHUNK):
                size += len(chunk)
                if size > settings.EVIDENCE_MAX_BYTES:
                    raise bad_input(
                        "evidence",
                        f"文件超过 {settings.EVIDENCE_MAX_BYTES // 1024 // 1024} 兆，没有存入。",
                        "分段后再存。",
                        "evidence-too-large",
                    )
                head = head or chunk[:HEAD]
                digest.update(chunk)
                kept.write(chunk)
            kept.flush()
            os.fsync(kept.fileno())
            media_type = recognise(head, file.name or "", Path(kept.name))
            target = path_of(digest.hexdigest())
            target.parent.mkdir(parents=True, exist_ok=True)
            Path(kept.name).replace(target)
        except BaseException:
            Path(kept.name).unlink(missing_ok=True)
            raise
    return digest.hexdigest(), media_type, size


def recognise(head: bytes, name: str, whole: Path) -> str:
    """Return the media type that the bytes show. A name that says otherwise is refused, as is a kind that is not kept."""
    if not head:
        raise bad_input("evidence", "文件是空的，没有存入。", "重新拍摄或者选择文件。", "evidence-empty")
    suffix = Path(name).suffix.lower()
    shown = _by_content(head, whole, suffix)
    if shown not in KINDS:
        raise bad_input("evidence", f"“{name}”不是可以存作证据的文件。", CURE, "evidence-kind")
    if suffix not in KINDS[shown]:
        raise bad_input(
            "evidence",
            f"“{name}”的内容是 {KINDS[shown][0]} 文件，和名称不符，没有存入。",
            "核对是不是原始文件，改正名称后再存。",
            "evidence-not-as-named",
        )
    return shown


def _by_content(head: bytes, whole: Path, suffix: str) -> str:
    try:
        found: list[str] = [ALIKE.get(match.mime_type, match.mime_type) for match in puremagic.magic_file(whole)]
    except (puremagic.PureError, ValueError):
        found = []
    kept = [kind for kind in found if kind in KINDS]
    by_name = next((kind for kind in kept if suffix in KINDS[kind]), None)
    if by_name or kept:
        return by_name or kept[0]
    return "text/plain" if not found and _is_text(head) else ""


def _is_text(head: bytes) -> bool:
    lowered = head.lstrip().lower()
    if b"\x00" in head or lowered.startswith((b"<", b"%!", b"#!")):
        return False
    try:
        head[: len(head) - 3 if len(head) == HEAD else None].decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def path_of(digest: str) -> Path:
    """Return where the bytes of `digest` are kept."""
    return Path(settings.EVIDENCE_ROOT) / digest[:2] / digest


def stream(digest: str) -> Iterator[bytes]:
    """Yield the bytes of a kept file in pieces."""
    with path_of(digest).open("rb") as kept:
        while chunk := kept.read(CHUNK):
            yield chunk


def intact(digest: str) -> bool:
    """Tell whether the kept file still has the digest it was kept by."""
    if not path_of(digest).exists():
        return False
    found = hashlib.new("sm3")
    for chunk in stream(digest):
        found.update(chunk)
    return found.hexdigest() == digest
