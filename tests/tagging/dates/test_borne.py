"""A month that is somebody's name in the article is no date there."""

from datetime import date

import pytest

from communique.article import Article, Language
from communique.extractor import annotated_article


@pytest.mark.parametrize(
    ("text", "language", "dates"),
    [
        pytest.param(
            "Bakan Murat Ekim ile görüştü. Ekim de 3 Ekim'de gelecek.", "tr", ["3 Ekim'de"], id="surname-and-month"
        ),
        pytest.param("Bakan Murat Ekim verilerini açıkladı.", "tr", ["Ekim"], id="month-behind-a-name"),
        pytest.param("Bakan Murat Toprak Ekim'de gelecek.", "tr", ["Ekim'de"], id="month-with-a-case"),
        pytest.param("Captain August Holm left in May.", "en", ["May"], id="given-name"),
        pytest.param("In August Captain Holm left.", "en", ["August"], id="month-before-a-title"),
    ],
)
def test_a_month_in_a_persons_name_is_no_date(text: str, language: Language, dates: list[str]) -> None:
    article = annotated_article(Article(text=text, language=language, published=date(2026, 3, 18)))
    assert [found.span.of(text) for found in article.dates] == dates
