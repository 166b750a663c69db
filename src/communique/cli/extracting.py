"""One run of `communique extract`: the articles are read, asked about, written and counted."""

import time
from collections import Counter
from collections.abc import Sequence

import click

from communique.cli import DONE, NOTHING_STARTED, SOME_FAILED
from communique.cli.inputs import Inputs, input_count, outcomes, read_inputs
from communique.cli.options import ExtractOptions, ModelOptions, RunOptions
from communique.cli.output import FileOutput, StreamOutput, open_output
from communique.cli.progress import RunProgress
from communique.cli.summary import Tally, print_summary
from communique.cli.terminal import printable
from communique.errors import InputError
from communique.extractor import Extractor
from communique.ingest import FailedArticle
from communique.kinds import resolve_kinds
from communique.llm.connecting import LOCAL, Connection, choose_model
from communique.records import ArticleReference, ArticleReport, EventRecord, Extraction, Usage, failure_of
from communique.schemas import validate_record

_CHARACTERS_A_TOKEN = 4


def run(options: ExtractOptions) -> int:
    """The exit code of a run."""
    reading = options.reading
    kinds = resolve_kinds(reading.kinds)
    connection = _connection(options.model, options.run)
    inputs = read_inputs(options.input)
    with Extractor(
        connection, kinds=kinds, policy=reading.policy, strategy=reading.strategy, vocabulary=reading.vocabulary
    ) as extractor:
        if options.run.dry_run:
            return _plan(extractor, inputs)
        return _extract(extractor, inputs, options)


def _connection(options: ModelOptions, run: RunOptions) -> Connection:
    return Connection(_model(options.model), base_url=options.base_url, allowance=run.allowance)


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
        for prompt in extractor.plan(item):
            letters = sum(len(message.content) for message in prompt.messages)
            told.update(calls=1, letters=letters, written=prompt.max_tokens)
    click.echo(f"articles: {told['readable']} readable, {told['unread']} not")
    click.echo(f"calls: {told['calls']}, and more for answers that cannot be used, repairs and a second look")
    click.echo(
        f"tokens: about {told['letters'] // _CHARACTERS_A_TOKEN} to read ({told['letters']} characters, "
        f"{_CHARACTERS_A_TOKEN} to a token), at most {told['written']} to write"
    )
    return SOME_FAILED if told["unread"] else DONE


def _extract(extractor: Extractor, inputs: Inputs, options: ExtractOptions) -> int:
    tally, started = Tally(), time.monotonic()
    output = open_output(options.output.out, force=options.output.force)
    with RunProgress(input_count(options.input)) as progress, output:
        extractor.connection.progress = progress.weights
        for outcome in outcomes(extractor, inputs, options.run.concurrency):
            _write(outcome, output, tally, accepted_only=options.output.accepted_only)
            progress.article_done()
    tally.spent(extractor.connection.budget)
    print_summary(tally, time.monotonic() - started, output.told)
    if tally.unread == tally.articles.total():
        return NOTHING_STARTED
    return SOME_FAILED if tally.articles["failed"] else DONE


def _write(
    outcome: Extraction | FailedArticle, output: FileOutput | StreamOutput, tally: Tally, *, accepted_only: bool
) -> None:
    if isinstance(outcome, FailedArticle):
        report, usage = _failed_report(outcome), Usage()
        tally.unread += 1
    else:
        records = [record for record in outcome.records if record.accepted or not accepted_only]
        report, usage = _written(outcome.report, records, output, tally), outcome.usage
        tally.second_look(outcome.second_look)
    if report.error is not None:
        click.echo(f"{printable(report.article.id)}: {printable(report.error.message)}", err=True)
    output.article(report.to_json())
    tally.article(report, usage)


def _failed_report(item: FailedArticle) -> ArticleReport:
    return ArticleReport(article=ArticleReference(id=item.id), status="failed", error=failure_of(item.error))


def _written(
    report: ArticleReport, records: Sequence[EventRecord], output: FileOutput | StreamOutput, tally: Tally
) -> ArticleReport:
    """The report with the ids of the records that were written; a record that breaks its schema fails the article."""
    written, error = [], report.error
    for record in records:
        try:
            validate_record(record.model_dump(mode="json"), type(record.event))
        except InputError as fault:
            error = error or failure_of(fault)
            continue
        output.record(record.to_json())
        tally.record(record)
        written.append(record.id)
    status = "failed" if error else report.status
    return report.model_copy(update={"events": tuple(written), "error": error, "status": status})
