"""What became of an article, as lines of the output and counts of the run."""

from collections import Counter

import click

from communique.cli.output import Output
from communique.cli.summary import Tally
from communique.cli.terminal import printable
from communique.ingest import FailedArticle
from communique.records import Extraction, Failure, Usage
from communique.reporting import reported

_MOST_TOLD = 5
_SHARED = frozenset({"stopped", "budget", "store"})


class Writer:
    """Writes outcomes to `output` and counts them in `tally`; a failure is told on standard error, too."""

    def __init__(self, output: Output, tally: Tally, *, accepted_only: bool) -> None:
        self._output, self._tally, self._accepted_only = output, tally, accepted_only
        self._told: Counter[str] = Counter()

    def write(self, outcome: Extraction | FailedArticle) -> None:
        """Writes the records of one article and then its report."""
        records, report = reported(outcome, accepted_only=self._accepted_only)
        for record in records:
            self._output.record(record.to_json())
            self._tally.record(record)
        usage = Usage()
        if isinstance(outcome, FailedArticle):
            self._tally.unread += 1
        else:
            usage = outcome.usage
            self._tally.second_look(outcome.second_look)
            self._tally.failed_before += outcome.failed_before
        if report.error is not None:
            self._tell(report.article.id, report.error)
        self._output.article(report.to_json())
        self._tally.article(report, usage)

    def _tell(self, article: str, failure: Failure) -> None:
        """Prints the failure: of those with one code the first few, and once what the rest of the articles share."""
        self._told[failure.code] += 1
        told, most = self._told[failure.code], 1 if failure.code in _SHARED else _MOST_TOLD
        if told <= most:
            where = "" if failure.message.startswith(f"{article}: ") else f"{printable(article)}: "
            click.echo(f"{where}{printable(failure.message)}", err=True)
        if told == most + 1 and failure.code not in _SHARED:
            click.echo(f"more articles fail by {failure.code}; those are only counted here", err=True)
