"""Files of records and the articles they were read from: a bad line, or an article of another text, is told by name."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from communique.article import Article
from communique.errors import InputError
from communique.ingest import read_articles
from communique.schemas import validate_envelope

Articles = Mapping[str, Article]


def record_lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a file of records that are not empty, with their numbers."""
    try:
        with click.open_file(str(path), encoding="utf-8", errors="replace") as file:
            yield from ((number, line) for number, line in enumerate(file, 1) if line.strip())
    except OSError as error:
        raise click.ClickException(
            f"{path}: cannot be read ({error.strerror}); give a file that `communique extract` wrote"
        ) from error


def record_data(line: str, path: Path, number: int) -> dict[str, Any]:
    """A line's record, its event unchecked; raises InputError for what is none."""
    mend = "give a file that `communique extract -o` wrote"
    try:
        record: dict[str, Any] = json.loads(line)
        validate_envelope(record)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON ({error})", path=path, line=number, mend=mend) from error
    except InputError as error:
        raise InputError(error.message, path=path, line=number, mend=mend) from error
    return record


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
