"""`communique schema`."""

import json
from pathlib import Path

import pytest

from communique.schemas import NAMES
from tests.cli.conftest import Run


def test_without_a_name_lists_them(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("schema") == 0
    assert capsys.readouterr().out.split() == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_prints_a_schema(run: Run, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("schema", name) == 0
    assert json.loads(capsys.readouterr().out)["$id"] == f"urn:communique:schema:{name}:1"


def test_writes_all(run: Run, folder: Path) -> None:
    assert run("schema", "--write") == 0
    assert sorted(path.name for path in (folder / "schemas").iterdir()) == sorted(f"{n}.schema.json" for n in NAMES)


def test_a_place_that_cannot_be_written_is_2(run: Run, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "schemas").write_text("", encoding="utf-8")
    assert run("schema", "--write") == 2
    assert "cannot be written" in capsys.readouterr().err


def test_write_takes_no_name(run: Run) -> None:
    assert run("schema", "record", "--write") == 2
