"""The city in a dateline, and the "here" that stands for it."""

import pytest

from communique.article import Article
from communique.extractor import annotated_article

MET = "Ada Kent met Veli Aydin"


@pytest.mark.parametrize(
    ("text", "city"),
    [
        pytest.param(f"BERGEN: {MET} here.", "BERGEN", id="colon"),
        pytest.param(f"NEW YORK, March 3 (OPN) -- {MET} here.", "NEW YORK", id="day-and-agency"),
        pytest.param(f"Lima, 3 March: {MET} here.", "Lima", id="no-capitals"),
        pytest.param(f"Harbour talks held\n\nLIMA – {MET} here.", "LIMA", id="behind-a-title"),
        pytest.param(f"Addis Ababa — {MET} here.", "Addis Ababa", id="no-day"),
        pytest.param(f"Lima (Opn.com) – {MET} here.", "Lima", id="an-agency-in-brackets"),
        pytest.param(f"Lima (OPN) - {MET} here.", "Lima", id="a-hyphen-behind-brackets"),
        pytest.param(f"LIMA. OPNNEWS - {MET} here.", "LIMA", id="a-city-and-an-agency"),
        pytest.param(f"EXCLUSIVE: {MET} here.", None, id="no-city"),
        pytest.param(f"{MET} in Lima.", None, id="no-dateline"),
    ],
)
def test_an_article_is_sent_from_the_city_of_its_dateline(text: str, city: str | None) -> None:
    article = annotated_article(Article(text=text, language="en"))
    assert (article.sent_from and article.sent_from.of(text)) == city


@pytest.mark.parametrize(
    ("words", "is_here"),
    [
        pytest.param(f"{MET} here on Monday.", True, id="where"),
        pytest.param(f"{MET}.", False, id="nowhere"),
        pytest.param(f"{MET}, who left from here.", False, id="from-here"),
        pytest.param("Here is what they said.", False, id="opens-the-sentence"),
        pytest.param("Ada Kent said: “We are glad to be here today.”", False, id="spoken"),
    ],
)
def test_here_is_where_the_article_was_sent_from(words: str, *, is_here: bool) -> None:
    article = annotated_article(Article(text=f"LIMA: The port was busy.\n\n{words}", language="en"))
    assert article.is_here(sentence.span for sentence in article.numbered.values()) == is_here
