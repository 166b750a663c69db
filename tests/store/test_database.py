"""Whatever would make a store fail later is told when it is opened, with the mend."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from communique.errors import StoreError
from communique.store.database import VERSION, Database

_NOBODY = 65534
FIRST = """
CREATE TABLE completions (
    key TEXT PRIMARY KEY, text TEXT NOT NULL, finish_reason TEXT NOT NULL, model TEXT NOT NULL,
    prompt INTEGER NOT NULL, completion INTEGER NOT NULL, cached INTEGER NOT NULL, calls INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO completions VALUES ('a', 'Ayşe', 'stop', 'm', 1, 2, 3, 1), ('b', 'no', 'refusal', 'm', 1, 2, 3, 1);
PRAGMA user_version = 1;
"""


def made(path: Path, script: str) -> Path:
    with closing(sqlite3.connect(path)) as database:
        database.executescript(script)
    return path


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "new" / "store.sqlite"


def test_a_store_is_made_with_its_folder(place: Path) -> None:
    Database(place).close()
    with closing(sqlite3.connect(place)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_first_version_is_migrated_with_its_answers(tmp_path: Path) -> None:
    with closing(Database(made(tmp_path / "s", FIRST))) as database:
        rows = database.read("SELECT key, state, text, model, prompt, attempts, run FROM completions ORDER BY key")
    assert rows == [("a", "done", "Ayşe".encode(), b"m", 1, 1, None), ("b", "refused", b"no", b"m", 1, 1, None)]
    Database(tmp_path / "s").close()


def test_many_open_and_migrate_at_once(tmp_path: Path) -> None:
    path = made(tmp_path / "s", FIRST)
    with ThreadPoolExecutor(8) as pool:
        opened = list(pool.map(lambda _: Database(path), range(8)))
    assert [database.read("SELECT count(*) FROM completions") for database in opened] == [[(2,)]] * 8
    for database in opened:
        database.close()


@pytest.mark.parametrize(
    ("script", "told"),
    [
        pytest.param(
            "PRAGMA user_version = 99", r"a newer communique made it \(version 99, .*update communique", id="newer"
        ),
        pytest.param("CREATE TABLE bookmarks (url)", r"another program's; name another with --store", id="foreign"),
    ],
)
def test_a_database_that_is_not_ours_to_use(tmp_path: Path, script: str, told: str) -> None:
    path = made(tmp_path / "s", script)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=told):
        Database(path)
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT count(*) FROM sqlite_master WHERE name = 'runs'").fetchone() == (0,)
    assert len(path.read_bytes()) == len(before)


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="this is a folder; give a file name"):
        Database(tmp_path)


def test_a_file_where_a_folder_has_to_be(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("")
    with pytest.raises(StoreError, match=r"its folder cannot be used .*--store or COMMUNIQUE_STORE"):
        Database(tmp_path / "f" / "s")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"no database" * 99, id="other file"),
        pytest.param(b"SQLite format 3\0" + b"\xff" * 4080, id="broken head"),
    ],
)
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "s").write_bytes(content)
    with pytest.raises(StoreError, match=r"(this is no store|it is damaged) .*; move it away, or name another"):
        Database(tmp_path / "s")
    assert (tmp_path / "s").read_bytes() == content


def test_a_damaged_page_is_told_when_it_is_read(place: Path) -> None:
    Database(place).close()
    with place.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (place.stat().st_size - 4096))
    with pytest.raises(StoreError, match="it is damaged"):
        read_all(place)


def read_all(place: Path) -> None:
    with closing(Database(place)) as database:
        database.read("SELECT * FROM completions")
        database.read("SELECT * FROM runs")


def test_a_full_disk_is_told_before_anything_is_asked(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(place.parent.parent)._replace(free=3 << 20)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(StoreError, match=r"only 3 MB are free; free disk space there"):
        Database(place)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """The folder and its files are read-only, also for root, who gives up its rights meanwhile."""
    for path in (*folder.iterdir(), folder):
        path.chmod(0o555)
    user = os.geteuid()
    if user == 0:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)
        folder.chmod(0o755)


@pytest.mark.parametrize("is_there", [pytest.param(False, id="new"), pytest.param(True, id="made before")])
def test_a_read_only_place_is_told(is_there: bool) -> None:  # noqa: FBT001 - a parameter
    with TemporaryDirectory() as name:  # pytest's own are closed to everybody else
        if is_there:
            Database(Path(name) / "s").close()
        with (
            read_only(Path(name)),
            pytest.raises(StoreError, match=r"(cannot be written|no file can be).*; make (it|its)"),
        ):
            Database(Path(name) / "s")


def test_a_locked_file_is_told_once_patience_ends(place: Path) -> None:
    with closing(Database(place)), closing(sqlite3.connect(place, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match=r"another program holds it locked .*end that program"):
            Database(place, patience=0.0)


def test_writers_that_wait_together_share_a_commit(place: Path) -> None:
    with closing(Database(place)) as database:

        def learn(number: int) -> int:
            def insert(connection: sqlite3.Connection) -> int:
                connection.execute("INSERT INTO settings VALUES (?, '')", (str(number),))
                return number

            return database.write(insert, durable=True)

        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(learn, range(64))) == list(range(64))
        assert database.read("SELECT count(*) FROM settings") == [(64,)]


def test_a_failed_write_is_told_to_its_writer_and_leaves_nothing(place: Path) -> None:
    with closing(Database(place)) as database:

        def twice(connection: sqlite3.Connection) -> None:
            connection.execute("INSERT INTO settings VALUES ('a', '')")
            connection.execute("INSERT INTO settings VALUES ('a', '')")

        with pytest.raises(StoreError, match="UNIQUE"):
            database.write(twice, durable=False)
        assert database.read("SELECT * FROM settings") == []
        database.write(lambda connection: connection.execute("INSERT INTO settings VALUES ('b', '')"), durable=True)
        assert database.read("SELECT name FROM settings") == [("b",)]
