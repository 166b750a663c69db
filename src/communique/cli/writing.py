"""What became of an article, as lines of the output and counts of the run."""

from collections.abc import Sequence

import click

from communique.cli.output import FileOutput, StreamOutput
from communique.cli.summary import Tally
from communique.cli.terminal import printable
from communique.errors import InputError
from communique.ingest import FailedArticle
from communique.records import ArticleReference, ArticleReport, EventRecord, Extraction, Failure, Usage, failure_of
from communique.schemas import validate_record

_SHARED = frozenset({"stopped", "budget", "store"})


class Writer:
    """Writes outcomes to `output` and counts them in `tally`; a failure is told on standard error, too."""

    def __init__(self, output: FileOutput | StreamOutput, tally: Tally, *, accepted_only: bool) -> None:
        self._output, self._tally, self._accepted_only = output, tally, accepted_only
        self._told: frozenset[str] = frozenset()

    def write(self, outcome: Extraction | FailedArticle) -> None:
        """Writes the records of one article and then its report."""
        if isinstance(outcome, FailedArticle):
            report, usage = _failed_report(outcome), Usage()
            self._tally.unread += 1
        else:
            records = [record for record in outcome.records if record.accepted or not self._accepted_only]
            report, usage = self._written(outcome.report, records), outcome.usage
            self._tally.second_look(outcome.second_look)
            self._tally.failed_before += outcome.failed_before
        if report.error is not None:
            self._tell(report.article.id, report.error)
        self._output.article(report.to_json())
        self._tally.article(report, usage)

    def _tell(self, article: str, failure: Failure) -> None:
        """Prints the failure; one that all the rest of the articles share is printed once."""
        if failure.code not in self._told:
            click.echo(f"{printable(article)}: {printable(failure.message)}", err=True)
        self._told |= _SHARED & {failure.code}

    def _written(self, report: ArticleReport, records: Sequence[EventRecord]) -> ArticleReport:
        """The report with the ids of the records that were written; a record that breaks its schema fails the
        article."""
        written, error = [], report.error
        for record in records:
            try:
                validate_record(record.model_dump(mode="json"), type(record.event))
            except InputError as fault:
                error = error or failure_of(fault)
                continue
            self._output.record(record.to_json())
            self._tally.record(record)
            written.append(record.id)
        status = "failed" if error else report.status
        return report.model_copy(update={"events": tuple(written), "error": error, "status": status})


def _failed_report(item: FailedArticle) -> ArticleReport:
    return ArticleReport(article=ArticleReference(id=item.id), status="failed", error=failure_of(item.error))
