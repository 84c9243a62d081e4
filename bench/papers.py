"""How many pages of papers one process sets in a second: the papers of one whole case, on one warmed press.

python -m bench.papers
"""

import io
import time
from typing import Final

import django
from pypdf import PdfReader

from yizhi.desk.papers.rendering import render
from yizhi.desk.papers.tests.paper_samples import town_case

SECONDS: Final = 5.0
AIM: Final = 30
OF_ONE_CASE: Final = (
    "lead-registration",
    "case-opening-approval",
    "service-address",
    "scene-record",
    "inquiry-record",
    "investigation-report",
    "case-review-opinion",
    "prior-notice",
    "service-return",
    "defence-record",
    "defence-review",
    "decision-approval",
    "penalty-decision",
    "payment-slip",
    "disclosure-review",
    "closing-approval",
)


def measure(seconds: float = SECONDS) -> tuple[float, float]:
    """Return the pages a second, and the pages a second of processor time; what is not yet set is set once before the clock starts."""
    data = town_case()
    pages = {kind: len(PdfReader(io.BytesIO(render(kind, data))).pages) for kind in OF_ONE_CASE}
    set_pages = set_papers = 0
    begun, worked = time.perf_counter(), time.process_time()
    while time.perf_counter() - begun < seconds:
        for number, kind in enumerate(OF_ONE_CASE):
            changed = {**data, "case": {**data["case"], "number": f"示意〔2026〕{set_papers + number}号"}}
            render(kind, changed)  # type: ignore[arg-type]
        set_pages += sum(pages.values())
        set_papers += len(OF_ONE_CASE)
    return set_pages / (time.perf_counter() - begun), set_pages / (time.process_time() - worked)


def main() -> None:
    """Print both figures, and the aim where it is missed: on a machine shared with other work the second one tells more."""
    pages, worked = measure()
    told = "" if pages >= AIM else f" — below {AIM}"
    print(
        f"Papers, one process, each with data of its own: {pages:.0f} pages a second{told}, {worked:.0f} a second of processor time"
    )


if __name__ == "__main__":
    django.setup()
    main()
