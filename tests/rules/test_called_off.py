"""What was to happen in an article that tells of its cancelling."""

import pytest

from communique.article import Article, Language
from communique.extractor import annotated_article
from communique.rules.called_off import called_off
from communique.spans import Span
from communique.standing import Cue, Standing
from tests.standing.events import option

ENGLISH = "The visit to Oman was called off because of a storm. "
OFF = "Bakanın Umman ziyareti fırtına nedeniyle iptal edildi. "
PLAN = "Bakan, General Veli Reis ile görüşecekti."


@pytest.mark.parametrize(
    ("text", "told", "standing"),
    [
        pytest.param(OFF + PLAN, "planned", "cancelled", id="was-to-meet"),
        pytest.param(OFF + "Bakanın Reis ile görüşmesi bekleniyordu.", "planned", "cancelled", id="was-expected-to"),
        pytest.param(OFF + "Bakan, Reis ile görüşeceğini söylemişti.", "planned", "cancelled", id="had-said-to"),
        pytest.param(PLAN, "planned", "planned", id="nothing-is-cancelled"),
        pytest.param(OFF + "Bakan, General Veli Reis ile görüşecek.", "planned", "planned", id="is-still-to-meet"),
        pytest.param(OFF + PLAN, "happened", "happened", id="not-a-plan"),
    ],
)
def test_a_plan_of_the_past_falls_with_what_is_cancelled(text: str, told: Standing, standing: Standing) -> None:
    article = annotated_article(Article(text=text, language="tr"))
    last = article.passage.sentences[-1].span
    assert called_off(article.source, Cue(told, last)).standing == standing


def test_the_second_of_two_verbs_says_for_both_that_they_were_to_be() -> None:
    text = OFF + "Bakan, General Veli Reis ile görüşecek ve bildiriyi imzalayacaktı."
    article = annotated_article(Article(text=text, language="tr"))
    start = text.index("görüşecek")
    assert called_off(article.source, Cue("planned", Span(start, start + len("görüşecek")))).standing == "cancelled"


@pytest.mark.parametrize(
    ("text", "told", "standing"),
    [
        pytest.param(
            ENGLISH + "She had been due to meet General Veli Reis.", "planned", "cancelled", id="had-been-due"
        ),
        pytest.param(ENGLISH + "She was to meet General Veli Reis.", "planned", "cancelled", id="was-to"),
        pytest.param(ENGLISH + "She is to meet General Veli Reis in May.", "planned", "planned", id="is-still-to"),
        pytest.param("She was to meet General Veli Reis.", "planned", "planned", id="nothing-is-cancelled-in-english"),
    ],
)
def test_an_english_plan_of_the_past_falls_too(text: str, told: Standing, standing: Standing) -> None:
    article = annotated_article(Article(text=text, language="en"))
    last = article.passage.sentences[-1].span
    assert called_off(article.source, Cue(told, last)).standing == standing


@pytest.mark.parametrize(
    ("text", "language", "status"),
    [
        pytest.param(
            "Ada Kent was due to meet Veli Reis, but the meeting did not take place.", "en", "denied", id="the"
        ),
        pytest.param("Ada Kent met Veli Reis, but the visit to Lima was cancelled.", "en", "held", id="another"),
        pytest.param("Ada Kent was to meet Veli Reis on Friday but fell ill.", "en", "cancelled", id="fell-ill"),
        pytest.param("Ada Kent was to meet Veli Reis on Friday but gave no place.", "en", "planned", id="no-place"),
        pytest.param(
            "Programda Ada Kent'in Veli Reis ile görüşmesi vardı; ancak bu görüşme gerçekleşmedi.",
            "tr",
            "denied",
            id="bu",
        ),
    ],
)
def test_a_sentence_may_take_back_what_it_told(text: str, language: Language, status: str) -> None:
    assert option(text, language) == status
