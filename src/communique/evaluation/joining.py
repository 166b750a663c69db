"""Gold and predictions article by article: both must have the same articles with the same texts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from communique.article import Article
from communique.errors import InputError
from communique.evaluation.reading import RecordSet
from communique.records import ArticleReference, ArticleReport, EventRecord


@dataclass(frozen=True, slots=True)
class Joined:
    """An article with what gold and the prediction say of it; `article` is its text, where it was given."""

    reference: ArticleReference
    gold: tuple[EventRecord, ...]
    predicted: tuple[EventRecord, ...]
    article: Article | None


def joined(gold: RecordSet, predicted: RecordSet, articles: Iterable[Article]) -> tuple[Joined, ...]:
    """Every article of both, by id. Raises InputError for an article that one of them lacks or has another text of."""
    left, right = _by_id(gold), _by_id(predicted)
    texts = {article.id: article for article in articles}
    _check_both(left, gold, predicted)
    _check_both(right, predicted, gold)
    for name in left:
        _check_text(left[name].article, right[name].article, predicted)
        if name in texts:
            _check_given(left[name].article, texts[name])
    for records in (gold, predicted):
        _check_records(records, left)
    events, found = _grouped(gold.records), _grouped(predicted.records)
    return tuple(
        Joined(left[name].article, tuple(events[name]), tuple(found[name]), texts.get(name)) for name in sorted(left)
    )


def _by_id(records: RecordSet) -> Mapping[str, ArticleReport]:
    found: dict[str, ArticleReport] = {}
    for report in records.reports:
        if report.article.id in found:
            message = f"article {report.article.id!r} comes twice"
            raise InputError(message, code="duplicate_id", path=records.path, mend="leave one of the two")
        found[report.article.id] = report
    return found


def _check_both(reports: Mapping[str, ArticleReport], own: RecordSet, other: RecordSet) -> None:
    """Raises for the first article that `other` lacks."""
    there = {report.article.id for report in other.reports}
    missing = [name for name in reports if name not in there]
    if missing:
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        raise InputError(
            f"article {missing[0]!r}{more}: not in {other.path or 'the other set'}",
            code="no_article",
            path=own.path,
            line=own.lines.get(missing[0]),
            mend="gold and predictions must be of the same articles: extract the missing ones, or take these lines out",
        )


def _check_text(gold: ArticleReference, predicted: ArticleReference, where: RecordSet) -> None:
    if predicted.sha256 in (None, gold.sha256):
        return  # an article that could not be read has no text, and no events
    raise InputError(
        f"article {gold.id!r} has another text (sha256) than in gold",
        code="other_text",
        path=where.path,
        line=where.lines.get(gold.id),
        mend="extract again from the text that gold was made of",
    )


def _check_given(gold: ArticleReference, article: Article) -> None:
    if article.sha256 != gold.sha256:
        message = f"article {gold.id!r} of --articles has another text (sha256) than gold's"
        raise InputError(message, code="other_text", mend="give the file that gold was made of")


def _check_records(records: RecordSet, reports: Mapping[str, ArticleReport]) -> None:
    """Raises for a record that comes twice, and for one of an article without a report."""
    seen: set[str] = set()
    for record in records.records:
        if record.id in seen:
            raise InputError(f"record {record.id!r} comes twice", code="duplicate_id", mend="leave one of the two")
        if record.article.id not in reports:
            message = f"record {record.id!r} is of article {record.article.id!r}, which has no report"
            raise InputError(message, code="no_article", mend="give a report of every article")
        seen.add(record.id)


def _grouped(records: Iterable[EventRecord]) -> defaultdict[str, list[EventRecord]]:
    found: defaultdict[str, list[EventRecord]] = defaultdict(list)
    for record in records:
        found[record.article.id].append(record)
    return found
