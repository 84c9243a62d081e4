"""如果生效 What a batch touches, in words: holders, cases, people, names, lists; and each case by its number."""

from collections.abc import Mapping
from typing import Any

from yizhi.desk.cases.queries import visible as visible_cases
from yizhi.desk.cases.recalling import CHOICES
from yizhi.desk.matters.models import Item
from yizhi.desk.people.identity import Identity
from yizhi.desk.places.models import Area, Town
from yizhi.rules.batches.what_if import EFFECTS, Shortage

from .around import Around, body_names

MOST = 6


def touches_lines(scene: Around) -> list[dict[str, str]]:
    """Return what the batch touches as lines: holders, cases, people, names, lists."""
    found = scene.touches
    names = body_names([*(name for pair in found.names for name in pair), *(one.body for one in found.shortages)])
    moved = sum(one.moves for one in found.changes)
    to_settle = [one for one in found.cases if one.settles]
    open_ones = [one for one in to_settle if one.case.dossier not in scene.state.settled]
    areas = Area.objects.filter(code__in=found.areas).order_by("code").values_list("name", flat=True)
    papers = sum(one.papers for one in scene.running if one.dossier in {each.case.dossier for each in found.cases})
    said = [
        ("info", f"{moved} 格换了实施主体或者方式，涉及 {len(found.towns)} 个镇（街道）的清单：{'、'.join(areas)}。")
    ]
    if to_settle:
        words = f"在办案件 {len(to_settle)} 件要逐件定，{'还有 ' + str(len(open_ones)) + ' 件没有定' if open_ones else '都定了'}。"
        said.append(("soon" if open_ones else "ok", words))
    rest = len(found.cases) - len(to_settle)
    if rest:
        said.append(("info", f"另有在办案件 {rest} 件按立案时的机关继续办。"))
    if not found.cases:
        said.append(("ok", "没有在办案件。"))
    said += [("soon", _short(one, names)) for one in found.shortages]
    said += [("ok", "各机关人手都够两人。")] if not found.shortages else []
    said += [
        ("info", f"文书、印章、文号、缴款账户由{names.get(before, '')}改为{names.get(after, '')}。")
        for before, after in found.names
    ]
    if papers:
        said.append(("info", f"已经签发的 {papers} 件文书不变，仍是原来的名义。"))
    untrained = scene.untrained_words()
    if untrained:
        more = f"等 {len(untrained)} 处" if len(untrained) > MOST else ""
        said.append(("soon", f"还没有培训：{'、'.join(untrained[:MOST])}{more}。"))
    return [{"state": state, "words": words} for state, words in said]


def _short(one: Shortage, names: dict[str, str]) -> str:
    return f"{names.get(one.body, one.body)}能办{one.domain}的有 {len(one.counted)} 人，差 {one.lacking} 人。"


def cases_lines(identity: Identity, scene: Around) -> list[dict[str, Any]]:
    """Return the touched cases: by number for everybody, with a way to the case only for those who see it."""
    touched = {one.case.dossier: one for one in scene.touches.cases}
    seen = set(visible_cases(identity).filter(dossier__in=touched).values_list("dossier", flat=True))
    items = dict(Item.objects.filter(code__in={one.item for one in scene.running}).values_list("code", "name"))
    towns = dict(Town.objects.filter(code__in={one.town for one in scene.running}).values_list("code", "name"))
    names = body_names([*(one.to for one in touched.values()), *(one.body for one in scene.running)])
    return [
        {
            "dossier": one.dossier,
            "number": one.number or f"案卷 {one.dossier}",
            "href": f"/cases/{one.dossier}/" if one.dossier in seen else "",
            "about": f"{towns[one.town]}　{items[one.item]}",
            "opened_on": one.opened_on,
            "body": names.get(one.body, one.body),
            "to": names.get(touched[one.dossier].to, touched[one.dossier].to),
            "effect": EFFECTS[touched[one.dossier].effect],
            "settles": touched[one.dossier].settles,
            "people": touched[one.dossier].effect == "people",
            **_settled(scene.state.settled.get(one.dossier, {})),
        }
        for one in scene.running
        if one.dossier in touched
    ]


def _settled(told: Mapping[str, Any]) -> dict[str, str]:
    choice = told.get("choice", "")
    return {"choice": choice, "chosen": CHOICES.get(choice, ""), "reason": told.get("reason", "")}
