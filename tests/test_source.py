"""The folded source: whatever is looked for is found at its exact characters, with the tier that was needed."""

import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from communique.article import Article
from communique.passage import Passage, Sentence
from communique.source import Match, SourceText, fold, folded_with_offsets, tier_of
from communique.spans import Span
from communique.verdicts import Tier

WORDS = st.text(st.characters(categories=("Lu", "Ll", "Nd")), min_size=1, max_size=12)
WRITINGS = st.sampled_from([str.upper, str.lower, str.title, lambda w: unicodedata.normalize("NFD", w)])


def source(text: str) -> SourceText:
    sentence = Sentence(Span(0, len(text)), 0, "body", 1)
    return SourceText(Passage(Article(text=text or " "), (sentence,)))


@given(st.text(max_size=80))
def test_every_folded_character_leads_back_into_the_text(text: str) -> None:
    folded, starts, ends = folded_with_offsets(text)
    assert len(folded) == len(starts) == len(ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))
    assert list(starts) == sorted(starts)


@given(st.lists(WORDS, min_size=1, max_size=8), st.data())
@example(["İstanbul", "kız"], None)
def test_words_of_any_script_are_found_at_their_exact_span(words: list[str], data: st.DataObject | None) -> None:
    text = " ".join(words)
    wanted = data.draw(st.sampled_from(words)) if data else words[0]
    assume(fold(wanted))
    spans = [match.span for match in source(text).find(wanted)]
    assert wanted in [span.of(text) for span in spans]


@given(st.lists(WORDS, min_size=1, max_size=6), WRITINGS, st.data())
def test_another_writing_of_the_words_is_found(words: list[str], writing: object, data: st.DataObject) -> None:
    text = " ".join(words)
    wanted = data.draw(st.sampled_from(words))
    assert callable(writing)
    assume(fold(writing(wanted)) == fold(wanted) != "")
    assert wanted in [match.span.of(text) for match in source(text).find(writing(wanted))]


@pytest.mark.parametrize(
    ("written", "looked_for", "tier"),
    [
        pytest.param("Munir met", "Munir", Tier.VERBATIM, id="verbatim"),
        pytest.param("the “new”\u00a0port", 'the "new" port', Tier.TYPOGRAPHY, id="quotes-and-nbsp"),
        pytest.param("the ''new'' port", "the “new” port", Tier.TYPOGRAPHY, id="doubled-single-quotes"),
        pytest.param("F\u201116 jets", "F-16 jets", Tier.TYPOGRAPHY, id="dash"),
        pytest.param("zero\u200bwidth here", "zerowidth", Tier.TYPOGRAPHY, id="zero-width"),
        pytest.param("MUNIR", "Munir", Tier.CASE, id="case"),
        pytest.param("KIZ", "kız", Tier.CASE, id="turkish-case"),
        pytest.param("kız", "kiz", Tier.ACCENT, id="dotless-i-is-an-accent"),
        pytest.param("Güler", "Guler", Tier.ACCENT, id="accent"),
        pytest.param("Gu\u0308ler spoke", "Güler", Tier.TYPOGRAPHY, id="decomposed"),
        pytest.param("Þór", "Thor", Tier.ACCENT, id="latin-letter-without-decomposition"),
    ],
)
def test_the_tier_is_the_weakest_step_needed(written: str, looked_for: str, tier: Tier) -> None:
    match = source(written).best(looked_for)
    assert match is not None
    assert match.tier == tier
    assert fold(match.span.of(written)) == fold(looked_for)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Munirs", "Munir", id="word-goes-on"),
        pytest.param("xMunir", "Munir", id="word-began-before"),
        pytest.param("straße", "stras", id="inside-one-letter"),
        pytest.param("Munir", "", id="nothing"),
        pytest.param("Munir", "\u0301", id="only-a-mark"),
    ],
)
def test_parts_of_words_are_not_found(text: str, words: str) -> None:
    assert source(text).best(words) is None


def test_a_search_stays_within_its_span() -> None:
    text = "Munir met Asif. Later Munir left."
    inside = source(text).best("Munir", within=Span(16, len(text)))
    assert inside is not None
    assert inside.span == Span(22, 27)
    assert source(text).best("Asif", within=Span(16, len(text))) is None


def test_the_offsets_survive_emoji_and_dotted_capital_i() -> None:
    text = "🇹🇷 İİ Istanbul’da"
    match = source(text).best("istanbul")
    assert match is not None
    assert match.span.of(text) == "Istanbul"


def test_the_sentence_of_an_offset_is_known() -> None:
    article = Article(text="One.  Two.")
    sentences = (Sentence(Span(0, 4), 0, "body", 1), Sentence(Span(6, 10), 0, "body", 2))
    text = SourceText(Passage(article, sentences))
    assert text.sentence_at(1) == sentences[0]
    assert text.sentence_at(5) is None
    assert text.sentence_at(9) == sentences[1]
    assert SourceText(Passage(article, sentences[1:])).sentence_at(0) is None


@given(WORDS)
def test_equal_writings_are_verbatim(word: str) -> None:
    assert tier_of(word, word) is Tier.VERBATIM


def _without_accents(words: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", words) if not unicodedata.combining(c))


REWRITINGS = st.sampled_from(
    [
        str.upper,
        str.lower,
        str.swapcase,
        _without_accents,
        lambda words: unicodedata.normalize("NFC", words),
        lambda words: unicodedata.normalize("NFD", words),
        lambda words: words.replace(" ", "\n\t "),
        lambda words: words.replace('"', "“").replace("''", "”").replace("'", "’"),
    ]
)


@given(st.text(min_size=1, max_size=30) | st.text("aİIıiş ''\"’“é\u0301\u200d-–ßﬁ", min_size=1, max_size=30), st.data())
def test_any_substring_is_found_again_at_its_exact_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = text[start:end]
    assume(words[0].isalnum() and words[-1].isalnum() and all(map(fold, (words[0], words[-1]))))
    assume(end == len(text) or text[end].isspace() or fold(text[end]))  # marks after it would belong to it
    rewritten = data.draw(REWRITINGS)(words)
    assume(fold(rewritten) == fold(words))
    spans = [match.span for match in _every(source(text), rewritten)]
    assert Span(start, end) in spans


def _every(text: SourceText, words: str) -> list[Match]:
    """The matches that begin at each code point, also those that overlap another."""
    found = (text.find(words, within=Span(at, len(text.text)), parts=True) for at in range(len(text.text)))
    return [match for matches in found for match in matches]


@given(st.text(max_size=60))
def test_every_word_stands_where_the_index_says(text: str) -> None:
    folded = source(text)
    for key, places in folded.word_index.items():
        assert [folded.words.keys[place] for place in places] == [key] * len(places)
    assert all(key in fold(text[start:end]) for key, start, end in zip(*folded.words, strict=True))


def test_a_span_over_two_sentences_touches_both() -> None:
    article = Article(text="One.  Two.")
    sentences = (Sentence(Span(0, 4), 0, "body", 1), Sentence(Span(6, 10), 0, "body", 2))
    text = SourceText(Passage(article, sentences))
    assert text.sentences_over(Span(1, 8)) == sentences
    assert text.sentences_over(Span(4, 6)) == ()
    assert text.sentences_over(Span(7, 8)) == sentences[1:]


def test_matches_stand_apart() -> None:
    assert [match.span for match in source("a a a a a").find("a a")] == [Span(0, 3), Span(4, 7)]
