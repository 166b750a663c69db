"""Batches of a command's questions: sent, looked at, taken in, round after round, until nothing is left to ask."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from communique.cli.inputs import input_count, outcomes, read_inputs
from communique.cli.options import ExtractOptions
from communique.cli.progress import RunProgress
from communique.completion import Prompt
from communique.errors import CompletionError
from communique.extractor import Extractor
from communique.kinds import resolve_kinds
from communique.llm.batch_api import MOST_BYTES, MOST_REQUESTS, BatchAnswer, BatchAPI, BatchState, request_line
from communique.llm.gathering import GatheringConnection
from communique.store.batches import Batch, Submission
from communique.store.kept import Kept, KeptFailure
from communique.store.sqlite import SQLiteStore

MOST_ROUNDS = 12
"""Repairs are bounded, so that a command has a few rounds; what fails for the moment is asked again in the next one."""


@dataclass(frozen=True, slots=True)
class Requests:
    """A file of requests and how many it has."""

    path: Path
    count: int


class RequestFiles:
    """Questions written to files, each of which is small enough for a batch; a question is asked once."""

    def __init__(self, folder: Path, connection: GatheringConnection) -> None:
        self._folder, self._connection, self._modes = folder, connection, connection.modes
        self._seen: set[str] = set()
        self._files: list[Requests] = []
        self._file: IO[str] | None = None
        self._count = self._bytes = 0

    def gather(self, key: str, prompt: Prompt) -> None:
        """Writes the question."""
        if key in self._seen:
            return
        self._seen.add(key)
        line = request_line(key, prompt, model=self._connection.model, modes=self._modes)
        size = len(line.encode())
        if self._file is None or self._count == MOST_REQUESTS or self._bytes + size > MOST_BYTES:
            self._begin()
        if self._file is not None:
            self._file.write(line)
        self._count, self._bytes = self._count + 1, self._bytes + size

    def ended(self) -> Sequence[Requests]:
        """The files, closed."""
        self._end()
        return self._files

    def _begin(self) -> None:
        self._end()
        path = self._folder / f"requests-{len(self._files)}.jsonl"
        self._file = path.open("w", encoding="utf-8", newline="\n")
        self._count = self._bytes = 0

    def _end(self) -> None:
        if self._file is not None:
            self._file.close()
            self._files.append(Requests(Path(self._file.name), self._count))
            self._file = None


def gathering_extractor(options: ExtractOptions, store: SQLiteStore) -> tuple[Extractor, GatheringConnection]:
    """An extractor that answers from the store only, and its connection."""
    connection = GatheringConnection(
        options.model.model, base_url=options.model.base_url, store=store, allowance=options.run.allowance
    )
    reading = options.reading
    extractor = Extractor(
        connection,
        kinds=resolve_kinds(reading.kinds),
        policy=reading.policy,
        strategy=reading.strategy,
        vocabulary=reading.vocabulary,
    )
    return extractor, connection


@contextmanager
def questions(
    extractor: Extractor, connection: GatheringConnection, options: ExtractOptions
) -> Iterator[Sequence[Requests]]:
    """The questions that the articles ask now and the store does not answer, as files of requests."""
    with TemporaryDirectory(prefix="communique-batch-") as folder:
        files = RequestFiles(Path(folder), connection)
        connection.gather = files.gather
        with RunProgress(input_count(options.input)) as progress:
            for _ in outcomes(extractor, read_inputs(options.input), options.run.concurrency):
                progress.article_done()
        yield files.ended()


async def send(api: BatchAPI, requests: Sequence[Requests], submission: Submission, store: SQLiteStore) -> int:
    """How many questions were sent, as a new round of the submission."""
    async with api:
        for file in requests:
            batch = await api.submit(file.path, submission.token)
            store.batches.add(submission.id, batch, file.count)
    store.batches.next_round(submission.id)
    return sum(file.count for file in requests)


async def look(api: BatchAPI, submission: Submission, store: SQLiteStore) -> list[tuple[Batch, BatchState | None]]:
    """Where each batch of the submission stands, None for one whose answers were taken; batches of ours that are not
    known here, since a crash came between, are taken up."""
    async with api:
        for batch, count in await api.marked(submission.token):
            store.batches.add(submission.id, batch, count)
        known = next(one for one in store.batches.all() if one.id == submission.id).batches
        return [(batch, None if batch.is_collected else await api.look(batch.id)) for batch in known]


async def take_in(api: BatchAPI, states: Sequence[BatchState], store: SQLiteStore, *, is_last: bool) -> "Taken":
    """Keeps what came of the requests; in the `is_last` round what could be asked again is kept as failed."""
    taken = Taken()
    async with api:
        for state in states:
            async for answer in api.answers(state):
                taken.count(answer)
                kept = _kept(answer, is_last=is_last)
                if kept is not None:
                    store.keep(answer.key, kept)
            store.batches.collected(state.id)
            taken.errors.extend(state.errors)
    return taken


async def cancel(api: BatchAPI, states: Sequence[BatchState]) -> None:
    """Tells the running batches to end."""
    async with api:
        for state in states:
            if state.is_running:
                await api.cancel(state.id)


class Taken:
    """Counts of what was taken in, and what was told of batches and requests that failed."""

    def __init__(self) -> None:
        self.answers = self.refused = self.unanswered = 0
        self.errors: list[str] = []

    def count(self, answer: BatchAnswer) -> None:
        """Counts one request."""
        if answer.outcome is None:
            self.unanswered += 1
        elif isinstance(answer.outcome, CompletionError):
            self.refused += 1
            self.errors.append(answer.outcome.message)
        else:
            self.answers += 1


def _kept(answer: BatchAnswer, *, is_last: bool) -> Kept | None:
    """The outcome as the store keeps it; None for what is asked again."""
    outcome = answer.outcome
    if isinstance(outcome, CompletionError):
        return Kept("failed", KeptFailure(outcome.code, outcome.message, outcome.status))
    if outcome is None:
        told = f"no answer came in {MOST_ROUNDS} batches; ask again with --retry-failed"
        return Kept("failed", KeptFailure("server", told)) if is_last else None
    return Kept("refused" if outcome.finish_reason in ("refusal", "content_filter") else "done", outcome)


def command_line(submission: Submission) -> str:
    """The command as it was given, for people and messages."""
    return json.dumps(" ".join(submission.command), ensure_ascii=False)
