"""What the commands of `communique batch` do: submissions sent, looked at, taken in and written."""

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from secrets import token_hex
from typing import Any

import click

from communique import _sync
from communique.cli import DONE, SOME_FAILED
from communique.cli.batch import submit as submit_command
from communique.cli.batching import (
    MOST_ROUNDS,
    Taken,
    cancel,
    command_line,
    gathering_extractor,
    look,
    questions,
    send,
    take_in,
)
from communique.cli.inputs import outcomes, read_inputs
from communique.cli.options import ExtractOptions
from communique.cli.output import open_output
from communique.cli.summary import Tally, print_summary
from communique.cli.terminal import counted, printable
from communique.cli.writing import Writer
from communique.errors import InputError
from communique.extractor import Extractor
from communique.llm.batch_api import BatchAPI, BatchState
from communique.llm.gathering import GatheringConnection
from communique.llm.storing import default_store
from communique.store.batches import Submission
from communique.store.sqlite import SQLiteStore

_SHOWN_ERRORS = 5


def submit(options: ExtractOptions) -> int:
    """Sends the questions of a reading; the exit code."""
    if options.output.out in (None, "-", "/dev/stdout"):
        raise InputError("the records come another day", mend="name a file for them with -o OUT")
    if options.store.no_store:
        raise InputError("a batch lives in the store", mend="leave --no-store out, or use `communique extract`")
    open_output(options.output.out, force=options.output.force, given=options.input.paths)
    place = Path(options.store.store) if options.store.store else default_store()
    with SQLiteStore(place, retry_failed=options.store.retry_failed) as store:
        store.begin(("batch", *options.command), options.output.out)
        extractor, connection = gathering_extractor(options, store)
        with extractor, questions(extractor, connection, options) as requests:
            if not requests:
                click.echo("nothing to ask: every question is answered already", err=True)
                return _write(extractor, options)
            number = store.batches.begin(token_hex(8), options.command, str(Path.cwd()))
            submission = next(one for one in store.batches.all() if one.id == number)
            sent = _run(lambda api: send(api, requests, submission, store), connection)
    click.echo(
        f"submission {number}: {sent} questions sent; take the answers with `communique batch collect`", err=True
    )
    return DONE


def status(number: int | None, store: str | None) -> int:
    """Tells where the batches of submissions stand; the exit code."""
    with _opened(store) as held:
        for submission in _chosen(held, number):
            click.echo(f"{submission.id}: {submission.state}, round {submission.rounds}, {_told(submission)}")
            for state in _states(submission, held):
                click.echo(
                    f"  {state.id}: {state.status}, {state.answered} of {state.total} answered, {state.failed} failed"
                )
    return DONE


def collect(number: int | None, store: str | None) -> int:
    """Takes answers, and sends or writes what they lead to; the exit code."""
    with _opened(store) as held:
        chosen = _chosen(held, number)
        if not chosen:
            click.echo("nothing is under way: every submission is done", err=True)
        return max((_collect(one, held) for one in chosen), default=DONE)


def cancel_all(number: int | None, store: str | None) -> int:
    """Ends the batches of submissions; the exit code."""
    with _opened(store) as held:
        for submission in _chosen(held, number):
            _cancel(_states(submission, held), _connection(submission, held))
            held.batches.end(submission.id, "cancelled")
            click.echo(f"{submission.id}: cancelled; `communique batch collect {submission.id}` writes what there is")
    return DONE


def _cancel(states: Sequence[BatchState], connection: GatheringConnection) -> None:
    _run(lambda api: cancel(api, states), connection)


def _collect(submission: Submission, store: SQLiteStore) -> int:
    store.begin(("batch", "collect", str(submission.id)))
    connection = _connection(submission, store)
    states = _states(submission, store)
    running = [state for state in states if state.is_running]
    is_last = submission.rounds >= MOST_ROUNDS
    is_over = is_last or submission.state == "cancelled"
    ended = [state for state in states if not state.is_running]
    _tell(_run(lambda api: take_in(api, ended, store, is_last=is_last), connection))
    if running:
        left = sum(state.total - state.answered - state.failed for state in running)
        click.echo(f"{submission.id}: {left} answers are still to come; collect again later", err=True)
        return SOME_FAILED
    options = _options(submission)
    extractor, gathering = gathering_extractor(options, store)
    with extractor, questions(extractor, gathering, options) as requests:
        if requests and not is_over:
            sent = _run(lambda api: send(api, requests, submission, store), gathering)
            click.echo(
                f"{submission.id}: {sent} new questions sent, round {submission.rounds + 1}; collect again", err=True
            )
            return SOME_FAILED
    status = _write(extractor, options)
    store.batches.end(submission.id, "done")
    return status


def _write(extractor: Extractor, options: ExtractOptions) -> int:
    """Writes what the store's answers give, as a run of `extract` would."""
    tally, started = Tally(), time.monotonic()
    output = open_output(options.output.out, force=options.output.force, given=options.input.paths)
    writer = Writer(output, tally, accepted_only=options.output.accepted_only)
    with output:
        for outcome in outcomes(extractor, read_inputs(options.input), options.run.concurrency):
            writer.write(outcome)
    tally.reuse = extractor.connection.reuse
    print_summary(tally, time.monotonic() - started, output.told)
    return SOME_FAILED if tally.articles["failed"] else DONE


def _tell(taken: Taken) -> None:
    click.echo(
        f"{counted(taken.answers, 'answer')} taken, {taken.refused} refused, {taken.unanswered} to be asked again",
        err=True,
    )
    for error in taken.errors[:_SHOWN_ERRORS]:
        click.echo(f"  {printable(error)}", err=True)
    if len(taken.errors) > _SHOWN_ERRORS:
        click.echo(f"  … and {len(taken.errors) - _SHOWN_ERRORS} more", err=True)


def _states(submission: Submission, store: SQLiteStore) -> Sequence[BatchState]:
    """Where the batches stand whose answers were not taken yet."""
    found = _run(lambda api: look(api, submission, store), _connection(submission, store))
    return [state for _, state in found if state is not None]


def _run(work: Callable[[BatchAPI], Any], connection: GatheringConnection) -> Any:  # noqa: ANN401 - what the work gives
    return _sync.run(work(connection.batches()), blocking="batch", awaitable="communique.llm.batch_api")


def _connection(submission: Submission, store: SQLiteStore) -> GatheringConnection:
    return gathering_extractor(_options(submission), store)[1]


def _options(submission: Submission) -> ExtractOptions:
    """The options of the submission's command, which names its files from the folder where it was given, and needs no
    settings beside it."""
    if submission.folder != str(Path.cwd()):
        raise InputError(
            f"submission {submission.id} was made in another folder", path=submission.folder, mend="go there first"
        )
    return ExtractOptions.of(submit_command.make_context("submit", list(submission.command[1:]), default_map={}))


def _chosen(store: SQLiteStore, number: int | None) -> Sequence[Submission]:
    every = store.batches.all()
    if number is None:
        return [one for one in every if one.state != "done"]
    chosen = [one for one in every if one.id == number]
    if not chosen:
        known = ", ".join(str(one.id) for one in every) or "none"
        raise InputError(f"there is no submission {number}", mend=f"give one of those there are: {known}")
    return chosen


def _opened(store: str | None) -> AbstractContextManager[SQLiteStore]:
    place = Path(store) if store else default_store()
    if not place.exists():
        raise InputError("there is no store", path=place, mend="run `communique batch submit`, or name it with --store")
    return SQLiteStore(place)


def _told(submission: Submission) -> str:
    return printable(f"{submission.started}, {command_line(submission)}")
