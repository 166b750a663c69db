"""`communique link`: files in, occurrences out, and linking into an earlier output."""

import json
from pathlib import Path
from typing import Any

import pytest

from communique.article import Article
from tests.cli.conftest import Run
from tests.cli.fakes import statement

SAID = Article(id="one", text="Aylin no single port will decide our future", language="en")
AGAIN = Article(id="two", text="Aylin No single port will decide our future!", language="en")
REFUSED = Article(id="three", text="Berk said nothing at all", language="en")


def dated(article: Article, day: str) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(statement(article).to_json())
    record["article"]["published"], record["article"]["published_from"] = day, "given"
    return record


def write(path: Path, *records: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def files(folder: Path) -> tuple[Path, Path]:
    """Two files of one record each, of one statement."""
    one = write(folder / "one.jsonl", dated(SAID, "2026-01-05"))
    return one, write(folder / "two.jsonl", dated(AGAIN, "2026-01-06"))


def test_records_of_one_event_are_one_line(
    run: Run, files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("link", *files, "-o", "linked.jsonl") == 0
    (occurrence,) = read(Path("linked.jsonl"))
    assert [source["article"]["id"] for source in occurrence["sources"]] == ["one", "two"]
    assert "2 records of 1 event, 1 with several independent sources" in capsys.readouterr().err


def test_linking_into_an_earlier_output_gives_what_linking_all_gives(run: Run, files: tuple[Path, Path]) -> None:
    one, two = files
    assert run("link", one, two, "-o", "all.jsonl") == 0
    assert run("link", one, "-o", "linked.jsonl") == 0
    assert run("link", two, "--into", "linked.jsonl", "-o", "linked.jsonl") == 0
    assert Path("linked.jsonl").read_bytes() == Path("all.jsonl").read_bytes()
    assert run("link", two, "--into", "linked.jsonl", "-o", "linked.jsonl") == 0
    assert Path("linked.jsonl").read_bytes() == Path("all.jsonl").read_bytes()


def test_the_texts_tell_copies(run: Run, files: tuple[Path, Path]) -> None:
    for article in (SAID, AGAIN):
        Path(f"{article.id}.txt").write_text(article.text, encoding="utf-8")
    assert run("link", *files, "--articles", "one.txt", "--articles", "two.txt", "-o", "linked.jsonl") == 0
    (occurrence,) = read(Path("linked.jsonl"))
    assert occurrence["copies"] == [["one", "two"]]
    assert occurrence["independent"] == 1


def test_what_is_not_linked_is_counted(run: Run, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refused = json.loads(statement(REFUSED, accepted=False).to_json())
    write(folder / "events.jsonl", refused, {**dated(SAID, "2026-01-05"), "kind": "exercise"})
    assert run("link", "events.jsonl", "-o", "linked.jsonl") == 0
    assert "1 left out (kind exercise), 1 left out (not accepted)" in capsys.readouterr().err
    assert read(Path("linked.jsonl")) == []


def test_nothing_is_printed_on_standard_output(
    run: Run, files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("link", *files, "-o", "linked.jsonl") == 0
    assert capsys.readouterr().out == ""


def test_broken_lines_are_told_and_the_rest_is_linked(
    run: Run, files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    with files[0].open("a", encoding="utf-8") as file:
        file.write("{\n")
    write(Path("before.jsonl"), {"schema": "x"})
    assert run("link", *files, "--into", "before.jsonl", "-o", "linked.jsonl") == 1
    told = capsys.readouterr().err
    assert "one.jsonl:2" in told
    assert "before.jsonl:1" in told
    assert len(read(Path("linked.jsonl"))) == 1


@pytest.mark.parametrize(
    ("out", "told"),
    [
        pytest.param(".", "this is a folder", id="folder"),
        pytest.param("no/linked.jsonl", "make it: mkdir -p no", id="no folder"),
        pytest.param("one.jsonl", "was not made by this command", id="somebody else's"),
    ],
)
def test_a_place_that_cannot_be_written_is_told(
    run: Run, files: tuple[Path, Path], capsys: pytest.CaptureFixture[str], out: str, told: str
) -> None:
    before = files[0].read_bytes()
    assert run("link", files[0], "-o", out) == 2
    assert told in capsys.readouterr().err
    assert files[0].read_bytes() == before
