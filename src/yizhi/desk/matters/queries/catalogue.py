"""事项目录 Items as in force on a day, with who holds each in a town."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yizhi.desk.bodies.models import Body
from yizhi.desk.people.identity import Identity
from yizhi.desk.places.models import Town
from yizhi.rules.authority import Holding, matrix
from yizhi.rules.refusal import Absent

from ..facts import book
from ..models import Allocation, Item, ItemVersion

PAGE = 20
MODES = {"statutory": "法定", "conferral": "赋权", "entrustment": "委托", "posted": "部门派驻"}


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One line of a list of items: the version in force on the day, and who holds it where a town was named."""

    version: ItemVersion
    holding: Holding | None

    @property
    def code(self) -> str:
        """Return the item's code."""
        return self.version.item_id


@dataclass(frozen=True, slots=True)
class ItemPage:
    """A page of items by code. `after` is the cursor of the next page, empty at the end."""

    lines: tuple[ItemLine, ...]
    after: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item on a day: the version that holds, every version known, the allocations, who holds it in every town."""

    item: Item
    version: ItemVersion
    versions: tuple[ItemVersion, ...]
    allocations: tuple[Allocation, ...]
    holdings: tuple[tuple[Town, Holding], ...]


def items(
    identity: Identity,
    q: str = "",
    town: str = "",
    on: date | None = None,
    *,
    domain: str = "",
    after: str = "",
    most: int = PAGE,
) -> ItemPage:
    """Return the items in force on `on` by code; `q` two characters or more of the name, `town` adds who holds each."""
    _signed_in(identity)
    rows = ItemVersion.objects.known().select_related("owner", "item").order_by("item_id")
    if on is not None:
        rows = rows.holding(on)
    if q.strip():
        rows = rows.filter(item__search__bigrams=q)
    if domain:
        rows = rows.filter(domain=domain)
    if after:
        rows = rows.filter(item_id__gt=after)
    found = list(rows[: most + 1])
    held = holders([row.item_id for row in found[:most]], town, on) if town and on is not None else {}
    lines = tuple(ItemLine(row, held.get(row.item_id)) for row in found[:most])
    return ItemPage(lines, lines[-1].code if len(found) > most else "")


def lines_of(identity: Identity, codes: Sequence[str], town: str, on: date) -> tuple[ItemLine, ...]:
    """Return the lines of the named items in the order given; those not in force on the day are left out."""
    _signed_in(identity)
    rows = ItemVersion.objects.known().holding(on).filter(item__in=codes).select_related("owner", "item")
    found = {row.item_id: row for row in rows}
    held = holders(list(found), town, on) if town else {}
    return tuple(ItemLine(found[code], held.get(code)) for code in codes if code in found)


def holders(codes: Sequence[str], town: str, on: date) -> dict[str, Holding]:
    """Return who holds each item in one town (its code or its body's) on a day. Raises `BadInput` for an unknown town."""
    known = book()
    body = known.towns.get(town, town)
    return {item: held for (item, _), held in matrix(known.world(on), codes, [body], on).items()}


def item(identity: Identity, code: str, on: date) -> ItemView:
    """Return one item as on a day. Raises `Absent`."""
    _signed_in(identity)
    found = Item.objects.select_related("owner").filter(code=code).first()
    versions = tuple(
        ItemVersion.objects.known().filter(item=code).select_related("owner").order_by("-valid_from", "-recorded_at")
    )
    if found is None or not versions:
        raise Absent("这个事项")
    version = next(
        (row for row in versions if row.valid_from <= on and (row.valid_to is None or on < row.valid_to)), versions[0]
    )
    rows = Allocation.objects.known().filter(item=code).select_related("town").order_by("town_id", "valid_from")
    known = book()
    towns = [town for town in Town.objects.order_by("code") if town.code in known.towns]
    held = matrix(known.world(on), [code], [known.towns[town.code] for town in towns], on)
    holdings = tuple((town, held[(code, known.towns[town.code])]) for town in towns)
    return ItemView(found, version, versions, tuple(rows), holdings)


def whose(holding: Holding, town: str) -> str:
    """Return in words who holds an item in a town: 连山镇（赋权）, 市水利局（委托连山镇）, or that it is not settled."""
    if holding.body is None:
        return "两个机关冲突，先更正权属" if holding.state == "conflict" else "过渡期由谁办没有写明"
    if holding.mode == "entrustment":
        return f"{holding.body.name}（委托{town}）"
    return f"{holding.body.name}（{MODES[holding.mode or 'posted']}）"


def towns() -> list[tuple[str, str]]:
    """Return code and name of the towns that have a body: only to these can an item be allocated."""
    held = Body.objects.exclude(town=None).values("town")
    return list(Town.objects.filter(code__in=held).order_by("code").values_list("code", "name"))


def domains() -> list[str]:
    """Return the domains 领域 that items have."""
    return sorted(set(Item.objects.order_by().values_list("domain", flat=True).distinct()))


def _signed_in(identity: Identity) -> None:
    """Items are public facts: whoever has signed in may read them, nobody else."""
    if not identity.account:
        raise Absent("事项")
