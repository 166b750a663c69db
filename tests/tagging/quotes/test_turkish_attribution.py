"""Who says Turkish quotes, where attribution and words stand apart."""

import pytest

from communique.annotation import annotate
from communique.article import Article
from communique.segmentation import segment

WHO = "Dışişleri Bakanı Orhan Yelken dün Doha'dan döndü.\n\n"


def _speakers(text: str) -> list[tuple[str, str | None]]:
    """The words of each direct quote and the canonical name of who says them."""
    article = annotate(segment(Article(text=text, language="tr")))
    fullest = article.fullest
    return [
        (
            quote.span.of(text),
            None if quote.speaker_entity is None else article.canonical(fullest[quote.speaker_entity]),
        )
        for quote in article.quotes
        if quote.form == "direct"
    ]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            WHO
            + "Kararı birlikte aldıklarını belirten Yelken,\n\n“Liman bu yaz açılacak. Sıra bizde.”\n\ndiye konuştu.",
            "Liman bu yaz açılacak. Sıra bizde.",
            "Orhan Yelken",
            id="verb-in-a-line-of-its-own",
        ),
        pytest.param(
            WHO + "Yelken ise şu paylaşımı yaptı:\n“Yola on kişi çıktık. Bugün yüz kişiyiz.”",
            "Yola on kişi çıktık. Bugün yüz kişiyiz.",
            "Orhan Yelken",
            id="post-behind-a-colon",
        ),
        pytest.param(
            WHO + "Yelken, “Gençler için “Köprü” evini kuruyoruz. Hep birlikte yarına.” sözlerini kaydetti.",
            "Gençler için “Köprü” evini kuruyoruz. Hep birlikte yarına.",
            "Orhan Yelken",
            id="quote-in-a-quote",
        ),
        pytest.param(
            WHO + "Yelken'in açıklaması şu şekilde;\n\n“Liman bu yaz açılacak. Sıra bizde.”",
            "Liman bu yaz açılacak. Sıra bizde.",
            "Orhan Yelken",
            id="whose-words-are-as-follows",
        ),
        pytest.param(
            "Kaptan Lale Deniz ve Orhan Yelken'in limandaki buluşmasını bu yılın en önemli olayı olarak niteleyen"
            " General Veli Reis, “Liman bu yaz açılacak.” ifadelerini kullandı.",
            "Liman bu yaz açılacak.",
            "Veli Reis",
            id="behind-a-participle",
        ),
        pytest.param(
            "Liman Bakanlığı dün toplandı. Bakanlık açıklamasında, “Liman bu yaz açılacaktır” denildi.",
            "Liman bu yaz açılacaktır",
            "Liman Bakanlığı",
            id="statement-in-one-noun-with-its-body",
        ),
        pytest.param(
            "Başbakanlık'tan bu sabah erken saatlerde yapılan duyuruda “Yarınki kabul yoktur” denildi.",
            "Yarınki kabul yoktur",
            "Başbakanlık",
            id="words-before-where-it-comes-from",
        ),
        pytest.param(
            WHO + "Açıklamada, herkese teşekkür eden Yelken'in, “Liman bu yaz açılacak.” ifadelerine yer verildi.",
            "Liman bu yaz açılacak.",
            "Orhan Yelken",
            id="genitive-before-the-words",
        ),
        pytest.param(
            "Liman Bakanlığının Facebook hesabından yapılan paylaşımda, “Liman açıldı ve yanaştık.” bilgisi verildi.",
            "Liman açıldı ve yanaştık.",
            "Liman Bakanlığı",
            id="platform",
        ),
        pytest.param(
            WHO + "Yelken'in “Liman bu yaz açılacak mı?” sözü tutanağa geçti.",
            "Liman bu yaz açılacak mı?",
            "Orhan Yelken",
            id="genitive-before-words-of-record",
        ),
        pytest.param(
            "Bakan Halid el-Yelken Doha'dan döndü. El-Yelken ise “Liman bu yaz açılacak” diye konuştu.",
            "Liman bu yaz açılacak",
            "Halid el-Yelken",
            id="article-in-capitals-at-the-head",
        ),
        pytest.param(
            WHO + "Emekli Koramiral Deniz Kutlu, “Üç gemi az, en az altı gemi gerek” görüşünde.",
            "Üç gemi az, en az altı gemi gerek",
            "Deniz Kutlu",
            id="opinion",
        ),
        pytest.param(
            "Lale Deniz, limanın 106. yılını kutlayarak, “Liman bu yaz açılacak” bilgilerini paylaştı.",
            "Liman bu yaz açılacak",
            "Lale Deniz",
            id="ordinal-inside-the-sentence",
        ),
        pytest.param(
            "Kestrel'in hızda, yükte öne geçtiğini belirten Lale Deniz, şunları kaydetti: “Liman bu yaz açılacak.”",
            "Liman bu yaz açılacak.",
            "Lale Deniz",
            id="participle-before-the-verb",
        ),
        pytest.param(
            "Lale Deniz, Orfoz ile Umman arasındaki sefer için, “Liman bu yaz açılacak” ifadesini kullandı.",
            "Liman bu yaz açılacak",
            "Lale Deniz",
            id="postposition-that-looks-like-a-genitive",
        ),
        pytest.param(
            "Toplantıda bir gencin, hız ve yükte öne geçildiğini söylemesi üzerine Lale Deniz, “Liman açılacak.” dedi.",
            "Liman açılacak.",
            "Lale Deniz",
            id="behind-what-somebody-else-says",
        ),
    ],
)
def test_the_speaker_is_found(text: str, words: str, speaker: str) -> None:
    assert _speakers(text) == [(words, speaker)]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            "Liman Bakanlığından yapılan açıklamaya göre, Bakan Orhan Yelken limanın bu yaz açılacağını belirtti.",
            "limanın bu yaz açılacağını",
            "Orhan Yelken",
            id="behind-a-source",
        ),
        pytest.param(
            WHO + "Bakan Yelken limanın bu yaz açılacağını vurgulamıştır.",
            "limanın bu yaz açılacağını",
            "Orhan Yelken",
            id="official-past",
        ),
        pytest.param(
            WHO + "Limandaki işler anlatılırken, Yelken limanın bu yaz açılacağını vurguladı.",
            "limanın bu yaz açılacağını",
            "Orhan Yelken",
            id="behind-a-clause",
        ),
        pytest.param(
            "Kestrel sözcüsü Lale Deniz yaptığı açıklamada, limanın bu yaz açılacağını söyledi.",
            "limanın bu yaz açılacağını",
            "Lale Deniz",
            id="office-in-small-letters",
        ),
        pytest.param(
            WHO + "Bakan Yelken limanın bu yaz açılacağını ve iş birliğinin önemini vurguladı.",
            "limanın bu yaz açılacağını ve iş birliğinin önemini",
            "Orhan Yelken",
            id="clause-before-a-noun",
        ),
        pytest.param(
            "Bakan Orhan Yelken, Kaptan Lale Deniz ile konuştu, limanın bu yaz açılacağını belirtti.",
            "limanın bu yaz açılacağını",
            "Orhan Yelken",
            id="behind-another-deed",
        ),
    ],
)
def test_the_speaker_of_a_clause_is_found(text: str, words: str, speaker: str) -> None:
    article = annotate(segment(Article(text=text, language="tr")))
    told = [
        (one.span.of(text), article.canonical(article.fullest[one.speaker_entity]))
        for one in article.quotes
        if one.told == "clause" and one.speaker_entity is not None
    ]
    assert told == [(words, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            'Bakan Orhan Yelken, "Deniz hepimizin" dedi; limanın bu yaz açılacağını söyledi.', id="behind-a-semicolon"
        ),
        pytest.param(
            'Bakan geldi. "Deniz hepimizin" diyen Orhan Yelken, limanın bu yaz açılacağını söyledi.', id="a-participle"
        ),
    ],
)
def test_who_spoke_between_marks_says_the_rest_of_the_sentence(text: str) -> None:
    article = annotate(segment(Article(text=text, language="tr")))
    assert [one.span.of(article.text) for one in article.quotes] == ["Deniz hepimizin", "limanın bu yaz açılacağını"]


def test_a_description_behind_a_participle_is_the_speaker() -> None:
    text = (
        "Umman Savunma Bakanı Orhan Yelken, Bakan Lale Deniz ile görüştü. "
        '"Deniz hepimizin" diyen Ummanlı bakan, limanın bu yaz açılacağını söyledi.'
    )
    article = annotate(segment(Article(text=text, language="tr")))
    said = [article.canonical(article.fullest[one.speaker_entity or 0]) for one in article.quotes]
    assert said == ["Orhan Yelken", "Orhan Yelken"]


def test_question_and_answer_of_one_sentence_have_their_own_speakers() -> None:
    text = (
        'Sayıştay raporuna göre gemiler arızalı. Milletvekili Ayla Demirkan\'ın "Kaç gemi yüzüyor?" sorusuna '
        'Bakan Yardımcısı Dr. Orhan Yelken "Yarısından fazlası" yanıtını verdi.'
    )
    assert _speakers(text) == [("Kaç gemi yüzüyor?", "Ayla Demirkan"), ("Yarısından fazlası", "Orhan Yelken")]


def test_whom_a_participle_names_says_the_rest_of_the_sentence() -> None:
    text = "Bakan Orhan Yelken'in yarın geleceğini belirten Lale Deniz, limanın bu yaz açılacağını söyledi."
    article = annotate(segment(Article(text=text, language="tr")))
    told = [(one.span.of(text), one.speaker and one.speaker.of(text)) for one in article.quotes]
    assert told == [
        ("Bakan Orhan Yelken'in yarın geleceğini", "Lale Deniz"),
        ("limanın bu yaz açılacağını", "Lale Deniz"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Lale Deniz, limanda “Mavi Orfoz Yarışı” düzenlendiğini gördü.", id="capitals-throughout"),
        pytest.param("Lale Deniz “denizde hep birlikte” anlayışıyla çalıştı.", id="by-what-follows"),
    ],
)
def test_words_that_only_name_something_are_no_quote(text: str) -> None:
    assert _speakers(text) == []


def test_a_surname_that_ends_like_a_genitive_before_a_comma_says_nothing_of_whose_the_words_are() -> None:
    text = "Bakan Orhan Kalın, “On gemi isteriz” sözlerine tepki gösterdi."
    assert _speakers(text) == [("On gemi isteriz", None)]
