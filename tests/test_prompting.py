"""Each prompt as it is sent: held by files in tests/rendered, renewed with UPDATE_SNAPSHOTS=1."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.completion import Completion, Prompt, TokenUsage
from communique.events import BUILT_IN, MeetingEvent
from communique.extractor import annotated_article
from communique.forms import DocumentForm, Form
from communique.missed import missed
from communique.prompting import render, render_fault, render_repair
from communique.proposing import Strategy, propose
from communique.second_look import second_look
from communique.verdicts import Check, Verdict
from communique.vocabulary import Vocabulary, spoken
from tests.articles import ENGLISH, GOZDEN_KACAN, OVERLOOKED, TURKISH

RENDERED = Path(__file__).parent / "rendered"
ARTICLES = {article.id: annotated_article(article) for article in (ENGLISH, TURKISH, OVERLOOKED, GOZDEN_KACAN)}


def first(article_id: str, strategy: Strategy, vocabulary: Vocabulary) -> Prompt:
    article = ARTICLES[article_id]
    return _rendered(propose(article, BUILT_IN, strategy), article_id, vocabulary)


def second(article_id: str, strategy: Strategy, vocabulary: Vocabulary) -> Prompt:
    article = ARTICLES[article_id]
    return _rendered(second_look(article, BUILT_IN, missed(article, BUILT_IN, ()), strategy), article_id, vocabulary)


def _rendered(forms: tuple[Form, ...], article_id: str, vocabulary: Vocabulary) -> Prompt:
    article = ARTICLES[article_id]
    return render(next(spoken(form, article, vocabulary) for form in forms if not form.is_decided), article)


def prompts() -> Iterator[tuple[str, Prompt]]:
    yield "document-open", first("en", "document", "open")
    yield "document-closed-en", first("en", "document", "closed")
    yield "document-closed-tr", first("tr", "document", "closed")
    yield "sentence-closed-en", first("en", "sentence", "closed")
    yield "sentence-closed-tr", first("tr", "sentence", "closed")
    yield "sentence-open", first("en", "sentence", "open")
    yield "second-sentence-en", second("overlooked", "sentence", "closed")
    yield "second-sentence-tr", second("gozden-kacan", "sentence", "closed")
    yield "second-document-closed", second("overlooked", "document", "closed")
    yield "second-document-open", second("gozden-kacan", "document", "open")
    bad = Completion("oops", "stop", "fake", TokenUsage())
    yield "fault", render_fault(first("en", "sentence", "closed"), bad, "it is not JSON")
    refused = Check(
        path="/place", verdict=Verdict.NOT_FOUND, proposed="Karachi", reason="the article has no place 'Karachi'"
    )
    yield "repair", render_repair(ARTICLES["en"], (refused,), MeetingEvent, (1, 2))


PROMPTS = dict(prompts())


def shown(prompt: Prompt) -> str:
    turns = "\n\n".join(f"--- {message.role}\n{message.content}" for message in prompt.messages)
    schema = json.dumps(prompt.schema, ensure_ascii=False, indent=1)
    return f"{turns}\n\n--- schema {prompt.schema_name}, at most {prompt.max_tokens} tokens\n{schema}\n"


@pytest.mark.parametrize("name", PROMPTS)
def test_a_prompt_is_rendered_as_it_is_kept(name: str) -> None:
    kept = RENDERED / f"{name}.txt"
    if "UPDATE_SNAPSHOTS" in os.environ:
        RENDERED.mkdir(exist_ok=True)
        kept.write_text(shown(PROMPTS[name]), encoding="utf-8")
    assert shown(PROMPTS[name]) == kept.read_text(encoding="utf-8")


def test_every_kept_prompt_is_still_rendered() -> None:
    assert {path.stem for path in RENDERED.glob("*.txt")} == set(PROMPTS)


def test_the_article_stands_first_in_every_question_about_it() -> None:
    beginnings = {
        PROMPTS[name].messages[1].content.split("\n\n")[0] for name in ("document-open", "document-closed-en")
    }
    assert len(beginnings) == 1


def test_a_document_form_asks_for_events_of_every_class() -> None:
    schema = render(DocumentForm(BUILT_IN), ARTICLES["en"]).schema
    assert schema is not None
    assert set(schema["properties"]) == {event.kind for event in BUILT_IN}
