"""不是执法人员的审核人员、负责人 Reviewers and heads of a body whose accounts stand for no officer."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from .models import Appointment, Role


@dataclass(frozen=True, slots=True)
class Staff:
    """One person by account, with the posts held at the body in words."""

    username: str
    name: str
    role_words: str
    demo: bool


def staff_of(body: str, on: date) -> list[Staff]:
    """Return who reviews or decides for a body on the day `on` and is no officer, each once, by name."""
    held = Appointment.objects.filter(body=body, role__in=(Role.REVIEWER, Role.APPROVER), valid_from__lte=on)
    held = held.filter(Q(valid_to=None) | Q(valid_to__gt=on), account__officer=None).select_related("account")
    found: dict[str, list[Appointment]] = {}
    for one in held.order_by("account__name", "id"):
        found.setdefault(one.account.username, []).append(one)
    return [
        Staff(
            username,
            posts[0].account.name,
            "、".join(dict.fromkeys(Role(post.role).label for post in posts)),
            posts[0].account.demo,
        )
        for username, posts in found.items()
    ]
