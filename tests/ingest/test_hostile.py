"""Every bad input has its outcome, and costs nothing but itself: the table is the list of them."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.article import Article
from communique.errors import InputError
from communique.ingest import FailedArticle, count_articles, read_articles
from communique.ingest.decoding import LARGEST

ARTICLE = "Aksoy met Yusuf."
READ = "read"
GOOD = b'{"id": "first", "text": "a"}\n%s\n{"id": "last", "text": "z"}\n'


def outcomes(*paths: str | Path, encoding: str | None = None) -> dict[str, str]:
    """The ids in order, each with "read" or the code of its error."""
    found = read_articles(paths, encoding=encoding)
    return {item.id: item.error.code if isinstance(item, FailedArticle) else READ for item in found}


WHOLE = [
    pytest.param("a.txt", b"", READ, id="empty"),
    pytest.param("a.txt", b" \n\t", READ, id="white-space"),
    pytest.param("a.txt", bytes(range(256)), "binary", id="binary"),
    pytest.param("a.txt", b"a" * 20_000 + b"\0", "binary", id="nul-far-behind"),
    pytest.param("a.txt", "Işık".encode("cp1254"), "encoding", id="wrong-encoding"),
    pytest.param("a.txt", "İstanbul".encode()[:1], "encoding", id="cut-amid-a-character"),
    pytest.param("a.txt", b"\xed\xa0\x80", "encoding", id="surrogate-in-utf-8"),
    pytest.param("a.txt", ARTICLE.encode("utf-16"), READ, id="utf-16-with-mark"),
    pytest.param("a.txt", ARTICLE.encode("utf-32"), READ, id="utf-32-with-mark"),
    pytest.param("a.txt", ARTICLE.encode("utf-16-le"), "binary", id="utf-16-without-mark"),
    pytest.param("a.txt", b"\xff\xfea", "encoding", id="utf-16-cut"),
    pytest.param("a.txt", b"a\r\nb\rc\n", READ, id="line-ends"),
    pytest.param("a.txt", b"a" * 1_000_000, READ, id="one-line-of-1-mb"),
    pytest.param("a.txt", b"a " * 5_000_000, "too_long", id="10-mb"),
    pytest.param("a.html", b"a" * (LARGEST + 1), "too_long", id="page-too-long"),
    pytest.param("a.html", b"<div>" * 20_000, "no_text", id="page-too-deep"),
    pytest.param("a.html", b"<!--" * 1000, "no_text", id="page-without-text"),
    pytest.param("a.html", b"", READ, id="empty-page"),
    pytest.param("ş ğ ı.txt", ARTICLE.encode(), READ, id="name-of-turkish-letters-and-spaces"),
]


@pytest.mark.parametrize(("name", "data", "outcome"), WHOLE)
@pytest.mark.parametrize("argument", [pytest.param("", id="folder"), pytest.param("file", id="file")])
def test_a_file_of_one_article_has_one_outcome(
    tmp_path: Path, name: str, data: bytes, outcome: str, argument: str
) -> None:
    (tmp_path / name).write_bytes(data)
    assert outcomes(tmp_path / name if argument else tmp_path) == {Path(name).stem: outcome}


LINES = [
    pytest.param(b'{"text": ', "broken_line", id="cut-off"),
    pytest.param(b"null", "broken_line", id="null"),
    pytest.param(b"[" * 100_000, "broken_line", id="too-deep"),
    pytest.param(b'{"text": "a", "published": %s}' % (b"9" * 5000), "broken_line", id="number-without-end"),
    pytest.param(b'{"text": "a", "published": NaN}', "broken_line", id="not-a-number"),
    pytest.param(b'{"text": "a", "published": 1e999}', "broken_line", id="infinite"),
    pytest.param(b'{"text": "a", "published": 20260203}', "broken_line", id="date-as-a-number"),
    pytest.param(b'{"text": "a", "published": "1770076800"}', "broken_line", id="date-as-seconds"),
    pytest.param(b'{"text": "a", "published": "2026-02-30"}', "broken_line", id="no-such-day"),
    pytest.param(b'{"text": "a", "published": "3 February 2026"}', "broken_line", id="date-of-another-writing"),
    pytest.param(b'{"text": "a", "published": "2026-02-03T10:00:00Z"}', READ, id="time-stamp"),
    pytest.param(b'{"text": "a", "published": ""}', READ, id="no-date"),
    pytest.param(b'{"id": "x", "text": "\\ud800"}', "broken_line", id="surrogate-in-text"),
    pytest.param(b'{"id": "\\ud800", "text": "a"}', "broken_line", id="surrogate-in-id"),
    pytest.param(b'{"title": "\\udfff", "text": "a"}', "broken_line", id="surrogate-in-title"),
    pytest.param(b'{"text": "\\ud83d\\ude00"}', READ, id="both-halves"),
    pytest.param(b'{"text": "\xff"}', "encoding", id="not-utf-8"),
    pytest.param(b'{"text": "\0"}', "binary", id="nul"),
    pytest.param(b"\0" * 4096, "binary", id="zeros-of-a-power-loss"),
    pytest.param(b'{"id": 5, "text": "a"}', READ, id="number-as-id"),
    pytest.param(b'{"id": true, "text": "a"}', "broken_line", id="truth-as-id"),
    pytest.param(b'{"id": "", "text": "a"}', "broken_line", id="empty-id"),
    pytest.param(b'{"id": "x"}', "broken_line", id="no-text"),
    pytest.param(b'{"text": ["a"]}', "broken_line", id="text-is-a-list"),
    pytest.param(b'{"text": "a", "source": "b"}', "broken_line", id="unknown-field"),
    pytest.param(b'{"text": "%s"}' % (b"a" * LARGEST), "too_long", id="endless"),
    pytest.param(b'{"id": "first", "text": "b"}', "duplicate_id", id="duplicate-id"),
]


@pytest.mark.parametrize(("line", "outcome"), LINES)
def test_a_line_costs_itself_alone(tmp_path: Path, line: bytes, outcome: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(GOOD % line)
    first, second, third = read_articles([tmp_path / "a.jsonl"])
    assert (first.id, third.id) == ("first", "last")
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    if isinstance(second, FailedArticle):
        assert second.error.code == outcome
        assert second.error.mend
        assert second.error.line == (None if outcome == "duplicate_id" else 2)
    else:
        assert outcome == READ


@pytest.mark.parametrize(
    ("data", "outcome"),
    [
        pytest.param(b"id,text,text\nx,a,b\n", {"a.csv:1": "broken_line"}, id="column-twice"),
        pytest.param(b"id;text\nx;a\n", {"a.csv:1": "broken_line"}, id="semicolons"),
        pytest.param(b"id,text\nx,a\xff\ny,b\n", {"a.csv:2": "encoding", "y": READ}, id="not-utf-8"),
        pytest.param(b"id,text\nx,a\0\ny,b\n", {"a.csv:2": "binary", "y": READ}, id="nul"),
        pytest.param(b'id,text\nx,"a\ny,b\n', {"a.csv:2": "broken_line"}, id="quote-left-open"),
        pytest.param(b'id,text\nx,"a"b\ny,b\n', {"a.csv:2": "broken_line", "y": READ}, id="stray-quote"),
        pytest.param(b"\xef\xbb\xbfid,text\r\nx,a\r\n\r\ny,b\r\n", {"x": READ, "y": READ}, id="mark-and-line-ends"),
        pytest.param("id,text\nx,a\n".encode("utf-16"), {"x": READ}, id="utf-16"),
        pytest.param("id,text\nx,a\n".encode("utf-16")[:-1], {"a.csv:2": "encoding"}, id="utf-16-cut"),
        pytest.param(b"id,text,published\nx,a,2026-02-30\n", {"x": "broken_line"}, id="no-such-day"),
        pytest.param(b"", {}, id="empty"),
    ],
)
def test_a_table_has_an_outcome_for_every_row(tmp_path: Path, data: bytes, outcome: dict[str, str]) -> None:
    (tmp_path / "a.csv").write_bytes(data)
    assert outcomes(tmp_path) == outcome


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX alone")
def test_a_name_that_is_no_utf_8_is_read_and_can_be_written(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"a\xff.txt")).write_text(ARTICLE, encoding="utf-8")
    (article,) = read_articles([tmp_path])
    assert isinstance(article, Article)
    assert article.id.encode().isascii()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("nothing"))


def _link_to_itself(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.skipif(os.name != "posix", reason="pipes and links are POSIX's")
@pytest.mark.parametrize("make", [_pipe, _link_to_nothing, _link_to_itself])
def test_what_is_no_file_in_a_folder_is_told_and_not_waited_for(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "b.txt")
    (tmp_path / "c.txt").write_text(ARTICLE, encoding="utf-8")
    assert outcomes(tmp_path) == {"b": "unreadable", "c": READ}


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
def test_an_endless_device_ends() -> None:
    assert outcomes("/dev/zero") == {"zero": "too_long"}


def test_a_folder_that_disappears_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    for name in ("a", "gone", "kept"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.txt").write_text(ARTICLE, encoding="utf-8")
    found = read_articles([tmp_path])
    assert next(found).id == "a/x"
    (tmp_path / "gone" / "x.txt").unlink()
    (tmp_path / "gone").rmdir()
    lost, kept = found
    assert (lost.id, kept.id) == ("gone", "kept/x")
    assert isinstance(lost, FailedArticle)
    assert lost.error.code == "unreadable"


def test_an_argument_that_disappears_is_told(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(ARTICLE, encoding="utf-8")
    found = read_articles([tmp_path / "a", tmp_path / "b"])
    assert next(found).id == "a"
    (tmp_path / "b" / "b.txt").unlink()
    (tmp_path / "b").rmdir()
    (lost,) = found
    assert isinstance(lost, FailedArticle)


@pytest.mark.parametrize(
    ("argument", "encoding", "code"),
    [
        pytest.param("a" * 300, None, "no_input", id="name-too-long"),
        pytest.param("gone", None, "no_input", id="no-such-file"),
        pytest.param("a.txt", "klingon", "encoding", id="unknown-encoding"),
        pytest.param("a.txt", "hex", "encoding", id="encoding-of-no-text"),
    ],
)
def test_what_cannot_start_is_told_at_once(tmp_path: Path, argument: str, encoding: str | None, code: str) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_articles([str(tmp_path / argument)], encoding=encoding)
    assert caught.value.code == code


def test_files_are_counted_where_they_tell_how_many_articles_there_are(tmp_path: Path) -> None:
    for name in ("a.txt", "b.html"):
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    assert count_articles([tmp_path, tmp_path / "a.txt"]) == 3
    assert count_articles([tmp_path, "-"]) is None
    (tmp_path / "c.jsonl").write_bytes(b"")
    assert count_articles([tmp_path]) is None


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from(["txt", "html", "jsonl", "csv"]),
    st.sampled_from([None, "utf-16", "cp1254"]),
)
def test_any_bytes_have_an_outcome(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str, encoding: str | None
) -> None:
    path = tmp_path_factory.mktemp("any") / f"a.{suffix}"
    path.write_bytes(data)
    for item in read_articles([path], encoding=encoding):
        assert item.id.encode()
        assert isinstance(item, Article) or item.error.mend
