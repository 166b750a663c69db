"""`communique revalidate`: changed verdicts on standard output, failures by line and name."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from communique.annotation import annotate
from communique.article import Article
from communique.drafts import Draft, DraftValue, Proposed
from communique.events import MeetingEvent
from communique.grounding.ground import ground
from communique.recording import to_records
from communique.segmentation import segment
from communique.verdicts import Policy
from tests.cli.conftest import Run

TEXT = "Cemil Aksoy met Haroon Yusuf in Lahore on 12 February 2026."


def record() -> dict[str, Any]:
    article = Article(id="a", text=TEXT, published=date(2026, 2, 13), published_from="given", language="en")
    people = ({"name": Proposed("Cemil Aksoy")}, {"name": Proposed("Haroon Yusuf")})
    fields: dict[str, DraftValue] = {
        "status": Proposed("held", option="held"),
        "participants": people,
        "date": Proposed("12 February 2026"),
    }
    grounded = ground(Draft(MeetingEvent, (1,), fields, prompt="document.1"), annotate(segment(article)), Policy())
    (made,) = to_records((grounded,), article, Policy())
    data: dict[str, Any] = json.loads(made.to_json())
    return data


@pytest.fixture
def events(folder: Path) -> Path:
    """A file of one record, beside its article."""
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    return written(folder, record())


def written(folder: Path, *records: dict[str, Any] | str) -> Path:
    path = folder / "events.jsonl"
    lines = (line if isinstance(line, str) else json.dumps(line) for line in records)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_what_has_not_changed_is_silent(run: Run, events: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("revalidate", events, "--articles", "a.txt") == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "records: 1 checked, 0 changed, 0 failed; verdicts changed: 0" in told.err


def test_a_changed_verdict_is_a_line_and_no_failure(
    run: Run, events: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = record()
    old["checks"][0] |= {"verdict": "not_found", "tier": None}
    assert run("revalidate", written(folder, old), "--articles", "a.txt", "-o", "new.jsonl") == 0
    told = capsys.readouterr()
    assert told.out == f"{old['id']}  {old['checks'][0]['path']}  not_found -> supported  'held': decided by 'met'\n"
    assert "1 changed" in told.err
    assert json.loads((folder / "new.jsonl").read_text(encoding="utf-8")) == record()


def test_records_on_standard_output_stand_alone(
    run: Run, events: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = record()
    old["checks"][0] |= {"verdict": "not_found", "tier": None}
    assert run("revalidate", written(folder, old), "--articles", "a.txt", "-o", "-") == 0
    told = capsys.readouterr()
    assert json.loads(told.out) == record()
    assert "not_found -> supported" in told.err


def test_records_may_be_replaced_in_place(run: Run, events: Path) -> None:
    before = events.read_text(encoding="utf-8")
    assert run("revalidate", events, "--articles", "a.txt", "-o", events) == 0
    assert json.loads(events.read_text(encoding="utf-8")) == json.loads(before)


def test_the_policy_is_that_of_the_option(
    run: Run, events: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = record()
    refused = {**old["checks"][-1], "path": "/place", "proposed": "Cairo", "verdict": "not_found", "tier": None}
    old["checks"].insert(-1, {**refused, "span": None, "value": None})
    path = written(folder, old)
    assert run("revalidate", path, "--articles", "a.txt", "--on-unsupported", "reject") == 0
    assert "event  none -> not_found" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("{", "events.jsonl:1: this line is not JSON", id="not-json"),
        pytest.param('{"schema": "communique/article/1"}', "events.jsonl:1: not a communique record", id="no-record"),
        pytest.param({"kind": "drill"}, "events.jsonl:1: unknown kind 'drill'", id="unknown-kind"),
        pytest.param({"schema": "communique/record/9"}, "events.jsonl:1: not a communique record", id="schema"),
        pytest.param({"event": {"colour": 1}}, "events.jsonl:1: ", id="another-event"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_checked(
    run: Run, events: Path, folder: Path, line: Any, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = line if isinstance(line, str) else {**record(), **line}
    assert run("revalidate", written(folder, bad, record()), "--articles", "a.txt", "-o", "new.jsonl") == 1
    said = capsys.readouterr().err
    assert told in said
    assert "give" in said
    assert "records: 1 checked, 0 changed, 1 failed" in said
    assert len((folder / "new.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_another_text_is_refused_by_name(
    run: Run, events: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_text("Aksoy refused it.", encoding="utf-8")
    assert run("revalidate", events, "--articles", "a.txt") == 1
    assert "events.jsonl:1: article 'a' has another text" in capsys.readouterr().err


def test_a_missing_article_is_named(run: Run, events: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "b.txt").write_text(TEXT, encoding="utf-8")
    assert run("revalidate", events, "--articles", "b.txt") == 1
    assert "events.jsonl:1: article 'a' is not among --articles" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("nowhere.jsonl", "--articles", "a.txt"), id="no-file"),
        pytest.param(("events.jsonl",), id="no-articles"),
        pytest.param(("events.jsonl", "--articles", "a.txt", "--kinds", "nonsense"), id="no-kind"),
    ],
)
def test_what_cannot_start_is_2(run: Run, events: Path, arguments: tuple[str, ...]) -> None:
    assert run("revalidate", *arguments) == 2


def test_a_check_fails_where_a_verdict_changed(run: Run, events: Path, folder: Path) -> None:
    old = record()
    old["checks"][0] |= {"verdict": "not_found", "tier": None}
    assert run("revalidate", events, "--articles", "a.txt", "--check") == 0
    assert run("revalidate", written(folder, old), "--articles", "a.txt", "--check") == 1


def test_several_files_are_checked_and_written_as_one(run: Run, events: Path, folder: Path) -> None:
    (folder / "more.jsonl").write_bytes(events.read_bytes())
    assert run("revalidate", events, "more.jsonl", "--articles", "a.txt", "-o", "new.jsonl") == 0
    assert (folder / "new.jsonl").read_text(encoding="utf-8").count("\n") == 2


def test_a_record_without_checks_is_named_and_not_refused_as_false(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    written(folder, {**record(), "checks": []})
    assert run("revalidate", "events.jsonl", "--articles", "a.txt") == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "events.jsonl:1: this record has no checks, as one that was written by hand; score others" in told.err
