"""Stages and requests become spans where somebody asks for them, without any text; else nothing is made."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator

import pytest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from communique import telemetry
from communique.completion import Completion, Prompt, TokenUsage
from communique.errors import CompletionError, ConfigurationError
from communique.extractor import Extractor
from communique.llm.allowance import Allowance
from communique.llm.connecting import Connection
from communique.llm.requesting import TracedClient
from communique.telemetry import trace_with
from communique.testing import FakeClient
from communique.tracing import observe, stage, traced, traced_async
from tests.articles import ENGLISH
from tests.cli.endpoint import answering
from tests.fakes import first_listed

PROMPT = Prompt((), {"type": "object"}, "x", 64)
URL = "https://canary-user:canary-password@models.example/v1?key=canary-key"


class Answering:
    """A client with a fixed answer, or a failure."""

    def __init__(self, outcome: Completion | CompletionError) -> None:
        self.outcome = outcome

    async def complete(self, prompt: Prompt) -> Completion:
        if isinstance(self.outcome, CompletionError):
            raise self.outcome
        return self.outcome


@pytest.fixture
def spans() -> Iterator[InMemorySpanExporter]:
    """What was traced."""
    exporter = InMemorySpanExporter()
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    trace_with(provider)
    yield exporter
    observe(None)
    provider.shutdown()


def facts(span: ReadableSpan) -> dict[str, object]:
    return dict(span.attributes or {})


def test_an_article_is_a_span_with_its_stages_below(spans: InMemorySpanExporter) -> None:
    extraction = Extractor(client=FakeClient(first_listed), strategy="document").extract(ENGLISH)
    found = spans.get_finished_spans()
    (read,) = (span for span in found if span.name == "read")
    below = {span.name for span in found if span.parent is not None and span.parent.span_id == read.context.span_id}
    assert below >= {"describe", "segment", "annotate", "propose", "render", "complete", "parse", "ground", "merge"}
    assert facts(read) == {
        "communique.article.sha256": ENGLISH.sha256,
        "communique.records": len(extraction.records),
    }
    assert {span.context.trace_id for span in found} == {read.context.trace_id}


def test_articles_at_a_time_have_traces_of_their_own(spans: InMemorySpanExporter) -> None:
    extractor = Extractor(client=FakeClient(first_listed), strategy="document")
    assert len(list(extractor.extract_all([ENGLISH, "Two.", "Three."], concurrency=3))) == 3
    read = [span for span in spans.get_finished_spans() if span.name == "read"]
    assert len({span.context.trace_id for span in read}) == 3


def test_a_request_is_told_by_the_conventions(spans: InMemorySpanExporter) -> None:
    client = TracedClient(Answering(Completion("{}", "stop", "m-1", TokenUsage(7, 3, 2, 1))), model="m", url=URL)
    asyncio.run(client.complete(PROMPT))
    (span,) = spans.get_finished_spans()
    assert (span.name, span.kind) == ("chat m", SpanKind.CLIENT)
    assert facts(span) == {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "openai",
        "gen_ai.output.type": "json",
        "gen_ai.request.model": "m",
        "gen_ai.request.max_tokens": 64,
        "gen_ai.response.model": "m-1",
        "gen_ai.response.finish_reasons": ("stop",),
        "gen_ai.usage.input_tokens": 7,
        "gen_ai.usage.output_tokens": 3,
        "gen_ai.usage.cache_read.input_tokens": 2,
        "server.address": "models.example",
        "server.port": 443,
    }


def test_a_failed_request_has_the_code_of_its_error_and_not_its_words(spans: InMemorySpanExporter) -> None:
    client = TracedClient(Answering(CompletionError("canary-words", code="server", status=500)), model="m", url=URL)
    with pytest.raises(CompletionError, match="canary-words"):
        asyncio.run(client.complete(PROMPT))
    (span,) = spans.get_finished_spans()
    assert span.status.status_code is StatusCode.ERROR
    assert facts(span)["error.type"] == "server"
    assert facts(span)["http.response.status_code"] == 500
    assert "canary" not in span.to_json()


def test_an_exception_is_told_by_its_kind_alone(spans: InMemorySpanExporter) -> None:
    @traced("stage")
    def fail() -> None:
        raise ValueError("canary-words")

    with pytest.raises(ValueError, match="canary-words"):
        fail()
    (span,) = spans.get_finished_spans()
    assert (facts(span), span.status.description, span.events) == ({"error.type": "ValueError"}, None, ())


@pytest.mark.server
def test_a_run_tells_no_text_and_no_key(spans: InMemorySpanExporter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-canary-7f3a9c1e")
    with answering() as endpoint:
        connection = Connection("m", base_url=endpoint.base_url)
        extraction = Extractor(connection, strategy="document").extract(ENGLISH)
    found = spans.get_finished_spans()
    assert extraction.failure is None
    assert [span.name for span in found].count("chat m") == endpoint.asked.total() >= 1
    told = "".join(span.to_json() for span in found)
    words = {word.strip("“”,.") for word in ENGLISH.text.split()}
    assert [word for word in ("sk-canary-7f3a9c1e", *sorted(words)) if len(word) > 5 and word in told] == []


def test_a_failed_article_has_the_code_of_its_failure(spans: InMemorySpanExporter) -> None:
    connection = Connection("m", client=FakeClient(first_listed), allowance=Allowance(max_tokens=1))
    list(Extractor(connection, strategy="document").extract_all([ENGLISH, ENGLISH], concurrency=1))
    codes = [facts(span).get("error.type") for span in spans.get_finished_spans() if span.name == "read"]
    assert codes[-1] == "budget"


def test_without_an_observer_no_span_is_made_and_the_answers_are_the_same() -> None:
    @traced("stage")
    def twice(number: int) -> int:
        return 2 * number

    @traced_async("stage", told=lambda _: pytest.fail("asked for facts"))
    async def thrice(number: int) -> int:
        return 3 * number

    assert (twice(2), asyncio.run(thrice(2))) == (4, 6)
    assert stage("stage", {}) is stage("other", {}, is_request=True)


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telemetry, "trace", None)
    with pytest.raises(ConfigurationError, match=r'pip install "communique\[telemetry\]"'):
        trace_with()


@pytest.mark.parametrize("code", ["import communique.extractor", "from communique.cli import main; main(['--help'])"])
def test_nothing_of_it_is_loaded_unless_it_is_asked_for(code: str) -> None:
    script = f"{code}; import sys; print([name for name in sys.modules if name.startswith('opentelemetry')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.splitlines()[-1] == "[]"
