"""One run of `communique extract`: the articles are read, asked about, written and counted."""

import os
import sys
import time
from collections import Counter
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from typing import NoReturn

import click

from communique.cli import DONE, INTERRUPTED, NOTHING_STARTED, SOME_FAILED
from communique.cli.engines import opened_engine
from communique.cli.inputs import Inputs, input_count, outcomes, read_inputs
from communique.cli.options import ExtractOptions, StoreOptions
from communique.cli.output import Output, open_output
from communique.cli.progress import RunProgress
from communique.cli.stopping import Stopping
from communique.cli.summary import Tally, print_summary
from communique.cli.terminal import counted, printable
from communique.cli.writing import Writer
from communique.completion import TokenUsage
from communique.engines.reading import Engine
from communique.errors import StoreError
from communique.extractor import Extractor
from communique.ingest import FailedArticle
from communique.kinds import resolve_kinds
from communique.llm.choosing import LOCAL, choose_model
from communique.llm.connecting import Connection
from communique.llm.storing import default_store
from communique.prompting import ARTICLE_SCHEMA
from communique.store.runs import RunState
from communique.store.sqlite import SQLiteStore

_CHARACTERS_A_TOKEN = 4
_SHOW_CURSOR = b"\x1b[?25h"  # which the bar of a run hides


def run(options: ExtractOptions) -> int:
    """The exit code of a run."""
    model = _model(options.model.model)
    inputs = read_inputs(options.input)
    if options.run.dry_run:
        with _extractor(options, model, None) as extractor:
            return _plan(extractor, inputs)
    with (
        _store(options.store) as store,
        _extractor(options, model, store) as extractor,
        opened_engine(extractor, options.engine) as engine,
    ):
        return _extract(_Run(engine, extractor.connection, store), inputs, options)


def _extractor(options: ExtractOptions, model: str, store: SQLiteStore | None) -> Extractor:
    reading = options.reading
    return Extractor(
        Connection(model, base_url=options.model.base_url, store=store, allowance=options.run.allowance),
        kinds=resolve_kinds(reading.kinds),
        policy=reading.policy,
        strategy=reading.strategy,
        vocabulary=reading.vocabulary,
    )


def _store(options: StoreOptions) -> AbstractContextManager[SQLiteStore | None]:
    if options.no_store:
        return nullcontext()
    return SQLiteStore(options.store or default_store(), retry_failed=options.retry_failed)


def _model(named: str | None) -> str:
    model = choose_model(named)
    if model != named:
        told = "the embedded model" if model == LOCAL else f"{printable(model)} (OPENAI_MODEL)"
        click.echo(f"no --model given: reading with {told}", err=True)
    return model


def _plan(extractor: Extractor, inputs: Inputs) -> int:
    """Prints the calls and tokens of a first round of questions; repairs come on top."""
    told: Counter[str] = Counter()
    for item in inputs:
        if isinstance(item, FailedArticle):
            told["unread"] += 1
            click.echo(printable(item.error), err=True)
            continue
        told["readable"] += 1
        prompts = extractor.plan(item)
        portions = sum(prompt.schema_name == ARTICLE_SCHEMA for prompt in prompts)
        told.update(long=portions > 1, portions=portions if portions > 1 else 0)
        for prompt in prompts:
            letters = sum(len(message.content) for message in prompt.messages)
            told.update(calls=1, letters=letters, written=prompt.max_tokens)
    click.echo(f"articles: {told['readable']} readable, {told['unread']} not")
    if told["long"]:
        click.echo(f"long: {counted(told['long'], 'article')}, asked about in {counted(told['portions'], 'portion')}")
    click.echo(f"calls: {told['calls']}, and more for answers that cannot be used, repairs and a second look")
    click.echo(
        f"tokens: about {told['letters'] // _CHARACTERS_A_TOKEN} to read ({told['letters']} characters, "
        f"{_CHARACTERS_A_TOKEN} to a token), at most {told['written']} to write"
    )
    price = extractor.connection.budget.price
    if price is not None:
        cost = price.cost(TokenUsage(told["letters"] // _CHARACTERS_A_TOKEN, told["written"]))
        click.echo(f"cost: about {cost:.4f} with the longest answers, {price.source}")
    return SOME_FAILED if told["unread"] else DONE


@dataclass(frozen=True, slots=True)
class _Run:
    """What reads, what is asked, and what keeps the answers."""

    engine: Engine
    connection: Connection
    store: SQLiteStore | None


def _extract(run: _Run, inputs: Inputs, options: ExtractOptions) -> int:
    tally, started = Tally(), time.monotonic()
    output = open_output(options.output.out, force=options.output.force, given=options.input.paths)
    writer = Writer(output, tally, accepted_only=options.output.accepted_only)
    stopping = Stopping(run.engine.stop, partial(_leave, output))
    with stopping, RunProgress(input_count(options.input)) as progress, output:
        if run.store is not None:
            run.store.begin(options.command, options.output.out)
        run.connection.progress = progress.weights
        for outcome in outcomes(run.engine, inputs, options.run.concurrency):
            writer.write(outcome)
            progress.article_done()
    tally.spent(run.connection.budget)
    if run.store is not None:
        _end(run.store, tally)
    tally.reuse = run.connection.reuse
    print_summary(tally, time.monotonic() - started, output.told)
    return INTERRUPTED if stopping.is_asked else _status(tally)


def _leave(output: Output) -> NoReturn:
    """Ends the process at once. The store needs no farewell: what was under way is in doubt, as after a kill."""
    output.discard()
    if sys.stderr.isatty():
        os.write(2, _SHOW_CURSOR)
    os._exit(INTERRUPTED)


def _end(store: SQLiteStore, tally: Tally) -> None:
    """Writes how the run ended; what it wrote stands, whether or not that can be kept."""
    try:
        store.end(_state(tally), articles=tally.articles.total(), failed=tally.articles["failed"])
    except StoreError as error:
        click.echo(printable(error), err=True)


def _state(tally: Tally) -> RunState:
    if tally.stopped:
        return "stopped"
    return "failed" if tally.articles["failed"] else "done"


def _status(tally: Tally) -> int:
    if tally.unread == tally.articles.total():
        return NOTHING_STARTED
    return SOME_FAILED if tally.articles["failed"] else DONE
