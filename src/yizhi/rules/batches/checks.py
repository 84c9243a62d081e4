"""批次核对 What speaks against each line of a batch: outside the catalogue, not a county power, no basis, overlap, gap.

Pure: facts in, reasons out, every reason with its article and its cure. A line without a `stop` may be given or taken back.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from yizhi.rules.authority.facts import Allocation
from yizhi.rules.authority.people import status_on
from yizhi.rules.authority.power import MODE_NAMES, conferral_defects, entrustment_defects, towns_own
from yizhi.rules.authority.world import Known, Place
from yizhi.rules.batches.draft import Draft, Line
from yizhi.rules.cite import cite
from yizhi.rules.refusal import Reason

ENTRUSTING = "行政处罚法 第20条"


def line_reasons(
    draft: Draft, known: Known, catalogue: Collection[str], *, starts_on: date, today: date
) -> list[list[Reason]]:
    """Return for each line every reason against it. Towns of the lines are the towns' bodies; `catalogue` the items in it.

    Raises `BadInput` for an item or a town that is not known.
    """
    seen: set[tuple[str, str]] = set()
    found = []
    for line in draft.lines:
        place = known.place(line.item, line.town)
        twice = [_twice(place)] if (line.item, line.town) in seen else []
        seen.add((line.item, line.town))
        if draft.kind == "recall":
            reasons = recalled_reasons(line, place, starts_on)
        else:
            reasons = given_reasons(draft, line, place, catalogue, starts_on=starts_on, today=today)
            reasons += _trustee(draft, place, known, starts_on) if line.mode == "entrustment" else []
        found.append([replace(reason, about=f"{line.item}@{line.town}") for reason in (*twice, *reasons)])
    return found


def given_reasons(
    draft: Draft, line: Line, place: Place, catalogue: Collection[str], *, starts_on: date, today: date
) -> list[Reason]:
    """Return what speaks against giving one item to one town."""
    row = allocation_of(draft, line, starts_on=starts_on)
    reasons = [*(_outside(place, catalogue) if line.mode == "conferral" else without_term(draft, place))]
    defects = conferral_defects if line.mode == "conferral" else entrustment_defects
    reasons += [replace(defect.as_reason(), severity="stop") for defect in defects(row, place, starts_on)]
    reasons += [
        *_given_by_law(place, starts_on),
        *_without_basis(place, starts_on),
        *_coercion(draft, line, place),
        *_transition(row, place),
    ]
    reasons += [*_overlaps(row, place), *_gaps(row, place, today)]
    return reasons


def allocation_of(draft: Draft, line: Line, *, starts_on: date, letter: str = "拟") -> Allocation:
    """Return the allocation that a line would make, published on its first day."""
    conferral = line.mode == "conferral"
    body: object = draft.transition_body or None
    return Allocation(
        id=f"{line.item}@{line.town}",
        item=line.item,
        town=line.town,
        mode="conferral" if conferral else "entrustment",
        starts_on=starts_on,
        ends_on=draft.ends_on,
        published_on=starts_on,
        decision=draft.decision if conferral else "",
        basis=line.basis,
        letter=letter,
        transition_until=draft.transition_until if conferral else None,
        transition_body=body if conferral else None,  # type: ignore[arg-type]
        on_recall="transfer" if draft.on_recall == "transfer" else "continue",
        coercion=draft.coercion and conferral,
    )


def _outside(place: Place, catalogue: Collection[str]) -> list[Reason]:
    return [] if place.item.id in catalogue else [outside_catalogue(place.item.name, place.town.name)]


@cite("实施方案", "三(一)", "根据省级统一的赋权指导目录")
def outside_catalogue(item: str, town: str) -> Reason:
    """目录外 What is not in the provincial catalogue can be entrusted where the law allows it, never conferred."""
    return Reason(
        "conferral-outside-catalogue",
        f"{item}在省级赋权指导目录里查不到编号，不能赋权给{town}。",
        "实施方案 三(一)",
        cure="核对目录编号；目录之外、镇（街道）确有能力承担的简易事项，改为依法委托。",
    )


@cite("城乡规划法", "第65条", "由乡、镇人民政府责令停止建设")
def _given_by_law(place: Place, starts_on: date) -> list[Reason]:
    """固有执法权 What the law itself gives the town is neither conferred nor entrusted. Source: rule `village-build-town-own-power`."""
    if not towns_own(place, starts_on):
        return []
    sentence = f"{place.item.name}是法律直接给{place.town.name}的，不用赋权也不用委托。"
    cure = "去掉这一格；权属里登记为法定。"
    return [Reason("village-build-town-own", sentence, "城乡规划法 第65条", cure=cure)]


@cite("行政处罚法", "第38条第1款", "没有依据")
def _without_basis(place: Place, starts_on: date) -> list[Reason]:
    """没有依据 An item none of whose articles is in force on the first day can be used by nobody."""
    if any(basis.covers(starts_on) for basis in place.item.bases):
        return []
    sentence = f"{place.item.name}在{_day(starts_on)}没有一条有效的依据，给了也不能用。"
    cure = "登记现行的依据；已经没有依据的，去掉这一格。"
    return [Reason("basis-not-in-force", sentence, "行政处罚法 第38条第1款", cure=cure)]


@cite("行政处罚法", "第20条第2款", "载明委托的具体事项、权限、期限")
def without_term(draft: Draft, place: Place) -> list[Reason]:
    """委托期限 An entrustment says until when."""
    if draft.ends_on is not None:
        return []
    sentence = f"把{place.item.name}委托给{place.town.name}没有写明期限。"
    return [Reason("entrustment-without-term", sentence, "行政处罚法 第20条第2款", cure="写明委托到哪天为止。")]


@cite("行政处罚法", "第21条", "取得行政执法资格的工作人员")
def _trustee(draft: Draft, place: Place, known: Known, starts_on: date) -> list[Reason]:
    """受委托的条件 Founded by law with public functions; people who are qualified, counted; able to test what must be tested.

    Source: rule `delegate-org-conditions`.
    """
    town = place.town.name
    missing = []
    if not draft.public_body:
        missing.append(("trustee-not-public", "依法成立、具有管理公共事务职能", "在草案里写明它依法成立并有这项职能。"))
    if not any(_certified(known, name, place.town.id, starts_on) for name in known.people_of.get(place.town.id, ())):
        missing.append(("trustee-without-officers", "有取得行政执法资格的工作人员", "先给它的人员办执法证。"))
    if not draft.technical:
        missing.append(("trustee-technical", "需要技术检查、鉴定的，有条件组织", "在草案里写明要不要、能不能。"))
    return [
        Reason(code, f"委托给{town}，还没有说明它{what}。", "行政处罚法 第21条", cure=cure)
        for code, what, cure in missing
    ]


def _certified(known: Known, name: str, town: str, on: date) -> bool:
    """Return whether a person is the town's own officer on a day, with a certificate that is good."""
    officer = known.officers[name]
    held = known.certificates.get(name, ())
    own = officer.body == town and officer.covers(on)
    return own and any(row.covers(on) and status_on(row, on) == "valid" for row in held)


@cite("行政强制法", "第17条第1款", "行政强制措施权不得委托")
def _coercion(draft: Draft, line: Line, place: Place) -> list[Reason]:
    if not draft.coercion or line.mode == "conferral":
        return []
    sentence = f"委托{place.item.name}，不能连同强制措施一起委托。"
    return [Reason("coercion-cannot-be-entrusted", sentence, "行政强制法 第17条第1款", cure="去掉“一并赋予强制措施”。")]


@cite("实施方案", "三(一)", "合理设置权力承接“过渡期”")
def _transition(row: Allocation, place: Place) -> list[Reason]:
    """过渡期 A transition says who decides while it runs, and lies within the time for which the power is given."""
    until = row.transition_until
    if until is None:
        return []
    if row.transition_body is None:
        sentence = f"{place.item.name}写了过渡期，没有写明其间由谁实施，这段时间没有实施主体。"
        return [Reason("transition-body-missing", sentence, "实施方案 三(一)", cure="写明由部门还是由镇（街道）实施。")]
    if until <= row.starts_on or (row.ends_on is not None and until > row.ends_on):
        sentence = f"{place.item.name}的过渡期不在赋权的起止日期之内。"
        return [Reason("transition-outside", sentence, "实施方案 三(一)", cure="过渡期从生效日算起，在止日以前结束。")]
    return []


@cite("行政处罚法", "第25条第2款", "报请共同的上一级行政机关指定管辖")
def _overlaps(row: Allocation, place: Place) -> list[Reason]:
    """重叠 On no day may a town hold an item twice."""
    reasons = []
    for other in place.allocations:
        begins_before_end = other.ends_on is None or row.starts_on < other.ends_on
        if begins_before_end and (row.ends_on is None or other.starts_on < row.ends_on):
            until = f"到{_day(other.ends_on)}前一日" if other.ends_on else "没有止日"
            reasons.append(
                Reason(
                    "allocation-overlap",
                    f"{place.town.name}从{_day(other.starts_on)}起已经有{place.item.name}的{MODE_NAMES[other.mode]}（{until}），两段重叠。",
                    "行政处罚法 第25条第2款",
                    cure="先收回原来的那一段，或者把生效日改到它结束那天；已经是镇（街道）法定的，去掉这一格。",
                )
            )
    return reasons


@cite("实施方案", "三(四)", "根据执法权限归属,确定执法实施主体")
def _gaps(row: Allocation, place: Place, today: date) -> list[Reason]:
    """空档 One period that follows another leaves no days between in which the town's people act without a power."""
    before = [each.ends_on for each in place.allocations if each.ends_on and today < each.ends_on <= row.starts_on]
    after = [each.starts_on for each in place.allocations if row.ends_on and each.starts_on >= row.ends_on]
    between = [(max(before), row.starts_on)] if before else []
    between += [(row.ends_on, min(after))] if after and row.ends_on else []
    return [
        Reason(
            "allocation-gap",
            f"{place.town.name}办{place.item.name}，从{_day(first)}到{_day(then)}前一日中间空着，没有写明归谁。",
            "实施方案 三(四)",
            cure=f"把两段接起来：起日写{_day(first)}，或者止日写{_day(then)}。",
        )
        for first, then in between
        if first < then
    ]


def recalled_reasons(line: Line, place: Place, starts_on: date) -> list[Reason]:
    """Return what speaks against taking one item back from one town."""
    if ended_by(line, place.allocations, starts_on) is not None:
        return []
    if any(row.mode == "statutory" and row.covers(starts_on) for row in place.allocations):
        return [
            Reason(
                "statutory-not-recallable",
                f"{place.item.name}是法律直接给{place.town.name}的，不能收回。",
                "行政处罚法 第23条",
                cure="去掉这一格；法律修改了的，登记事项的新版本。",
            )
        ]
    return [
        Reason(
            "nothing-to-recall",
            f"{place.town.name}在{_day(starts_on)}没有{place.item.name}的{MODE_NAMES[line.mode]}可以收回。",
            "行政处罚法 第24条",
            cure="核对事项、镇（街道）和方式；还没有生效的，收回之日要晚于生效日。",
        )
    ]


def ended_by(line: Line, rows: Iterable[Allocation], starts_on: date) -> Allocation | None:
    """Return the allocation that taking a line back on `starts_on` ends; it must have held at least one day."""
    found = [row for row in rows if row.mode == line.mode and row.covers(starts_on) and row.starts_on < starts_on]
    return found[-1] if found else None


def untrained(
    draft: Draft, known: Known, trainings: Iterable[Mapping[str, str]], starts_on: date
) -> tuple[tuple[str, str], ...]:
    """Return department and town of every pair without a training held before the batch takes force."""
    if draft.kind == "recall":
        return ()
    done = {
        (training["body"], training["town"])
        for training in trainings
        if date.fromisoformat(training["held_on"]) <= starts_on
    }
    pairs = dict.fromkeys((known.item(line.item).owner, line.town) for line in draft.lines)
    return tuple(pair for pair in pairs if pair not in done)


def _twice(place: Place) -> Reason:
    sentence = f"{place.item.name}在{place.town.name}写了两次。"
    return Reason("line-twice", sentence, "行政处罚法 第25条第2款", cure="去掉重复的一格。")


def _day(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
