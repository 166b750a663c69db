"""The lock: a file that is not the locked one fails, a newer version is told."""

import json
from pathlib import Path
from typing import Any

import pytest

from tools import lock

ONE, OTHER = "a" * 64, "b" * 64


def item(name: str, version: str, file: str, sha256: str | None) -> dict[str, Any]:
    archive = {} if sha256 is None else {"archive_info": {"hashes": {"sha256": sha256}}}
    return {
        "metadata": {"name": name, "version": version},
        "download_info": {"url": f"https://files.example/{file}", **archive},
    }


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a lock of one file."""
    monkeypatch.setattr(lock, "LOCK", tmp_path / "requirements.lock")
    report(tmp_path, item("Some_Thing", "1.0", "some_thing-1.0%2Bx-py3-none-any.whl", ONE), item("us", "0", "", None))
    assert lock.main(["write", str(tmp_path / "report.json")]) == 0
    return tmp_path


def report(folder: Path, *items: dict[str, Any]) -> str:
    path = folder / "report.json"
    path.write_text(json.dumps({"install": items}), encoding="utf-8")
    return str(path)


def test_the_lock_is_what_pip_takes_with_require_hashes(place: Path) -> None:
    line = (place / "requirements.lock").read_text(encoding="utf-8").splitlines()[1]
    assert line == f"some-thing==1.0 --hash=sha256:{ONE}  # some_thing-1.0+x-py3-none-any.whl"


@pytest.mark.parametrize(
    ("given", "status", "told"),
    [
        pytest.param(item("Some_Thing", "1.0", "some_thing-1.0+x-py3-none-any.whl", ONE), 0, "1 as locked", id="same"),
        pytest.param(
            item("Some_Thing", "1.0", "some_thing-1.0+x-py3-none-any.whl", OTHER), 1, "0 as locked", id="other"
        ),
        pytest.param(
            item("some-thing", "1.1", "some_thing-1.1-py3-none-any.whl", OTHER), 0, "some-thing 1.1", id="newer"
        ),
    ],
)
def test_what_is_installed_is_held_to_the_lock(
    place: Path, given: dict[str, Any], status: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lock.main(["check", report(place, given)]) == status
    assert told in capsys.readouterr().out


def test_a_line_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="is no line of a lock"):
        lock.locked("click>=8\n")


def test_the_project_s_lock_can_be_read_and_holds_what_it_needs() -> None:
    names = {one.name for one in lock.locked(lock.LOCK.read_text(encoding="utf-8")).values()}
    assert {"openai", "pydantic", "trafilatura", "lxml", "pytest"} <= names
