"""What an export reads: the records of a file with the articles' file beside it, checked line by line."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from communique.cli.lines import check_is_lines
from communique.cli.output import articles_path
from communique.cli.records import record_data
from communique.errors import InputError
from communique.events import Event
from communique.export.tables import Row, Table
from communique.ingest.json_rows import STDIN, read_json_texts
from communique.records import ArticleReport

_MEND = "give a file that `communique extract -o` wrote"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of JSON as it stands, with its number and what it says."""

    number: int
    text: str
    data: Mapping[str, Any]


@dataclass(slots=True)
class Source:
    """The records of `path` and the articles of the file beside it; `faults` are the lines that are none, `left_out`
    counts what was not asked for, `unknown` records of kinds that `kinds` has no class of."""

    path: Path
    kinds: Sequence[type[Event]]
    accepted_only: bool = False
    faults: list[InputError] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)

    def records(self) -> Iterator[Line]:
        """The records, each once; a second one of an id is a fault."""
        check_is_lines(self.path, mend=_MEND)
        classes, seen = {kind.kind: kind for kind in self.kinds}, set[int]()
        for number, line, row in read_json_texts(self.path, mend=_MEND):
            try:
                record = record_data(row, self.path, number)
                self._check(record, classes, seen, number)
            except InputError as error:
                self.faults.append(error)
                continue
            if self.accepted_only and not record["accepted"]:
                self.left_out["not accepted"] += 1
                continue
            self.unknown.update(() if record["kind"] in classes else (record["kind"],))
            yield Line(number, line, record)

    def articles(self) -> Iterator[Line]:
        """The reports of articles; none where there is no file of them."""
        if not self.has_articles:
            return
        path = articles_path(self.path)
        for number, line, row in read_json_texts(path, mend=_MEND):
            try:
                if isinstance(row, InputError):
                    raise row
                yield Line(number, line, _report(row, path, number))
            except InputError as error:
                self.faults.append(error)

    @property
    def has_articles(self) -> bool:
        """Whether a file of articles is beside the records."""
        return str(self.path) != STDIN and articles_path(self.path).exists()

    def rows(self, line: Line, tables: Sequence[Table], path: Path) -> list[tuple[Table, list[Row]]]:
        """The rows of a line in each of the tables; a line that no column can hold is a fault and has none."""
        try:
            return [(table, list(table.rows(line.data))) for table in tables]
        except (OverflowError, ValueError) as error:
            self.faults.append(
                InputError(f"a number or a date is none ({error})", path=path, line=line.number, mend=_MEND)
            )
            return []

    def _check(self, record: Mapping[str, Any], kinds: Mapping[str, type[Event]], seen: set[int], number: int) -> None:
        """Raises InputError for an event that its class does not know, a day that is none and an id that was there."""
        identity = int(record["id"], 16)
        if identity in seen:
            raise self._fault(f"record {record['id']} comes a second time", number, "keep one of the two lines")
        try:
            if record["kind"] in kinds:
                kinds[record["kind"]].model_validate(record["event"])
            date.fromisoformat(record["article"]["published"] or "2000-01-01")
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            where = "/".join(map(str, first["loc"]))
            raise self._fault(f"no {record['kind']}: at /event/{where}: {first['msg']}", number, _MEND) from error
        except ValueError as error:
            raise self._fault(f"article.published is no day ({error})", number, _MEND) from error
        seen.add(identity)

    def _fault(self, message: str, number: int, mend: str) -> InputError:
        return InputError(message, path=self.path, line=number, mend=mend)


def _report(row: Mapping[str, Any], path: Path, number: int) -> Mapping[str, Any]:
    """The report with all its members; an older line may lack some."""
    try:
        return ArticleReport.model_validate(row).model_dump(mode="json")
    except ValidationError as error:
        what = error.errors(include_url=False, include_input=False)[0]["msg"]
        raise InputError(f"not what belongs here ({what})", path=path, line=number, mend=_MEND) from error
