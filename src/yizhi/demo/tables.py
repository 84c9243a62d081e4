"""演示数据表 Reads the demo county's own tables, which lie beside this file."""

import csv
import json
import tomllib
from datetime import date, datetime, time
from functools import cache
from importlib.resources import files
from typing import Any

from django.utils import timezone

DATA = files(__package__) / "data"
COUNTY, COUNTY_NAME, GOVERNMENT = "510681", "广汉市", "guanghan"
PASSWORD = "yizhi-demo"
RECORDED_BY = "演示"


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of `data/<name>.csv`, one mapping a row."""
    return tuple(csv.DictReader((DATA / f"{name}.csv").read_text(encoding="utf-8").splitlines()))


@cache
def table(name: str) -> dict[str, Any]:
    """Return `data/<name>.toml` as plain values."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def outline() -> Any:
    """Return the county's outline, GeoJSON in WGS-84."""
    return json.loads((DATA / "outline.json").read_text(encoding="utf-8"))


def town_code(body: str) -> str:
    """Return the code of the town whose government has this code in the demo."""
    return next(row["code"] for row in rows("towns") if row["body"] == body)


def known_on(day: date) -> datetime:
    """Return the moment at which a fact of this day was entered: nine o'clock, so that it was known when it began."""
    return timezone.make_aware(datetime.combine(day, time(9)))
