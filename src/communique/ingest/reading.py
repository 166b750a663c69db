"""Arguments to articles, one at a time; what cannot be read is a value in its place."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from communique.article import Article
from communique.errors import InputError
from communique.ingest.decoding import decode
from communique.ingest.paths import STDIN, Source, check, sources
from communique.ingest.rows import Row, csv_rows, json_rows, row_article


@dataclass(frozen=True, slots=True)
class FailedArticle:
    """An article that could not be read, and why."""

    id: str
    error: InputError


def read_articles(
    paths: Sequence[str | Path], *, encoding: str | None = None, stdin: BinaryIO | None = None
) -> Iterator[Article | FailedArticle]:
    """The articles of files (.txt .md .html .jsonl .csv), folders, patterns and "-" (standard input), in order.

    Every argument is checked before the first is read; raises InputError for one that names nothing. One file is held
    at a time. An id seen twice makes the second a FailedArticle (`duplicate_id`).
    """
    check(paths)
    return _unique(article for path in paths for article in _argument(path, encoding, stdin))


def _unique(articles: Iterator[Article | FailedArticle]) -> Iterator[Article | FailedArticle]:
    seen: set[str] = set()
    for article in articles:
        if article.id in seen and isinstance(article, Article):
            mend = "rename the file, or give the line another id"
            error = InputError(f"the id {article.id!r} was seen before", code="duplicate_id", mend=mend)
            yield FailedArticle(article.id, error)
        else:
            seen.add(article.id)
            yield article


def _argument(argument: str | Path, encoding: str | None, stdin: BinaryIO | None) -> Iterator[Article | FailedArticle]:
    if str(argument) == STDIN:
        yield from _standard_input((stdin or sys.stdin.buffer).read(), encoding)
        return
    found = tuple(sources(argument))
    for source in found:
        try:
            data = source.path.read_bytes()
        except OSError as error:
            yield _unreadable(source.id, source.path, error.strerror or "unknown reason")
            continue
        yield from _file(source, data, encoding)
    if not found:
        yield _unreadable(Path(argument).stem, Path(argument), "it disappeared during the run")


def _unreadable(article_id: str, path: Path, reason: str) -> FailedArticle:
    mend = "check that it still exists and may be read"
    error = InputError(f"it cannot be read ({reason})", code="unreadable", path=path, mend=mend)
    return FailedArticle(article_id, error)


def _standard_input(data: bytes, encoding: str | None) -> Iterator[Article | FailedArticle]:
    is_json = data.lstrip()[:1] == b"{"
    yield from _file(Source(Path("stdin.jsonl" if is_json else "stdin.txt"), "stdin"), data, encoding)


def _file(source: Source, data: bytes, encoding: str | None) -> Iterator[Article | FailedArticle]:
    try:
        text = decode(data, source.path, encoding)
    except InputError as error:
        yield FailedArticle(source.id, error)
        return
    suffix = source.path.suffix.lower()
    if suffix in _TABLES:
        yield from _rows(_TABLES[suffix](text, source.path), source)
    elif suffix in (".html", ".htm"):
        yield _html(text, source)
    else:
        yield Article(id=source.id, text=text)


_TABLES: dict[str, Callable[[str, Path], Iterator[Row]]] = {".jsonl": json_rows, ".csv": csv_rows}


def _rows(rows: Iterator[Row], source: Source) -> Iterator[Article | FailedArticle]:
    for number, row in rows:
        article = row if isinstance(row, InputError) else row_article(row, source.path, number)
        if isinstance(article, InputError):
            given = row.get("id") if isinstance(row, dict) else None
            yield FailedArticle(given if isinstance(given, str) and given else f"{source.path.name}:{number}", article)
        else:
            yield article


def _html(page: str, source: Source) -> Article | FailedArticle:
    """The page's article. The HTML libraries take a second to import, so they are loaded with the first page."""
    article: Article | FailedArticle = import_module("communique.ingest.html").html_article(page, source.id)
    return article
