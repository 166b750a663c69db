"""Two persons of one surname are told apart by rank or office."""

import pytest

from communique.article import Article, Language
from communique.extractor import annotated_article

ENGLISH = "Gen. Emre Holm met Col. Nur Holm. {0} left early."
TURKISH = "Sanayi Bakanı Emre Holm, Albay Nur Holm'u kabul etti. {0} erken ayrıldı."


LATER = "Gen. Emre Holm retired. Holm spoke. His brother Nur Holm left."


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        pytest.param(LATER, "Holm", "Emre Holm", id="before-the-other-is-named"),
        pytest.param(ENGLISH.format("Holm"), "Holm", "Holm", id="behind-both"),
    ],
)
def test_a_bare_surname_is_whose_name_stands_alone_before_it(text: str, word: str, who: str) -> None:
    article = annotated_article(Article(text=text, language="en"))
    assert [article.canonical(name) for name in article.names if name.span.of(text) == word] == [who]


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        pytest.param(ENGLISH.format("Colonel Holm"), "en", "Nur Holm", id="rank-in-full"),
        pytest.param(ENGLISH.format("General Holm"), "en", "Emre Holm", id="the-other-rank"),
        pytest.param(ENGLISH.format("Admiral Holm"), "en", "Holm", id="a-rank-of-neither"),
        pytest.param(TURKISH.format("Bakan Holm"), "tr", "Emre Holm", id="office"),
        pytest.param(TURKISH.format("Albay Holm"), "tr", "Nur Holm", id="turkish-rank"),
    ],
)
def test_a_surname_with_a_rank_is_whose_rank_it_is(text: str, language: Language, who: str) -> None:
    article = annotated_article(Article(text=text, language=language))
    assert article.canonical(article.names[-1]) == who
