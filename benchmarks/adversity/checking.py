"""What stands in the files of a run: every article accounted for once, every line whole and valid."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from communique.cli.output import articles_path
from communique.errors import InputError
from communique.events import BUILT_IN
from communique.schemas import schema_of, validate_record

_EVENTS = {event.kind: event for event in BUILT_IN}


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reader of a run's files saw: whole lines, and lines that are no JSON or have no end."""

    lines: int
    broken: int


@dataclass(frozen=True, slots=True)
class Account:
    """The articles of an input beside the lines of its output."""

    articles: int
    accounted: int
    lost: int
    duplicated: int
    in_order: bool
    failed: int
    records: int
    invalid: int
    same: bool


def seen(out: Path) -> Seen:
    """What stands in OUT and OUT.articles.jsonl now, if they are there."""
    lines = [line for path in (out, articles_path(out)) if path.exists() for line in _raw(path)]
    return Seen(len(lines), sum(1 for line in lines if not _is_whole(line)))


def _raw(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines(keepends=True)


def _is_whole(line: bytes) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return line.endswith(b"\n")


def failures(out: Path) -> set[str]:
    """The codes of the articles that failed."""
    reports = (json.loads(line) for line in _raw(articles_path(out)))
    return {report["error"]["code"] for report in reports if report["error"]}


def account(articles: Path, out: Path, calm: Path) -> Account:
    """The account of one run's files, and whether they have the bytes of the calm run's."""
    given = [json.loads(line)["id"] for line in _raw(articles)]
    reports = [json.loads(line) for line in _raw(articles_path(out))]
    records = [json.loads(line) for line in _raw(out)]
    told = Counter(report["article"]["id"] for report in reports)
    ids = Counter(record["id"] for record in records)
    listed = [event for report in reports for event in report["events"]]
    return Account(
        articles=len(given),
        accounted=sum(1 for article in given if told[article] == 1),
        lost=sum(1 for article in given if not told[article]) + len(set(listed) - set(ids)),
        duplicated=sum(times - 1 for times in (*told.values(), *ids.values())),
        in_order=[report["article"]["id"] for report in reports] == given and listed == list(ids),
        failed=sum(1 for report in reports if report["status"] == "failed"),
        records=len(records),
        invalid=seen(out).broken + sum(1 for _ in _invalid(records, reports)),
        same=all(a.read_bytes() == b.read_bytes() for a, b in ((out, calm), (articles_path(out), articles_path(calm)))),
    )


def _invalid(records: list[dict[str, Any]], reports: list[dict[str, Any]]) -> Iterator[str]:
    for record in records:
        try:
            validate_record(record, _EVENTS[record["kind"]])
        except InputError as error:
            yield str(error)
    for report in reports:
        yield from (error.message for error in _report_validator().iter_errors(report))


@cache
def _report_validator() -> Draft202012Validator:
    return Draft202012Validator(schema_of("article"))
