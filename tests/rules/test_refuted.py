"""What is told as a claim, and refuted in the next sentence."""

import pytest

from communique.article import Article, Language
from communique.drafts import Proposed
from communique.events import ArmsDeal, MeetingEvent
from communique.extractor import annotated_article
from communique.proposing import propose
from communique.rules.refuted import refutation

CLAIM = "A weekly reported that Minister Ada Kent had met Lino Ferro in Lima. "
TURKISH = "Bakan Ada Kent'in Lino Ferro ile görüştüğü öne sürüldü. "


def _statuses(text: str, language: Language) -> list[str | None]:
    article = annotated_article(Article(text=text, language=language))
    forms = propose(article, (MeetingEvent,), "sentence")
    values = [getattr(form, "given", {}).get("status") for form in forms]
    return [value.option if isinstance(value, Proposed) else None for value in values]


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        pytest.param("en", CLAIM + "The ministry rejected the report.", "denied", id="rejected"),
        pytest.param("en", CLAIM + "The reports are untrue, an aide said.", "denied", id="untrue"),
        pytest.param("en", CLAIM + "An aide said that there had been no such meeting.", "denied", id="no-such"),
        pytest.param("en", CLAIM + "The ministry denied it.", "denied", id="denied-it"),
        pytest.param("en", CLAIM + "The ministry denied it was late.", "held", id="denied-something-else"),
        pytest.param(
            "en", CLAIM + "Ferro rejected the claims of the port's owner.", "held", id="somebody-elses-claims"
        ),
        pytest.param("en", CLAIM + "The port is old.", "held", id="not-refuted"),
        pytest.param("en", "Ada Kent met Lino Ferro. The ministry rejected the report.", "held", id="no-claim"),
        pytest.param("en", "It was claimed that Ada Kent met Lino Ferro.", None, id="only-claimed"),
        pytest.param("tr", TURKISH + "Bakanlık iddiayı reddetti.", "denied", id="iddia"),
        pytest.param("tr", TURKISH + "Böyle bir görüşme olmadı.", "denied", id="böyle-bir"),
        pytest.param("tr", TURKISH + "Liman eski.", None, id="only-claimed-in-turkish"),
    ],
)
def test_a_claim_that_is_refuted_is_denied(language: Language, text: str, status: str | None) -> None:
    assert _statuses(text, language) == [status]


def test_a_refuted_deal_is_none() -> None:
    claim = "A weekly reported that Peru had ordered twelve tanks from Denizak. "
    told = [
        annotated_article(Article(text=claim + end, language="en")) for end in ("The port is old.", "Peru denied it.")
    ]
    forms = [propose(article, (ArmsDeal,), "sentence") for article in told]
    assert [len(found) for found in forms] == [1, 0]


def test_the_refuting_words_are_shown() -> None:
    article = annotated_article(Article(text=CLAIM + "The ministry rejected the report.", language="en"))
    found = refutation(article.source, article.passage.sentences[0].span)
    assert found is not None
    assert found.of(article.text) == "rejected the report"
