"""Questions on long articles are cut to what a model takes, by its server's count."""

import asyncio
from dataclasses import dataclass, field

import pytest

from communique.annotation import AnnotatedArticle
from communique.article import Article
from communique.completion import Prompt
from communique.errors import CompletionError, ConfigurationError
from communique.events import BUILT_IN
from communique.extractor import Extractor, annotated_article
from communique.forms import DocumentForm, Form
from communique.llm.allowance import Allowance
from communique.llm.connecting import Connection
from communique.llm.fitting import Fitting
from communique.llm.gauging import Gauge
from communique.prompting import render
from communique.vocabulary import Vocabulary, spoken
from tests.articles import ENGLISH
from tests.llm.fakes import FakeClient

LONG = Article(
    text="\n\n".join(
        f"Minister Cemil Aksoy met General Haroon Yusuf in Ankara on {day} May 2025." for day in range(1, 200)
    ),
    language="en",
)


@dataclass
class WordGauge:
    """Counts words, of which each has `each` tokens."""

    told: int | None
    each: int = 2
    counted: list[int] = field(default_factory=list)

    async def count(self, text: str) -> int:
        self.counted.append(len(text.split()) * self.each)
        return self.counted[-1]

    async def context(self) -> int | None:
        return self.told


class DeafGauge:
    """A server that cannot be asked."""

    async def count(self, text: str) -> int:
        raise CompletionError("cannot be asked; run again", code="connection")

    async def context(self) -> int | None:
        return None


def fitted(gauge: Gauge, allowance: Allowance, vocabulary: Vocabulary) -> tuple[AnnotatedArticle, tuple[Form, ...]]:
    article = annotated_article(LONG)

    def speak(form: Form, article: AnnotatedArticle) -> Form:
        return spoken(form, article, vocabulary)

    form = DocumentForm(BUILT_IN)
    return article, asyncio.run(Fitting(gauge, allowance).fit(form, article, speak))


def words(prompt: Prompt) -> int:
    return sum(len(message.content.split()) for message in prompt.messages)


@pytest.mark.parametrize("vocabulary", ["open", "closed"])
def test_portions_and_their_answers_fit_into_the_context(vocabulary: Vocabulary) -> None:
    article, forms = fitted(WordGauge(8192), Allowance(chunk=True), vocabulary)
    assert len(forms) > 1
    for form in forms:
        prompt = render(form, article)
        assert words(prompt) * 2 + prompt.max_tokens <= 8192
    shown = {number for form in forms if isinstance(form, DocumentForm) for number in form.shown}
    assert shown == set(article.numbered)


def test_an_article_that_fits_by_its_bytes_is_not_counted() -> None:
    gauge = WordGauge(1_000_000)
    _, forms = fitted(gauge, Allowance(chunk=True, max_article_tokens=1_000_000), "open")
    assert len(forms) == 1
    assert gauge.counted == []


def test_an_article_that_fits_by_the_servers_count_is_not_cut() -> None:
    _, forms = fitted(WordGauge(None), Allowance(max_article_tokens=6000), "open")
    assert len(forms) == 1


def test_a_bound_that_no_sentence_keeps_ends_in_single_sentences() -> None:
    article, forms = fitted(WordGauge(None, each=1000), Allowance(max_article_tokens=100), "open")
    assert len(forms) == len(article.numbered)


@pytest.mark.parametrize(
    ("context", "mend"),
    [
        pytest.param(None, "--max-article-tokens", id="unknown"),
        pytest.param(4096, "--strategy sentence", id="too-small"),
    ],
)
def test_a_context_that_cannot_be_kept_stops_the_run_with_the_mend(context: int | None, mend: str) -> None:
    with pytest.raises(ConfigurationError, match=mend):
        fitted(WordGauge(context), Allowance(chunk=True), "open")


def test_a_server_that_cannot_count_now_fails_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    connection = Connection(None, client=FakeClient([]), allowance=Allowance(max_article_tokens=100))
    monkeypatch.setattr(connection, "_gauge", DeafGauge())
    extraction = Extractor(connection, strategy="document").extract(LONG)
    assert extraction.failure is not None
    assert extraction.failure.code == "connection"


def test_small_forms_are_never_cut() -> None:
    connection = Connection(None, client=FakeClient([]), allowance=Allowance(max_article_tokens=100))
    bounded, free = (
        Extractor(held, strategy="sentence").plan(ENGLISH)
        for held in (connection, Connection(None, client=FakeClient([])))
    )
    assert bounded == free
