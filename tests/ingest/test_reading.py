"""Every kind of input becomes articles; what cannot be read is a value that names the file, the line and the mend."""

import io
import json
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from communique.article import Article
from communique.errors import InputError
from communique.ingest import FailedArticle, read_articles

PAGE = """<html><head><title>Ministers meet</title>
<meta property="article:published_time" content="2024-05-03T10:00:00Z">
<link rel="canonical" href="https://example.org/news/1"></head><body><nav>Home</nav><article><h1>Ministers meet</h1>
<p>The defence ministers of the two countries met on Friday in Ankara and spoke for three hours about training.</p>
<p>They agreed to meet again in the autumn, a spokesman of the ministry told reporters afterwards.</p>
</article></body></html>"""


def texts(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")


def read(*paths: str | Path, stdin: bytes = b"", encoding: str | None = None) -> list[Article | FailedArticle]:
    return list(read_articles(paths, encoding=encoding, stdin=io.BytesIO(stdin)))


def ids(found: Sequence[Article | FailedArticle]) -> list[str]:
    return [article.id for article in found]


def failure(found: Article | FailedArticle) -> InputError:
    assert isinstance(found, FailedArticle)
    return found.error


def test_a_text_keeps_every_character_but_the_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf \xc4\xb0ki\r\nline\r\n")
    (article,) = read(tmp_path / "a.txt")
    assert isinstance(article, Article)
    assert article.text == " İki\r\nline\r\n"
    assert article.id == "a"


def test_a_folder_is_read_in_order_with_relative_ids(tmp_path: Path) -> None:
    (tmp_path / "sub dir").mkdir()
    texts(tmp_path, b__txt="b", a__md="a", skip__pdf="no")
    texts(tmp_path / "sub dir", ığdır__txt="c")
    assert ids(read(tmp_path)) == ["a", "b", "sub dir/ığdır"]


def test_a_pattern_takes_the_known_files(tmp_path: Path) -> None:
    texts(tmp_path, a__txt="a", b__txt="b", c__pdf="no")
    assert ids(read(str(tmp_path / "*"))) == ["a", "b"]


def test_a_link_loop_ends(tmp_path: Path) -> None:
    texts(tmp_path, a__txt="a")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert ids(read(tmp_path)) == ["a"]


def test_an_id_seen_twice_makes_the_second_a_failure(tmp_path: Path) -> None:
    texts(tmp_path, a__txt="first", a__md="second")
    first, second = read(tmp_path / "a.txt", tmp_path / "a.md")
    assert isinstance(first, Article)
    assert failure(second).code == "duplicate_id"


def test_a_page_gives_its_text_date_title_and_address(tmp_path: Path) -> None:
    texts(tmp_path, page__html=PAGE)
    (article,) = read(tmp_path / "page.html")
    assert isinstance(article, Article)
    assert "met on Friday in Ankara" in article.text
    assert "Home" not in article.text
    assert (article.published, article.published_from) == (date(2024, 5, 3), "metadata")
    assert article.title == "Ministers meet"
    assert article.url == "https://example.org/news/1"


def test_an_empty_page_is_an_empty_article(tmp_path: Path) -> None:
    texts(tmp_path, page__html=" ")
    (article,) = read(tmp_path / "page.html")
    assert isinstance(article, Article)
    assert article.text == ""


def test_lines_give_articles_with_what_they_say(tmp_path: Path) -> None:
    line = {"id": "x", "text": "t", "published": "2026-01-30", "language": "de", "title": None}
    texts(tmp_path, a__jsonl=json.dumps(line) + "\n\n")
    (article,) = read(tmp_path / "a.jsonl")
    assert isinstance(article, Article)
    assert (article.id, article.published, article.published_from) == ("x", date(2026, 1, 30), "given")
    assert article.language == "other"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param('{"text": ', "not JSON at column", id="cut-off"),
        pytest.param("[1]", "not a JSON object", id="no-object"),
        pytest.param('{"id": "x"}', '"text" is missing', id="no-text"),
        pytest.param('{"text": 5}', '"text" is no text', id="text-is-a-number"),
        pytest.param('{"text": "a", "txt": "b"}', "unknown field 'txt'", id="unknown-field"),
        pytest.param('{"text": "a", "published": "2026-02-30"}', '"published"', id="no-such-date"),
        pytest.param('{"text": "\\ud800"}', "lone surrogate", id="lone-surrogate"),
        pytest.param("[" * 100_000, "not JSON", id="too-deep"),
    ],
)
def test_a_broken_line_is_named_and_the_rest_goes_on(tmp_path: Path, line: str, message: str) -> None:
    texts(tmp_path, a__jsonl=f'{{"id": "1", "text": "a"}}\n{line}\n{{"id": "3", "text": "c"}}')
    first, second, third = read(tmp_path / "a.jsonl")
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    error = failure(second)
    assert message in str(error)
    assert error.line == 2
    assert error.code == "broken_line"
    assert str(tmp_path / "a.jsonl") in str(error)


def test_a_table_is_read_by_its_header(tmp_path: Path) -> None:
    texts(tmp_path, a__csv='id,text,published\nx,"two\nlines",2026-01-30\ny,plain,\n')
    first, second = read(tmp_path / "a.csv")
    assert isinstance(first, Article)
    assert first.text == "two\nlines"
    assert isinstance(second, Article)
    assert second.published is None


@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param("x,a,b,c", "as many cells", id="too-many-cells"),
        pytest.param("x", "as many cells", id="too-few-cells"),
        pytest.param('x,"a"b', "not CSV", id="stray-quote"),
    ],
)
def test_a_broken_row_is_named(tmp_path: Path, row: str, message: str) -> None:
    texts(tmp_path, a__csv=f"id,text\n{row}\n")
    error = failure(read(tmp_path / "a.csv")[0])
    assert message in str(error)
    assert error.line == 2


@pytest.mark.parametrize(
    ("stdin", "found"),
    [
        pytest.param("Türkiye".encode(), ["stdin"], id="plain-text"),
        pytest.param(b'\n{"id": "x", "text": "a"}\n{"text": 1}', ["x", "stdin.jsonl:3"], id="lines"),
    ],
)
def test_standard_input_is_text_or_lines(stdin: bytes, found: list[str]) -> None:
    assert ids(read("-", stdin=stdin)) == found


@pytest.mark.parametrize(
    ("data", "encoding", "code", "mend"),
    [
        pytest.param(b"caf\xe9", None, "encoding", "--encoding", id="latin"),
        pytest.param(b"%PDF\0\0", None, "binary", "text, HTML", id="binary"),
        pytest.param(b"\x81", "cp1252", "encoding", "--encoding", id="wrong-encoding"),
    ],
)
def test_bytes_that_are_no_text_are_a_failure(
    tmp_path: Path, data: bytes, encoding: str | None, code: str, mend: str
) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    error = failure(read(tmp_path / "a.txt", encoding=encoding)[0])
    assert error.code == code
    assert mend in error.mend


def test_another_encoding_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Işık".encode("cp1254"))
    (article,) = read(tmp_path / "a.txt", encoding="cp1254")
    assert isinstance(article, Article)
    assert article.text == "Işık"


def test_every_argument_is_checked_before_the_first_is_read(tmp_path: Path) -> None:
    texts(tmp_path, a__txt="a", b__pdf="no")
    (tmp_path / "empty").mkdir()
    for wrong, code in (
        ("gone.txt", "no_input"),
        ("empty", "no_input"),
        ("*.xyz", "no_input"),
        ("b.pdf", "unknown_suffix"),
    ):
        with pytest.raises(InputError) as caught:
            read_articles([tmp_path / "a.txt", str(tmp_path / wrong)])
        assert caught.value.code == code
        assert caught.value.mend


def test_a_file_that_disappears_is_a_failure(tmp_path: Path) -> None:
    texts(tmp_path, a__txt="a", b__txt="b")
    found = read_articles([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert isinstance(next(found), Article)
    os.remove(tmp_path / "b.txt")  # noqa: PTH107 - while the iteration is under way
    assert failure(next(found)).code == "unreadable"


def test_a_file_that_may_not_be_read_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    texts(tmp_path, b__txt="b")
    first, second = read(tmp_path)
    assert failure(first).code == "unreadable"
    assert isinstance(second, Article)


def test_one_path_stands_for_a_list_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two ships sailed.", encoding="utf-8")
    assert [article.id for article in read_articles(str(tmp_path / "a.txt"))] == ["a"]
