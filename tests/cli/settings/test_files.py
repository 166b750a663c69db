"""Which file is found, and what is told of one that cannot be used."""

import os
from pathlib import Path

import pytest

from communique.cli.settings.files import found_file, read_file
from communique.errors import InputError


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_file_is_found(tmp_path: Path) -> None:
    write(tmp_path / "communique.toml", "rpm = 1")
    near = write(tmp_path / "a" / "communique.toml", "rpm = 2")
    (tmp_path / "a" / "b").mkdir()
    found = found_file(tmp_path / "a" / "b")
    assert found is not None
    assert (found.path, found.table) == (near, {"rpm": 2})


def test_a_file_of_our_own_goes_before_pyproject(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.communique]\nrpm = 1")
    own = write(tmp_path / "communique.toml", "")
    found = found_file(tmp_path)
    assert found is not None
    assert found.path == own


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[project]\nname = 'x'", id="another"),
        pytest.param("[project]\nname = 'communique'", id="only-named"),
        pytest.param("this is no TOML", id="no-toml"),
    ],
)
def test_a_pyproject_that_does_not_speak_of_us_is_passed_over(tmp_path: Path, text: str) -> None:
    write(tmp_path / "a" / "pyproject.toml", text)
    above = write(tmp_path / "pyproject.toml", "[tool.communique]\nrpm = 1")
    found = found_file(tmp_path / "a")
    assert found is not None
    assert (found.path, found.table, found.line(["rpm"])) == (above, {"rpm": 1}, 2)


def test_the_search_ends_at_the_root_of_the_project(tmp_path: Path) -> None:
    write(tmp_path / "communique.toml", "rpm = 1")
    (tmp_path / "a" / ".git").mkdir(parents=True)
    (tmp_path / "a" / "b").mkdir()
    assert found_file(tmp_path / "a" / "b") is None
    assert found_file(tmp_path / "a") is None


def test_a_folder_that_everybody_can_write_is_not_obeyed(tmp_path: Path) -> None:
    write(tmp_path / "shared" / "communique.toml", "rpm = 1")
    (tmp_path / "shared" / "mine").mkdir()
    (tmp_path / "shared").chmod(0o1777)
    assert found_file(tmp_path / "shared" / "mine") is None


def test_a_folder_of_somebody_else_is_not_obeyed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "communique.toml", "rpm = 1")
    (tmp_path / "mine").mkdir()
    own = Path.stat

    def stat(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        held = list(own(path, follow_symlinks=follow_symlinks))
        if path == tmp_path:
            held[4] += 1
        return os.stat_result(held)

    monkeypatch.setattr(Path, "stat", stat)
    assert found_file(tmp_path / "mine") is None


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b"rpm = 1\nmodel local\n", r"communique\.toml:2: this is no TOML: .*; a line is", id="syntax"),
        pytest.param(b"rpm = \xff", r"communique\.toml: it is not UTF-8; save it as UTF-8", id="encoding"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "communique.toml").write_bytes(content)
    with pytest.raises(InputError, match=f"^{told}"):
        found_file(tmp_path)


def test_a_file_that_is_named_must_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=r"^nowhere\.toml: it cannot be read \(No such file or directory\)"):
        read_file(tmp_path / "nowhere.toml")


def test_our_part_of_pyproject_is_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "pyproject.toml", "[tool]\ncommunique = 3\n")
    with pytest.raises(InputError, match=r"^pyproject\.toml:2: tool\.communique is no table"):
        found_file(tmp_path)


def test_windows_lines_and_a_mark_are_read(tmp_path: Path) -> None:
    path = tmp_path / "communique.toml"
    path.write_bytes(b"\xef\xbb\xbfrpm = 1\r\ntpm = 2\r\n")
    file = read_file(path)
    assert (file.table, file.line(["tpm"])) == ({"rpm": 1, "tpm": 2}, 2)
