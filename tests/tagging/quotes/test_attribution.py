"""Attribution is settled with the article's references, and what nobody says as their own has no speaker."""

from datetime import date

import pytest

from communique.article import Article
from communique.extractor import annotated_article

CONTEXT = "President Yavuz Karaca met Governor Ayla Demir on Monday. "


def speakers(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    article = annotated_article(Article(text=text, published=date(2026, 2, 13), language=language))
    return [
        (
            quote.span.of(text),
            None if quote.speaker_entity is None else article.fullest[quote.speaker_entity].span.of(text),
        )
        for quote in article.quotes
    ]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            "President Yavuz Karaca spoke first. “We will keep the harbour open,” he said.",
            "We will keep the harbour open",
            "Yavuz Karaca",
            id="pronoun-of-the-only-one-named",
        ),
        pytest.param(
            CONTEXT + "“We will keep the harbour open,” he said.",
            "We will keep the harbour open",
            None,
            id="pronoun-of-two",
        ),
        pytest.param(
            CONTEXT + "“We will keep the harbour open,” the governor said.",
            "We will keep the harbour open",
            "Ayla Demir",
            id="office",
        ),
        pytest.param(
            CONTEXT + "“We will keep the harbour open,” an aide to the governor said.",
            "We will keep the harbour open",
            None,
            id="aide-of-an-office",
        ),
        pytest.param(
            CONTEXT + "Karaca denied that the port would be sold.", "the port would be sold", None, id="denied"
        ),
        pytest.param(
            "President Yavuz Karaca and Governor Ayla Demir said that the port was open.",
            "the port was open",
            "Yavuz Karaca",
            id="first-of-two",
        ),
        pytest.param(
            "The League’s Harbour Office said that the port was open.",
            "the port was open",
            "Harbour Office",
            id="body-of-a-body",
        ),
        pytest.param(
            "Governor Ayla Demir said this was the last port.", "this was the last port", "Ayla Demir", id="this-was"
        ),
        pytest.param(
            "Governor Ayla Demir opened the talks by thanking Envoy Omar Rana. “We meet again at last,” she said.",
            "We meet again at last",
            "Ayla Demir",
            id="who-opened-the-talks",
        ),
        pytest.param(
            "DOHA — The port of Mersin will be sold next year, Governor Ayla Demir said.",
            "The port of Mersin will be sold next year",
            "Ayla Demir",
            id="dateline",
        ),
    ],
)
def test_the_speaker_is_whom_the_attribution_refers_to(text: str, words: str, speaker: str | None) -> None:
    assert (words, speaker) in speakers(text)


def test_a_report_without_a_speaker_keeps_none() -> None:
    found = speakers("Yeni limanın gelecek yıl açılacağı bildirildi.", "tr")
    assert [speaker for _, speaker in found] == [None]
