"""The options of `communique extract`: one frozen group of values for each concern, with the options that fill it.

A new option is a field of its group and a `click.option` in the group's tuple.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Literal, TypeVar
from urllib.parse import urlsplit, urlunsplit

import click
from click.core import ParameterSource

from communique.llm.allowance import Allowance
from communique.verdicts import MOST_REPAIRS, Policy

Group = TypeVar("Group")
Command = Callable[..., Any]
Option = Callable[[Command], Command]


@dataclass(frozen=True, slots=True)
class InputOptions:
    """What is read."""

    paths: tuple[str, ...]
    encoding: str | None
    limit: int | None


INPUT: tuple[Option, ...] = (
    click.argument("paths", nargs=-1, required=True, metavar="PATH..."),
    click.option("--encoding", help="Encoding of the input files. Default: by their mark, else UTF-8."),
    click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Read at most N articles."),
)


@dataclass(frozen=True, slots=True)
class ModelOptions:
    """Who is asked."""

    model: str | None
    base_url: str | None


MODEL: tuple[Option, ...] = (
    click.option(
        "--model", help='Model name, "local", or a GGUF file. Default: OPENAI_MODEL, else the embedded model.'
    ),
    click.option(
        "--base-url", metavar="URL", help="OpenAI-compatible endpoint. Default: OPENAI_BASE_URL, else OpenAI."
    ),
)


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """What is asked, and what becomes of the answers."""

    kinds: str
    strategy: Literal["auto", "document", "sentence"]
    vocabulary: Literal["auto", "closed", "open"]
    on_unsupported: Literal["drop", "flag", "reject"]
    repairs: int
    second_look: bool

    @property
    def policy(self) -> Policy:
        """The policy these options ask for."""
        return Policy(on_unsupported=self.on_unsupported, repairs=self.repairs, second_look=self.second_look)


READING: tuple[Option, ...] = (
    click.option(
        "--kinds",
        default="meeting,arms_deal,statement",
        show_default=True,
        help="Event kinds, with commas; also package.module:Class for one of your own.",
    ),
    click.option(
        "--strategy",
        type=click.Choice(["auto", "document", "sentence"]),
        default="auto",
        show_default=True,
        help="Read whole articles (strong models), or sentence by sentence (small ones).",
    ),
    click.option(
        "--vocabulary",
        type=click.Choice(["auto", "closed", "open"]),
        default="auto",
        show_default=True,
        help="Let the model choose only among the names, dates, quotes and amounts that were found in the article, or "
        "use words of its own; auto: closed for local models, open for hosted ones.",
    ),
    click.option(
        "--on-unsupported",
        type=click.Choice(["drop", "flag", "reject"]),
        default="drop",
        show_default=True,
        help="Values the article does not support: drop them, leave them flagged, or reject the event.",
    ),
    click.option(
        "--repairs",
        type=click.IntRange(min=0, max=MOST_REPAIRS),
        default=Policy().repairs,
        show_default=True,
        metavar="N",
        help="Ask at most N times again about the values of an event that failed.",
    ),
    click.option(
        "--second-look",
        is_flag=True,
        help="Ask again about the sentences that look like an event and that no event covers.",
    ),
)


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How the run goes."""

    concurrency: int
    timeout: float
    rpm: int | None
    tpm: int | None
    max_tokens_total: int | None
    max_cost: Decimal | None
    prices: Path | None
    max_article_tokens: int | None
    chunk: bool
    dry_run: bool

    @property
    def allowance(self) -> Allowance:
        """What the run may take of the endpoint."""
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


RUN: tuple[Option, ...] = (
    click.option(
        "--concurrency",
        type=click.IntRange(min=1),
        default=4,
        show_default=True,
        metavar="N",
        help="Articles under way at a time; fewer while the endpoint answers 429.",
    ),
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
        "--chunk",
        is_flag=True,
        help="The same for articles that do not fit into the context that the endpoint tells (llama.cpp, vLLM, the "
        "embedded model).",
    ),
    click.option("--dry-run", is_flag=True, help="Tell calls and tokens, ask no model and write nothing."),
)


@dataclass(frozen=True, slots=True)
class OutputOptions:
    """What is written, and where."""

    out: str | None
    accepted_only: bool
    force: bool


OUTPUT: tuple[Option, ...] = (
    click.option("-o", "--out", metavar="OUT", help="Write records here; without it, or with -, to standard output."),
    click.option("--accepted-only", is_flag=True, help="Write only accepted events."),
    click.option("--force", is_flag=True, help="Replace OUT even if communique did not make it."),
)


@dataclass(frozen=True, slots=True)
class StoreOptions:
    """Where answers are kept, and which of them are used."""

    store: str | None
    no_store: bool
    retry_failed: bool


STORE: tuple[Option, ...] = (
    click.option(
        "--store",
        metavar="FILE",
        help="Keep what the model answers here, so that the same command asks nothing twice. "
        "Default: COMMUNIQUE_STORE, else store.sqlite in the cache directory.",
    ),
    click.option("--no-store", is_flag=True, help="Keep nothing, and ask everything anew."),
    click.option("--retry-failed", is_flag=True, help="Ask again what failed or was refused in earlier runs."),
)


@dataclass(frozen=True, slots=True)
class ExtractOptions:
    """The command's parameters as they were parsed; `command` is the command line itself, without secrets."""

    input: InputOptions
    model: ModelOptions
    reading: ReadingOptions
    run: RunOptions
    output: OutputOptions
    store: StoreOptions
    command: tuple[str, ...]

    @classmethod
    def of(cls, context: click.Context) -> "ExtractOptions":
        """The parameters sorted into their groups."""
        given = context.params
        return cls(
            input=_picked(InputOptions, given),
            model=_picked(ModelOptions, given),
            reading=_picked(ReadingOptions, given),
            run=_picked(RunOptions, given),
            output=_picked(OutputOptions, given),
            store=_picked(StoreOptions, given),
            command=_command(context),
        )


def offering(*groups: tuple[Option, ...]) -> Option:
    """A decorator that gives a command the options of all groups, in this order of `--help`."""

    def decorate(command: Command) -> Command:
        for option in reversed([option for group in groups for option in group]):
            command = option(command)
        return command

    return decorate


def _command(context: click.Context) -> tuple[str, ...]:
    """What was given on the command line; of an address only what is no user, password or query."""
    told: list[str] = []
    for parameter in context.command.params:
        name, value = str(parameter.name), context.params.get(str(parameter.name))
        if context.get_parameter_source(name) is not ParameterSource.COMMANDLINE:
            continue
        if isinstance(parameter, click.Argument):
            told.extend(value or ())
        elif value is True:
            told.append(parameter.opts[-1])
        else:
            told.extend((parameter.opts[-1], _address(str(value)) if name == "base_url" else str(value)))
    return (str(context.command.name), *told)


def _address(url: str) -> str:
    try:
        parts = urlsplit(url)
        return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))
    except ValueError:
        return "?"


def _picked(kind: type[Group], given: Mapping[str, Any]) -> Group:
    return kind(**{field.name: given[field.name] for field in fields(kind)})  # type: ignore[arg-type]  # a dataclass
