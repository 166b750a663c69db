"""Reported speech: which clause is whose, in English and Turkish."""

import pytest

from communique.article import Article, Language
from communique.extractor import annotated_article
from communique.tagging.mentions import QuoteMention


def quotes(text: str, language: Language, form: str) -> list[tuple[str, str | None]]:
    """The words and the speaker's phrase of each quote of the form."""

    def spoken(quote: QuoteMention) -> tuple[str, str | None]:
        return quote.span.of(text), None if quote.speaker is None else quote.speaker.of(text)

    article = annotated_article(Article(text=text, language=language))
    return [spoken(quote) for quote in article.quotes if quote.form == form]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        pytest.param("Demir said members would help the yard.", "members would help the yard", "Demir", id="bare-noun"),
        pytest.param("If elected, Demir said he would cut taxes.", "he would cut taxes", "Demir", id="fronted"),
        pytest.param(
            "Demir said in a long interview that it sank fast.", "it sank fast", "Demir", id="place-of-saying"
        ),
        pytest.param("Demir said after the meeting he would resign.", "he would resign", "Demir", id="time-of-saying"),
        pytest.param("The race is tight, said Ann Oram, a friend.", "The race is tight", "Ann Oram", id="apposition"),
        pytest.param("The yard will close, Demir told reporters.", "The yard will close", "Demir", id="hearers-behind"),
        pytest.param(
            "The ship sank, Demir said, without giving details.", "The ship sank", "Demir", id="how-it-was-said"
        ),
        pytest.param("The ship sank, Demir said on Monday, citing a log.", "The ship sank", "Demir", id="by-what"),
        pytest.param("The ship sank, Demir said here on Monday.", "The ship sank", "Demir", id="said-here"),
        pytest.param("Addressing a crowd, Demir said the ship sank.", "the ship sank", "Demir", id="when-he-said-it"),
        pytest.param("Demir clarified that it sank fast.", "it sank fast", "Demir", id="clarified"),
        pytest.param(
            "Demir, Former Deputy to the Head of the Harbour Board, said it sank fast.",
            "it sank fast",
            "Demir",
            id="office",
        ),
        pytest.param("Demir said last month Denizak had paid.", "Denizak had paid", "Demir", id="when-it-was-said"),
        pytest.param(
            "The ship sank, the navy said in a note posted on Friday.",
            "The ship sank",
            "the navy",
            id="posted",
        ),
        pytest.param(
            "Oman’s defence ministry called it old and said it leaks fast.",
            "it leaks fast",
            "Oman’s defence ministry",
            id="genitive",
        ),
        pytest.param("Demir asked them to leave the port.", "to leave the port", "Demir", id="infinitive"),
        pytest.param("Demir asked whether it would close.", "whether it would close", "Demir", id="question"),
        pytest.param("Demir agreed to sign the treaty.", "to sign the treaty", "Demir", id="willing"),
        pytest.param("Demir criticized the new treaty.", "the new treaty", "Demir", id="object"),
        pytest.param("The study found that ships rust.", "ships rust", "The study", id="finding"),
        pytest.param("Demir’s claim that ships rust fast, amused us.", "ships rust fast", "Demir", id="noun"),
        pytest.param("His pledge to leave the port, failed.", "to leave the port", None, id="noun-infinitive"),
        pytest.param(
            "Our host, Governor Oram, disputed the new treaty.", "the new treaty", "Governor Oram", id="bearer"
        ),
        pytest.param("It was reported that the ship sank.", "the ship sank", None, id="impersonal"),
        pytest.param("The rule, which he said will end soon, is new.", "will end soon", "he", id="relative"),
        pytest.param("When Demir said it sank fast, we left.", "it sank fast", "Demir", id="subordinate"),
        pytest.param("He expects it to sink soon, he told us.", "to sink soon", "He", id="before-another"),
    ],
)
def test_an_english_clause_has_its_speaker(text: str, content: str, speaker: str | None) -> None:
    assert quotes(text, "en", "reported") == [(content, speaker)]


def test_an_inserted_attribution_divides_its_clause() -> None:
    found = quotes("The old yard, Demir said on Monday, would be sold.", "en", "reported")
    assert found == [("The old yard", "Demir"), ("would be sold", "Demir")]


def test_statements_that_follow_each_other_are_told_apart() -> None:
    found = quotes("Demir believes the deal is dead, adding that nobody wants it.", "en", "reported")
    assert found == [("the deal is dead", "Demir"), ("nobody wants it", "Demir")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The United States and the port are closed.", id="states"),
        pytest.param("The plan was rejected by the yard.", id="passive"),
        pytest.param("The so-called “deep state” is a myth.", id="so-called"),
        pytest.param("Trade won 700 pledged delegates there.", id="premodifier"),
        pytest.param("I wanted to leave the port.", id="narrator"),
        pytest.param("Its claims are known to the yard.", id="plural-noun"),
        pytest.param("Demir called on President Holm in Oslo.", id="visit"),
        pytest.param("Leaders trade promises and warnings here.", id="noun-before-and"),
        pytest.param("Demir's order came late.", id="possessed-noun"),
    ],
)
def test_a_noun_or_passive_opens_no_clause(text: str) -> None:
    assert quotes(text, "en", "reported") == []


def told(text: str) -> list[tuple[str, str | None]]:
    """The clauses, not the phrases, each with the name of whose it is."""
    article = annotated_article(Article(text=text, language="en"))
    return [
        (
            quote.span.of(text),
            None if quote.speaker_entity is None else article.fullest[quote.speaker_entity].span.of(text),
        )
        for quote in article.quotes
        if quote.told == "clause"
    ]


def test_a_name_that_looks_like_a_verb_of_saying_says_nothing() -> None:
    assert quotes("Minister Salim bin Said al Hamad was at the port on Monday.", "en", "reported") == []


def test_the_object_of_a_verb_is_no_clause_though_it_has_one() -> None:
    assert told("Demir praised the crew, who had saved the ship.") == []
    assert told("The Harbour Gazette reported citing a source that the ship was lost.") == []


def test_who_spoke_goes_on_as_he_added() -> None:
    text = "Minister Orhan Demir said President Ada Kent had come. “We sail at dawn tomorrow,” he added."
    assert [name for _, name in told(text)] == ["Orhan Demir", "Orhan Demir"]


def test_an_office_of_a_body_is_not_the_body() -> None:
    text = "Harbour Board Commander Orhan Demir came. The commander of the Harbour Board said it sank fast."
    assert told(text) == [("it sank fast", "Orhan Demir")]
    assert told("The Harbour Board came. The commander of the Harbour Board said it sank fast.") == [
        ("it sank fast", None)
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("President Ada Korkmaz’s office said it was over.", None, id="an-office-is-not-its-bearer"),
        pytest.param(
            "Ada Korkmaz’s spokesman Orhan Demir said it was over.", "Orhan Demir", id="who-speaks-for-another"
        ),
        pytest.param("Orhan Demir, Ada Korkmaz said, was over it.", "Ada Korkmaz", id="who-speaks-for-herself"),
    ],
)
def test_who_speaks_for_somebody_is_somebody_else(text: str, speaker: str | None) -> None:
    assert {name for _, name in told(text)} == {speaker}


def test_a_name_and_a_colon_attribute_the_quote_behind() -> None:
    assert quotes("Holm: “We sail at dawn.”", "en", "direct") == [("We sail at dawn.", "Holm")]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param("Bakan Güneş, “İmzalamayacağız” dedi.", "İmzalamayacağız", "Bakan Güneş", id="one-word"),
        pytest.param("Güneş: “Kimse bizi durduramaz.”", "Kimse bizi durduramaz.", "Güneş", id="colon"),
        pytest.param(
            "Güneş şöyle konuştu:\n\n“Kimse bizi durduramaz.”", "Kimse bizi durduramaz.", "Güneş", id="opened"
        ),
        pytest.param("Güneş geldi. “Kimse bizi durduramaz” dedi.", "Kimse bizi durduramaz", "Güneş", id="earlier"),
        pytest.param("“Evet” yanıtını veren Güneş ayrıldı.", "Evet", "Güneş", id="participle"),
        pytest.param("Açıklamada, “Gemi yarın geliyor” denildi.", "Gemi yarın geliyor", None, id="passive"),
        pytest.param(
            "Bakanlığın açıklamasında, «Gemi yarın geliyor» ifadesi kullanıldı.",
            "Gemi yarın geliyor",
            "Bakanlığın",
            id="owner",
        ),
        pytest.param(
            "Aras, yaptığı paylaşımda, ''Gemi yarın geliyor'' ifadesine yer verdi.",
            "Gemi yarın geliyor",
            "Aras",
            id="medium-of-the-subject",
        ),
    ],
)
def test_a_turkish_quote_has_its_speaker(text: str, words: str, speaker: str | None) -> None:
    assert quotes(text, "tr", "direct") == [(words, speaker)]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        pytest.param("Güneş geminin geleceğini bildirdi.", "geminin geleceğini", "Güneş", id="no-comma"),
        pytest.param("Ali Aydın geminin geleceğini bildirdi.", "geminin geleceğini", "Ali Aydın", id="like-a-case"),
        pytest.param("Tarafların anlaştığını bildirdi.", "Tarafların anlaştığını", None, id="genitive"),
        pytest.param("Geminin geleceğini belirten Güneş, gitti.", "Geminin geleceğini", "Güneş", id="participle"),
        pytest.param("Güneş geldi. Geminin geleceğini söyledi.", "Geminin geleceğini", "Güneş", id="earlier"),
        pytest.param("Açıklamada, geminin geleceği belirtildi.", "geminin geleceği", None, id="passive"),
        pytest.param("Güneş'in açıklamasında geminin geleceği kaydedildi.", "geminin geleceği", "Güneş", id="owner"),
        pytest.param("Oramiral Işık'ın kaldığı bildirildi.", "Oramiral Işık'ın kaldığı", None, id="no-owner"),
        pytest.param("TSK'dan gelen açıklamada geminin geldiği belirtildi.", "geminin geldiği", "TSK", id="from"),
        pytest.param(
            "Güneş, törende yaptığı konuşmada geminin geleceğini söyledi.", "geminin geleceğini", "Güneş", id="a-speech"
        ),
        pytest.param("Güneş görüşmede, geminin geleceğini söyledi.", "geminin geleceğini", "Güneş", id="an-occasion"),
        pytest.param("Güneş, geminin geleceğinin altını çizdi.", "geminin geleceğinin", "Güneş", id="a-genitive"),
        pytest.param("Güneş, geminin geldiğine dikkat çekti.", "geminin geldiğine", "Güneş", id="a-dative"),
        pytest.param("Güneş, geminin geleceğini öne sürmüştü.", "geminin geleceğini", "Güneş", id="pluperfect"),
        pytest.param("Güneş, geminin geldiğini hatırlatarak kalktı.", "geminin geldiğini", "Güneş", id="converb"),
        pytest.param(
            "TSK'dan gelen açıklamada geminin geldiği belirtilirken başka bir şey söylenmedi.",
            "geminin geldiği",
            "TSK",
            id="while",
        ),
        pytest.param(
            "Ali Fidan geldi. Fidan, geminin geleceğini söyledi.", "geminin geleceğini", "Fidan", id="like-an-ablative"
        ),
        pytest.param("Nureddin de geminin geleceğini söyledi.", "geminin geleceğini", "Nureddin", id="too"),
        pytest.param(
            "Görüşmenin ardından basın toplantısında Güneş, geminin geldiğini söyledi.",
            "geminin geldiğini",
            "Güneş",
            id="behind-the-occasion",
        ),
        pytest.param("Malik ise geminin geleceğini belirtti.", "geminin geleceğini", "Malik", id="ise"),
        pytest.param("Toplantıda konuşan Aslam da geminin geldiğini söyledi.", "geminin geldiğini", "Aslam", id="da"),
        pytest.param("Bunu anlatan Güneş, geminin geldiğini söyledi.", "geminin geldiğini", "Güneş", id="led"),
        pytest.param(
            "Ordu kaynakları, geminin battığını duyurdu.", "geminin battığını", "Ordu kaynakları", id="common"
        ),
        pytest.param("Güneş, geminin satılmasını istedi.", "geminin satılmasını", "Güneş", id="wish"),
        pytest.param("Yetkililere göre gemi dün battı.", "gemi dün battı", "Yetkililer", id="sources"),
        pytest.param("Reuters'ın haberine göre, gemi dün battı.", "gemi dün battı", "Reuters", id="owner-of-a-report"),
        pytest.param("Güneş'in söylediğine göre gemi battı.", "gemi battı", "Güneş", id="what-he-said"),
    ],
)
def test_a_turkish_clause_has_its_speaker(text: str, content: str, speaker: str | None) -> None:
    assert quotes(text, "tr", "reported") == [(content, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“Mavi Sular-2025” tatbikatı başladı.", id="exercise"),
        pytest.param("TCG “Yunus” gemisi limana geldi.", id="ship"),
        pytest.param("Sözde “derin devlet” tartışması sürüyor.", id="scare-quotes"),
    ],
)
def test_a_name_in_marks_is_no_statement(text: str) -> None:
    assert quotes(text, "tr", "direct") == []


@pytest.mark.parametrize("phrase", ["Bakan", "Savunma Bakanı"])
def test_a_turkish_office_stands_for_the_one_who_holds_it(phrase: str) -> None:
    text = f"Savunma Bakanı Okan Güneş geldi. {phrase}, geminin yarın geleceğini söyledi."
    article = annotated_article(Article(text=text, language="tr"))
    (quote,) = article.quotes
    assert quote.speaker_entity is not None
    assert article.canonical(article.fullest[quote.speaker_entity]) == "Okan Güneş"
