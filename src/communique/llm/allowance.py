"""What a run may take of an endpoint: time, rate, tokens and money."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Allowance:
    """The bounds of a run's calls; None is no bound.

    `timeout` is in seconds, for one request; a call with all its retries takes at most three times that. `rpm` and
    `tpm` are requests and tokens a minute. `max_tokens` and `max_cost` are for all new calls of the run: once they are
    reached, calls under way end and no other begins. `prices` is a TOML file of prices per million tokens, which go
    before the listed ones; `max_cost` is in their currency, US dollars for the list.

    An article of more than `max_article_tokens` is asked about in portions that overlap, where it would be asked about
    as a whole; with `chunk` so is one that does not fit into the context that the endpoint tells.
    """

    timeout: float = 600.0
    rpm: int | None = None
    tpm: int | None = None
    max_tokens: int | None = None
    max_cost: Decimal | None = None
    prices: Path | None = None
    max_article_tokens: int | None = None
    chunk: bool = False
