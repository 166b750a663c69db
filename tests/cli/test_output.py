"""OUT appears whole or not at all, and never replaces what communique did not make."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from communique.cli import output
from communique.cli.output import FileOutput, articles_path, open_output
from communique.errors import InputError

RECORD = '{"schema": "communique/record/1"}'
ARTICLE = '{"schema": "communique/article/1"}'


@pytest.mark.parametrize(
    ("out", "beside"),
    [
        pytest.param("events.jsonl", "events.articles.jsonl", id="jsonl"),
        pytest.param("events", "events.articles.jsonl", id="no-suffix"),
        pytest.param("a.b.jsonl", "a.b.articles.jsonl", id="dots"),
    ],
)
def test_the_articles_file_is_named_after_out(out: str, beside: str) -> None:
    assert articles_path(Path("x") / out) == Path("x") / beside


def test_out_appears_at_the_end(tmp_path: Path) -> None:
    out = tmp_path / "events.jsonl"
    with FileOutput(out, force=False) as output:
        output.record(RECORD)
        output.article(ARTICLE)
        assert not out.exists()
    assert out.read_text(encoding="utf-8") == f"{RECORD}\n"
    assert articles_path(out).read_text(encoding="utf-8") == f"{ARTICLE}\n"


def test_an_error_keeps_the_old_out(tmp_path: Path) -> None:
    out = tmp_path / "events.jsonl"
    out.write_text(f"{RECORD}\n", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        _interrupted(out)
    assert out.read_text(encoding="utf-8") == f"{RECORD}\n"
    assert [path.name for path in tmp_path.iterdir()] == ["events.jsonl"]


@pytest.mark.parametrize(
    ("out", "beside"),
    [
        pytest.param(RECORD, None, id="record"),
        pytest.param(RECORD, ARTICLE, id="both"),
        pytest.param("", ARTICLE, id="no-events"),
        pytest.param(None, ARTICLE, id="only-articles"),
    ],
)
def test_our_own_files_are_replaced(tmp_path: Path, out: str | None, beside: str | None) -> None:
    _make(tmp_path, out, beside)
    with FileOutput(tmp_path / "events.jsonl", force=False) as output:
        output.article(ARTICLE)
    assert (tmp_path / "events.jsonl").read_text(encoding="utf-8") == ""


@pytest.mark.parametrize(
    ("out", "beside", "named"),
    [
        pytest.param("notes", None, "events.jsonl", id="text"),
        pytest.param("", None, "events.jsonl", id="empty"),
        pytest.param("[1]", ARTICLE, "events.jsonl", id="other-json"),
        pytest.param(RECORD, "notes", "events.articles.jsonl", id="foreign-beside"),
    ],
)
def test_foreign_files_are_refused_by_name_and_replaced_by_force(
    tmp_path: Path, out: str | None, beside: str | None, named: str
) -> None:
    _make(tmp_path, out, beside)
    with pytest.raises(InputError, match=rf"{named}: it exists and was not made by communique; .*--force"):
        open_output(str(tmp_path / "events.jsonl"), force=False)
    with open_output(str(tmp_path / "events.jsonl"), force=True) as output:
        output.record(RECORD)
    assert (tmp_path / "events.jsonl").read_text(encoding="utf-8") == f"{RECORD}\n"


def test_a_folder_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="this is a folder"):
        open_output(str(tmp_path), force=True)
    with pytest.raises(InputError, match="mkdir -p"):
        open_output(str(tmp_path / "no" / "events.jsonl"), force=True)


def test_a_place_that_takes_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / ".events.jsonl.part").mkdir()
    with pytest.raises(InputError, match=r"events\.jsonl: cannot be written \(Is a directory\); give another place"):
        FileOutput(tmp_path / "events.jsonl", force=False).__enter__()


def test_what_a_dead_run_left_is_overwritten(tmp_path: Path) -> None:
    for name in (".events.jsonl.part", ".events.articles.jsonl.part"):
        (tmp_path / name).write_text("half a li", encoding="utf-8")
    with FileOutput(tmp_path / "events.jsonl", force=False) as output:
        output.record(RECORD)
        output.article(ARTICLE)
    assert (tmp_path / "events.jsonl").read_text(encoding="utf-8") == f"{RECORD}\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["events.articles.jsonl", "events.jsonl"]


def test_a_second_run_is_refused_and_harms_nothing(tmp_path: Path) -> None:
    out = tmp_path / "events.jsonl"
    with FileOutput(out, force=False) as first:
        first.record(RECORD)
        with pytest.raises(InputError, match=r"events\.jsonl: another run is writing it; wait for it"):
            FileOutput(out, force=True).__enter__()
        first.article(ARTICLE)
    assert out.read_text(encoding="utf-8") == f"{RECORD}\n"
    with FileOutput(out, force=False) as later:
        later.article(ARTICLE)
    assert out.read_text(encoding="utf-8") == ""


def test_a_file_that_its_holder_renamed_meanwhile_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out, aside = tmp_path / "events.jsonl", tmp_path / ".events.jsonl.part"
    locks: list[int] = []

    def renaming(file: object, operation: int) -> None:
        if not locks:
            aside.replace(out)
        locks.append(operation)

    aside.write_text(f"{RECORD}\n", encoding="utf-8")
    monkeypatch.setattr(output, "flock", renaming)
    with FileOutput(out, force=True) as later:
        assert out.read_text(encoding="utf-8") == f"{RECORD}\n"
        later.article(ARTICLE)
    assert len(locks) == 3


def test_a_disk_that_is_full_at_the_end_leaves_the_old_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "events.jsonl"
    out.write_text(f"{RECORD}\n", encoding="utf-8")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError, match=r"events\.jsonl: cannot be written \(No space left .*run the same command"):
        written(out)
    assert out.read_text(encoding="utf-8") == f"{RECORD}\n"
    assert [path.name for path in tmp_path.iterdir()] == ["events.jsonl"]


def test_a_full_disk_is_told_before_anything_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=3 << 20)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(InputError, match="only 3 MB are free; make room"):
        open_output(str(tmp_path / "events.jsonl"), force=True)


def test_bytes_are_on_the_disk_before_a_name_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    rename = Path.replace

    def renamed(path: Path, target: Path) -> Path:
        order.append(target.name)
        return rename(path, target)

    monkeypatch.setattr(os, "fsync", lambda descriptor: order.append("sync"))
    monkeypatch.setattr(Path, "replace", renamed)
    written(tmp_path / "events.jsonl")
    assert order == ["sync", "sync", "events.articles.jsonl", "events.jsonl", "sync"]


def written(out: Path) -> None:
    with FileOutput(out, force=False) as made:
        made.record("{}")


def _interrupted(out: Path) -> None:
    with FileOutput(out, force=False) as output:
        output.record("{}")
        raise KeyboardInterrupt


def _make(folder: Path, out: str | None, beside: str | None) -> None:
    for name, text in (("events.jsonl", out), ("events.articles.jsonl", beside)):
        if text is not None:
            (folder / name).write_text(text, encoding="utf-8")


def test_a_file_that_is_read_is_not_replaced_even_by_force(tmp_path: Path) -> None:
    given = tmp_path / "news.jsonl"
    given.write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match="this is the file that is read"):
        open_output(str(given), force=True, given=(str(given),))


def test_a_device_is_no_place_for_files() -> None:
    with pytest.raises(InputError, match="this is a device or a pipe"):
        open_output("/dev/null", force=True)
