"""What the page shows, as plain data: the articles with their texts, the records as they were written, the fields of
their kinds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from communique.article import Article
from communique.events import BUILT_IN, Event
from communique.fields import GroundedValue
from communique.occurrences import Occurrence
from communique.records import ArticleReference, ArticleReport
from communique.shapes import FieldShape, shapes

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Contents:
    """Records, each as its line of JSON says, with the articles they were read from and the reports of the run.

    An article without a report is shown as read, a report without a text with its events alone. `kinds` are the
    classes whose fields the page knows; an event of another kind is shown, and its present values can be corrected.
    `occurrences` are shown with their sources side by side, those of one source aside.
    """

    records: Sequence[Record]
    articles: Sequence[Article] = ()
    reports: Sequence[ArticleReport] = ()
    kinds: Sequence[type[Event]] = BUILT_IN
    occurrences: Sequence[Occurrence] = ()

    def data(self) -> dict[str, Any]:
        """The page's data; spans stay in code points of the article's text."""
        return {
            "kinds": {kind.kind: list(_fields(shapes(kind))) for kind in self.kinds},
            "articles": [*self._articles()],
            "records": [dict(record) for record in self.records],
            "occurrences": [_occurrence(one) for one in self.occurrences if len(one.sources) > 1],
        }

    def _articles(self) -> Iterable[dict[str, Any]]:
        """The articles in the order of the run, then those that only a record or a file names."""
        texts = {article.id: article for article in self.articles}
        reports = {report.article.id: report for report in self.reports}
        named = {record["article"]["id"]: record["article"] for record in self.records}
        for one in dict.fromkeys((*reports, *named, *texts)):
            article, report = texts.get(one), reports.get(one)
            made = report or _report(named.get(one), article, self.records)
            yield {
                "title": article.title if article else None,
                "text": article.text if article else None,
                "report": made.model_dump(mode="json"),
            }


def _occurrence(occurrence: Occurrence) -> dict[str, Any]:
    """What the page shows of an occurrence; the events of its sources lie in their records."""
    kept = occurrence.model_dump(mode="json", exclude={"schema_", "event", "sources"})
    sources = [{"record": one.record, "article": one.article.id} for one in occurrence.sources]
    return {**kept, "sources": sources}


def _report(reference: Mapping[str, Any] | None, article: Article | None, records: Sequence[Record]) -> ArticleReport:
    """The line that a run would have written for an article that no articles' file tells of."""
    held = ArticleReference.model_validate(reference) if reference or article is None else ArticleReference.to(article)
    events = tuple(record["id"] for record in records if record["article"]["id"] == held.id)
    return ArticleReport(article=held, status="read", events=events)


def _fields(owner: Iterable[FieldShape], group: str = "", *, many: bool = False) -> Iterable[dict[str, Any]]:
    for shape in owner:
        if shape.group is not None:
            yield from _fields(shapes(shape.group), shape.name, many=shape.many)
        elif shape.field_type is not None:
            yield {
                "name": shape.name,
                "group": group,
                "many": many if group else shape.many,
                "type": type_name(shape.field_type),
                "options": list(shape.options),
            }


def type_name(field_type: type[GroundedValue]) -> str:
    """The field type as the page calls it: "name", "when", "choice" …; a subclass goes by the type it extends."""
    known = next(base for base in field_type.__mro__ if base.__module__ == GroundedValue.__module__)
    return known.__name__.partition("[")[0].lower()
