"""The service gives the library's answers, refuses in plain words, and keeps to its limits."""

import json
from collections.abc import AsyncIterator, Iterable, Iterator
from typing import Any

import anyio
import pytest
from fastapi.testclient import TestClient

from communique.article import Article
from communique.claims import Claim, check_claim
from communique.completion import Completion, Prompt
from communique.errors import CompletionError
from communique.extractor import Extractor
from communique.llm.allowance import Allowance
from communique.llm.connecting import Connection
from communique.records import Extraction, Failure
from communique.serving.http import Limits, application
from communique.serving.reader import NO_MODEL, STOPPING, Reader
from communique.tags import TaggedText, tag
from tests.articles import EMPTY, ENGLISH, TURKISH
from tests.serving.articles import ARTICLE, CANARY, CLAIMS, reader

LIMITS = Limits(body_bytes=20_000, articles=3)


class Refusing:
    """A model that does not answer."""

    async def complete(self, prompt: Prompt) -> Completion:
        raise CompletionError("the key is wrong; set OPENAI_API_KEY", code="authentication")


class Busy:
    """A reader that asks the service itself while it reads, and keeps what it answered."""

    stopped: Failure | None = None

    def __init__(self) -> None:
        self.told: list[int] = []
        self.service: Any = None

    async def aextract(self, article: Article) -> Extraction:
        await anyio.to_thread.run_sync(self._ask)
        return Extraction(article=article)

    async def stream(self, articles: Iterable[Article], *, concurrency: int) -> AsyncIterator[Extraction]:
        for article in articles:
            yield await self.aextract(article)

    def stop(self, failure: Failure) -> None:
        self.stopped = failure

    def _ask(self) -> None:
        answer = TestClient(self.service).post("/extract", json=ARTICLE)
        self.told.append(answer.status_code)
        assert answer.headers["Retry-After"] == "1"
        assert "higher --concurrency" in answer.json()["detail"]


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(application(reader(), LIMITS)) as client:
        yield client


def test_extract_gives_the_records_of_the_library(client: TestClient) -> None:
    answer = client.post("/extract", json=ARTICLE)
    expected = reader().extract(ENGLISH)
    assert answer.status_code == 200
    assert answer.json() == {
        "article": json.loads(expected.report.to_json()),
        "records": [json.loads(record.to_json()) for record in expected.records],
    }


def test_many_articles_are_json_lines_in_their_order(client: TestClient) -> None:
    given = [{"id": article.id, "text": article.text} for article in (TURKISH, EMPTY, ENGLISH)]
    answer = client.post("/extract/stream", json={"articles": given})
    assert answer.headers["content-type"] == "application/jsonl"
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert [(line["article"]["article"]["id"], line["article"]["status"]) for line in lines] == [
        ("tr", "read"),
        ("empty", "empty"),
        ("en", "read"),
    ]


def test_ground_gives_a_verdict_on_each_claim(client: TestClient) -> None:
    claims = [{"id": str(place), "text": CLAIMS["text"], **claim} for place, claim in enumerate(CLAIMS["claims"])]
    expected = [json.loads(check_claim(Claim.model_validate(claim)).model_dump_json()) for claim in claims]
    assert client.post("/ground", json=CLAIMS).json() == {"verdicts": expected}


def test_tag_gives_the_tags_of_the_library(client: TestClient) -> None:
    expected = tag(TaggedText(id="", text=ENGLISH.text, published=ENGLISH.published))
    answer = client.post("/tag", json={"text": ENGLISH.text, "published": "2026-02-13"})
    assert {"id": "", **answer.json()} == json.loads(json.dumps(expected))


@pytest.mark.parametrize("path", ["/health", "/ready"])
def test_it_tells_that_it_answers_and_reads(client: TestClient, path: str) -> None:
    assert client.get(path).json().items() >= {"status": "ok", "reads": True}.items()


def test_a_failed_article_is_an_answer() -> None:
    client = TestClient(application(Extractor(client=Refusing(), strategy="document")))
    answer = client.post("/extract", json=ARTICLE)
    assert answer.status_code == 200
    assert answer.json()["article"]["error"] == {
        "code": "authentication",
        "message": "the key is wrong; set OPENAI_API_KEY",
    }


@pytest.mark.parametrize(
    ("path", "body", "status", "wanted"),
    [
        pytest.param("/tag", {"text": "x" * 20_000}, 413, "the body is longer than 20000 bytes", id="body"),
        pytest.param("/extract/stream", {"articles": [{"text": "x"}] * 4}, 413, "more than 3 articles", id="articles"),
        pytest.param("/tag", {}, 422, "text: Field required", id="no-text"),
        pytest.param("/tag", {"text": "x", "path": "/etc/passwd"}, 422, "path: Extra inputs are not", id="path"),
        pytest.param(
            "/extract", {"text": "x", "published": "in May"}, 422, "published: give a day as YYYY-MM-DD", id="date"
        ),
        pytest.param("/extract/stream", {"articles": []}, 422, "articles: ", id="none"),
        pytest.param(
            "/ground", {"text": "x", "claims": [{"kind": "k", "value": "v"}]}, 422, "claims.0.kind", id="kind"
        ),
    ],
)
def test_what_cannot_be_answered_is_refused_in_words(
    client: TestClient, path: str, body: dict[str, Any], status: int, wanted: str
) -> None:
    answer = client.post(path, json=body)
    assert answer.status_code == status
    assert answer.json()["detail"].startswith(wanted)
    assert len(answer.content) < 300


@pytest.mark.parametrize(
    ("content", "kind", "wanted"),
    [
        pytest.param(b'{"text":', "application/json", "JSON decode error", id="half"),
        pytest.param(b'{"text": "\\ud800"}', "application/json", "text: ", id="surrogate"),
        pytest.param(b'{"text": "x"}', "text/plain", "send JSON, with the header Content-Type", id="type"),
        pytest.param(b"\xff\xfe", "application/json", "", id="bytes"),
        pytest.param(b"[" * 15_000, "application/json", "", id="deep"),
    ],
)
def test_what_is_no_json_is_refused_in_words(client: TestClient, content: bytes, kind: str, wanted: str) -> None:
    answer = client.post("/tag", content=content, headers={"Content-Type": kind})
    assert 400 <= answer.status_code < 500
    assert wanted in answer.json()["detail"]


def test_a_body_without_a_length_is_bounded_too(client: TestClient) -> None:
    answer = client.post("/tag", content=iter([b" " * 9_000] * 4), headers={"Content-Type": "application/json"})
    assert answer.status_code == 413


@pytest.mark.parametrize("path", ["/extract", "/extract/stream"])
def test_more_requests_at_a_time_than_allowed_are_told_to_come_back(path: str) -> None:
    busy = Busy()
    busy.service = application(busy, Limits(concurrency=1))
    body = ARTICLE if path == "/extract" else {"articles": [ARTICLE]}
    for _ in range(2):
        assert TestClient(busy.service).post(path, json=body).status_code == 200
    assert busy.told == [429, 429]


@pytest.mark.parametrize("path", ["/extract", "/ready"])
def test_a_reader_that_reads_no_more_is_unavailable(path: str) -> None:
    extractor: Reader = reader()
    extractor.stop(STOPPING)
    client = TestClient(application(extractor))
    answer = client.post(path, json=ARTICLE) if path == "/extract" else client.get(path)
    assert answer.status_code == 503
    assert answer.json()["detail"] == f"stopped: {STOPPING.message}"
    assert client.get("/health").status_code == 200


def test_without_a_model_nothing_is_extracted() -> None:
    client = TestClient(application(None))
    answer = client.post("/extract", json=ARTICLE)
    assert (answer.status_code, answer.json()["detail"]) == (503, NO_MODEL)
    assert client.get("/ready").json()["reads"] is False
    assert client.post("/ground", json=CLAIMS).status_code == 200


def test_another_host_is_refused() -> None:
    client = TestClient(application(None, hosts=("127.0.0.1",)), base_url="http://news.example")
    assert client.get("/health").status_code == 400


def test_no_key_is_in_any_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", CANARY)
    connection = Connection("m", allowance=Allowance(timeout=0.05))
    service = application(Extractor(connection, strategy="document"))
    answers = [TestClient(service).post("/extract", json=ARTICLE), TestClient(service).get("/openapi.json")]
    assert answers[0].json()["article"]["status"] == "failed"
    assert all(CANARY not in answer.text for answer in answers)
