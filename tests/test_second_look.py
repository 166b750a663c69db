"""Sentences that no event covers are asked about by themselves, with the names around them."""

import pytest

from communique.article import Article
from communique.events import BUILT_IN
from communique.extractor import Extractor, annotated_article
from communique.forms import DocumentForm, Form, SentenceForm
from communique.missed import missed
from communique.proposing import Strategy, propose
from communique.second_look import MOST, second_look
from communique.testing import FakeClient
from communique.verdicts import Policy
from tests.articles import CROWDED, GOZDEN_KACAN, OVERLOOKED
from tests.fakes import first_listed

MISSED = pytest.mark.parametrize(
    ("article", "meeting", "quote"),
    [pytest.param(OVERLOOKED, 2, 3, id="english"), pytest.param(GOZDEN_KACAN, 2, 3, id="turkish")],
)


def looked(article: Article, strategy: Strategy) -> tuple[Form, ...]:
    annotated = annotated_article(article)
    return second_look(annotated, BUILT_IN, missed(annotated, BUILT_IN, ()), strategy)


@MISSED
def test_names_of_the_sentences_before_are_offered(article: Article, meeting: int, quote: int) -> None:
    first = propose(annotated_article(article), BUILT_IN, "sentence")
    assert not {meeting, quote} & {number for form in first if isinstance(form, SentenceForm) for number in form.focus}
    forms = [form for form in looked(article, "sentence") if isinstance(form, SentenceForm)]
    for number, field in ((meeting, "participants"), (quote, "speaker")):
        form = next(form for form in forms if form.focus == (number,))
        question = next(question for question in form.questions if question.shape.name == field)
        assert len(question.options) == 2
        assert form.prompt == "second_sentence.2"


@MISSED
def test_one_prompt_tells_the_missed_sentences_and_those_beside_them(
    article: Article, meeting: int, quote: int
) -> None:
    (form,) = looked(article, "document")
    assert isinstance(form, DocumentForm)
    assert {meeting, quote} <= set(form.focus) <= set(form.shown)
    assert {event.kind for event in form.events} == {"meeting", "statement"}


def test_no_more_than_a_bounded_number_is_asked() -> None:
    text = "\n\n".join(f"Gen. Ali Kaya met Gen. Sara Khan for the {number}th time." for number in range(2, 40))
    forms = looked(Article(id="many", text=text, language="en"), "sentence")
    assert len(forms) == MOST


def by_sentence(client: FakeClient, *, second: bool) -> Extractor:
    return Extractor(client=client, strategy="sentence", policy=Policy(second_look=second))


@MISSED
def test_what_it_gives_joins_the_rest_and_is_missed_no_more(article: Article, meeting: int, quote: int) -> None:
    plain = by_sentence(FakeClient(first_listed), second=False).extract(article)
    again = by_sentence(FakeClient(first_listed), second=True).extract(article)
    assert plain.second_look is None
    assert again.second_look is not None
    assert again.second_look.asked == len(plain.missed)
    assert again.second_look.gained == len(plain.missed) - len(again.missed) > 0
    assert "statement" in {record.kind for record in again.records if record.accepted}
    assert again.usage.calls > plain.usage.calls


def nothing_again(prompt: object) -> str:
    """A fake model that finds something at first and nothing at the second look."""
    answer = first_listed(prompt)  # type: ignore[arg-type]
    return (
        answer
        if "overlooked" not in str(prompt)
        else answer.replace('"Cemil Aksoy"', '"none"').replace('["none"]', "[]")
    )


def test_an_answer_without_anything_makes_no_event() -> None:
    plain = by_sentence(FakeClient(nothing_again), second=False).extract(GOZDEN_KACAN)
    again = by_sentence(FakeClient(nothing_again), second=True).extract(GOZDEN_KACAN)
    assert again.records == plain.records
    assert again.second_look is not None
    assert again.second_look.gained == 0
    assert again.missed == plain.missed


def test_a_failure_is_not_looked_at_twice() -> None:
    client = FakeClient(lambda _: "oops")
    extraction = by_sentence(client, second=True).extract(CROWDED)
    assert extraction.failure is not None
    assert extraction.second_look is None
