"""听懂 What the finder needs from files: the encoder, the tables of how people speak, the learned weights. No database."""

from .known import ear, finder_of, intents, phrases
from .learning import learn_again, stamp

__all__ = ["ear", "finder_of", "intents", "learn_again", "phrases", "stamp"]
