"""`communique ground`: several files as one, and a check that prints what does not stand and nothing else."""

import json
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
