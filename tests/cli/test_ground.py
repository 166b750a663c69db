"""`communique ground`: several files as one, and a check that prints what does not stand and nothing else."""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

CLAIM = {"id": "1", "kind": "amount", "text": "Ankara will pay $1.3 billion for four corvettes.", "language": "en"}


@pytest.fixture
def files(folder: Path) -> Path:
    """A file of two claims, of which one stands, and one with a broken line."""
    lines = (json.dumps({**CLAIM, "value": value}) for value in ("$1.3 billion", "$1.8\x1b billion"))
    (folder / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "b.jsonl").write_text('{"id": "2"', encoding="utf-8")
    return folder


def test_a_check_prints_what_does_not_stand_by_file_and_line(
    run: Run, files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("ground", "--check", "a.jsonl", "b.jsonl") == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("a.jsonl:2: amount '$1.8\\x1b billion' is ")
    assert second.startswith("b.jsonl:1: ")


def test_a_check_of_claims_that_stand_prints_nothing(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.jsonl").write_text(json.dumps({**CLAIM, "value": "1.3 billion dollars"}), encoding="utf-8")
    assert run("ground", "--check", "a.jsonl") == 0
    assert capsys.readouterr().out == ""


def test_several_files_give_their_verdicts_in_order_and_name_a_broken_line_by_its_file(
    run: Run, files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("ground", "a.jsonl", "b.jsonl") == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line.get("verdict") for line in lines][:1] == ["supported"]
    assert lines[2]["error"].startswith("b.jsonl, line 1: ")


def test_a_check_writes_no_file(run: Run, files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ground", "--check", "a.jsonl", "-o", "out.jsonl") == 2
    assert "leave -o out" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("out", "told"),
    [
        pytest.param("a.jsonl", "this is the file that is read", id="its-own-input"),
        pytest.param("place", "this is a folder", id="folder"),
        pytest.param("no/out.jsonl", "its folder does not exist; make it: mkdir -p no", id="no-folder"),
    ],
)
def test_an_output_that_cannot_be_is_told_and_nothing_is_lost(
    run: Run, files: Path, capsys: pytest.CaptureFixture[str], out: str, told: str
) -> None:
    (files / "place").mkdir()
    before = (files / "a.jsonl").read_bytes()
    assert run("ground", "a.jsonl", "-o", out) == 2
    assert told in capsys.readouterr().err
    assert (files / "a.jsonl").read_bytes() == before


def test_a_device_is_written_and_not_replaced(run: Run, files: Path) -> None:
    assert run("ground", "a.jsonl", "-o", "/dev/null") == 0
    assert Path("/dev/null").is_char_device()


def test_how_many_lines_were_not_read_is_told(run: Run, files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ground", "b.jsonl", "-o", "out.jsonl") == 1
    assert "1 line was not read" in capsys.readouterr().err


def test_a_closed_standard_input_holds_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert run("ground", "-") == 0
    sys.stdin.close()
    assert capsys.readouterr().out == ""
