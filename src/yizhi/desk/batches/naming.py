"""认出事项 Items as people write or paste them, one a line: by code, by number in the catalogue, or by their whole name."""

from collections.abc import Sequence

from yizhi.desk.matters.models import Item
from yizhi.rules.refusal import bad_input

MOST = 2000
MOST_TOLD = 30


def items_named(text: str) -> list[str]:
    """Return the codes of the items, each once, in the order written. Of a pasted row the first cell that is known counts.

    Raises `BadInput` that names every line in which no item was found.
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    known = _known([cell for _, line in lines for cell in _cells(line)])
    found: dict[str, None] = {}
    lost = []
    for number, line in lines[:MOST]:
        codes = [known[cell] for cell in _cells(line) if cell in known]
        if codes:
            found[codes[0]] = None
        else:
            lost.append(f"第 {number} 行“{line[:60]}”")
    if lost:
        sentence = f"{'、'.join(lost[:MOST_TOLD])}{'等' if len(lost) > MOST_TOLD else ''}没有找到事项。"
        raise bad_input("items", sentence, "写编码、目录序号或者完整的名称。", "item-unknown")
    return list(found)


def _cells(line: str) -> list[str]:
    cells = [cell.strip() for cell in line.replace("，", "\t").replace(",", "\t").split("\t")]
    return [cell for cell in dict.fromkeys([line, *cells]) if cell]


def _known(cells: Sequence[str]) -> dict[str, str]:
    """Return cell → code for the cells that stand for one item."""
    wanted = set(cells)
    found: dict[str, str] = {}
    for code, number, name in Item.objects.order_by("code").values_list("code", "source_number", "name"):
        for written in (code, str(number) if number is not None else "", name):
            if written in wanted:
                found.setdefault(written, code)
    return found
