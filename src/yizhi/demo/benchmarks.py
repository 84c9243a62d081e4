"""裁量基准（示意） Two items with tiers from above, one of them refined by the county's department: ranges and when they apply, invented."""

from datetime import date
from typing import Any

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.benchmarks import enter_benchmark

from .tables import RECORDED_BY, known_on

FROM_ABOVE, REFINED = date(2024, 1, 1), date(2025, 1, 1)
SEEDS, BUSES = "GH-057", "GH-032"
FACTORS = (
    "货值不足一千元，主动召回（示意）",
    "货值一千元以上不足五千元（示意）",
    "货值五千元以上，或者再次违法（示意）",
)
GAINED = ("违法所得不足五千元（示意）", "违法所得五千元以上不足二万元（示意）", "违法所得二万元以上（示意）")


def write_benchmarks() -> None:
    """Write the tiers from above, then the county's own within them."""
    above = {"issuer": "省级主管部门（示意）", "document": "裁量基准（示意）〔2024〕1号"}
    _write(SEEDS, FACTORS, (("3", "4"), ("3.5", "4.5"), ("4", "5")), "goods", FROM_ABOVE, **above)
    _write(BUSES, GAINED, (("2", "4"), ("4", "7"), ("7", "10")), "gains", FROM_ABOVE, **above)
    own = {"issuer": Body.objects.get(code="agriculture").name, "document": "本县裁量基准（示意）〔2025〕1号"}
    _write(SEEDS, FACTORS, (("3", "3.5"), ("3.5", "4"), ("4", "5")), "goods", REFINED, **own)


def _write(
    item: str, factors: tuple[str, ...], bounds: tuple[tuple[str, str], ...], of: str, starts: date, **told: Any
) -> None:
    tiers = [
        {
            "name": name,
            "factors": when,
            "low": low,
            "high": high,
            "times_of": of,
            "published_on": starts.isoformat(),
            "starts": starts.isoformat(),
            **told,
        }
        for name, when, (low, high) in zip(("较轻", "一般", "较重"), factors, bounds, strict=True)
    ]
    enter_benchmark(item, tiers, by=RECORDED_BY, now=known_on(starts))
