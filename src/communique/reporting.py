"""What is written of an article: the records that obey their schemas, and its report, which names them."""

from communique.errors import InputError
from communique.ingest import FailedArticle
from communique.records import ArticleReference, ArticleReport, EventRecord, Extraction, failure_of
from communique.schemas import validate_record


def reported(
    outcome: Extraction | FailedArticle, *, accepted_only: bool = False
) -> tuple[tuple[EventRecord, ...], ArticleReport]:
    """The records and the report; a record that breaks its schema is left out and fails the article."""
    if isinstance(outcome, FailedArticle):
        reference = ArticleReference(id=outcome.id)
        return (), ArticleReport(article=reference, status="failed", error=failure_of(outcome.error))
    report, written = outcome.report, []
    error = report.error
    for record in outcome.records:
        if accepted_only and not record.accepted:
            continue
        try:
            validate_record(record.model_dump(mode="json"), type(record.event))
        except InputError as fault:
            error = error or failure_of(fault)
        else:
            written.append(record)
    ids = tuple(record.id for record in written)
    status = "failed" if error else report.status
    return tuple(written), report.model_copy(update={"events": ids, "error": error, "status": status})
