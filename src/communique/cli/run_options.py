"""How a run of `communique extract` goes and what it may take: its options, and the frozen group that they fill."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import click

from communique.llm.allowance import Allowance

Command = Callable[..., Any]
Option = Callable[[Command], Command]


@dataclass(frozen=True, slots=True)
class AllowanceOptions:
    """What may be taken of the endpoint."""

    timeout: float
    rpm: int | None
    tpm: int | None
    max_tokens_total: int | None
    max_cost: Decimal | None
    prices: Path | None
    max_article_tokens: int | None
    chunk: bool

    @property
    def allowance(self) -> Allowance:
        """The same, for a connection."""
        return Allowance(
            timeout=self.timeout,
            rpm=self.rpm,
            tpm=self.tpm,
            max_tokens=self.max_tokens_total,
            max_cost=self.max_cost,
            prices=self.prices,
            max_article_tokens=self.max_article_tokens,
            chunk=self.chunk,
        )


@dataclass(frozen=True, slots=True)
class RunOptions(AllowanceOptions):
    """How the run goes."""

    concurrency: int
    dry_run: bool


class Amount(click.ParamType[Decimal]):
    """An amount of money above 0, read exactly."""

    name = "amount"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:  # noqa: ANN401
        """The amount; fails as click's own types do."""
        try:
            amount = Decimal(value)
        except InvalidOperation:
            amount = Decimal(0)
        if not amount.is_finite() or amount <= 0:
            self.fail(f"{value!r} is no amount above 0, like 2.50", param, ctx)
        return amount


ALLOWANCE: tuple[Option, ...] = (
    click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        default=Allowance().timeout,
        show_default=True,
        metavar="SECONDS",
        help="Give up a request after this long, and a call with all its retries after three times that.",
    ),
    click.option("--rpm", type=click.IntRange(min=1), metavar="N", help="At most N requests in any minute."),
    click.option("--tpm", type=click.IntRange(min=1), metavar="N", help="At most N tokens in any minute."),
    click.option(
        "--max-tokens-total",
        type=click.IntRange(min=1),
        metavar="N",
        help="Ask nothing more once new calls took N tokens; the rest of the articles fail with the code budget, and "
        "the same command run again goes on.",
    ),
    click.option(
        "--max-cost",
        type=Amount(),
        metavar="AMOUNT",
        help="The same once new calls cost AMOUNT: US dollars by the list of genai-prices, or what --prices counts in.",
    ),
    click.option(
        "--prices",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Prices of your own, TOML: for each model a table with input, output and, optionally, cached, per million "
        "tokens.",
    ),
    click.option(
        "--max-article-tokens",
        type=click.IntRange(min=100),
        metavar="N",
        help="Ask about an article of more than N tokens in portions of that size, cut at paragraphs, and join what "
        "they tell. For --strategy document; --strategy sentence asks about single sentences anyway.",
    ),
    click.option(
        "--chunk/--no-chunk",
        help="The same for articles that do not fit into the context that the endpoint tells (llama.cpp, vLLM, the "
        "embedded model).",
    ),
)


def concurrency_option(told: str) -> Option:
    """The option `--concurrency`; `told` is what it bounds."""
    return click.option(
        "--concurrency", type=click.IntRange(min=1), default=4, show_default=True, metavar="N", help=told
    )


RUN: tuple[Option, ...] = (
    concurrency_option("Articles under way at a time; fewer while the endpoint answers 429."),
    *ALLOWANCE,
    click.option("--dry-run", is_flag=True, help="Tell calls and tokens, ask no model and write nothing."),
)
