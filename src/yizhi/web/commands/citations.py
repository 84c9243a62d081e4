"""yizhi citations: check every citation of the items in force against the imported texts, keep the findings, print them.

yizhi citations [--json]

Exit code 1 when something was found that nobody has settled.
"""

import argparse
import json
from typing import Any

from django.utils import timezone

from yizhi.desk.matters.citations import recheck
from yizhi.desk.matters.models import CitationFinding
from yizhi.rules.citing import STATE_WORDS


def add_parser(subparsers: Any) -> None:
    """Add `citations`."""
    parser = subparsers.add_parser("citations", help="核对全部事项的引注")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.set_defaults(handler=citations)


def citations(args: argparse.Namespace) -> int:
    """Check anew and print what stands, by item."""
    recheck(now=timezone.now())
    rows = list(CitationFinding.objects.filter(gone_at=None).select_related("item").order_by("item_id", "pk"))
    if args.json:
        print(json.dumps([_plain(row) for row in rows], ensure_ascii=False, indent=2))
    else:
        print("\n".join([*map(_line, rows), _summary(rows)]))
    return 1 if any(row.settled_at is None for row in rows) else 0


def _line(row: CitationFinding) -> str:
    state: Any = row.state
    mark = "仍引" if row.settled_at else STATE_WORDS[state]
    number = f"{row.item.source_number} " if row.item.source_number is not None else ""
    return f"{mark}\t{number}{row.item.name}\t《{row.law}》{row.article}\t{row.sentence}{row.settled_note or row.cure}"


def _summary(rows: list[CitationFinding]) -> str:
    open_ones = sum(row.settled_at is None for row in rows)
    return f"引注核对过：要看的 {open_ones} 处，核对过仍引的 {len(rows) - open_ones} 处。"


def _plain(row: CitationFinding) -> dict[str, Any]:
    return {
        "item": row.item_id,
        "source_number": row.item.source_number,
        "name": row.item.name,
        "law": row.law,
        "article": row.article,
        "state": row.state,
        "sentence": row.sentence,
        "cure": row.cure,
        "instead_law": row.instead_law,
        "instead": row.instead,
        "found_at": row.found_at.isoformat(),
        "settled": row.settled_note,
    }
