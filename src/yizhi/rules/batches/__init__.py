"""赋权批次 A batch of powers given to towns or taken back: what it says, its steps, what speaks against it, what it would touch."""

from yizhi.rules.batches.draft import Draft, Line
from yizhi.rules.batches.guards import Doing, against
from yizhi.rules.batches.state import Batch, Happened, fold
from yizhi.rules.batches.table import STEPS, Step

__all__ = ["STEPS", "Batch", "Doing", "Draft", "Happened", "Line", "Step", "against", "fold"]
