"""The options of `communique extract`: one frozen group of values for each concern, with the options that fill it.

A new option is a field of its group and a `click.option` in the group's tuple.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, TypeVar
from urllib.parse import urlsplit, urlunsplit

import click
from click.core import ParameterSource

from communique.cli.completing import models_begun, paths_begun
from communique.cli.engine_options import EngineOptions
from communique.cli.kind_names import kinds_option
from communique.cli.run_options import Command, Option, RunOptions
from communique.cli.shards import Shard, ShardType
from communique.verdicts import MOST_REPAIRS, Policy

Group = TypeVar("Group")


@dataclass(frozen=True, slots=True)
class InputOptions:
    """What is read."""

    paths: tuple[str, ...]
    encoding: str | None
    limit: int | None
    shard: Shard | None


INPUT: tuple[Option, ...] = (
    click.argument("paths", nargs=-1, required=True, metavar="PATH...", shell_complete=paths_begun),
    click.option("--encoding", help="Encoding of the input files. Default: by their mark, else UTF-8."),
    click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Read at most N articles."),
    click.option(
        "--shard",
        type=ShardType(),
        metavar="I/N",
        help="Read the I-th of N parts, for one of N machines; `communique merge` joins what they make.",
    ),
)


@dataclass(frozen=True, slots=True)
class ModelOptions:
    """Who is asked."""

    model: str | None
    base_url: str | None


MODEL: tuple[Option, ...] = (
    click.option(
        "--model",
        shell_complete=models_begun,
        help='Model name, "local", or a GGUF file. Default: OPENAI_MODEL, else the embedded model.',
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
    kinds_option("Event kinds, with commas; also package.module:Class for one of your own."),
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
        "--second-look/--no-second-look",
        help="Ask again about the sentences that look like an event and that no event covers.",
    ),
)


@dataclass(frozen=True, slots=True)
class OutputOptions:
    """What is written, and where."""

    out: str | None
    accepted_only: bool
    force: bool


OUTPUT: tuple[Option, ...] = (
    click.option(
        "-o",
        "--out",
        metavar="OUT",
        shell_complete=paths_begun,
        help="Write records here: a file, an address such as s3://bucket/events.jsonl, or with .parquet one table of "
        "records and articles; without it, or with -, to standard output.",
    ),
    click.option("--accepted-only/--no-accepted-only", help="Write only accepted events."),
    click.option("--force", is_flag=True, help="Replace OUT even if communique did not make it."),
)


@dataclass(frozen=True, slots=True)
class StoreOptions:
    """Where answers are kept, and which of them are used."""

    store: str | None
    no_store: bool
    retry_failed: bool


PLACE: tuple[Option, ...] = (
    click.option(
        "--store",
        type=click.Path(),
        metavar="FILE",
        shell_complete=paths_begun,
        help="Keep what the model answers here, so that the same command asks nothing twice. "
        "Default: COMMUNIQUE_STORE, else store.sqlite in the cache directory.",
    ),
    click.option("--no-store", is_flag=True, help="Keep nothing, and ask everything anew."),
)

STORE: tuple[Option, ...] = (
    *PLACE,
    click.option("--retry-failed", is_flag=True, help="Ask again what failed or was refused in earlier runs."),
)


@dataclass(frozen=True, slots=True)
class ExtractOptions:
    """The command's parameters as they were parsed; `command` is the command line itself, without secrets."""

    input: InputOptions
    model: ModelOptions
    reading: ReadingOptions
    run: RunOptions
    engine: EngineOptions
    output: OutputOptions
    store: StoreOptions
    command: tuple[str, ...]

    @classmethod
    def of(cls, context: click.Context) -> "ExtractOptions":
        """The parameters sorted into their groups."""
        given = context.params
        return cls(
            input=picked(InputOptions, given),
            model=picked(ModelOptions, given),
            reading=picked(ReadingOptions, given),
            run=picked(RunOptions, given),
            engine=picked(EngineOptions, given) if "workers" in given else EngineOptions(),
            output=picked(OutputOptions, given),
            store=picked(StoreOptions, given),
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
    """What was given on the command line and what the settings say beside it, so that the command is whole without
    them; of an address only what is no user, password or query. The store that keeps it need not be told."""
    told: list[str] = []
    for parameter in context.command.params:
        name, value = str(parameter.name), context.params.get(str(parameter.name))
        source = context.get_parameter_source(name)
        is_set = source is ParameterSource.DEFAULT_MAP and name != "store"
        if not (source is ParameterSource.COMMANDLINE or is_set):
            continue
        if isinstance(parameter, click.Argument):
            told.extend(value or ())
        elif isinstance(value, bool):
            told.append((parameter.opts if value else parameter.secondary_opts)[-1])
        else:
            told.extend((parameter.opts[-1], _address(str(value)) if name == "base_url" else str(value)))
    return (str(context.command.name), *told)


def _address(url: str) -> str:
    try:
        parts = urlsplit(url)
        return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))
    except ValueError:
        return "?"


def picked(kind: type[Group], given: Mapping[str, Any]) -> Group:
    """The group of these parameters."""
    return kind(**{field.name: given[field.name] for field in fields(kind)})  # type: ignore[arg-type]  # a dataclass
