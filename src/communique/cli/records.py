"""Files of records and the articles they were read from: a bad line, or an article of another text, is told by name."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from communique.article import Article
from communique.cli.lines import check_is_lines
from communique.errors import InputError
from communique.ingest import read_articles
from communique.ingest.json_rows import Row, read_json_lines
from communique.records import ARTICLE, RECORD
from communique.schemas import validate_envelope

Articles = Mapping[str, Article]
Line = TypeVar("Line", bound=BaseModel)
_MADE = "give a file that communique wrote"
_MEND = "give a file that `communique extract -o` wrote"


def record_lines(path: Path) -> Iterator[tuple[int, Row]]:
    """The lines of a file of records ("-": standard input) that are not empty, with their numbers; raises InputError
    for a file that cannot be read."""
    check_is_lines(path, mend=_MEND)
    return read_json_lines(path, mend=_MEND)


def record_data(row: Row, path: Path, number: int) -> dict[str, Any]:
    """A line's record, its event unchecked; raises InputError for what is none."""
    try:
        if isinstance(row, InputError):
            raise row
        _check_schema(row)
        validate_envelope(row)
    except InputError as error:
        raise InputError(error.message, path=path, line=number, mend=_MEND) from error
    return row


def _check_schema(row: Mapping[str, Any]) -> None:
    """Raises InputError for a line that says to be something else, or does not say what it is."""
    said = row.get("schema")
    if said is None:
        raise InputError(f'not a communique record: it has no "schema": "{RECORD}"', mend=_MEND)
    if said == ARTICLE:
        what = "this is a line about an article, of the file that stands beside the records"
        raise InputError(f"not a communique record: {what}", mend=_MEND)


def model_lines(path: Path, model: type[Line], faults: list[InputError]) -> Iterator[Line]:
    """The lines of a file as values of `model`; what is none goes to `faults`, with its line."""
    for number, row in record_lines(path):
        if isinstance(row, InputError):
            faults.append(row)
            continue
        try:
            yield model.model_validate(row)
        except ValidationError as error:
            what = error.errors(include_url=False, include_input=False)[0]["msg"]
            faults.append(InputError(f"not what belongs here ({what})", path=path, line=number, mend=_MADE))


def articles_by_id(paths: tuple[str, ...]) -> Articles:
    """The articles of files and folders; () gives none."""
    items = read_articles(paths) if paths else ()
    return {item.id: item for item in items if isinstance(item, Article)}


def article_of(reference: Mapping[str, Any], articles: Articles, path: Path, number: int) -> Article | None:
    """The record's article, None where it was not given; raises InputError for another text."""
    article = articles.get(reference["id"])
    if article is not None and article.sha256 != reference["sha256"]:
        raise InputError(
            f"article {reference['id']!r} has another text than the one that was read",
            code="other_text",
            path=path,
            line=number,
            mend="give the same file to --articles, or extract again",
        )
    return article
