"""Assistants get the library's own answers over the protocol, and errors they can mend, by the official client."""

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from mcp import Client, StdioServerParameters
from mcp_types import CallToolResult, TextContent

from communique.claims import Claim, check_claim
from communique.cli import main
from communique.cli.mcp import mcp
from communique.extractor import Extractor
from communique.serving.assistants import assistant_server
from communique.serving.questions import MOST_CHARACTERS
from communique.serving.reader import NO_MODEL
from communique.tags import TaggedText, tag
from communique.testing import FakeClient
from tests.articles import ENGLISH
from tests.cli.endpoint import answering
from tests.serving.articles import ARTICLE, CANARY, CLAIMS, reader, useless

MAIN = "import sys; from communique.cli import main; sys.exit(main())"
CALLING = (
    {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {
            "protocolVersion": "2025-11-25",
            "capabilities": {},
            "clientInfo": {"name": "test", "version": "1"},
        },
    },
    {"jsonrpc": "2.0", "method": "notifications/initialized"},
    {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {"name": "extract", "arguments": ARTICLE}},
)
TOOLS = ["extract", "ground", "tag"]


def called(name: str, arguments: Mapping[str, Any], by: Extractor | None = None, mode: str = "auto") -> CallToolResult:
    """What a tool answers, over an in-process connection."""

    async def call() -> CallToolResult:
        async with Client(assistant_server(by), mode=mode) as client:
            return await client.call_tool(name, dict(arguments))

    return asyncio.run(call())


def words(result: CallToolResult) -> str:
    """The text of an answer."""
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_each_tool_has_a_schema_of_its_question_and_its_answer(mode: str) -> None:
    async def listed() -> list[Any]:
        async with Client(assistant_server(None), mode=mode) as client:
            return list((await client.list_tools()).tools)

    tools = asyncio.run(listed())
    assert [tool.name for tool in tools] == TOOLS
    for tool in tools:
        Draft202012Validator.check_schema(tool.input_schema)
        Draft202012Validator.check_schema(tool.output_schema)
        assert "text" in tool.input_schema["required"]
        assert tool.annotations.read_only_hint


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_extract_gives_the_records_of_the_library(mode: str) -> None:
    result = called("extract", ARTICLE, reader(), mode)
    expected = reader().extract(ENGLISH)
    assert not result.is_error
    assert result.structured_content["records"] == [json.loads(record.to_json()) for record in expected.records]
    assert result.structured_content["article"] == json.loads(expected.report.to_json())
    assert len(expected.records) > 1
    assert json.loads(words(result)) == result.structured_content


def test_ground_gives_a_verdict_on_each_claim() -> None:
    result = called("ground", CLAIMS)
    claims = [{"id": str(place), "text": CLAIMS["text"], **claim} for place, claim in enumerate(CLAIMS["claims"])]
    expected = [json.loads(check_claim(Claim.model_validate(claim)).model_dump_json()) for claim in claims]
    assert result.structured_content == {"verdicts": expected}
    assert [verdict["verdict"] for verdict in expected] == ["contradicted", "supported"]


def test_tag_gives_the_tags_of_the_library() -> None:
    result = called("tag", {"text": ENGLISH.text, "published": "2026-02-13"})
    expected = tag(TaggedText(id="", text=ENGLISH.text, published=ENGLISH.published))
    assert {"id": "", **result.structured_content} == json.loads(json.dumps(expected))
    assert all(expected[kind] for kind in ("dates", "quotes", "amounts", "names"))


@pytest.mark.parametrize(
    ("name", "arguments", "wanted"),
    [
        pytest.param("tag", {}, "text: Field required; ask as the schema says", id="no-text"),
        pytest.param("tag", {"text": "x", "path": "/etc/passwd"}, "path: Extra inputs are not permitted", id="path"),
        pytest.param("tag", {"text": 3}, "text: Input should be a valid string", id="no-string"),
        pytest.param("tag", {"text": "x" * (MOST_CHARACTERS + 1)}, "at most 200000 characters", id="long"),
        pytest.param("tag", {"text": "x", "published": "in May"}, "published: give a day as YYYY-MM-DD", id="date"),
        pytest.param("ground", {"text": "x", "claims": [{"kind": "k", "value": "v"}]}, "claims.0.kind: ", id="kind"),
        pytest.param("extract", ARTICLE, NO_MODEL, id="no-model"),
        pytest.param("read", {}, "there is no tool 'read'; call one of extract, ground, tag", id="unknown"),
    ],
)
def test_what_is_wrong_with_a_call_is_an_error_that_says_what(
    name: str, arguments: dict[str, Any], wanted: str
) -> None:
    result = called(name, arguments)
    assert result.is_error
    assert wanted in words(result)
    assert len(words(result)) < 500


def test_a_failed_article_is_an_error_with_what_was_read_before() -> None:
    result = called("extract", ARTICLE, Extractor(client=FakeClient(useless), strategy="document"))
    assert result.is_error
    assert words(result).startswith("wrong_shape: ")
    assert result.structured_content["article"]["status"] == "failed"


@pytest.mark.server
class TestOverStdio:
    """The command itself, as an assistant starts it."""

    def asked(self, work: Callable[[Client], Awaitable[Any]], *options: str, **environment: str) -> Any:
        """What `work` makes of a client of `communique mcp` with these options."""
        python_path = os.environ.get("PYTHONPATH", "")
        parameters = StdioServerParameters(
            command=sys.executable,
            args=["-c", MAIN, "mcp", *options],
            env={"PYTHONPATH": python_path, "COMMUNIQUE_STORE": os.environ["COMMUNIQUE_STORE"], **environment},
        )

        async def run() -> Any:
            async with Client(parameters) as client:
                return await work(client)

        return asyncio.run(run())

    def test_a_model_behind_an_endpoint_reads(self) -> None:
        async def extract(client: Client) -> CallToolResult:
            return await client.call_tool("extract", ARTICLE)

        with answering() as endpoint:
            options = ("--model", "m", "--base-url", endpoint.base_url, "--kinds", "meeting")
            result = self.asked(extract, *options, OPENAI_API_KEY=CANARY)
            again = self.asked(extract, *options, OPENAI_API_KEY=CANARY)
        assert not result.is_error
        assert result.structured_content["article"]["status"] == "read"
        assert result.structured_content == again.structured_content
        assert endpoint.repeated() == set()
        assert CANARY not in result.model_dump_json()

    def test_an_endpoint_that_is_not_there_is_an_error_without_the_key(self) -> None:
        async def extract(client: Client) -> CallToolResult:
            return await client.call_tool("extract", ARTICLE)

        options = ("--model", "m", "--base-url", "http://127.0.0.1:9/v1", "--timeout", "0.1")
        result = self.asked(extract, *options, OPENAI_API_KEY=CANARY)
        assert result.is_error
        assert words(result).startswith(("connection: ", "timeout: "))
        assert CANARY not in result.model_dump_json()

    def test_ground_and_tag_are_answered_without_a_model(self) -> None:
        async def both(client: Client) -> list[CallToolResult]:
            return [await client.call_tool("ground", CLAIMS), await client.call_tool("tag", {"text": "In May 2020."})]

        grounded, tagged = self.asked(both)
        assert [verdict["verdict"] for verdict in grounded.structured_content["verdicts"]] == [
            "contradicted",
            "supported",
        ]
        assert tagged.structured_content["dates"][0]["value"] == "2020-05"

    @pytest.mark.parametrize(
        ("number", "code"), [pytest.param(signal.SIGINT, 130, id="ctrl-c"), pytest.param(signal.SIGTERM, 0, id="term")]
    )
    def test_a_signal_ends_it_though_a_call_is_under_way_and_the_client_stays(
        self, number: signal.Signals, code: int
    ) -> None:
        with answering() as endpoint:
            endpoint.hold(at=1)
            command = [sys.executable, "-c", MAIN, "mcp", "--model", "m", "--base-url", endpoint.base_url]
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
            with subprocess.Popen(command, text=True, **pipes) as process:  # type: ignore[call-overload]  # noqa: S603
                process.stdin.write("".join(json.dumps(message) + "\n" for message in CALLING))
                process.stdin.flush()
                assert json.loads(process.stdout.readline())["id"] == 1
                endpoint.wait()
                process.send_signal(number)
                assert process.wait(60) == code
                assert process.stderr.read() == "reading with m\n"
                assert process.stdout.read() == ""


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        pytest.param(["--model", "gpt-5-mini"], "OpenAI needs a key: set OPENAI_API_KEY", id="no-key"),
        pytest.param(["--model", "m", "--base-url", "ftp://x"], "is not an http address", id="address"),
        pytest.param(["--model", "no.gguf"], "no model can be read here", id="no-file", marks=pytest.mark.model),
        pytest.param(["--model", "m", "--base-url", "http://x/v1", "--kinds", "meet"], "unknown event kind", id="kind"),
    ],
)
def test_what_cannot_start_is_2_with_the_mend(
    options: list[str], wanted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["mcp", *options]) == 2
    told = capsys.readouterr()
    assert wanted in told.err
    assert told.out == ""


def test_the_configuration_shown_starts_the_command() -> None:
    page = Path(__file__).parents[2] / "docs" / "integrations.md"
    if not page.exists():
        pytest.skip("there are no pages beside the tests")
    (shown,) = re.findall(r"^```json\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    server = json.loads(shown)["mcpServers"]["communique"]
    assert server["command"] == "communique"
    with mcp.make_context("mcp", server["args"][1:]) as context:
        assert (server["args"][0], context.params["model"]) == ("mcp", "local")
