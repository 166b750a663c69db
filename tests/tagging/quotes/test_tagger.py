"""Quotes: their words, cue and speaker."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.article import Article, Language
from communique.fields import NameKind
from communique.passage import Passage, Sentence
from communique.spans import Span
from communique.tagging.mentions import NameMention
from communique.tagging.quotes import tag_quotes
from communique.tagging.quotes.marks import find_quoted


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
            "“We met every date,” an official, who asked not to be named, said of the port.",
            "en",
            "We met every date,",
            "an official",
            id="nameless",
        ),
        pytest.param(
            "“We met every date,” an official who declined to be identified told reporters.",
            "en",
            "We met every date,",
            "an official",
            id="nameless-without-commas",
        ),
        pytest.param(
            "“We met every date.” added the envoy.", "en", "We met every date.", "the envoy", id="after-a-full-stop"
        ),
        pytest.param("“We met every date“, said the envoy.", "en", "We met every date", "the envoy", id="opened-twice"),
        pytest.param(
            "“We guard it well,” said Gen. Aslam. He left.", "en", "We guard it well,", "Gen. Aslam", id="abbreviation"
        ),
        pytest.param(
            "“We guard it well,” said Aslam himself.", "en", "We guard it well,", "Aslam", id="trailing-adverb"
        ),
        pytest.param("“We guard it well,” (Aslam) said.", "en", "We guard it well,", "Aslam", id="brackets"),
        pytest.param(
            "According to Col. Rana, “the drill went very well.”",
            "en",
            "the drill went very well.",
            "Col. Rana",
            id="according",
        ),
        pytest.param("'We don’t mind it,' our chief said.", "en", "We don’t mind it,", "our chief", id="single-marks"),
        pytest.param("``We go now at last,'' said Rana.", "en", "We go now at last,", "Rana", id="typewriter"),
        pytest.param("“Rana said we go now,” he told us all.", "en", "Rana said we go now,", "he", id="cue-inside"),
        pytest.param(
            "“Gemi bugün denize indi” diyen Bakan Kaya, törene katıldı.",
            "tr",
            "Gemi bugün denize indi",
            "Bakan Kaya",
            id="diyen",
        ),
        pytest.param(
            "Tören bitti.  Kaya, “Gemi bugün denize indi” dedi.", "tr", "Gemi bugün denize indi", "Kaya", id="second"
        ),
        pytest.param(
            "Kaya şunları söyledi: “Gemi bugün denize indi.”", "tr", "Gemi bugün denize indi.", "Kaya", id="cue-first"
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
        pytest.param("The deal is done, says Anadolu Agency.", "en", "The deal is done", id="inverted"),
        pytest.param("The deal is done, Aslam urged more training.", "en", "more training", id="comma-before-subject"),
        pytest.param("The deal is done, according to Col. Aslam.", "en", "The deal is done", id="according-last"),
        pytest.param("Aslam told a crowd the deal was done.", "en", "the deal was done", id="told"),
        pytest.param("But Aslam also clearly said the deal was done.", "en", "the deal was done", id="adverbs"),
        pytest.param("Aslam, for his part, said the deal was done.", "en", "the deal was done", id="for-his-part"),
        pytest.param("Aslam, the navy chief, said the deal was done.", "en", "the deal was done", id="apposition"),
        pytest.param("Aslam said on Monday the deal was done.", "en", "the deal was done", id="time"),
        pytest.param("Aslam said he said the deal was done.", "en", "he said the deal was done", id="cue-in-content"),
        pytest.param("Aslam has said “we will sail together”.", "en", "we will sail together", id="held-by-a-quote"),
        pytest.param("Kaya'ya göre, anlaşma bu yıl bitecek.", "tr", "anlaşma bu yıl bitecek", id="gore"),
        pytest.param("Geminin teslim edildiği belirtildi.", "tr", "Geminin teslim edildiği", id="no-speaker"),
        pytest.param("D, geminin geldiğini söyledi.", "tr", "geminin geldiğini", id="initial"),
        pytest.param("Kaya, anlaşmanın imzalandığını söyledi.", "tr", "anlaşmanın imzalandığını", id="turkish"),
    ],
)
def test_reported_speech_has_its_clause(text: str, language: Language, content: str) -> None:
    assert [mention.span.of(text) for mention in tag_quotes(passage_of(text, language=language), ())] == [content]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("They need “honest” partners.", "en", id="one-word"),
        pytest.param("Aslam told a crowd.", "en", id="told-nothing"),
        pytest.param("Aslam said nothing else.", "en", id="said-nothing"),
        pytest.param("Aslam said it.", "en", id="too-short"),
        pytest.param("According to Captain Aslam.", "en", id="according-without-clause"),
        pytest.param("They act according to.", "en", id="according-to-nobody"),
        pytest.param("To say the least was hard.", "en", id="no-subject"),
        pytest.param("Our 5\" gun and the sailors' ' mess.", "en", id="inches-and-apostrophes"),
        pytest.param("It is « spaced apart » here.", "en", id="spaced-marks"),
        pytest.param("Kaya'ya göre.", "tr", id="gore-without-clause"),
        pytest.param("Bütçeye göre anlaşma bu yıl bitecek.", "tr", id="gore-without-a-name"),
        pytest.param("Kaya, bunu iyi söyledi.", "tr", id="no-clause"),
        pytest.param("Kaya, gelini söyledi.", "tr", id="too-short-a-clause"),
    ],
)
def test_what_nobody_states_is_no_quote(text: str, language: Language) -> None:
    assert tag_quotes(passage_of(text, language=language), ()) == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("“The yard met every date.” Demir said so twice.", "en", id="next-sentence"),
        pytest.param("“The pact is sound,” and officials said more.", "en", id="conjunction"),
        pytest.param("“The pact is sound,” said on Monday.", "en", id="time-after-cue"),
        pytest.param("“The pact is sound,” said ”", "en", id="mark-after-cue"),
        pytest.param("To say “the pact is sound” is easy.", "en", id="infinitive"),
        pytest.param("“Gemi bugün denize indi.”", "tr", id="turkish-without-cue"),
        pytest.param("“Gemi bugün denize indi” diyen.", "tr", id="diyen-nobody"),
        pytest.param(", “Gemi bugün denize indi” dedi.", "tr", id="comma-first"),
    ],
)
def test_a_quote_without_a_subject_has_no_speaker(text: str, language: Language) -> None:
    assert [mention.speaker for mention in tag_quotes(passage_of(text, language=language), ())] == [None]


def test_a_passage_without_sentences_has_no_quotes() -> None:
    passage = Passage(Article(text="“We sail together.”", language="en"), ())
    assert (tag_quotes(passage, ()), list(find_quoted(passage))) == ((), [])


def test_the_sentences_of_a_paragraph_are_read_together() -> None:
    text = "“We sail at dawn. We come back soon,” said Rana."
    cut = text.index("We come")
    sentences = (Sentence(Span(0, cut - 1), 0, "body", 1), Sentence(Span(cut, len(text)), 0, "body", 2))
    (mention,) = tag_quotes(Passage(Article(text=text, language="en"), sentences), ())
    assert (mention.span.of(text), mention.speaker and mention.speaker.of(text)) == (text[1 : cut + 18], "Rana")


def test_a_short_quote_with_a_speaker_is_a_statement_and_without_one_is_none() -> None:
    found = tag_quotes(passage_of("“We agree,” Rana said.", "“Well done.”"), ())
    assert [mention.speaker is not None for mention in found] == [True]


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


def _names(text: str, *names: tuple[str, NameKind, int]) -> tuple[NameMention, ...]:
    return tuple(
        NameMention(Span(start := text.index(name), start + len(name)), kind, entity) for name, kind, entity in names
    )


@pytest.mark.parametrize(
    ("second", "entity"),
    [
        pytest.param("It said the yard would follow.", 7, id="it"),
        pytest.param("The ministry said the yard would follow.", 7, id="head-noun"),
        pytest.param("“It will follow soon,” the ministry said.", 7, id="direct"),
        pytest.param("The embassy said the yard would follow.", None, id="other-noun"),
        pytest.param("It is said that the yard would follow.", None, id="impersonal-passive"),
        pytest.param("They said the yard would follow.", None, id="they"),
        pytest.param("Rana and Demir said the yard would follow.", 1, id="first-of-two"),
    ],
)
def test_a_body_that_spoke_alone_before_is_recalled(second: str, entity: int | None) -> None:
    passage = passage_of("The Defence Ministry said the ship was ready.", "Rana and Demir came.", second)
    names = _names(passage.text, ("Defence Ministry", "organisation", 7), ("Rana", "person", 1), ("Demir", "person", 2))
    start = passage.text.rindex(second)
    again = tuple(
        name._replace(span=Span(start + place, start + place + len(word)))
        for name in names
        if (place := second.find(word := name.span.of(passage.text))) >= 0
    )
    assert [mention.speaker_entity for mention in tag_quotes(passage, (*names, *again))] == [7, entity]


def test_a_body_is_not_recalled_when_none_spoke_or_two_and_neither_last() -> None:
    passage = passage_of(
        "It said the ship was ready.",
        "Navy officials said the ship sailed.",
        "Roketsan said the ship was sold.",
        "Ada Kent said nobody had lost.",
        "It said the price was fair.",
    )
    names = _names(
        passage.text, ("Navy", "organisation", 1), ("Roketsan", "organisation", 2), ("Ada Kent", "person", 3)
    )
    assert [mention.speaker_entity for mention in tag_quotes(passage, names)] == [None, 1, 2, 3, None]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        pytest.param(
            "en",
            "The Air Office (AO) - its press arm - said the ship had sailed.|"
            "The two men “had praised the crew,” it said.",
            "Air Office",
            id="it-after-an-explained-body",
        ),
        pytest.param(
            "en",
            "According to a statement issued by the Air Office, the two men would train together.|"
            "They would share data, the statement further said.",
            "Air Office",
            id="statement-of-a-body",
        ),
        pytest.param(
            "tr",
            "Hava Kurumu'nun (HK) resmi sosyal medya hesabından yapılan açıklamada, geminin döndüğü belirtildi.|"
            "Açıklamada, “Gemi limana sağ salim döndü” denildi.",
            "Hava Kurumu",
            id="hesabindan-aciklamada",
        ),
    ],
)
def test_a_body_speaks_through_its_statement(language: Language, text: str, speaker: str) -> None:
    passage = passage_of(*text.split("|"), language=language)
    names = _names(passage.text, (speaker, "organisation", 1))
    assert {mention.speaker_entity for mention in tag_quotes(passage, names)} == {1}


def test_a_quote_set_apart_belongs_to_the_line_that_leads_up_to_it() -> None:
    passage = passage_of("Captain Ada Kent said:", "‘The crew’s work is done. The ship is ours.’")
    names = _names(passage.text, ("Ada Kent", "person", 1))
    assert [(mention.form, mention.speaker_entity) for mention in tag_quotes(passage, names)] == [("direct", 1)]


def test_what_is_added_to_a_quote_has_its_speaker() -> None:
    passage = passage_of("“The ship is ours,” Kent said at the pier, adding that the crew was ready to leave.")
    names = _names(passage.text, ("Kent", "person", 1))
    assert [(m.form, m.speaker_entity) for m in tag_quotes(passage, names)] == [("direct", 1), ("reported", 1)]


def test_the_head_noun_of_a_body_recalls_the_only_one_of_the_article() -> None:
    passage = passage_of(
        "İddiayı Katar Büyükelçiliği yalanladı.",
        "Büyükelçilikten yapılan yazılı açıklamada, “Böyle bir satış olmamıştır” ifadelerine yer verildi.",
        language="tr",
    )
    names = _names(passage.text, ("Katar Büyükelçiliği", "organisation", 1))
    assert [mention.speaker_entity for mention in tag_quotes(passage, names)] == [1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Kent expressed deep gratitude for the help.", "deep gratitude for the help", id="feeling"),
        pytest.param("Kent hailed close ties with Oslo.", "close ties with Oslo", id="hailed"),
    ],
)
def test_a_feeling_that_is_expressed_is_reported(text: str, words: str) -> None:
    passage = passage_of(text)
    assert [quote.span.of(text) for quote in tag_quotes(passage, ())] == [words]


@pytest.mark.parametrize(
    ("second", "entity"),
    [
        pytest.param("Bakanlık, geminin teslim edildiğini duyurdu.", 4, id="bakanlik"),
        pytest.param("Bakanlığın açıklamasında, “Gemi teslim edilecek” denildi.", 4, id="owner"),
        pytest.param("Tersane, geminin teslim edildiğini duyurdu.", None, id="other-noun"),
        pytest.param("Yetkili bakanlık, geminin teslim edildiğini duyurdu.", None, id="more-words"),
    ],
)
def test_a_turkish_body_is_recalled_by_its_head_noun(second: str, entity: int | None) -> None:
    passage = passage_of("Milli Savunma Bakanlığı, geminin hazır olduğunu bildirdi.", second, language="tr")
    names = _names(passage.text, ("Milli Savunma Bakanlığı", "organisation", 4))
    assert [mention.speaker_entity for mention in tag_quotes(passage, names)] == [4, entity]


def test_an_office_stands_for_the_one_person_who_holds_it() -> None:
    passage = passage_of("Minister Rana came.", "The minister said the ship was ready.")
    rana = NameMention(Span(9, 13), "person", 1, title=Span(0, 8))
    other = NameMention(Span(14, 18), "person", 2, role=Span(0, 8))
    assert tag_quotes(passage, (rana,))[0].speaker_entity == 1
    assert tag_quotes(passage, (rana, other))[0].speaker_entity is None


@given(st.text(alphabet="ab \"“”‘’'«»,.\nsaid dedi", max_size=60), st.sampled_from(["en", "tr"]))
def test_any_text_gives_spans_inside(text: str, language: Language) -> None:
    passage = Passage(
        Article(text=text, language=language), (Sentence(Span(0, len(text)), 0, "body", 1),) if text else ()
    )
    assert all(m.span.end <= len(text) for m in tag_quotes(passage, ()))
