"""公示 Disclosure of a penalty decision: what it says in public, what must be hidden, its steps, what speaks against the next one."""

from yizhi.rules.disclosure.guards import Doing, against
from yizhi.rules.disclosure.state import Happened, PublicRecord, fold
from yizhi.rules.disclosure.table import STEPS, Step

__all__ = ["STEPS", "Doing", "Happened", "PublicRecord", "Step", "against", "fold"]
