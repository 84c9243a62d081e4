"""谁能看见什么 One predicate of body × place for every query, default deny.

A sight is a list of grants; a row is seen when one grant holds both its body and its town. No grant, no row.
An entrusted power 委托 is used by the town's people in the department's name: such rows, marked by their mode, are seen in the
towns of `entrusted`, and nothing else of the department.
"""

from dataclasses import dataclass

from django.db.models import Q

NOTHING = Q(pk__in=())
ENTRUSTED = "entrustment"


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

    def lanes(self, body: str, town: str) -> tuple[Q, ...]:
        """Return the same condition in parts: one for each body, town, or body in a town."""
        bodies = [Q()] if self.bodies is None else [Q(**{body: code}) for code in sorted(self.bodies)]
        towns = [Q()] if self.towns is None else [Q(**{town: code}) for code in sorted(self.towns)]
        return tuple(one & other for one in bodies for other in towns)


@dataclass(frozen=True, slots=True)
class Sight:
    """What one identity may see.

    `oversees` are the towns whose matters of supervision it takes part in, `None` stands for the whole county. It opens no case, no
    paper and no act of one: only matters of supervision ask for it.
    """

    grants: tuple[Grant, ...] = ()
    entrusted: frozenset[str] = frozenset()
    oversees: frozenset[str] | None = frozenset()

    @property
    def blind(self) -> bool:
        """Tell whether nothing at all is seen."""
        return not self.grants

    def sees(self, body: str, town: str, mode: str = "") -> bool:
        """Tell whether a row of this body in this town, held in this mode, is seen."""
        by_trust = mode == ENTRUSTED and town in self.entrusted
        return by_trust or any(grant.holds(body, town) for grant in self.grants)

    def lanes(self, body: str, town: str, mode: str) -> tuple[Q, ...]:
        """Return the same condition in parts joined by `or`, each of which compares columns with one value only."""
        trusted = tuple(Q(**{mode: ENTRUSTED, town: code}) for code in sorted(self.entrusted))
        return (*trusted, *(lane for grant in self.grants for lane in grant.lanes(body, town)))

    def q(self, body: str = "body_id", town: str = "town_id", mode: str = "") -> Q:
        """Return the condition every query of rows with a body and a town starts from; `mode` names the column of the mode, if any."""
        if self.blind:
            return NOTHING
        condition = Q(**{mode: ENTRUSTED, f"{town}__in": sorted(self.entrusted)}) if mode and self.entrusted else Q()
        for grant in self.grants:
            part = grant.q(body, town)
            if not part:
                return Q()
            condition |= part
        return condition
