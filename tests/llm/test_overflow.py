import httpx2
import openai
import pytest

from communique.errors import ContextOverflow
from communique.llm.faults import completion_error
from communique.llm.overflow import context_overflow

REQUEST = httpx2.Request("POST", "http://h/v1/chat/completions")


def refusal(message: str, *, status: int = 400, **body: object) -> openai.APIStatusError:
    response = httpx2.Response(status, request=REQUEST)
    return openai.BadRequestError(message, response=response, body={"message": message, **body})


@pytest.mark.parametrize(
    ("said", "limit", "needed"),
    [
        pytest.param(
            "This model's maximum context length is 8192 tokens. However, your messages resulted in 11020 tokens. "
            "Please reduce the length of the messages.",
            8192,
            11020,
            id="OpenAI, messages",
        ),
        pytest.param(
            "This model's maximum context length is 8192 tokens. However, you requested 11020 tokens (10020 in the "
            "messages, 1000 in the completion). Please reduce the length of the messages or completion.",
            8192,
            11020,
            id="OpenAI and vLLM, with the completion",
        ),
        pytest.param(
            "Input tokens exceed the configured limit of 272000 tokens. Your messages resulted in 300007 tokens.",
            272000,
            300007,
            id="OpenAI, configured limit",
        ),
        pytest.param(
            "'max_tokens' or 'max_completion_tokens' is too large: 500. This model's maximum context length is 4096 "
            "tokens and your request has 4000 input tokens (500 > 4096 - 4000).",
            4096,
            4000,
            id="vLLM, the rest is too small",
        ),
        pytest.param(
            "The decoder prompt (length 11020) is longer than the maximum model length of 8192. Make sure that "
            "`max_model_len` is no smaller than the number of text tokens.",
            8192,
            11020,
            id="vLLM, prompt",
        ),
        pytest.param(
            "You passed 8193 input tokens and requested 1 output tokens. However, the model's context length is only "
            "8192 tokens, resulting in a maximum input length of 8191 tokens.",
            8192,
            8193,
            id="vLLM, input and output",
        ),
        pytest.param(
            "request (11020 tokens) exceeds the available context size (8192 tokens), try increasing it",
            8192,
            11020,
            id="llama.cpp",
        ),
        pytest.param(
            "input length (11020 tokens) exceeds the maximum context length (8192 tokens)", 8192, 11020, id="Ollama"
        ),
        pytest.param("prompt is too long: 210,000 tokens > 200,000 maximum", 200000, 210000, id="Anthropic"),
        pytest.param(
            "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).",
            1048576,
            1200000,
            id="Gemini",
        ),
        pytest.param(
            "Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768 maximum context length",
            32768,
            40000,
            id="Mistral",
        ),
        pytest.param(
            "This endpoint's maximum context length is 131072 tokens. However, you requested about 200000 tokens "
            "(199000 of text input, 1000 in the output).",
            131072,
            200000,
            id="OpenRouter",
        ),
        pytest.param("the context size is 2048", 2048, None, id="the limit alone"),
        pytest.param("the input length exceeds the context length", None, None, id="no numbers"),
        pytest.param("prompt too long; exceeded max context length by 28 tokens", None, None, id="Ollama, by how many"),
    ],
)
def test_the_wordings_of_servers_are_understood(said: str, limit: int | None, needed: int | None) -> None:
    assert context_overflow(refusal(said)) == ContextOverflow(limit, needed)


def test_llama_cpps_own_members_are_read() -> None:
    error = refusal(
        "the request exceeds the available context size, try increasing it",
        type="exceed_context_size_error",
        n_prompt_tokens=11020,
        n_ctx=8192,
    )
    assert context_overflow(error) == ContextOverflow(8192, 11020)


def test_a_request_larger_than_a_minute_is_told_as_one() -> None:
    said = "Request too large for model `x` on tokens per minute (TPM): Limit 6000, Requested 11020"
    assert context_overflow(refusal(said, status=413)) == ContextOverflow(6000, 11020)


def test_words_without_a_body_are_read() -> None:
    response = httpx2.Response(400, request=REQUEST)
    error = openai.BadRequestError("maximum context length is 4096 tokens", response=response, body="text")
    assert context_overflow(error) == ContextOverflow(4096, None)


def test_another_refusal_is_none() -> None:
    assert context_overflow(refusal("the context of your question is unclear")) is None


def test_the_message_names_both_numbers_and_the_mend() -> None:
    said = "request (11020 tokens) exceeds the available context size (8192 tokens)"
    error = completion_error(refusal(said), model="qwen", base_url="http://h/v1", secrets=())
    assert error.code == "context_length"
    assert error.overflow == ContextOverflow(8192, 11020)
    assert error.message.startswith(
        "qwen takes 8,192 tokens; the article needs 11,020: use --max-article-tokens or --chunk (HTTP 400, request"
    )
