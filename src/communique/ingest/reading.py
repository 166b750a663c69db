"""Arguments to articles, one at a time; what cannot be read is a value in its place."""

import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, Literal

from communique.article import Article
from communique.errors import InputError
from communique.ingest.decoding import HEAD, LARGEST, check_encoding, decode
from communique.ingest.json_rows import Row, json_rows
from communique.ingest.lines import Lines, buffered
from communique.ingest.paths import STDIN, SUFFIXES, Source, check, sources
from communique.ingest.rows import csv_rows, row_article
from communique.ingest.seen import SeenIds


@dataclass(frozen=True, slots=True)
class FailedArticle:
    """An article that could not be read, and why."""

    id: str
    error: InputError


Found = Iterator[Article | FailedArticle]


def read_articles(
    paths: str | Path | Sequence[str | Path], *, encoding: str | None = None, stdin: BinaryIO | None = None
) -> Found:
    """The articles of files (.txt .md .html .jsonl .csv .parquet), folders, patterns, addresses (s3://bucket/news) and
    "-" (standard input), in order.

    Every argument is checked before the first is read; raises InputError for one that names nothing. One article is
    held at a time: of a folder its files' names, of a table one row. An id seen twice makes the second a FailedArticle
    (`duplicate_id`), and so does an article of more than 4 MB (`too_long`).
    """
    paths = (paths,) if isinstance(paths, str | Path) else paths
    check(paths)
    check_encoding(encoding)
    return _unique(article for path in paths for article in _argument(path, encoding, stdin))


def _unique(articles: Found) -> Found:
    """The articles, those with an id that was seen before as failed; of each id a hash is kept."""
    seen = SeenIds()
    for article in articles:
        is_new = seen.add(article.id)
        if not is_new and isinstance(article, Article):
            mend = "rename the file, or give the line another id"
            error = InputError(f"the id {article.id!r} was seen before", code="duplicate_id", mend=mend)
            yield FailedArticle(article.id, error)
        else:
            yield article


def _argument(argument: str | Path, encoding: str | None, stdin: BinaryIO | None) -> Found:
    if str(argument) == STDIN:
        yield from _stream(Source(Path("standard input"), "stdin"), buffered(stdin or sys.stdin.buffer), encoding)
        return
    is_empty = True
    for source in sources(argument):
        is_empty = False
        yield from _source(source, encoding)
    if is_empty:
        path = Path(argument)
        yield _unreadable(Source(path, path.stem), "it disappeared during the run")


def _source(source: Source, encoding: str | None) -> Found:
    if source.fault is not None:
        yield _unreadable(source, source.fault)
        return
    try:
        with source.path.open("rb") as file:
            yield from _stream(source, file, encoding)
    except OSError as error:
        yield _unreadable(source, error.strerror or "unknown reason")


def _unreadable(source: Source, reason: str) -> FailedArticle:
    mend = "check that it still exists and may be read"
    error = InputError(f"it cannot be read ({reason})", code="unreadable", path=source.told, mend=mend)
    return FailedArticle(source.id, error)


def _stream(source: Source, stream: BufferedReader, encoding: str | None) -> Found:
    """The articles of an open file; what has no suffix, such as a pipe, is JSONL where it begins with a brace."""
    suffix = source.path.suffix.lower()
    if suffix not in SUFFIXES:
        begin = stream.peek(HEAD)[:HEAD].removeprefix(BOM_UTF8)
        suffix = ".jsonl" if begin.lstrip().startswith(b"{") else ".txt"
    try:
        if suffix == _PARQUET:
            rows = import_module("communique.ingest.parquet").parquet_rows(stream, source.told)
            yield from _rows(source, rows, suffix)
        elif suffix in _TABLES:
            newline: Literal["", "\n"] = "" if suffix == ".csv" else "\n"
            yield from _table(source, Lines(stream, source.told, encoding, newline=newline), suffix)
        else:
            yield _WHOLE.get(suffix, _text)(stream.read(LARGEST + 1), source, encoding)
    except InputError as error:
        yield FailedArticle(source.id, error)


def _table(source: Source, opened: Lines, suffix: str) -> Found:
    with opened as lines:
        yield from _rows(source, _TABLES[suffix](lines), suffix)


def _rows(source: Source, rows: Iterable[tuple[int, Row]], suffix: str) -> Found:
    for number, row in rows:
        article = row if isinstance(row, InputError) else row_article(row, source.told, number)
        if isinstance(article, InputError):
            yield FailedArticle(_row_id(row) or f"{source.id}{suffix}:{number}", article)
        else:
            yield article


def _row_id(row: object) -> str | None:
    """The id that a broken row gives, where it can be told."""
    given = row.get("id") if isinstance(row, dict) else None
    is_told = isinstance(given, str) and given.isprintable()
    return given if is_told else None


def _text(data: bytes, source: Source, encoding: str | None) -> Article:
    return Article(id=source.id, text=decode(data, source.told, encoding))


def _page(data: bytes, source: Source, encoding: str | None) -> Article:
    """The page's article. The HTML libraries take a second to import, so they are loaded with the first page."""
    text = decode(data, source.told, encoding)
    article: Article = import_module("communique.ingest.html").html_article(text, source.id, source.told)
    return article


_PARQUET = ".parquet"
_TABLES: dict[str, Callable[[Lines], Iterator[tuple[int, Row]]]] = {".jsonl": json_rows, ".csv": csv_rows}
_WHOLE: dict[str, Callable[[bytes, Source, str | None], Article]] = {".html": _page, ".htm": _page}
