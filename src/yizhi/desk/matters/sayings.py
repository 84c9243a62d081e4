"""说法 What the county adds to how people speak: taken by the finder at once, withdrawn but never changed; and corrections of its answers."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from yizhi.rules.finding import clean
from yizhi.rules.refusal import Absent, bad_input, refuse

from .hearing import intents
from .models import Correction, Item, Saying

ONE_OF = "事项、归类、等于哪个词，三样里写一样。"


@transaction.atomic
def add_saying(row: Mapping[str, str], *, by: str, now: datetime) -> Saying:
    """添说法 Add what people say. `row`: text, and one of item (code, number, or a part of one name), intent, stands_for.

    The same saying said again is the one that stands. Raises `BadInput` for a saying that means nothing or more than one thing.
    """
    text = clean(row.get("text", ""))
    if len(text) < 2:
        raise bad_input("text", "说法至少写两个字。", "写人们说的一句话或者一个词。")
    meant = {name: row.get(name, "").strip() for name in ("item", "intent", "stands_for")}
    if sum(map(bool, meant.values())) != 1:
        raise bad_input("item", "没有写清这句话指什么，或者写了不止一样。", ONE_OF, "saying-means-one-thing")
    if meant["intent"] and meant["intent"] not in intents():
        raise bad_input("intent", "没有这一类。", f"可以写：{'、'.join(intents())}。", "unknown-intent")
    item = item_named(meant["item"]) if meant["item"] else None
    same = Saying.objects.filter(
        text=text, item=item, intent=meant["intent"], stands_for=meant["stands_for"], withdrawn_at=None
    ).first()
    return same or Saying.objects.create(
        text=text, item=item, intent=meant["intent"], stands_for=meant["stands_for"], said_by=by, said_at=now
    )


@transaction.atomic
def withdraw_saying(number: int, *, by: str, now: datetime) -> Saying:
    """撤下说法 The finder no longer hears it; the row stays. Raises `Absent`."""
    found = Saying.objects.select_for_update().filter(pk=number, withdrawn_at=None).first()
    if found is None:
        raise Absent("这个说法")
    found.withdrawn_by, found.withdrawn_at = by, now
    found.save(update_fields=["withdrawn_by", "withdrawn_at"])
    return found


def correct_finder(*, words: str, shown: str, meant: str, by: str, now: datetime) -> Correction:
    """指正 Keep that the finder put `shown` first where `meant` was meant; codes, `meant` empty when none of those shown was it."""
    text = clean(words)
    if not text:
        raise bad_input("words", "没有写说的是什么。", "回到问一问，重新问一次。")
    item = Item.objects.filter(code=meant).first()
    if meant and item is None:
        raise Absent("这个事项")
    return Correction.objects.create(words=text, shown=shown[:64], meant=item, told_by=by, told_at=now)


@transaction.atomic
def settle_correction(number: int, *, take: bool, by: str, now: datetime) -> Correction:
    """处理指正 Take a correction as a saying of the item that was meant, or leave it. Raises `Absent`, and a refusal where no item was named."""
    found = Correction.objects.select_for_update().filter(pk=number, settled_at=None).first()
    if found is None:
        raise Absent("这条指正")
    if take and found.meant_id is None:
        raise refuse(
            "correction-names-no-item",
            "这条指正没有说应当是哪个事项。",
            "",
            "用“添说法”写明指的是哪个事项，再放下这一条。",
        )
    if take:
        add_saying({"text": found.words, "item": str(found.meant_id)}, by=by, now=now)
    found.settled_by, found.settled_at, found.taken = by, now, take
    found.save(update_fields=["settled_by", "settled_at", "taken"])
    return found


def item_named(words: str) -> Item:
    """Return the one item with this code, number of the catalogue or part of the name. Raises `BadInput` for none and for several."""
    exact = Item.objects.filter(code=words).first()
    if exact is None and words.isdecimal():
        exact = Item.objects.filter(source_number=int(words[:9])).first()
    if exact is not None:
        return exact
    found = list(Item.objects.filter(name__contains=words).order_by("code")[:2])
    if len(found) == 1:
        return found[0]
    problem = f"名称里有“{words}”的事项不止一个。" if found else f"没有找到事项“{words}”。"
    raise bad_input("item", problem, "写事项的编码，或者写全名称。", "item-not-found")
