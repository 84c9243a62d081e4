"""谁能看见什么 One predicate of body × place for every query, default deny.

A sight is a list of grants; a row is seen when one grant holds both its body and its town. No grant, no row.
"""

from dataclasses import dataclass

from django.db.models import Q

NOTHING = Q(pk__in=())


@dataclass(frozen=True, slots=True)
class Grant:
    """One pair of bodies and towns; `None` stands for all of them."""

    bodies: frozenset[str] | None
    towns: frozenset[str] | None

    def holds(self, body: str, town: str) -> bool:
        """Tell whether a row of this body in this town is covered."""
        return (self.bodies is None or body in self.bodies) and (self.towns is None or town in self.towns)

    def q(self, body: str, town: str) -> Q:
        """Return the condition on the columns named `body` and `town`."""
        condition = Q()
        if self.bodies is not None:
            condition &= Q(**{f"{body}__in": sorted(self.bodies)})
        if self.towns is not None:
            condition &= Q(**{f"{town}__in": sorted(self.towns)})
        return condition


@dataclass(frozen=True, slots=True)
class Sight:
    """What one identity may see."""

    grants: tuple[Grant, ...] = ()

    @property
    def blind(self) -> bool:
        """Tell whether nothing at all is seen."""
        return not self.grants

    def sees(self, body: str, town: str) -> bool:
        """Tell whether a row of this body in this town is seen."""
        return any(grant.holds(body, town) for grant in self.grants)

    def q(self, body: str = "body_id", town: str = "town_id") -> Q:
        """Return the condition every query of rows with a body and a town starts from."""
        if self.blind:
            return NOTHING
        condition = Q()
        for grant in self.grants:
            part = grant.q(body, town)
            if not part:
                return Q()
            condition |= part
        return condition
