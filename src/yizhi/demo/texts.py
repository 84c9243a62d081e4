"""法规文本 The texts of the national laws that the items and the rules stand on, where they are installed."""

from datetime import datetime

from django.utils import timezone

from yizhi.desk.matters.imports.law_database import installed_database
from yizhi.desk.matters.imports.statutes import read_statutes, write_statutes


def write_texts(now: datetime) -> None:
    """Import them as a person would; without the package the demo shows citations alone."""
    path = installed_database()
    if path is not None:
        rows, _ = read_statutes(path.name, path.read_bytes(), timezone.localdate(now))
        write_statutes(rows, now=now)
