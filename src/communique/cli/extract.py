"""`communique extract`: articles in, source-checked events out."""

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

import click

from communique.article import Article
from communique.cli import DONE, NOTHING_STARTED, SOME_FAILED
from communique.cli.output import FileOutput, StreamOutput, open_output
from communique.cli.progress import RunProgress
from communique.cli.summary import Tally, print_summary
from communique.cli.terminal import printable
from communique.errors import InputError
from communique.extractor import Extractor
from communique.ingest import FailedArticle, read_articles
from communique.kinds import resolve_kinds
from communique.llm.connecting import LOCAL, Connection, choose_model
from communique.records import ArticleReference, ArticleReport, EventRecord, Extraction, Usage, failure_of
from communique.schemas import validate_record
from communique.verdicts import MOST_REPAIRS, Policy

_CHARACTERS_A_TOKEN = 4


@dataclass(frozen=True, slots=True)
class ExtractOptions:
    """The command's parameters as they were parsed."""

    paths: tuple[str, ...]
    out: str | None
    model: str | None
    base_url: str | None
    kinds: str
    strategy: Literal["auto", "document", "sentence"]
    vocabulary: Literal["auto", "closed", "open"]
    on_unsupported: Literal["drop", "flag", "reject"]
    repairs: int
    second_look: bool
    accepted_only: bool
    limit: int | None
    dry_run: bool
    concurrency: int
    encoding: str | None
    force: bool


class ExtractCommand(click.Command):
    """A command that hands its parameters over as one value."""

    def invoke(self, ctx: click.Context) -> int:
        """The exit code."""
        return run(ExtractOptions(**ctx.params))


@click.command(cls=ExtractCommand, short_help="Read articles and write source-checked events as JSON Lines.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--out", metavar="OUT", help="Write records here; without it, or with -, to standard output.")
@click.option("--model", help='Model name, "local", or a GGUF file. Default: OPENAI_MODEL, else the embedded model.')
@click.option("--base-url", metavar="URL", help="OpenAI-compatible endpoint. Default: OPENAI_BASE_URL, else OpenAI.")
@click.option(
    "--kinds",
    default="meeting,arms_deal,statement",
    show_default=True,
    help="Event kinds, with commas; also package.module:Class for one of your own.",
)
@click.option(
    "--strategy",
    type=click.Choice(["auto", "document", "sentence"]),
    default="auto",
    show_default=True,
    help="Read whole articles (strong models), or sentence by sentence (small ones).",
)
@click.option(
    "--vocabulary",
    type=click.Choice(["auto", "closed", "open"]),
    default="auto",
    show_default=True,
    help="Let the model choose only among the names, dates, quotes and amounts that were found in the article, or use "
    "words of its own; auto: closed for local models, open for hosted ones.",
)
@click.option(
    "--on-unsupported",
    type=click.Choice(["drop", "flag", "reject"]),
    default="drop",
    show_default=True,
    help="Values the article does not support: drop them, leave them flagged, or reject the event.",
)
@click.option(
    "--repairs",
    type=click.IntRange(min=0, max=MOST_REPAIRS),
    default=Policy().repairs,
    show_default=True,
    metavar="N",
    help="Ask at most N times again about the values of an event that failed.",
)
@click.option(
    "--second-look",
    is_flag=True,
    help="Ask again about the sentences that look like an event and that no event covers.",
)
@click.option("--accepted-only", is_flag=True, help="Write only accepted events.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Read at most N articles.")
@click.option("--dry-run", is_flag=True, help="Tell calls and tokens, ask no model and write nothing.")
@click.option(
    "--concurrency",
    type=click.IntRange(min=1),
    default=4,
    show_default=True,
    metavar="N",
    help="Articles under way at a time.",
)
@click.option("--encoding", help="Encoding of the input files. Default: UTF-8.")
@click.option("--force", is_flag=True, help="Replace OUT even if communique did not make it.")
def extract() -> None:
    """Read articles and write source-checked events as JSON Lines.

    PATH is a .txt, .md, .html, .jsonl or .csv file, a folder, a glob, or - for standard input. OUT.articles.jsonl,
    written beside OUT, accounts for every article. Exit code: 0 done, 1 some articles failed, 2 nothing could start.

    \b
    Examples:
      communique extract news/ -o events.jsonl
      communique extract news/*.txt --model local --limit 2 -o events.jsonl
      communique extract news.jsonl --model gpt-5-mini --kinds meeting -o meetings.jsonl
      communique extract news/ --model qwen3 --base-url http://localhost:11434/v1 --dry-run
    """


def run(options: ExtractOptions) -> int:
    """The exit code of a run."""
    kinds = resolve_kinds(options.kinds)
    model = _model(options.model)
    source = read_articles(options.paths, encoding=options.encoding, stdin=sys.stdin.buffer)
    inputs = tuple(islice(source, options.limit))
    if not inputs:
        raise InputError(
            "no articles here", path=", ".join(options.paths), mend="give a file or a folder with articles"
        )
    policy = Policy(on_unsupported=options.on_unsupported, repairs=options.repairs, second_look=options.second_look)
    connection = Connection(model, base_url=options.base_url)
    with Extractor(
        connection, kinds=kinds, policy=policy, strategy=options.strategy, vocabulary=options.vocabulary
    ) as extractor:
        if options.dry_run:
            return _plan(extractor, inputs)
        return _extract(extractor, inputs, options)


def _model(named: str | None) -> str:
    model = choose_model(named)
    if model != named:
        told = "the embedded model" if model == LOCAL else f"{printable(model)} (OPENAI_MODEL)"
        click.echo(f"no --model given: reading with {told}", err=True)
    return model


def _plan(extractor: Extractor, inputs: Sequence[Article | FailedArticle]) -> int:
    """Prints the calls and tokens of a first round of questions; repairs come on top."""
    articles = [item for item in inputs if isinstance(item, Article)]
    prompts = [prompt for article in articles for prompt in extractor.plan(article)]
    letters = sum(len(message.content) for prompt in prompts for message in prompt.messages)
    click.echo(f"articles: {len(articles)} readable, {len(inputs) - len(articles)} not")
    click.echo(f"calls: {len(prompts)}, and more for answers that cannot be used, repairs and a second look")
    click.echo(
        f"tokens: about {letters // _CHARACTERS_A_TOKEN} to read ({letters} characters, "
        f"{_CHARACTERS_A_TOKEN} to a token), at most {sum(prompt.max_tokens for prompt in prompts)} to write"
    )
    _tell_failures(item for item in inputs if isinstance(item, FailedArticle))
    return DONE if len(articles) == len(inputs) else SOME_FAILED


def _extract(extractor: Extractor, inputs: Sequence[Article | FailedArticle], options: ExtractOptions) -> int:
    tally, started = Tally(), time.monotonic()
    output = open_output(options.out, force=options.force)
    with RunProgress(len(inputs)) as progress, output:
        extractor.connection.progress = progress.weights
        for outcome in outcomes(extractor, inputs, options.concurrency):
            _write(outcome, output, tally, accepted_only=options.accepted_only)
            progress.article_done()
    print_summary(tally, time.monotonic() - started, output.told)
    if tally.articles["failed"] == len(inputs) and all(isinstance(item, FailedArticle) for item in inputs):
        return NOTHING_STARTED
    return SOME_FAILED if tally.articles["failed"] else DONE


def outcomes(
    extractor: Extractor, inputs: Sequence[Article | FailedArticle], concurrency: int
) -> Iterator[Extraction | FailedArticle]:
    """What became of each input, in input order."""
    readable = [item for item in inputs if isinstance(item, Article)]
    extractions = extractor.extract_all(readable, concurrency=concurrency) if readable else iter(())
    for item in inputs:
        yield item if isinstance(item, FailedArticle) else next(extractions)


def _write(
    outcome: Extraction | FailedArticle, output: FileOutput | StreamOutput, tally: Tally, *, accepted_only: bool
) -> None:
    if isinstance(outcome, FailedArticle):
        report, usage = _failed_report(outcome), Usage()
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


def _tell_failures(items: Iterator[FailedArticle]) -> None:
    for item in items:
        click.echo(printable(item.error), err=True)
