"""Quotes: their words, cue and speaker."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.article import Article, Language
from communique.passage import Passage, Sentence
from communique.spans import Span
from communique.tagging.mentions import NameMention
from communique.tagging.quotes import tag_quotes


def passage_of(*paragraphs: str, language: Language = "en") -> Passage:
    text, sentences = "\n\n".join(paragraphs), []
    for number, paragraph in enumerate(paragraphs):
        start = sum(len(earlier) + 2 for earlier in paragraphs[:number])
        sentences.append(Sentence(Span(start, start + len(paragraph)), number, "body", number + 1))
    return Passage(Article(text=text, language=language), tuple(sentences))


@pytest.mark.parametrize(
    ("text", "language", "words", "speaker"),
    [
        pytest.param(
            "“We will sail together soon,” Gen. Aslam said.",
            "en",
            "We will sail together soon,",
            "Gen. Aslam",
            id="after",
        ),
        pytest.param(
            'The admiral said: "The ships are ready now."', "en", "The ships are ready now.", "The admiral", id="before"
        ),
        pytest.param(
            "“We stand with our friends,” Aslam was quoted as saying.",
            "en",
            "We stand with our friends,",
            "Aslam",
            id="passive",
        ),
        pytest.param(
            '"We don\'t want any war," said Aslam on Monday.', "en", "We don't want any war,", "Aslam", id="inverted"
        ),
        pytest.param(
            "Kaya, “Dostluğumuz her zaman sürecek” dedi.", "tr", "Dostluğumuz her zaman sürecek", "Kaya", id="dedi"
        ),
        pytest.param(
            "MSB'nin paylaşımında, “Gemi bugün teslim edildi” ifadesi kullanıldı.",
            "tr",
            "Gemi bugün teslim edildi",
            "MSB",
            id="owner",
        ),
    ],
)
def test_a_direct_quote_has_its_speaker(text: str, language: Language, words: str, speaker: str) -> None:
    direct = [mention for mention in tag_quotes(passage_of(text, language=language), ()) if mention.form == "direct"]
    assert [mention.span.of(text) for mention in direct] == [words]
    assert direct[0].speaker is not None
    assert direct[0].speaker.of(text) == speaker


@pytest.mark.parametrize(
    ("text", "language", "content"),
    [
        pytest.param("The minister said that the deal was signed.", "en", "the deal was signed", id="that"),
        pytest.param("The deal was signed, the ministry said.", "en", "The deal was signed", id="clause-first"),
        pytest.param("According to the navy, the ship sailed early.", "en", "the ship sailed early", id="according"),
        pytest.param("Aslam stressed the need for more training.", "en", "the need for more training", id="object"),
        pytest.param("Kaya, anlaşmanın imzalandığını söyledi.", "tr", "anlaşmanın imzalandığını", id="turkish"),
    ],
)
def test_reported_speech_has_its_clause(text: str, language: Language, content: str) -> None:
    assert [mention.span.of(text) for mention in tag_quotes(passage_of(text, language=language), ())] == [content]


def test_one_quoted_word_is_no_statement() -> None:
    assert tag_quotes(passage_of("They need “honest” partners."), ()) == ()


def test_a_quote_goes_on_in_the_next_paragraph_with_its_speaker() -> None:
    passage = passage_of("Aslam said: “The first part is done.", "“The second part comes next year.”")
    assert [m.speaker.of(passage.text) for m in tag_quotes(passage, ()) if m.speaker] == ["Aslam", "Aslam"]


@pytest.mark.parametrize("text", [pytest.param("“We will sail soon,” Aslam said.", id="name")])
def test_the_speaker_is_the_name_in_the_phrase(text: str) -> None:
    start = text.index("Aslam")
    name = NameMention(Span(start, start + 5), "person", 3)
    assert tag_quotes(passage_of(text), (name,))[0].speaker_entity == 3


def test_a_pronoun_is_resolved_only_when_one_person_stands_before() -> None:
    passage = passage_of("Aslam came. “We will sail very soon,” he said.")
    name = NameMention(Span(0, 5), "person", 1)
    other = NameMention(Span(6, 10), "person", 2)
    assert tag_quotes(passage, (name,))[0].speaker_entity == 1
    assert tag_quotes(passage, (name, other))[0].speaker_entity is None


@given(st.text(alphabet="ab \"“”‘’'«»,.\nsaid dedi", max_size=60), st.sampled_from(["en", "tr"]))
def test_any_text_gives_spans_inside(text: str, language: Language) -> None:
    passage = Passage(
        Article(text=text, language=language), (Sentence(Span(0, len(text)), 0, "body", 1),) if text else ()
    )
    assert all(m.span.end <= len(text) for m in tag_quotes(passage, ()))
