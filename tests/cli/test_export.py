"""`communique export`: what it writes and where, what it tells, and what it leaves alone."""

import json
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import duckdb
import icalendar
import polars as pl
import pytest

from communique.export.arrow import Buffer
from communique.export.csv_tables import CsvTables
from communique.records import ArticleReference, ArticleReport
from tests.cli.conftest import Run
from tests.export.made import ARTICLE, DEAL, EVERY, EXERCISE, MEETING, STATEMENT

KINDS = ("--kinds", "meeting,arms_deal,statement,tests.export.made:Exercise")
SILENT = ArticleReport(article=ArticleReference(id="silent"), status="empty")


@pytest.fixture
def events(folder: Path) -> Path:
    """A file of events of every kind, with the articles' file beside it."""
    path = folder / "events.jsonl"
    path.write_text("".join(f"{one.to_json()}\n" for one in EVERY), encoding="utf-8")
    read = ArticleReport(article=ArticleReference.to(ARTICLE), status="read", events=tuple(one.id for one in EVERY))
    articles = "".join(f"{one.to_json()}\n" for one in (read, SILENT))
    path.with_name("events.articles.jsonl").write_text(articles, encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    """The names in a folder, those that begin with a dot too."""
    return sorted(path.name for path in folder.iterdir())


def test_csv_is_a_folder_of_tables(run: Run, events: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", events, "--to", "csv", "-o", "tables", *KINDS) == 0
    assert names(Path("tables")) == ["articles.csv", "checks.csv", "events.csv", "participants.csv"]
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "4 events, 7 participants, 2 checks, 2 articles: tables"
    assert told[1] == 'next: pandas.read_csv("tables/events.csv"), or open it in a spreadsheet'
    articles = pl.read_csv("tables/articles.csv")
    assert articles["status"].to_list() == ["read", "empty"]
    assert names(events.parent) == ["events.articles.jsonl", "events.jsonl", "tables"]


def test_parquet_and_back_is_byte_for_byte(run: Run, events: Path) -> None:
    """Flagged values, events not accepted, kinds without a class, other tools' white space and order of members."""
    odd = json.dumps(json.loads(EXERCISE.to_json()), separators=(",", ":"), sort_keys=True)
    kept = (*(one.to_json() for one in (MEETING, DEAL, STATEMENT)), f"{odd}  ")
    events.write_text("".join(f"{line}\n" for line in kept), encoding="utf-8")
    assert run("export", events, "--to", "parquet", "-o", "tables") == 0
    assert run("export", "tables", "--to", "jsonl", "-o", "again.jsonl") == 0
    assert Path("again.jsonl").read_bytes() == events.read_bytes()
    articles = events.with_name("events.articles.jsonl").read_bytes()
    assert Path("again.articles.jsonl").read_bytes() == articles


def test_without_articles_there_is_no_table_of_them_and_none_comes_back(run: Run, events: Path) -> None:
    assert run("export", events, "--to", "parquet", "-o", "tables") == 0
    events.with_name("events.articles.jsonl").unlink()
    assert run("export", events, "--to", "parquet", "-o", "tables") == 0
    assert names(Path("tables")) == ["checks.parquet", "events.parquet", "participants.parquet"]
    assert run("export", "tables", "--to", "jsonl", "-o", "again.jsonl") == 0
    assert names(events.parent) == ["again.jsonl", "events.jsonl", "tables"]


def test_duckdb_is_one_file(run: Run, events: Path) -> None:
    for _ in range(2):
        assert run("export", events, "--to", "duckdb", "-o", "e.duckdb", *KINDS) == 0
    with duckdb.connect("e.duckdb", read_only=True) as database:
        assert database.execute("SELECT count(*) FROM checks JOIN events USING (record_id)").fetchone() == (2,)
        assert database.execute("SELECT count(*) FROM articles").fetchone() == (2,)
    assert names(events.parent) == ["e.duckdb", "events.articles.jsonl", "events.jsonl"]


def test_sipri_tells_what_it_leaves_out(run: Run, events: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert run("export", events, "--to", "sipri", "-o", "register", *KINDS) == 0
    assert names(Path("register")) == ["deliveries.csv", "register.csv"]
    told = capsys.readouterr().err
    assert "3 x no arms deal: left out" in told
    assert "1 register.csv, 1 deliveries.csv: register" in told


def test_plover_is_json_lines(run: Run, events: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert run("export", events, "--to", "plover", "-o", "plover.jsonl", *KINDS) == 0
    made = [json.loads(line) for line in Path("plover.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [one["id"] for one in made] == [MEETING.id, DEAL.id]
    assert "1 x a kind of event that PLOVER has no category for: left out" in capsys.readouterr().err


def test_ics_is_a_calendar(run: Run, events: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert run("export", events, "--to", "ics", "-o", "planned.ics", *KINDS) == 0
    calendar = icalendar.Calendar.from_ical(Path("planned.ics").read_bytes())
    assert [str(entry["UID"])[:16] for entry in calendar.walk("VEVENT")] == [MEETING.id, EXERCISE.id]
    assert Path("planned.ics").read_bytes().count(b"\r\n") == Path("planned.ics").read_bytes().count(b"\n")
    assert "2 entries: planned.ics" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("form", "out"),
    [
        ("csv", "o"),
        ("parquet", "o"),
        ("duckdb", "o.duckdb"),
        ("sipri", "o"),
        ("plover", "o.jsonl"),
        ("ics", "o.ics"),
    ],
)
def test_a_file_without_events_is_no_failure(run: Run, folder: Path, form: str, out: str) -> None:
    (folder / "none.jsonl").write_text("", encoding="utf-8")
    assert run("export", "none.jsonl", "--to", form, "-o", out) == 0
    assert Path(out).exists()


def test_broken_lines_are_named_and_the_rest_is_written(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "events.jsonl"
    changed = [json.loads(MEETING.to_json()) for _ in range(4)]
    changed[0]["event"]["date"] = "soon"
    changed[1]["article"]["published"] = "yesterday"
    changed[2]["evidence"] = [{"start": 0, "end": 2**70}]
    changed[3]["kind"] = 5
    lines = ["{", *map(json.dumps, changed), MEETING.to_json(), MEETING.to_json(), DEAL.to_json()]
    path.write_text("\n".join(lines), encoding="utf-8")
    path.with_name("events.articles.jsonl").write_text('{"article": 1}\n[]\n', encoding="utf-8")
    assert run("export", path, "--to", "csv", "-o", "tables") == 1
    told = capsys.readouterr().err
    for expected in (
        "events.jsonl:1: this line is not JSON",
        "events.jsonl:2: no meeting: at /event/date",
        "events.jsonl:3: article.published is no day",
        "events.jsonl:4: a number or a date is none",
        "events.jsonl:5: not a communique record: at /kind",
        f"events.jsonl:7: record {MEETING.id} comes a second time; keep one of the two lines",
        "events.articles.jsonl:1: not what belongs here",
        "events.articles.jsonl:2: this line is not a JSON object",
        "1 event",
    ):
        assert expected in told
    assert "Traceback" not in told


def test_events_not_accepted_are_kept_unless_they_are_left_out(
    run: Run, events: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", events, "--to", "csv", "-o", "all") == 0
    assert run("export", events, "--to", "csv", "-o", "some", "--accepted-only") == 0
    assert pl.read_csv("all/events.csv")["accepted"].to_list() == [True, True, False, True]
    assert pl.read_csv("some/events.csv")["accepted"].to_list() == [True, True, True]
    assert "1 x not accepted: left out" in capsys.readouterr().err


def test_a_kind_without_a_class_is_kept_and_told(run: Run, events: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", events, "--to", "csv", "-o", "tables") == 0
    assert "1 x kind exercise: its own fields have no columns; name its class with --kinds" in capsys.readouterr().err
    assert pl.read_csv("tables/events.csv")["kind"].to_list()[3] == "exercise"


@pytest.mark.parametrize(
    ("form", "out", "theirs"),
    [
        ("csv", "o", "o/events.csv"),
        ("csv", "o", "o/articles.csv"),
        ("parquet", "o", "o/checks.parquet"),
        ("duckdb", "o", "o"),
        ("sipri", "o", "o/register.csv"),
        ("plover", "o", "o"),
        ("ics", "o", "o"),
    ],
)
def test_a_file_of_somebody_elses_stays(run: Run, events: Path, form: str, out: str, theirs: str) -> None:
    other = events.parent / theirs
    other.parent.mkdir(exist_ok=True)
    other.write_text("mine\n", encoding="utf-8")
    assert run("export", events, "--to", form, "-o", out) == 2
    assert other.read_text(encoding="utf-8") == "mine\n"
    assert run("export", events, "--to", form, "-o", out, "--force") == 0
    assert other.read_bytes() != b"mine\n"


def test_the_way_back_replaces_nothing_of_somebody_elses(run: Run, events: Path) -> None:
    assert run("export", events, "--to", "parquet", "-o", "tables") == 0
    other = Path("again.articles.jsonl")
    other.write_text("mine\n", encoding="utf-8")
    assert run("export", "tables", "--to", "jsonl", "-o", "again.jsonl") == 2
    assert not Path("again.jsonl").exists()
    other.unlink()
    for _ in range(2):
        assert run("export", "tables", "--to", "jsonl", "-o", "again.jsonl") == 0


def test_other_files_of_the_folder_stay(run: Run, events: Path) -> None:
    Path("tables").mkdir()
    Path("tables/notes.txt").write_text("mine", encoding="utf-8")
    Path("tables/articles.csv").write_text("mine", encoding="utf-8")
    events.with_name("events.articles.jsonl").unlink()
    assert run("export", events, "--to", "csv", "-o", "tables", "--force") == 0
    assert names(Path("tables")) == ["articles.csv", "checks.csv", "events.csv", "notes.txt", "participants.csv"]
    assert Path("tables/articles.csv").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("command", "told"),
    [
        pytest.param("events.jsonl --to csv -o events.jsonl", "give a folder to -o", id="a file for a folder"),
        pytest.param("events.jsonl --to csv -o no/tables", "make it: mkdir -p no", id="no parent"),
        pytest.param("events.jsonl --to duckdb -o .", "give a file name to -o", id="a folder for a file"),
        pytest.param("missing.jsonl --to csv -o tables", "missing.jsonl: it cannot be read", id="no such file"),
        pytest.param("events.jsonl --to jsonl -o o.jsonl", "events.jsonl: this is no folder", id="no folder back"),
        pytest.param(". --to jsonl -o o.jsonl", "it is no table events of communique", id="another folder"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_left(
    run: Run, events: Path, capsys: pytest.CaptureFixture[str], command: str, told: str
) -> None:
    before = names(events.parent)
    assert run("export", *command.split()) == 2
    assert told in capsys.readouterr().err
    assert names(events.parent) == before


def test_standard_input_is_read(run: Run, events: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(events.read_bytes())))
    assert run("export", "-", "--to", "csv", "-o", "tables") == 0
    assert names(Path("tables")) == ["checks.csv", "events.csv", "participants.csv"]


def test_an_interrupted_export_leaves_what_was_there(run: Run, events: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("export", events, "--to", "csv", "-o", "tables") == 0
    before = {path.name: path.read_bytes() for path in Path("tables").iterdir()}

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(CsvTables, "write", interrupt)
    assert run("export", events, "--to", "csv", "-o", "tables", "--accepted-only") == 130
    assert {path.name: path.read_bytes() for path in Path("tables").iterdir()} == before
    assert names(events.parent) == ["events.articles.jsonl", "events.jsonl", "tables"]


@pytest.mark.parametrize("form", ["csv", "parquet", "duckdb", "sipri", "plover", "ics"])
def test_hostile_values_break_no_form(run: Run, folder: Path, form: str) -> None:
    meeting, deal = MEETING.to_json(), DEAL.to_json()
    lines = [
        deal.replace("1300000000.0", "1e300"),
        deal.replace('"value": 4.0', '"value": 1e308'),
        deal.replace('"value": "2018-07"', '"value": ""'),
        meeting.replace("2026-02-06", "9999-12-31"),
        meeting.replace("2026-02-06", "0001-01-01"),
        meeting.replace('"id": "002"', '"id": "../a\\r\\n=\\u0000\\ud800"'),
        meeting.replace("Cemil Aksoy", "=1+1\\r\\nEND:VEVENT\\u0000\\u202e\\ud800"),
    ]
    numbered = (json.dumps({**json.loads(line), "id": f"{at:016x}"}) for at, line in enumerate(lines))
    (folder / "events.jsonl").write_text("\n".join(numbered), encoding="utf-8")
    assert len(set(lines)) == len(lines)
    assert not {meeting, deal} & set(lines)
    assert run("export", "events.jsonl", "--to", form, "-o", "out") == 0
    assert names(folder) == ["events.jsonl", "out"]


@pytest.mark.parametrize(
    ("form", "status"),
    [("csv", 0), ("sipri", 0), ("plover", 0), ("parquet", 2), ("duckdb", 2), ("ics", 2)],
)
def test_without_the_extra_what_needs_it_says_so(events: Path, form: str, status: int) -> None:
    script = (
        "import sys; "
        "sys.modules.update(dict.fromkeys(('pyarrow', 'duckdb', 'icalendar', 'pandas', 'polars'))); "
        f"from communique.cli import main; sys.exit(main(['export', {str(events)!r}, '--to', {form!r}, '-o', 'out']))"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)  # noqa: S603
    assert shown.returncode == status, shown.stderr
    assert ('pip install "communique[export]"' in shown.stderr) == (status == 2)
    assert Path("out").exists() == (status == 0)


@pytest.mark.parametrize("form", ["csv", "parquet", "duckdb"])
def test_memory_does_not_grow_with_the_file(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    """Ten times the records take less than twice the memory."""
    monkeypatch.setattr(Buffer, "ROWS", 50)
    few, many = folder / "few.jsonl", folder / "many.jsonl"
    for path, count in ((few, 100), (many, 1000)):
        path.write_text("".join(_renumbered(count)), encoding="utf-8")
    run("export", few, "--to", form, "-o", "warm")
    peaks = [_peak(run, path, form) for path in (few, many)]
    assert peaks[1] < 2 * peaks[0]


def _renumbered(count: int) -> Iterator[str]:
    held: dict[str, Any] = json.loads(DEAL.to_json())
    for number in range(count):
        yield json.dumps({**held, "id": f"{number:016x}"}) + "\n"


def _peak(run: Run, path: Path, form: str) -> int:
    tracemalloc.start()
    assert run("export", path, "--to", form, "-o", f"{path.stem}.{form}") == 0
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak
