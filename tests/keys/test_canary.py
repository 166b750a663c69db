"""A canary key goes through every path of the command line, and everything that is written is searched for it."""

import asyncio
import json
import os
import subprocess
import sys
import traceback
from pathlib import Path

import pytest

from communique import Extractor
from communique.errors import CommuniqueError
from communique.llm.connecting import Connection
from communique.llm.openai import OpenAIClient
from tests.llm.fakes import PROMPT, Reply, chat, serving

KEY = "sk-canary-key-5f1d9c3e7b2a"
PASSWORD = "canary-password-81c2"
QUERY = "canary-query-77aa"
ARTICLE = (
    "MUSCAT, 13 February 2026 - Turkish Defence Minister Cemil Aksoy met Omani Defence Minister Salim Harthi in Muscat "
    "on Thursday.\n\n“We sail together,” Harthi said after the talks.\n"
)
ECHO = f"Bearer {KEY} of {PASSWORD} with {QUERY}"
SAID = {
    **dict.fromkeys(("addressee", "cue", "date", "medium")),
    "evidence": [1],
    "form": "direct",
    "speaker": {"name": ECHO, "role": None, "organisation": None},
    "quote": ECHO,
    "topic": ECHO,
}
ANSWERS = {
    "refused-key": Reply({"error": {"message": f"Incorrect API key provided: {ECHO}", "code": "invalid_api_key"}}, 401),
    "forbidden": Reply({"error": {"message": ECHO}}, 403),
    "bad-request": Reply({"error": {"message": ECHO, "param": ECHO}}, 400),
    "page-of-a-proxy": Reply(
        f"<html>POST /v1/chat/completions?api_key={QUERY} Authorization: {ECHO}</html>".encode(), 404
    ),
    "no-json": Reply(ECHO.encode(), 200),
    "no-chat": Reply({"echo": ECHO}, 200),
    "not-the-schema": Reply(chat(ECHO), 200),
    "words-of-an-answer": Reply(chat(json.dumps({"meeting": [], "arms_deal": [], "statement": [SAID]})), 200),
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A home and working directory of the run's own, with an article."""
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def run(place: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("OPENAI_", "XDG_", "COMMUNIQUE_"))
    }
    return subprocess.run(  # noqa: S603 - our own command line
        [sys.executable, "-c", "import sys; from communique.cli import main; sys.exit(main())", *arguments],
        cwd=place,
        env={**kept, "HOME": str(place), "OPENAI_API_KEY": KEY, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def leaks(place: Path, *told: str) -> list[str]:
    """Where a canary stands in what was printed or in any file, by name."""
    canaries = (KEY, PASSWORD, QUERY)
    written = {str(path.relative_to(place)): path.read_bytes() for path in place.rglob("*") if path.is_file()}
    printed = {f"output {number}": text.encode() for number, text in enumerate(told)}
    return [
        f"{canary} in {name}"
        for name, content in {**written, **printed}.items()
        for canary in canaries
        if canary.encode() in content
    ]


def address(base_url: str) -> str:
    """The endpoint's address with all that one may put into an address."""
    scheme, _, rest = base_url.partition("://")
    return f"{scheme}://user:{PASSWORD}@{rest}?api_key={QUERY}"


@pytest.mark.server
def test_no_answer_brings_a_key_into_what_a_run_writes(place: Path) -> None:
    rows = (json.dumps({"id": name, "text": ARTICLE}) + "\n" for name in ANSWERS)
    (place / "news.jsonl").write_text("".join(rows), encoding="utf-8")
    with serving(*(reply for reply in ANSWERS.values() for _ in range(8))) as endpoint:
        arguments = ("news.jsonl", "--model", "m", "--base-url", address(endpoint.base_url), "--concurrency", "1")
        done = run(place, "extract", *arguments, "--verbose", "-o", "events.jsonl")
        assert len(endpoint.bodies) >= len(ANSWERS)
    assert "HTTP Request: POST" in done.stderr
    assert len((place / "events.articles.jsonl").read_text(encoding="utf-8").splitlines()) == len(ANSWERS)
    assert leaks(place, done.stdout, done.stderr) == []


@pytest.mark.parametrize("reply", [pytest.param(reply, id=name) for name, reply in ANSWERS.items()])
@pytest.mark.server
def test_no_answer_brings_a_key_into_a_record_or_a_failure(
    reply: Reply, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with serving(*[reply] * 8) as endpoint:
        extraction = Extractor(Connection("m", base_url=address(endpoint.base_url))).extract(ARTICLE)
    told = "".join(record.to_json() for record in extraction.records) + extraction.report.to_json()
    assert [canary for canary in (KEY, PASSWORD, QUERY) if canary in told] == []
    assert extraction.failure is not None or "[key]" in told


@pytest.mark.server
@pytest.mark.parametrize(("command", "log"), [("extract", "debug"), ("doctor", ""), ("doctor", "debug")])
def test_an_address_with_secrets_is_told_without_them(place: Path, command: str, log: str) -> None:
    with serving(*[ANSWERS["bad-request"]] * 8) as endpoint:
        arguments = ("article.txt", "-o", "events.jsonl") if command == "extract" else ()
        url = address(endpoint.base_url)
        done = run(
            place, command, *arguments, "--model", "m", "--base-url", url, *["--verbose"] * (not log), OPENAI_LOG=log
        )
    assert "127.0.0.1" in done.stderr + done.stdout
    assert leaks(place, done.stdout, done.stderr) == []


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(
            ("extract", "article.txt", "--model", "m", "--base-url", f"ftp://u:{PASSWORD}@h/{KEY}"), id="base-url"
        ),
        pytest.param(("extract", "article.txt", "--model", "m", "--base-url", f"http://u:{PASSWORD}@:x"), id="no-host"),
        pytest.param(("extract", "article.txt", f"--api-key={KEY}"), id="an-option-that-is-none"),
        pytest.param(("extract", f"https://u:{PASSWORD}@h/?api_key={QUERY}"), id="an-address-as-path"),
        pytest.param(
            ("doctor", "--model", "m", "--base-url", f"http://u:{PASSWORD}@127.0.0.1:1/v1"), id="nobody-there"
        ),
    ],
)
def test_a_run_that_cannot_start_tells_no_secret(place: Path, arguments: tuple[str, ...]) -> None:
    done = run(place, *arguments)
    assert done.returncode == 2
    assert done.stderr + done.stdout
    assert leaks(place, done.stdout, done.stderr) == []


def test_a_key_that_no_header_carries_is_not_told(place: Path) -> None:
    done = run(place, "extract", "article.txt", "--model", "m", OPENAI_API_KEY=f"{KEY}ğ", OPENAI_BASE_URL="http://h/v1")
    assert done.returncode in (1, 2)
    assert leaks(place, done.stdout, done.stderr) == []


@pytest.mark.server
@pytest.mark.parametrize("key", [pytest.param(KEY, id="refused"), pytest.param(f"{KEY}ğ", id="unusable")])
def test_no_traceback_with_local_variables_shows_the_key(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", key)
    with serving(*[ANSWERS["refused-key"]] * 2) as endpoint:
        shown = _traceback(endpoint.base_url)
    assert "Traceback" in shown
    assert key not in shown
    assert KEY not in shown


def _traceback(base_url: str) -> str:
    """What a crash reporter that shows local variables would send."""
    try:
        asyncio.run(_asked(base_url))
    except CommuniqueError as error:
        return "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    return ""


async def _asked(base_url: str) -> None:
    async with OpenAIClient("m", base_url=base_url) as client:
        await client.complete(PROMPT)
