"""谁维护 Who keeps the facts that everything else stands on. For anybody else the page is not there."""

from collections.abc import Set
from typing import Protocol

from yizhi.rules.refusal import Absent

PLACE_KEEPERS = frozenset({"administrator", "establishment"})
BODY_KEEPERS = frozenset({"administrator"})
PEOPLE_KEEPERS = frozenset({"establishment", "justice"})
JUSTICE_KEEPERS = frozenset({"justice"})
ACCOUNT_KEEPERS = frozenset({"administrator"})


class Keeper(Protocol):
    """Whoever acts: the sign-in name that is written down, and the role that permits it."""

    @property
    def account(self) -> str: ...

    @property
    def role(self) -> str: ...


def permit(keeper: Keeper, roles: Set[str]) -> None:
    """Let pass a keeper whose role is one of `roles`; to others the thing is absent."""
    if keeper.role not in roles:
        raise Absent("这项维护")
