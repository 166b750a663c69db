"""Tokens are counted by the server where it offers that, and never thought fewer than they are where it does not."""

import asyncio

import pytest

from communique.errors import CompletionError
from communique.llm.gauging import BYTES_A_TOKEN, EndpointGauge, Estimate, estimate
from tests.llm.fakes import Reply, serving

LLAMA = {"default_generation_settings": {"n_ctx": 4096}}
VLLM = {"data": [{"id": "other", "max_model_len": 1}, {"id": "m", "max_model_len": 32768}]}
LLAMA_MODELS = {"data": [{"id": "m", "meta": {"n_ctx_train": 131072}}]}
NOT_THERE = Reply({"error": "no such thing"}, 404)

pytestmark = pytest.mark.server


@pytest.mark.parametrize(
    ("reply", "tokens"),
    [
        pytest.param(Reply({"tokens": [1, 2, 3]}), 3, id="llama.cpp"),
        pytest.param(Reply({"count": 7, "max_model_len": 10, "tokens": [0] * 7}), 7, id="vllm"),
        pytest.param(Reply({"count": 7}), 7, id="count-alone"),
        pytest.param(NOT_THERE, 5, id="not-offered"),
        pytest.param(Reply(b"<html>"), 5, id="a page"),
        pytest.param(Reply({"count": "many"}), 5, id="no-number"),
        pytest.param(Reply([]), 5, id="a-list"),
    ],
)
def test_a_text_is_counted_by_the_server_else_estimated(reply: Reply, tokens: int) -> None:
    with serving(reply) as endpoint:
        gauge = EndpointGauge(endpoint.base_url, model="m", key="secret")
        assert asyncio.run(gauge.count("Işık a.")) == tokens
        assert endpoint.bodies == [{"content": "Işık a.", "prompt": "Işık a.", "model": "m"}]
        assert endpoint.keys == ["Bearer secret"]


def test_what_is_not_offered_is_asked_for_once() -> None:
    with serving(NOT_THERE) as endpoint:
        gauge = EndpointGauge(endpoint.base_url, model="m")
        assert [asyncio.run(gauge.count(text)) for text in ("abcd", "abcdef")] == [2, 3]
        assert len(endpoint.bodies) == 1


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(Reply({}, 503), id="busy"),
        pytest.param(Reply(b"", None), id="cut"),
        pytest.param(Reply({}, 500), id="fault"),
    ],
)
def test_a_server_that_fails_now_is_no_server_without_counts(reply: Reply) -> None:
    with serving(reply) as endpoint:
        gauge = EndpointGauge(endpoint.base_url, model="m")
        with pytest.raises(CompletionError, match="run again") as caught:
            asyncio.run(gauge.count("abcd"))
    assert caught.value.code == "connection"


@pytest.mark.parametrize(
    ("replies", "context"),
    [
        pytest.param([Reply(LLAMA)], 4096, id="llama.cpp"),
        pytest.param([NOT_THERE, Reply(VLLM)], 32768, id="vllm"),
        pytest.param([NOT_THERE, Reply({"data": [{"id": "served", "max_model_len": 8192}]})], 8192, id="one-model"),
        pytest.param([NOT_THERE, Reply(LLAMA_MODELS)], None, id="trained-length-is-none"),
        pytest.param([NOT_THERE, NOT_THERE], None, id="nobody-tells"),
        pytest.param([Reply({"default_generation_settings": 1}), Reply({"data": 1})], None, id="other-shapes"),
    ],
)
def test_the_context_is_what_the_server_tells_and_is_asked_for_once(replies: list[Reply], context: int | None) -> None:
    with serving(*replies) as endpoint:
        gauge = EndpointGauge(endpoint.base_url, model="m")
        assert [asyncio.run(gauge.context()) for _ in range(2)] == [context] * 2
        assert endpoint.replies == []


@pytest.mark.parametrize("text", ["", "a", "Müdafaa Bakanı", "国防", "\U0001f600"])
def test_the_estimate_rounds_up_bytes(text: str) -> None:
    assert estimate(text) * BYTES_A_TOKEN >= len(text.encode())
    assert asyncio.run(Estimate().count(text)) == estimate(text)
    assert asyncio.run(Estimate(5).context()) == 5
