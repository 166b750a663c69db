"""How an event stands where a sentence tells of it: happened, planned, denied, cancelled, or only on a condition."""

from communique.standing.reading import Cue, Head, Standing, heads, told

__all__ = ["Cue", "Head", "Standing", "heads", "told"]
