import asyncio
import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import httpx2
import pytest
from openai import AsyncOpenAI, OpenAIError

from communique.completion import Completion, Prompt, TokenUsage
from communique.errors import CompletionError, ConfigurationError
from communique.llm import openai
from communique.llm.modes import Sampling
from communique.llm.openai import OpenAIClient
from tests.llm.fakes import ANSWER, PROMPT, FakeEndpoint, Reply, called, chat, refused, serving

MISSING = object()
FREE = replace(PROMPT, schema=None)
CANARY = "sk-canary-5f1d"


def ask(endpoint: FakeEndpoint, *prompts: Prompt, api_key: str | None = None, timeout: float = 5.0) -> list[Completion]:
    async def run() -> list[Completion]:
        async with OpenAIClient("m", base_url=endpoint.base_url, api_key=api_key, timeout=timeout) as client:
            return [await client.complete(prompt) for prompt in prompts or (PROMPT,)]

    return asyncio.run(run())


@pytest.mark.server
class TestAnswers:
    def test_an_answer_is_read_with_its_cost(self) -> None:
        with serving(Reply(chat())) as endpoint:
            (completion,) = ask(endpoint)
        assert completion == Completion(ANSWER.text, "stop", "served-1", TokenUsage(9, 5, 4, 1))

    @pytest.mark.parametrize(
        ("reason", "expected"),
        [
            ("stop", "stop"),
            ("length", "length"),
            ("content_filter", "content_filter"),
            ("tool_calls", "other"),
            (None, "other"),
        ],
    )
    def test_the_finish_reason_is_kept(self, reason: str | None, expected: str) -> None:
        with serving(Reply(chat(finish_reason=reason))) as endpoint:
            assert ask(endpoint)[0].finish_reason == expected

    def test_a_refusal_is_named_and_its_words_kept(self) -> None:
        with serving(Reply(chat(None, refusal="I will not."))) as endpoint:
            (completion,) = ask(endpoint)
        assert (completion.finish_reason, completion.text) == ("refusal", "I will not.")

    def test_an_endpoint_without_usage_or_content_still_answers(self) -> None:
        body = chat(None) | {"usage": None, "model": None}
        with serving(Reply(body)) as endpoint:
            (completion,) = ask(endpoint, FREE)
        assert completion == Completion("", "stop", "m", TokenUsage(calls=1))

    @pytest.mark.parametrize(
        ("usage", "counted"),
        [
            pytest.param({"prompt_tokens": 3, "completion_tokens": 1}, TokenUsage(3, 1, 0, 1), id="the least"),
            pytest.param({"prompt_tokens": "3", "completion_tokens": -1}, TokenUsage(calls=1), id="odd counts"),
            pytest.param({"prompt_tokens": 3, "prompt_tokens_details": 7}, TokenUsage(3, calls=1), id="odd details"),
            pytest.param(7, TokenUsage(calls=1), id="no object"),
        ],
    )
    def test_usage_of_any_shape_is_read(self, usage: object, counted: TokenUsage) -> None:
        with serving(Reply(chat() | {"usage": usage})) as endpoint:
            assert ask(endpoint)[0].usage == counted

    def test_no_key_is_needed_for_an_endpoint_of_ones_own(self) -> None:
        with serving(Reply(chat())) as endpoint:
            ask(endpoint)
        assert endpoint.keys == ["Bearer none"]

    def test_a_proxy_is_not_used_for_this_machine(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("HTTP_PROXY", "http://192.0.2.1:9")
        with serving(Reply(chat())) as endpoint:
            assert ask(endpoint)[0].text == ANSWER.text

    def test_one_client_object_serves_one_loop_after_another(self) -> None:
        with serving(Reply(chat("1")), Reply(chat("2"))) as endpoint:
            client = OpenAIClient("m", base_url=endpoint.base_url)

            async def run() -> str:
                async with client:
                    return (await client.complete(FREE)).text

            assert [asyncio.run(run()), asyncio.run(run())] == ["1", "2"]


@pytest.mark.server
class TestModes:
    def test_refused_fields_are_learnt_once_and_remembered(self) -> None:
        replies = (
            refused("no", parameter="temperature"),
            refused("'max_tokens' is not supported, use 'max_completion_tokens'"),
            refused("extra inputs are not permitted: seed", status=422),
            Reply(chat()),
            Reply(chat()),
        )
        with serving(*replies) as endpoint:
            ask(endpoint, PROMPT, PROMPT)
        assert len(endpoint.bodies) == 5
        assert sorted(endpoint.bodies[4]) == ["max_completion_tokens", "messages", "model", "response_format"]

    def test_a_schema_is_loosened_down_to_text(self) -> None:
        replies = [refused("no", parameter=name) for name in ("response_format", "tools", "response_format")]
        with serving(*replies, Reply(chat())) as endpoint:
            ask(endpoint)
        formats = [body.get("response_format", {}).get("type") for body in endpoint.bodies]
        assert formats == ["json_schema", None, "json_object", None]
        assert ["tools" in body for body in endpoint.bodies] == [False, True, False, False]

    def test_what_a_tool_is_called_with_is_the_answer(self) -> None:
        with serving(refused("no json_schema here"), Reply(called(ANSWER.text))) as endpoint:
            (completion,) = ask(endpoint)
        assert (completion.text, completion.finish_reason) == (ANSWER.text, "stop")

    @pytest.mark.parametrize("arguments", [None, 7], ids=["none", "a number"])
    def test_a_tool_called_with_no_words_is_an_empty_answer(self, arguments: object) -> None:
        with serving(Reply(called(arguments))) as endpoint:
            assert ask(endpoint, FREE)[0].text == ""

    def test_many_that_begin_together_find_out_once(self) -> None:
        replies = [refused("no", parameter="seed"), refused("no json_schema"), *[Reply(called(ANSWER.text))] * 20]
        with serving(*replies) as endpoint:

            async def run() -> list[Completion]:
                async with OpenAIClient("m", base_url=endpoint.base_url) as client:
                    return await asyncio.gather(*(client.complete(PROMPT) for _ in range(20)))

            answers = asyncio.run(run())
        assert {answer.text for answer in answers} == {ANSWER.text}
        assert len(endpoint.bodies) == 22

    def test_a_refusal_of_something_else_is_raised(self) -> None:
        with serving(refused("bad roles", parameter="messages")) as endpoint, pytest.raises(CompletionError) as caught:
            ask(endpoint)
        assert caught.value.code == "bad_request"

    def test_nothing_is_remembered_of_a_call_that_failed(self) -> None:
        with serving(refused("", parameter="seed"), Reply({}, 500), Reply(chat())) as endpoint:

            async def run() -> None:
                async with OpenAIClient("m", base_url=endpoint.base_url) as client:
                    with pytest.raises(CompletionError, match="failed"):
                        await client.complete(PROMPT)
                    await client.complete(PROMPT)

            asyncio.run(run())
        assert ["seed" in body for body in endpoint.bodies] == [True, False, True]

    def test_an_endpoint_that_refuses_everything_comes_to_an_end(self) -> None:
        words = "temperature seed max_tokens response_format tools"
        with serving(*[refused(words)] * 7) as endpoint, pytest.raises(CompletionError) as caught:
            ask(endpoint)
        assert caught.value.code == "bad_request"


@pytest.mark.server
class TestFaults:
    @pytest.mark.parametrize(
        ("reply", "code", "mend"),
        [
            pytest.param(Reply({}, 400), "bad_request", "refused the request", id="400"),
            pytest.param(Reply({}, 401), "authentication", "set OPENAI_API_KEY", id="401"),
            pytest.param(Reply({}, 403), "permission", "choose another --model", id="403"),
            pytest.param(Reply({}, 404), "not_found", "check --model and --base-url", id="404"),
            pytest.param(Reply({}, 408), "timeout", "try again", id="408"),
            pytest.param(Reply({}, 409), "server", "try again", id="409"),
            pytest.param(Reply({}, 413), "context_length", "the article is longer: use", id="413"),
            pytest.param(Reply({}, 418), "bad_request", "refused the request", id="418"),
            pytest.param(Reply({}, 422), "bad_request", "refused the request", id="422"),
            pytest.param(Reply({}, 429), "rate_limit", "lower --concurrency", id="429"),
            pytest.param(refused("You exceeded your current quota", status=429), "permission", "billing", id="quota"),
            pytest.param(
                Reply({"error": {"message": "no", "code": "content_filter"}}, 400),
                "content_filter",
                "filtered the question",
                id="filter",
            ),
            pytest.param(Reply({}, 500), "server", "try again later", id="500"),
            pytest.param(Reply({}, 501), "bad_request", "no Chat Completions", id="501"),
            pytest.param(Reply(b"<html>", 503, {"Content-Type": "text/html"}), "server", "try again later", id="503"),
            pytest.param(
                refused("maximum context length is 8192 tokens"), "context_length", "m takes 8,192 tokens", id="context"
            ),
            pytest.param(Reply(None, None), "connection", "check network, --base-url and server", id="cut connection"),
            pytest.param(Reply(b"{"), "malformed", "not JSON", id="half a body"),
            pytest.param(Reply(b"\xff\xfe{"), "malformed", "not JSON", id="no UTF-8"),
            pytest.param(Reply(b"[1," * 100_000), "malformed", "not JSON", id="brackets too deep"),
            pytest.param(Reply(b"9" * 5000), "malformed", "not JSON", id="a number too long"),
            pytest.param(
                Reply(b"<html>", 200, {"Content-Type": "text/html"}), "malformed", "--base-url", id="a web page"
            ),
            pytest.param(Reply(b"[" * (2**24 + 1)), "malformed", "more than 16,777,216 bytes", id="a huge body"),
            pytest.param(Reply(b"[" * (2**24 + 1), 500), "malformed", "more than 16,777,216", id="a huge error"),
            pytest.param(
                Reply(gzip.compress(b"[" * 2**29, 1), headers={"Content-Encoding": "gzip"}),
                "malformed",
                "more than 262,144 bytes",
                id="a gzip bomb",
            ),
            pytest.param(Reply([]), "malformed", "--base-url", id="a list"),
            pytest.param(Reply(chat() | {"choices": []}), "malformed", "--base-url", id="no choice"),
            pytest.param(Reply(chat() | {"choices": "x"}), "malformed", "--base-url", id="choices of another type"),
            pytest.param(Reply(chat() | {"choices": [{"message": 7}]}), "malformed", "--base-url", id="no message"),
        ],
    )
    def test_every_failure_is_one_error_that_names_the_mend(self, reply: Reply, code: str, mend: str) -> None:
        with serving(reply) as endpoint, pytest.raises(CompletionError, match=mend) as caught:
            ask(endpoint)
        assert caught.value.code == code
        assert caught.value.__cause__ is not None or code == "malformed"
        assert len(endpoint.bodies) == 1

    def test_a_body_that_trickles_on_ends_in_time(self) -> None:
        with serving(Reply(chat(), endless=True)) as endpoint, pytest.raises(CompletionError) as caught:
            ask(endpoint, timeout=0.3)
        assert caught.value.code == "timeout"
        assert "did not answer within 0.3 s; give a longer --timeout" in caught.value.message

    def test_a_server_that_is_not_there_is_a_connection_error(self) -> None:
        with serving() as endpoint:
            pass
        with pytest.raises(CompletionError) as caught:
            ask(endpoint)
        assert caught.value.code == "connection"
        assert "(Connection error. All connection attempts failed)" in caught.value.message

    def test_the_key_is_never_in_a_message(self) -> None:
        reply = refused(f"Incorrect API key provided: {CANARY}", status=401)
        with serving(reply) as endpoint, pytest.raises(CompletionError) as caught:
            ask(endpoint, api_key=f" {CANARY}\n")
        assert endpoint.keys == [f"Bearer {CANARY}"]
        assert CANARY not in str(caught.value)
        assert "[key]" in str(caught.value)


def without_or_with(body: Any, path: tuple[str | int, ...], odd: object) -> Any:
    """A copy of the body with another value at `path`, or without that member."""
    copy = json.loads(json.dumps(body))
    if not path:
        return odd
    holder = copy
    for step in path[:-1]:
        holder = holder[step]
    if odd is MISSING:
        del holder[path[-1]]
    else:
        holder[path[-1]] = odd
    return copy


def paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where every part of a body stands, the body itself first."""
    yield path
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, member in members:
        yield from paths(member, (*path, step))


@pytest.mark.parametrize(
    "odd",
    [None, True, 7, -1.5, "", "x", [], {}, [None], {"a": 1}, "\ud800", MISSING],
    ids=lambda odd: "missing" if odd is MISSING else ascii(odd),
)
def test_a_body_with_any_part_of_another_type_is_an_answer_or_a_named_failure(
    monkeypatch: pytest.MonkeyPatch, odd: object
) -> None:
    whole = [chat(refusal="no"), called("{}"), {"error": {"message": "m", "type": "t", "param": "p", "code": "c"}}]
    bodies = [
        (400 if "error" in body else 200, without_or_with(body, path, odd))
        for body in whole
        for path in paths(body)
        if path or odd is not MISSING
    ]

    def answer(request: httpx2.Request) -> httpx2.Response:
        status, body = bodies[len(outcomes)]
        return httpx2.Response(status, content=json.dumps(body))

    outcomes: list[Completion | CompletionError] = []
    mocked = httpx2.AsyncClient(transport=httpx2.MockTransport(answer))
    monkeypatch.setattr(openai, "http_client", lambda *_, **__: mocked)

    async def run() -> None:
        async with OpenAIClient("m", base_url="http://h/v1") as client:
            for _ in bodies:
                try:
                    outcomes.append(await client.complete(FREE))
                except CompletionError as error:
                    outcomes.append(error)

    asyncio.run(run())
    assert len(outcomes) == len(bodies)
    assert all(isinstance(found.text, str) for found in outcomes if isinstance(found, Completion))


def test_a_request_without_a_key_to_openai_says_what_to_set() -> None:
    with pytest.raises(ConfigurationError, match="set OPENAI_API_KEY"):
        OpenAIClient("gpt")


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: OpenAIClient("m", base_url="localhost:8000/v1"), id="no scheme"),
        pytest.param(lambda: OpenAIClient("m", base_url="http:///v1"), id="no host"),
        pytest.param(lambda: OpenAIClient("m", base_url="http://[h/v1"), id="half an address"),
        pytest.param(lambda: OpenAIClient("m", base_url="http://h:99999/v1"), id="no such port"),
        pytest.param(lambda: OpenAIClient("m", base_url="http://h/v1", api_key="a\nb"), id="a key over two lines"),
        pytest.param(lambda: OpenAIClient("m", base_url="http://h/v1", api_key="anahtarım"), id="a key beyond ASCII"),
    ],
)
def test_settings_that_cannot_work_are_refused_at_once(make: Callable[[], OpenAIClient]) -> None:
    with pytest.raises(ConfigurationError) as caught:
        make()
    assert "anahtar" not in str(caught.value)


def test_the_identity_tells_endpoints_and_models_apart_and_holds_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://h/v1/")
    monkeypatch.setenv("OPENAI_API_KEY", CANARY)
    client = OpenAIClient("m", sampling=Sampling(seed=7))
    assert client.identity == '["http://h/v1", "m", 0.0, 7]'
    assert CANARY not in repr(vars(client)["model"]) + repr(client)


def test_messages_show_the_address_without_its_secrets() -> None:
    client = OpenAIClient("m", base_url=f"http://user:{CANARY}@127.0.0.1:9/v1?key={CANARY}")
    assert client.place == "http://127.0.0.1:9/v1"


def test_a_client_that_cannot_be_made_says_where_to_look(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**settings: object) -> AsyncOpenAI:
        raise OpenAIError("odd headers")

    monkeypatch.setattr(openai, "AsyncOpenAI", refuse)
    with pytest.raises(ConfigurationError, match=r"odd headers.*OPENAI_\* variables"):
        asyncio.run(OpenAIClient("m", base_url="http://h/v1").__aenter__())


def test_leaving_a_client_that_was_not_entered_does_nothing() -> None:
    asyncio.run(OpenAIClient("m", base_url="http://h/v1").__aexit__(None, None, None))


def test_a_client_that_was_not_entered_says_how() -> None:
    with pytest.raises(ConfigurationError, match="async with OpenAIClient"):
        asyncio.run(OpenAIClient("m", base_url="http://h/v1").complete(replace(PROMPT, schema=None)))
