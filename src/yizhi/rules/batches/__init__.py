"""赋权批次 A batch of powers given to towns or taken back: what it says, its steps, what speaks against it, what it would touch."""

from yizhi.rules.batches.draft import Draft, Line
from yizhi.rules.batches.steps import STEPS, Batch, Doing, Happened, Step, against, fold

__all__ = ["STEPS", "Batch", "Doing", "Draft", "Happened", "Line", "Step", "against", "fold"]
