"""Typed readers of environment variables. A value that cannot be read stops the start with its name and what is wanted."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


class SettingError(SystemExit):
    """A setting that cannot be read."""


def text(name: str, default: str = "") -> str:
    """Return the variable `name`, or `default`."""
    return os.environ.get(name, default)


def flag(name: str, default: bool = False) -> bool:
    """Return a yes/no variable written 1 or 0."""
    value = os.environ.get(name, "1" if default else "0")
    if value not in {"0", "1"}:
        raise SettingError(f"{name} 只能写 1 或 0，现在是 {value!r}。")
    return value == "1"


def whole(name: str, default: int) -> int:
    """Return a whole number."""
    value = os.environ.get(name, str(default))
    if not value.isdigit():
        raise SettingError(f"{name} 要写整数，现在是 {value!r}。")
    return int(value)


def home() -> Path:
    """Return the folder of this installation's data, making it when it is not there."""
    folder = Path(text("YIZHI_HOME", "var")).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def secret(folder: Path) -> str:
    """Return the signing key: the variable, or the key kept in `folder`, made on first start and readable by its owner only."""
    given = text("YIZHI_SECRET_KEY")
    if given:
        return given
    kept = folder / "secret-key"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(48), encoding="utf-8")
    return kept.read_text(encoding="utf-8")


def database(folder: Path) -> dict[str, Any]:
    """Return Django's database entry for `YIZHI_DATABASE_URL`: postgres://user:password@host:port/name or sqlite:///path."""
    url = urlsplit(text("YIZHI_DATABASE_URL", f"sqlite:///{folder / 'yizhi.sqlite3'}"))
    if url.scheme == "sqlite":
        return {
            "ENGINE": "yizhi.web.sqlite",
            "NAME": unquote(url.path[1:] if url.path.startswith("//") else url.path),
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 60,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536; "
                "PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=ON;",
            },
            "TEST": {"NAME": text("YIZHI_TEST_DATABASE", ":memory:")},
        }
    if url.scheme in {"postgres", "postgresql"}:
        query = dict(part.split("=", 1) for part in url.query.split("&") if "=" in part)
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(url.path.lstrip("/")),
            "USER": unquote(url.username or ""),
            "PASSWORD": unquote(url.password or ""),
            "HOST": unquote(query.get("host", url.hostname or "")),
            "PORT": str(url.port or query.get("port", "")),
            "CONN_MAX_AGE": None,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": {"options": "-c jit=off", "prepare_threshold": 1},
            "TEST": {"TEMPLATE": "template0", "CHARSET": "UTF8"},
        }
    raise SettingError("YIZHI_DATABASE_URL 要写成 sqlite:///路径 或 postgres://用户:口令@主机:端口/库名。")
