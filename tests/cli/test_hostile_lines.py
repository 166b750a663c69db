"""Files of claims, texts and records that are broken: each line has its outcome, and no command ends in a traceback."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

CLAIM = '{"id": "1", "text": "Aksoy met Yusuf.", "kind": "name", "value": "Aksoy"%s}'
LINES = {
    "cut-off": b'{"id": "1", "text": ',
    "null": b"null",
    "too-deep": b"[" * 100_000,
    "not-utf-8": b'{"id": "\xff"}',
    "zeros": b"\0\0\0",
    "endless-number": b'{"id": %s}' % (b"9" * 5000),
    "not-a-number": b'{"id": NaN}',
    "half-character-in-id": rb'{"id": "\ud800", "text": "a", "kind": "name", "value": "a"}',
    "half-character-in-text": rb'{"id": "2", "text": "\ud800", "kind": "name", "value": "a"}',
    "half-character-in-value": rb'{"id": "2", "text": "a", "kind": "name", "value": "\ud800"}',
    "text-of-another-type": b'{"id": "2", "text": {}, "kind": "name", "value": "a"}',
    "no-such-day": b'{"id": "2", "text": "a", "published": "2026-02-30", "kind": "name", "value": "a"}',
    "date-as-a-number": b'{"id": "2", "text": "a", "published": 20260203, "kind": "name", "value": "a"}',
    "endless": b'{"id": "2", "text": "%s"}' % (b"a" * 4_000_001),
    "span-turned-round": (CLAIM % ', "evidence": [{"start": 5, "end": 1}]').encode(),
    "span-of-words": (CLAIM % ', "evidence": ["a"]').encode(),
}
BROKEN = [pytest.param(line, id=name) for name, line in LINES.items()]
GOOD = (CLAIM % "").encode()


@pytest.mark.parametrize("line", BROKEN)
def test_a_broken_claim_is_told_in_its_place(
    run: Run, folder: Path, line: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "claims.jsonl").write_bytes(b"\n".join((GOOD, line, GOOD)))
    assert run("ground", "claims.jsonl") == 1
    first, second, third = map(json.loads, capsys.readouterr().out.splitlines())
    assert first == third
    assert second["error"].startswith("line 2: ")


@pytest.mark.parametrize(
    "line", [param for param in BROKEN if not str(param.id).startswith(("span", "half-character-in-v"))]
)
def test_a_broken_text_is_told_in_its_place(
    run: Run, folder: Path, line: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "texts.jsonl").write_bytes(b"\n".join((GOOD, line, GOOD)))
    assert run("tag", "texts.jsonl", "-o", "tags.jsonl") == 1
    first, second, third = map(json.loads, (folder / "tags.jsonl").read_text(encoding="utf-8").splitlines())
    assert first == third
    assert second["error"].startswith("line 2: ")


@pytest.mark.parametrize("line", BROKEN)
@pytest.mark.parametrize("command", ["show", "revalidate", "report"])
def test_a_broken_record_is_told_by_line(
    run: Run, folder: Path, command: str, line: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_text("Aksoy met Yusuf.", encoding="utf-8")
    (folder / "events.jsonl").write_bytes(b"\n" + line + b"\n")
    out = ("-o", "page.html") if command == "report" else ()
    assert run(command, "events.jsonl", "--articles", "a.txt", *out) == 1
    assert "events.jsonl:2: " in capsys.readouterr().err


@pytest.mark.parametrize("line", BROKEN)
def test_a_broken_record_is_no_gold(run: Run, folder: Path, line: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("gold.jsonl", "gold.articles.jsonl"):
        (folder / name).write_bytes(b"\n" + line + b"\n")
    assert run("evaluate", "gold.jsonl", "gold.jsonl") == 2
    assert "gold.articles.jsonl:2: " in capsys.readouterr().err


@pytest.mark.parametrize("command", ["ground", "tag", "show"])
@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param(".", "it cannot be read", id="folder"),
        pytest.param("gone.jsonl", "it cannot be read", id="gone"),
        pytest.param("binary.jsonl", "this is a binary file", id="binary"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(
    run: Run, folder: Path, command: str, name: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "binary.jsonl").write_bytes(bytes(range(256)))
    assert run(command, name) == 2
    assert told in capsys.readouterr().err
