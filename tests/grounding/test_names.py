"""Names in claims: what stands in a text is found at its tier, and no mixture, part or neighbour of a name passes."""

import pytest

from communique.article import Article, Language
from communique.claims import Claim, ClaimVerdict, check_claim
from communique.drafts import Proposed
from communique.events import Event
from communique.extractor import annotated_article
from communique.fields import Name
from communique.grounding.findings import Context
from communique.grounding.names import ground_name
from communique.shapes import FieldShape
from communique.spans import Span
from communique.verdicts import Tier, Verdict

TWO = "Gen. Asim Durrani met Gen. Qamar Javed Malik in the old capital."
TITLED = "Savunma Bakanı Yaşar Tekin ile Dışişleri Bakanı Hakan Soylu geldi."
WRAPPED = (
    "The spokesman told reporters in the garrison town on Monday that Gen. Asim\n"
    "Durrani had arrived and that he would meet the Turkish general before his\n"
    "return to the capital."
)


def check(text: str, name: str, language: Language = "en") -> ClaimVerdict:
    found = check_claim(Claim(id="1", text=text, language=language, kind="name", value=name))
    assert all(text[span.start : span.end] == span.text for span in found.spans)
    return found


@pytest.mark.parametrize(
    ("text", "name", "language", "tier", "span"),
    [
        pytest.param("Ankara'da tören vardı.", "Ankara", "tr", Tier.SUFFIX, "Ankara", id="apostrophe"),
        pytest.param("Ankara’daki tören", "Ankara", "tr", Tier.SUFFIX, "Ankara", id="curly-apostrophe"),
        pytest.param("Heyet Ankaradan geldi.", "Ankara", "tr", Tier.SUFFIX, "Ankara", id="bare-suffix"),
        pytest.param("Heyet Zonguldağa vardı.", "Zonguldak", "tr", Tier.SUFFIX, "Zonguldağa", id="softened"),
        pytest.param("Köy Fırat Nehrinde kaldı.", "Fırat Nehir", "tr", Tier.SUFFIX, "Fırat Nehrinde", id="vowel-drop"),
        pytest.param("Bu onun hakkıdır, Hakkı aradı.", "Hak", "tr", Tier.SUFFIX, "Hak", id="doubled"),
        pytest.param("Mısırdakiler geldi.", "Mısır", "tr", Tier.SUFFIX, "Mısır", id="ki-and-plural"),
        pytest.param("Danıştayca onandı.", "Danıştay", "tr", Tier.SUFFIX, "Danıştay", id="ce"),
        pytest.param("Karar TBMM'nindir.", "TBMM", "tr", Tier.SUFFIX, "TBMM", id="acronym"),
        pytest.param("Direniş Ordusu'nun eri", "Ordu", "tr", Tier.SUFFIX, "Ordu", id="possessive-and-case"),
        pytest.param("Yazı Kıyı Bakanlığına gitti.", "Kıyı Bakanlığı", "tr", Tier.SUFFIX, "Kıyı Bakanlığı", id="body"),
        pytest.param("Yaşar Tekinle görüştü.", "Yaşar Tekin", "tr", Tier.SUFFIX, "Yaşar Tekin", id="last-word"),
        pytest.param("Bunlar, apartheid'in sonu", "apartheid", "tr", Tier.SUFFIX, "apartheid", id="small-letters"),
        pytest.param("Türkiye-Katar zirvesi", "Katar", "tr", Tier.VERBATIM, "Katar", id="hyphen-joins"),
        pytest.param("Durrani's visit", "Durrani", "en", Tier.SUFFIX, "Durrani", id="english-genitive"),
        pytest.param("It has 40 K-16s now.", "K-16", "en", Tier.SUFFIX, "K-16", id="plural-of-a-model"),
        pytest.param(
            "It has 40 Kestrel TB2s.", "Kestrel TB2", "en", Tier.SUFFIX, "Kestrel TB2", id="plural-of-its-number"
        ),
        pytest.param(
            "Delta Marine & Air paid.", "Delta Marine and Air", "en", Tier.ALIAS, "Delta Marine & Air", id="and"
        ),
        pytest.param("Delta Air paid.", "Delta Air Corporation", "en", Tier.ALIAS, "Delta Air", id="legal-form"),
        pytest.param(
            "The Ministry of Defence of Oman paid.",
            "Ministry of Defence",
            "en",
            Tier.VERBATIM,
            "Ministry of Defence",
            id="body-of-a-state",
        ),
        pytest.param("Kız Kulesi açıldı.", "Kiz Kulesi", "tr", Tier.ACCENT, "Kız Kulesi", id="dotless-i"),
        pytest.param("A. O’Hara came.", "A. O'Hara", "en", Tier.TYPOGRAPHY, "A. O’Hara", id="apostrophe-style"),
        pytest.param(TWO, "Field Marshal Asim Durrani", "en", Tier.TITLE, "Asim Durrani", id="another-title"),
        pytest.param(TWO, "Asim Durrani (retd)", "en", Tier.TITLE, "Asim Durrani", id="title-behind"),
        pytest.param(TITLED, "Bakan Tekin", "tr", Tier.TITLE, "Tekin", id="turkish-title"),
        pytest.param("Delta Electric paid.", "Delta Electric", "en", Tier.VERBATIM, "Delta Electric", id="firm"),
        pytest.param(TWO, "Qamar Malik", "en", Tier.ALIAS, "Qamar Javed Malik", id="word-left-out"),
        pytest.param(TWO, "A. Durrani", "en", Tier.ALIAS, "Asim Durrani", id="initial"),
        pytest.param(TWO, "Q.J. Malik", "en", Tier.ALIAS, "Qamar Javed Malik", id="initials"),
        pytest.param(TWO, "Malik, Qamar Javed", "en", Tier.ALIAS, "Qamar Javed Malik", id="turned"),
        pytest.param(
            "The Inter-Services Shipping Office said so.",
            "ISSO",
            "en",
            Tier.ALIAS,
            "Inter-Services Shipping Office",
            id="acronym-of-a-body",
        ),
        pytest.param(
            "The Kestrel Shipping Office (KSO) said so.",
            "the Kestrel Shipping Office (KSO)",
            "en",
            Tier.VERBATIM,
            "Kestrel Shipping Office",
            id="body-with-its-acronym",
        ),
        pytest.param("Bakan Sabit es-Sudani geldi.", "es-Sudani", "tr", Tier.VERBATIM, "es-Sudani", id="sun-letter"),
        pytest.param(TWO, "Kamar Jawed Malik", "en", Tier.TRANSLITERATION, "Qamar Javed Malik", id="spelling"),
        pytest.param(TWO, "Kamar Malik", "en", Tier.TRANSLITERATION, "Qamar Javed Malik", id="spelling-and-left-out"),
        pytest.param(TWO, "عاصم درانی", "en", Tier.TRANSLITERATION, "Asim Durrani", id="arabic-script"),
        pytest.param(
            "عاصم منیر نے کہا", "Asim Munir", "other", Tier.TRANSLITERATION, "عاصم منیر", id="from-arabic-script"
        ),
        pytest.param("Хакан Сойлу прибыл.", "Hakan Soylu", "other", Tier.TRANSLITERATION, "Хакан Сойлу", id="cyrillic"),
        pytest.param(
            "He met Faisal al-Rashid.", "Faysal Rashid", "en", Tier.TRANSLITERATION, "Faisal al-Rashid", id="particle"
        ),
        pytest.param("ASIM DURRANI IN TOWN", "Asim Durrani", "en", Tier.CASE, "ASIM DURRANI", id="capitals"),
        pytest.param("asim durrani came.", "Asim Durrani", "en", Tier.CASE, "asim durrani", id="all-small"),
        pytest.param(WRAPPED, "Asim Durrani", "en", Tier.TYPOGRAPHY, "Asim\nDurrani", id="broken-by-width"),
        pytest.param("He met Kim Yong-un.", "Kim Yong Un", "en", Tier.CASE, "Kim Yong-un", id="small-second-part"),
        pytest.param(
            "The Bank of ministry staff",
            "Bank of ministry",
            "en",
            Tier.VERBATIM,
            "Bank of ministry",
            id="small-last-word",
        ),
        pytest.param("The Ankara-made part", "Ankara", "en", Tier.VERBATIM, "Ankara", id="compound"),
    ],
)
def test_a_name_that_stands_there_is_found(text: str, name: str, language: Language, tier: Tier, span: str) -> None:
    found = check(text, name, language)
    assert found.span is not None, found.reason
    assert (found.verdict, found.tier, found.span.text) == (Verdict.SUPPORTED, tier, span), found.reason


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        pytest.param(TWO, "Asim Malik", "en", id="parts-of-two"),
        pytest.param(TWO, "Asim Javed Malik", "en", id="first-name-of-another"),
        pytest.param(TWO, "Asim Ahmed Durrani", "en", id="a-part-more"),
        pytest.param(TWO, "B. Durrani", "en", id="another-initial"),
        pytest.param(TWO, "Asif Durrani", "en", id="one-consonant-off"),
        pytest.param(TWO, "Durrani Asim", "en", id="order"),
        pytest.param(TITLED, "Hakan Tekin", "tr", id="two-ministers"),
        pytest.param("There were Asim Durrani, Javed Malik and others.", "Durrani Javed", "en", id="comma"),
        pytest.param("There were asim durrani, javed malik and others.", "Durrani Javed", "en", id="untagged-comma"),
        pytest.param("There were:\nAsim Durrani\nJaved Malik\n", "Durrani Javed", "en", id="line-break"),
        pytest.param("He thanked Durrani. Malik was away.", "Durrani Malik", "en", id="sentence-end"),
        pytest.param("He thanked Durrani (Malik was away).", "Durrani Malik", "en", id="bracket"),
        pytest.param("He thanked Durrani and Malik.", "Durrani Malik", "en", id="and"),
        pytest.param("There were Durrani / Malik – Sharif.", "Durrani Malik", "en", id="slash"),
        pytest.param("There were Durrani / Malik – Sharif.", "Malik Sharif", "en", id="dash"),
        pytest.param("Kara Kuvvetleri geldi.", "Kar", "tr", id="no-dative-of-another-word"),
        pytest.param("N.A.B.C. Works paid.", "A.B.C. Works", "en", id="fewer-initials"),
        pytest.param("Durrani\tMalik", "Durrani Malik", "en", id="columns"),
        pytest.param(
            "Recep Aksoy, Viktor Orlov'u aradı. Dün Aksoy Orlov ile görüştü.", "Aksoy Orlov", "tr", id="no-comma"
        ),
        pytest.param("The Ministry of Defence Industry paid.", "Ministry of Defence", "en", id="begins-another-body"),
        pytest.param("Durraniuddin came.", "Durrani", "en", id="inside-a-word"),
        pytest.param("The Qatari team came.", "Qatar", "en", id="nationality"),
        pytest.param("Ali-Haydar came.", "Ali", "en", id="hyphenated"),
        pytest.param("O'Hara came.", "Hara", "en", id="behind-an-apostrophe"),
        pytest.param("O'Hara came.", "O", "en", id="before-an-apostrophe"),
        pytest.param("Write to info@kestrel.com or @Durrani.", "Kestrel", "en", id="address"),
        pytest.param("Write to info@kestrel.com or @Durrani.", "Durrani", "en", id="account"),
        pytest.param("Emine Aksoy geldi.", "Emin", "tr", id="no-dative-inside-a-name"),
        pytest.param("Bakan güler yüzlüydü.", "Güler", "tr", id="common-word"),
        pytest.param("He may come on 7 May.", "May", "en", id="month"),
        pytest.param("Can he come? He can.", "Can", "en", id="function-word-at-the-start"),
        pytest.param("The ministry waits. Ministry staff left.", "the Ministry", "en", id="a-body-in-general"),
        pytest.param("Asim Durrani came.", "?!", "en", id="no-word"),
    ],
)
def test_a_name_that_does_not_stand_there_is_refused(text: str, name: str, language: Language) -> None:
    found = check(text, name, language)
    assert found.verdict is Verdict.NOT_FOUND, (found.span, found.tier)


@pytest.mark.parametrize(
    ("text", "name", "both"),
    [
        pytest.param("Lt. Bilal Khan and Maj. Omar Khan left.", "Khan", "Bilal Khan and Omar Khan", id="surname"),
        pytest.param("Khan rose. Bilal Khan and Omar Khan left.", "Khan", "Bilal Khan and Omar Khan", id="later"),
        pytest.param("Lt. Bilal Khan and Maj. Bilal Aziz left.", "Bilal", "Bilal Aziz and Bilal Khan", id="given-name"),
        pytest.param("Lt. Bilal Khan and Maj. Basit Khan left.", "B. Khan", "Basit Khan and Bilal Khan", id="initial"),
    ],
)
def test_a_name_of_two_people_is_ambiguous(text: str, name: str, both: str) -> None:
    found = check(text, name)
    assert (found.verdict, found.found) == (Verdict.AMBIGUOUS, both)


def test_evidence_tells_two_of_one_surname_apart() -> None:
    text = "Lt. Bilal Khan left the town.\n\nMaj. Omar Khan stayed in the barracks."
    claim = Claim(id="1", text=text, language="en", kind="name", value="Khan", evidence=(Span(0, 10),))
    found = check_claim(claim)
    assert (found.verdict, found.value) == (Verdict.SUPPORTED, "Bilal Khan")


@pytest.mark.parametrize("word", ["Durrani ", "A. ", "and ", "Ali-", "O'", "خان "])
def test_a_long_text_of_one_word_is_checked_to_its_end(word: str) -> None:
    text = word * (30_000 // len(word))
    found = check(text, f"{word.strip()} Durrani")
    assert all(text[span.start : span.end] == span.text for span in found.spans)


@pytest.mark.parametrize("value", ["Kırmızı Holding'in", "Kırmızı Holding’e", "Sevda Akın'dan", "TARKAŞ'ı"])
def test_a_claim_may_carry_its_own_turkish_suffix(value: str) -> None:
    text = "Kırmızı Holding'in yeni başkanı Sevda Akın'a plaket verildi. Törene TARKAŞ'ın müdürü de katıldı."
    found = check_claim(Claim(id="1", text=text, kind="name", value=value, language="tr"))
    assert (found.verdict, found.tier) == (Verdict.SUPPORTED, Tier.SUFFIX), found.reason


@pytest.mark.parametrize(
    ("value", "verdict"),
    [
        pytest.param("Kenyan Defence Minister Amina Odhiambo", Verdict.SUPPORTED, id="own-country"),
        pytest.param("Ugandan Defence Minister Amina Odhiambo", Verdict.NOT_FOUND, id="another-of-the-text"),
        pytest.param("Greek Defence Minister Amina Odhiambo", Verdict.NOT_FOUND, id="none-of-the-text"),
    ],
)
def test_a_title_of_another_country_is_not_overlooked(value: str, verdict: Verdict) -> None:
    text = "Kenyan Defence Minister Amina Odhiambo met Ugandan Gen. Peter Okello in Nairobi on Monday."
    found = check_claim(Claim(id="1", text=text, kind="name", value=value, language="en"))
    assert found.verdict is verdict, found.reason


def test_a_body_in_an_office_is_not_who_holds_it() -> None:
    text = "Commander of the Omani Land Forces General Asim Durrani came to the capital."
    article = annotated_article(Article(text=text, language="en"))
    start = text.index("Omani")
    words = Proposed("Omani Land Forces", Span(start, start + len("Omani Land Forces")))
    shape = FieldShape("organisation", Name, None, False, "")  # noqa: FBT003 - one name
    assert ground_name(words, shape, Context(article, tuple(article.passage.shown()), Event)).value == words.text
