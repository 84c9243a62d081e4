"""演示县的事实 Everything that stands before the first case: places, bodies, people, items, who holds what."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from .benchmarks import write_benchmarks
from .bodies import write_bodies
from .boundaries import write_boundary_cards, write_duty_letters
from .inspection_ground import write_inspection_ground
from .items import write_allocations, write_items
from .people import write_accounts, write_officers
from .places import write_places
from .texts import write_texts


def build(now: datetime) -> None:
    """Write the facts of the demo county into an empty database, all of them or none. Needs no other files."""
    today = timezone.localdate(now)
    with transaction.atomic():
        write_places()
        write_bodies()
        write_officers(today)
        write_accounts()
        write_items()
        write_allocations(today)
        write_benchmarks()
        write_boundary_cards()
        write_duty_letters()
        write_texts(now)
        write_inspection_ground(now)
