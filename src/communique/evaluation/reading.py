"""Records with their articles' file, as `communique extract` and hand annotation write them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from communique.errors import ConfigurationError, InputError
from communique.events import BUILT_IN, Event
from communique.ingest.json_rows import read_json_lines
from communique.records import ArticleReport, EventRecord, Extraction
from communique.schemas import validate_record

Line = TypeVar("Line", EventRecord, ArticleReport)
_RECORDS = "give a file that `communique extract -o` wrote, or one in its format"
_BESIDE = "give OUT.jsonl with OUT.articles.jsonl beside it, which says which articles were read"


@dataclass(frozen=True, slots=True)
class RecordSet:
    """The events of some articles, and a report of each article, those without events too.

    `path` and `lines` (article id to line of the articles' file) are for messages; sets made in memory have none.
    """

    records: tuple[EventRecord, ...]
    reports: tuple[ArticleReport, ...]
    path: Path | None = None
    lines: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, extractions: Iterable[Extraction]) -> "RecordSet":
        """The records and reports of extractions."""
        given = tuple(extractions)
        return cls(tuple(record for one in given for record in one.records), tuple(one.report for one in given))


def articles_path(records: Path) -> Path:
    """The articles' file beside a file of records: events.jsonl has events.articles.jsonl."""
    return records.with_name(f"{records.name.removesuffix('.jsonl')}.articles.jsonl")


def read_records(path: Path | str, kinds: Iterable[type[Event]] = BUILT_IN) -> RecordSet:
    """The records of a file with the articles' file beside it; `kinds` are the event classes it may hold.

    Raises InputError, which names file and line, for a broken line, an id that comes twice, or a record whose article
    is not in the articles' file.
    """
    path, classes = Path(path), tuple(kinds)
    beside = articles_path(path)
    reports = [(number, report) for number, report in _lines(beside, _report) if not _is_repeated(report)]
    records = list(_lines(path, lambda row: _record(row, classes)))
    lines = _distinct([(number, report.article.id) for number, report in reports], beside, "article")
    _distinct([(number, record.id) for number, record in records], path, "record")
    by_id = {report.article.id: report for _, report in reports}
    for number, record in records:
        _check_article(record, by_id.get(record.article.id), path, number)
    return RecordSet(tuple(record for _, record in records), tuple(report for _, report in reports), beside, lines)


def _lines(path: Path, read: Callable[[dict[str, Any]], Line]) -> Iterator[tuple[int, Line]]:
    for number, row in read_json_lines(path, mend=_BESIDE):
        if isinstance(row, InputError):
            raise row
        try:
            yield number, read(row)
        except InputError as error:
            raise InputError(error.message, code=error.code, path=path, line=number, mend=error.mend) from error


def _is_repeated(report: ArticleReport) -> bool:
    """Whether the line only tells that an id came twice; the first article of that id has a line of its own."""
    return report.error is not None and report.error.code == "duplicate_id"


def _report(row: dict[str, Any]) -> ArticleReport:
    try:
        return ArticleReport.model_validate(row)
    except ValidationError as error:
        mend = "give the articles' file that `communique extract -o` wrote beside the records"
        raise InputError(f"no line of an articles' file: {_first(error)}", code="broken_line", mend=mend) from error


def _record(row: dict[str, Any], kinds: Sequence[type[Event]]) -> EventRecord:
    try:
        record = EventRecord.of(row, kinds)
        validate_record(row, type(record.event))
    except KeyError as error:
        raise InputError(f"no record: {error} is missing", code="broken_line", mend=_RECORDS) from error
    except ConfigurationError as error:
        told, _, mend = str(error).partition("; ")
        raise InputError(told, code="unknown_kind", mend=mend) from error
    except ValidationError as error:
        raise InputError(f"no record: {_first(error)}", code="broken_line", mend=_RECORDS) from error
    return record


def _first(error: ValidationError) -> str:
    told = error.errors()[0]
    return f"at {'/'.join(str(step) for step in told['loc'])}: {told['msg']}"


def _distinct(given: Iterable[tuple[int, str]], path: Path, what: str) -> dict[str, int]:
    """The ids with their lines; raises InputError for one that comes twice."""
    lines: dict[str, int] = {}
    for number, name in given:
        if name in lines:
            raise InputError(
                f"{what} {name!r} stands on line {lines[name]} already",
                code="duplicate_id",
                path=path,
                line=number,
                mend="leave one of the two",
            )
        lines[name] = number
    return lines


def _check_article(record: EventRecord, report: ArticleReport | None, path: Path, number: int) -> None:
    name = record.article.id
    if report is None:
        raise InputError(
            f"article {name!r} is not in {articles_path(path).name}",
            code="no_article",
            path=path,
            line=number,
            mend="give the two files of one run",
        )
    if report.article.sha256 != record.article.sha256:
        raise InputError(
            f"article {name!r} has another text (sha256) in {articles_path(path).name}",
            code="other_text",
            path=path,
            line=number,
            mend="give the two files of one run",
        )
