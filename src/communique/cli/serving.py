"""What `communique mcp` and `communique serve` share: a model that waits to be asked, and its options."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from os import environ
from typing import TYPE_CHECKING

import click

import communique
from communique.cli.completing import models_begun
from communique.cli.options import MODEL, PLACE, READING, ModelOptions, ReadingOptions, picked
from communique.cli.run_options import ALLOWANCE, AllowanceOptions, Option, concurrency_option
from communique.cli.terminal import printable
from communique.kinds import resolve_kinds
from communique.llm.storing import default_store

if TYPE_CHECKING:
    from communique.extractor import Extractor


@dataclass(frozen=True, slots=True)
class ServingOptions:
    """Which model reads for those who ask, and how."""

    model: ModelOptions
    reading: ReadingOptions
    allowance: AllowanceOptions
    store: str | None
    no_store: bool
    concurrency: int

    @classmethod
    def of(cls, context: click.Context) -> "ServingOptions":
        """The parameters sorted into their groups."""
        given = context.params
        return cls(
            model=picked(ModelOptions, given),
            reading=picked(ReadingOptions, given),
            allowance=picked(AllowanceOptions, given),
            store=given["store"],
            no_store=given["no_store"],
            concurrency=given["concurrency"],
        )


SERVING: tuple[Option, ...] = (
    click.option(
        "--model",
        shell_complete=models_begun,
        help='Model name, "local", or a GGUF file. Default: OPENAI_MODEL; without both, articles are not read.',
    ),
    *MODEL[1:],
    *READING,
    concurrency_option("Articles read at a time."),
    *ALLOWANCE,
    *PLACE,
)


@contextmanager
def opened_reader(options: ServingOptions) -> Iterator["Extractor | None"]:
    """The extractor, its model ready to be asked; None, and nothing of a model is loaded, where none is named."""
    model = options.model.model or environ.get("OPENAI_MODEL")
    if not model:
        yield None
        return
    click.echo(f"reading with {printable(model)}", err=True)
    reading = options.reading
    with ExitStack() as opened:
        kept = (
            communique.SQLiteStore(options.store or default_store(), retry_own=True) if not options.no_store else None
        )
        store = None if kept is None else opened.enter_context(kept)
        connection = communique.Connection(
            model, base_url=options.model.base_url, store=store, allowance=options.allowance.allowance
        )
        extractor = opened.enter_context(
            communique.Extractor(
                connection,
                kinds=resolve_kinds(reading.kinds),
                policy=reading.policy,
                strategy=reading.strategy,
                vocabulary=reading.vocabulary,
            )
        )
        connection.prepare()
        yield extractor
