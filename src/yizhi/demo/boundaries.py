"""边界卡与明确函（示意） Who does which step of every item, and which items the departments have given to the teams of the areas."""

from datetime import date

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.actions import enter_boundary_card, enter_duty_letter
from yizhi.desk.matters.models import Item
from yizhi.desk.people.models import Posting, Service
from yizhi.rules.authority import STEPS, Charge

from .tables import RECORDED_BY, known_on

SINCE = date(2023, 10, 31)
LETTERS_SINCE = date(2025, 4, 1)
ITEMS_A_LETTER = 5
SOURCE = "镇（街道）与市级部门执法边界方案（示意）"
OTHERWISE = {"finds": "town", "checks_first": "team", "measures": "owner", "supervises": "owner"}


def write_boundary_cards() -> None:
    """Write one card for every item: the town finds, the team looks first, the department measures and supervises, the list decides."""
    charges = {step: Charge(OTHERWISE.get(step, "holder"), SOURCE) for step in STEPS}
    for code in Item.objects.order_by("code").values_list("code", flat=True):
        enter_boundary_card(code, charges, starts=SINCE, by=RECORDED_BY, now=known_on(SINCE))


def write_duty_letters() -> None:
    """Write for each department that posts officers to an area a letter that names a few of its items."""
    serving = dict(Service.objects.known().values_list("officer", "body"))
    departments = Body.objects.filter(kind=Body.Kind.DEPARTMENT).in_bulk()
    posted = Posting.objects.known().holding(LETTERS_SINCE).values_list("area", "officer")
    for number, (area, body) in enumerate(sorted({(area, serving[officer]) for area, officer in posted}), start=1):
        items = list(Item.objects.filter(owner=body).order_by("code").values_list("code", flat=True)[:ITEMS_A_LETTER])
        if body in departments and items:
            enter_duty_letter(
                area=area,
                body=body,
                number=f"{departments[body].paper_prefix}函〔2025〕{number}号（示意）",
                items=items,
                starts=LETTERS_SINCE,
                by=RECORDED_BY,
                now=known_on(LETTERS_SINCE),
            )
