"""The subject of a word of saying is found past its asides and through several verbs."""

import pytest

from communique.article import Article
from communique.extractor import annotated_article

OPENING = "Talks were held in Doha. "


def speaker_of(text: str) -> str | None:
    article = annotated_article(Article(text=text, published=None, language="en"))
    quote = next(quote for quote in article.quotes if quote.form == "direct")
    if quote.speaker_entity is not None:
        return article.canonical(article.fullest[quote.speaker_entity])
    return None if quote.speaker is None else quote.speaker.of(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('Ada Kent, herself a former pilot, said the fleet "is in good hands today".', id="aside"),
        pytest.param('Ada Kent, asked whether Omar Lund would go, said: "He sails at dawn."', id="question"),
        pytest.param('Ada Kent, by contrast, warned that "nobody can be sure of that".', id="contrast"),
        pytest.param('Ada Kent, accompanied by Omar Lund, told reporters the day was "a very good one".', id="company"),
        pytest.param('The harbour chief, Ada Kent, on Tuesday called the drill "a sign of our will".', id="time"),
        pytest.param('Ada Kent (chief of the harbour) said the drill was "a sign of our will".', id="brackets"),
        pytest.param('Ada Kent thanked her hosts and said the drill was "a sign of our will".', id="second-verb"),
        pytest.param(
            'Ada Kent, the chief, met Omar Lund and said it was "a sign of our will".', id="aside-second-verb"
        ),
        pytest.param('Omar Lund was met by Ada Kent, who said it was "a sign of our will".', id="relative"),
        pytest.param('In the words of Ada Kent, the drill was "a sign of our will".', id="in-the-words-of"),
        pytest.param('Ada Kent retorted that Omar Lund had "never left the harbour at all".', id="retorted"),
        pytest.param('Ada Kent told her guest, Omar Lund, that she "would not leave". The pilot replied.', id="ended"),
    ],
)
def test_the_speaker_is_the_subject_of_the_clause(text: str) -> None:
    assert speaker_of(OPENING + text) == "Ada Kent"


def test_a_quote_led_by_an_unknown_verb_is_not_of_the_speaker_before() -> None:
    text = 'Omar Lund said: "We sail at dawn." Ada Kent grimaced at a fleet "in very bad shape".'
    article = annotated_article(Article(text=text, published=None, language="en"))
    assert [quote.speaker is None for quote in article.quotes if quote.form == "direct"] == [False, True]


MINISTERS = (
    "Foreign Minister Ada Kent met Defence Minister Omar Lund. Admiral Per Dahl sailed.\n\nAdmiral Ivo Brand spoke. "
)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        pytest.param("The foreign minister", "Ada Kent", id="all-words-of-the-office"),
        pytest.param("The finance minister", "The finance minister", id="another-office"),
        pytest.param("The admiral", "Ivo Brand", id="of-two-the-nearest-paragraph"),
    ],
)
def test_a_description_is_of_whom_all_its_words_fit(words: str, speaker: str) -> None:
    assert speaker_of(f'{MINISTERS}{words} said: "We sail at dawn."') == speaker
