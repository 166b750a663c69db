"""Record files are read whole or refused: every message names the file, the line and the mend."""

import json
from pathlib import Path
from typing import Any

import pytest

from communique.article import Article
from communique.errors import InputError
from communique.evaluation import RecordSet, evaluate, read_records
from tests.evaluation.build import ARTICLE, meeting, record, record_set

MET = record(meeting("Cemil Aksoy", "Haroon Yusuf"))


def written(path: Path, records: RecordSet, *extra: str, beside: tuple[str, ...] = ()) -> Path:
    lines = [one.to_json() for one in records.records]
    reports = [one.to_json() for one in records.reports]
    path.write_text("".join(f"{line}\n" for line in (*lines, *extra)), encoding="utf-8")
    path.with_suffix(".articles.jsonl").write_text("\n".join((*reports, *beside)), encoding="utf-8")
    return path


def test_what_was_written_is_read(tmp_path: Path) -> None:
    given = record_set(MET)
    read = read_records(written(tmp_path / "events.jsonl", given))
    assert (read.records, read.reports) == (given.records, given.reports)
    assert read.lines == {"a": 1}
    assert evaluate(given, read, draws=0).events.f1 == 1.0


def test_an_id_that_came_twice_is_that_of_its_first_article(tmp_path: Path) -> None:
    (report,) = record_set(MET).reports
    failure = {"code": "duplicate_id", "message": "seen before"}
    repeated = json.dumps({**json.loads(report.to_json()), "status": "failed", "error": failure, "events": []})
    assert read_records(written(tmp_path / "events.jsonl", record_set(MET), beside=(repeated,))).reports == (report,)


def changed(**other: Any) -> str:
    data: dict[str, Any] = json.loads(MET.to_json())
    return json.dumps({**data, "id": "0" * 16, **other})


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("{", "events.jsonl:2: this line is not JSON", id="not-json"),
        pytest.param("[]", "events.jsonl:2: this line is not a JSON object", id="no-object"),
        pytest.param("{}", "events.jsonl:2: no record: 'kind' is missing", id="no-record"),
        pytest.param(changed(kind="drill"), "events.jsonl:2: unknown kind 'drill'; name its class", id="unknown-kind"),
        pytest.param(changed(event={"colour": 1}), "events.jsonl:2: no record: at colour", id="unknown-field"),
        pytest.param(changed(checks=7), "events.jsonl:2: no record: at checks", id="broken-checks"),
        pytest.param(MET.to_json(), "events.jsonl:2: record .* stands on line 1 already; leave one", id="twice"),
        pytest.param(
            changed(article={"id": "b", "sha256": "0"}), "article 'b' is not in events.articles.jsonl", id="no-article"
        ),
        pytest.param(changed(article={"id": "a", "sha256": "0"}), "article 'a' has another text", id="other-text"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, line: str, told: str) -> None:
    with pytest.raises(InputError, match=told) as caught:
        read_records(written(tmp_path / "events.jsonl", record_set(MET), line))
    assert (caught.value.line, bool(caught.value.mend)) == (2, True)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param(record_set().reports[0].to_json(), "2: article 'a' stands on line 1 already", id="twice"),
        pytest.param('{"schema": "communique/article/1"}', "2: no line of an articles' file: at article", id="broken"),
    ],
)
def test_a_broken_line_of_the_articles_is_named(tmp_path: Path, line: str, told: str) -> None:
    with pytest.raises(InputError, match=f"events.articles.jsonl:{told}"):
        read_records(written(tmp_path / "events.jsonl", record_set(MET), beside=(line,)))


def test_the_articles_file_is_needed(tmp_path: Path) -> None:
    path = written(tmp_path / "events.jsonl", record_set(MET))
    path.with_suffix(".articles.jsonl").unlink()
    with pytest.raises(InputError, match=r"events.articles.jsonl: it cannot be read .*give OUT.jsonl with"):
        read_records(path)


def test_both_must_have_the_same_articles(tmp_path: Path) -> None:
    second = Article(id="b", text="Something else.", language="en")
    third = Article(id="c", text="Something else.", language="en")
    gold = read_records(written(tmp_path / "gold.jsonl", record_set(articles=(ARTICLE, second, third))))
    found = read_records(written(tmp_path / "found.jsonl", record_set()))
    with pytest.raises(InputError, match=r"gold.articles.jsonl:2: article 'b' and 1 more: not in .*found") as caught:
        evaluate(gold, found)
    assert "extract the missing ones" in caught.value.mend
    with pytest.raises(InputError, match=r"gold.articles.jsonl:2: article 'b' and 1 more: not in .*found"):
        evaluate(found, gold)


def test_both_must_be_of_the_same_text(tmp_path: Path) -> None:
    other = Article(id="a", text="Something else.", language="en")
    found = read_records(written(tmp_path / "found.jsonl", record_set(articles=(other,))))
    with pytest.raises(InputError, match=r"found.articles.jsonl:1: article 'a' has another text .*; extract again"):
        evaluate(record_set(), found)
    with pytest.raises(InputError, match="article 'a' of --articles has another text"):
        evaluate(record_set(), record_set(), articles=[other])


def test_an_article_that_could_not_be_read_has_no_events() -> None:
    report = record_set().reports[0]
    unread = report.model_copy(
        update={"status": "failed", "article": report.article.model_copy(update={"sha256": None})}
    )
    assert evaluate(record_set(MET), RecordSet((), (unread,)), draws=0).events.recall == 0.0


def test_sets_made_in_memory_are_checked_too() -> None:
    given = record_set(MET)
    with pytest.raises(InputError, match=r"record .* comes twice"):
        evaluate(given, RecordSet((MET, MET), given.reports))
    with pytest.raises(InputError, match="article 'a' comes twice"):
        evaluate(given, RecordSet((), given.reports * 2))
    with pytest.raises(InputError, match="article 'a', which has no report"):
        evaluate(RecordSet((), ()), RecordSet((MET,), ()))
