"""Bodies that speak, and the pronouns that stand for them or for a described person."""

from communique.annotation import annotate
from communique.article import Article
from communique.segmentation import segment


def _speakers(text: str) -> list[tuple[str, str | None]]:
    """The quoted words and the canonical name of who says them."""
    article = annotate(segment(Article(text=text, language="en")))
    fullest = article.fullest
    return [
        (
            quote.span.of(text),
            None if quote.speaker_entity is None else article.canonical(fullest[quote.speaker_entity]),
        )
        for quote in article.quotes
    ]


def test_a_short_form_in_brackets_does_not_part_a_body_from_its_verb() -> None:
    text = "The works end in June, the Harbour Works Office (HWO) said in a note."
    assert _speakers(text) == [("The works end in June", "Harbour Works Office")]


def test_it_is_the_body_that_spoke_before() -> None:
    text = "The works end in June, the Harbour Works Office (HWO) said. The mayor “wants it sooner than that,” it said."
    assert ("wants it sooner than that", "Harbour Works Office") in _speakers(text)


def test_it_is_the_one_of_two_bodies_that_spoke_last() -> None:
    text = (
        "The Harbour Works Office (HWO) said the works end in June. The Bridge Works Office (BWO) said they end in May."
        " The mayor “wants it sooner than that,” it said."
    )
    assert ("wants it sooner than that", "Bridge Works Office") in _speakers(text)


def test_she_is_whom_the_sentence_before_describes() -> None:
    text = (
        "Kenyan Foreign Minister Ada Mwangi and Lena Roth came.\n\n"
        "The Kenyan minister denied a rift. “I did not say that to them,” she said."
    )
    assert ("I did not say that to them", "Ada Mwangi") in _speakers(text)
