"""How the embedded engine is set up: what it keeps, what it guesses, and how many threads it takes."""

from dataclasses import dataclass
from typing import Literal

Speculation = Literal["none", "ngram_simple", "ngram_map_k", "ngram_mod", "ngram_cache"]


@dataclass(frozen=True, slots=True)
class Tuning:
    """The settings of an engine; `python -m benchmarks.engine` measures each (docs/performance.md).

    `context` is in tokens, for each of the `slots` that answer at the same time. With `prefix_cache` a question's first
    tokens are computed once for all that begin alike, across articles too. `speculation` guesses what comes next from
    what was read and written. `threads` None: the machine's usable cores. The engine stops only between batches of
    `batch` tokens: 3.6 s with 256 on 2 cores, where its default of 2048 takes half a minute. Weights that are `mapped`
    are pages of the file, which processes share.
    """

    context: int = 8192
    slots: int = 1
    prefix_cache: bool = True
    speculation: Speculation = "none"
    threads: int | None = None
    batch: int = 256
    mapped: bool = True
