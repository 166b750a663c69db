"""Articles by an address, and from Parquet, are those that the same files give by their path."""

import json
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from communique.article import Article
from communique.errors import InputError
from communique.ingest import FailedArticle, count_articles, read_articles

ROWS = [{"id": f"a{number}", "text": f"Text {number}.", "published": "2026-01-30"} for number in range(3)]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    (folder / "more").mkdir(parents=True)
    (folder / "one.txt").write_text("It rains.")
    (folder / "more" / "two.html").write_text("<html><body><article><p>It rains in London.</p></article></body></html>")
    (folder / "rows.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in ROWS) + "{broken\n")
    (folder / "left.out").write_text("no article")
    return folder


def read(argument: Path | str) -> list[Article | FailedArticle]:
    return list(read_articles([argument]))


def told(found: Article | FailedArticle) -> tuple[str, str]:
    return found.id, found.text if isinstance(found, Article) else found.error.code


def test_a_folder_by_its_address_gives_what_it_gives_by_its_path(news: Path) -> None:
    by_address = read(news.as_uri())
    assert sorted(told(one) for one in by_address) == sorted(told(one) for one in read(news))
    broken = next(one for one in by_address if isinstance(one, FailedArticle))
    assert str(broken.error).startswith(f"{news.as_uri()}/rows.jsonl:4: ")
    assert count_articles([news.as_uri()]) is None


def test_a_file_by_its_address(news: Path) -> None:
    assert [told(one) for one in read((news / "one.txt").as_uri())] == [("one", "It rains.")]
    assert count_articles([(news / "one.txt").as_uri()]) == 1


@pytest.mark.parametrize("by_address", [False, True], ids=["path", "address"])
def test_parquet_gives_what_json_lines_give(tmp_path: Path, *, by_address: bool) -> None:
    """Dates may be dates, and columns of other ends are passed over."""
    source = tmp_path / "rows.parquet"
    table = pa.Table.from_pylist([row | {"source": "wire"} for row in ROWS])
    dates = table["published"].cast(pa.date32())
    parquet.write_table(table.set_column(table.schema.get_field_index("published"), "published", dates), source)
    (tmp_path / "rows.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in ROWS))
    assert read(source.as_uri() if by_address else source) == read(tmp_path / "rows.jsonl")


def test_a_row_without_text_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    parquet.write_table(pa.table({"id": ["a", "b"], "text": ["It rains.", None]}), tmp_path / "rows.parquet")
    found = read(tmp_path / "rows.parquet")
    assert [told(one) for one in found] == [("a", "It rains."), ("b", "broken_line")]


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        pytest.param({"body": ["It rains."]}, "there is no column text; give a Parquet file with", id="no-text"),
        pytest.param(None, r"it cannot be read as Parquet \(", id="no-parquet"),
    ],
)
def test_a_file_that_is_no_parquet_of_articles(
    tmp_path: Path, columns: dict[str, list[str]] | None, message: str
) -> None:
    source = tmp_path / "rows.parquet"
    if columns is None:
        source.write_bytes(b"PAR1 but no more")
    else:
        parquet.write_table(pa.table(columns), source)
    (failed,) = read(source)
    assert isinstance(failed, FailedArticle)
    with pytest.raises(InputError, match=message):
        raise failed.error


@pytest.mark.parametrize(
    ("address", "message"),
    [
        pytest.param("file:///no/such/folder", "there is nothing to read; check the address", id="nothing"),
        pytest.param("gopher://news", "no files can be found by this address", id="scheme"),
        pytest.param("s3://KEY:SECRET@bucket/news", "there is a key in this address; take it out", id="key"),
    ],
)
def test_an_address_where_nothing_is(address: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as raised:
        read(address)
    assert "SECRET" not in str(raised.value)
