"""Claims that come near what a text says, each true or false by one word, through the whole check."""

from datetime import date

import pytest

from communique.article import Language
from communique.claims import Claim, ClaimKind, check_claim

TWO = "Gen. Emre Holm and Col. Nur Holm met Kim Jin-ho and Ada Kent-Ek in Basra. “We sail,” said Colonel Holm."
MIXED = (
    "Envoy Salim Nasser Harthi and clerk Nasser Amini rest. “I cannot say that the port is safe,” the envoy said. "
    "The offer rose from 4 billion to 5 billion euros. Harthi's aide Mona Farah called that “a trick”."
)
LIKE = (
    "Bakan Ahmet Akar ile Mehmet Aker geldi. Ada Ural Toprak, Vali Naz Ural da konuştu. "
    "Davanın 3 sanığından biri sustu."
)
TURKISH = (
    "Eski bakan Suat Erbil ile Metin Kayalar ve Ali Denizli geldi. Erbil konuşmadı. “Sözümüzü tuttuk” diyen Kayalar'a "
    "Vali Naz Ural teşekkür etti. 40 bin dosyanın yüzde 15'i incelendi, yüzde birlik pay kaldı; depoda 900 adet 155 mm "
    "mermi var. Naz Ural “Köprü hazır diyemem” dedi."
)
NEITHER = "Müdür Erol Ural'a göre iş bitti. Müdür yardımcısı Metin Ural, “Ne kaçarız ne de susarız” dedi."


def _asserted(text: str, language: Language, kind: ClaimKind, value: str, speaker: str | None = None) -> bool:
    given = Claim(
        id="x", text=text, published=date(2026, 3, 18), language=language, kind=kind, value=value, speaker=speaker
    )
    return check_claim(given).verdict.asserted


@pytest.mark.parametrize(
    ("text", "name", "asserted"),
    [
        pytest.param(TWO, "General Nur Holm", False, id="the-rank-of-another"),
        pytest.param(TWO, "Colonel Nur Holm", True, id="the-own-rank-in-full"),
        pytest.param(TWO, "Kim Jinho", True, id="without-its-hyphen"),
        pytest.param(TWO, "Ada Ek", False, id="half-of-a-hyphened-name"),
        pytest.param(TWO, "Ada Kent Ek", True, id="a-blank-for-the-hyphen"),
        pytest.param(MIXED, "Nasser", False, id="the-given-name-of-two"),
        pytest.param("Müller met Strøm.", "Mueller", True, id="umlaut-as-two-letters"),
        pytest.param("Приехал Ильхам Гасанов.", "Ilham Hasanov", True, id="cyrillic-g-for-h"),
    ],
)
def test_a_name_is_nobody_elses(text: str, name: str, *, asserted: bool) -> None:
    assert _asserted(text, "en", "name", name) is asserted


@pytest.mark.parametrize(
    ("kind", "value", "asserted"),
    [
        pytest.param("name", "Metin Kaya", False, id="surname-like-a-plural"),
        pytest.param("name", "Metin Kayalar", True, id="the-surname-itself"),
        pytest.param("name", "Ali Deniz", False, id="surname-like-a-derivation"),
        pytest.param("place", "Erbil", False, id="surname-like-a-city"),
        pytest.param("quantity", "40.000 dosya", True, id="the-whole-of-a-part"),
        pytest.param("amount", "%1", True, id="per-cent-in-a-word"),
        pytest.param("quantity", "900 mermi", True, id="past-pieces-and-size"),
    ],
)
def test_a_turkish_word_is_no_longer_and_no_shorter_one(kind: ClaimKind, value: str, *, asserted: bool) -> None:
    assert _asserted(TURKISH, "tr", kind, value) is asserted


@pytest.mark.parametrize(
    ("kind", "value", "asserted"),
    [
        pytest.param("name", "Ahmet Aker", False, id="a-surname-that-is-anothers"),
        pytest.param("name", "Ahmed Akar", True, id="another-spelling"),
        pytest.param("name", "Ada Ural", False, id="cut-before-the-surname-to-that-of-another"),
        pytest.param("name", "Ada Ural Toprak", True, id="the-whole-name"),
        pytest.param("quantity", "3 sanık", True, id="one-of-three"),
    ],
)
def test_a_like_name_of_the_article_is_another(kind: ClaimKind, value: str, *, asserted: bool) -> None:
    assert _asserted(LIKE, "tr", kind, value) is asserted


@pytest.mark.parametrize(
    ("text", "words", "speaker", "asserted"),
    [
        pytest.param(TWO, "We sail", "Nur Holm", True, id="the-namesake-of-that-rank"),
        pytest.param(TWO, "We sail", "Emre Holm", False, id="the-other-namesake"),
        pytest.param(MIXED, "the port is safe", None, False, id="governed-by-a-negation"),
        pytest.param(MIXED, "I cannot say that the port is safe", None, True, id="with-its-negation"),
        pytest.param(MIXED, "a trick", "Mona Farah", True, id="the-aide"),
        pytest.param(MIXED, "a trick", "Salim Nasser Harthi", False, id="whose-aide"),
        pytest.param(TURKISH, "Sözümüzü tuttuk", "Metin Kayalar", True, id="behind-a-participle"),
        pytest.param(TURKISH, "Sözümüzü tuttuk", "Naz Ural", False, id="the-subject-of-the-next-verb"),
        pytest.param(TURKISH, "Köprü hazır", None, False, id="taken-back-behind"),
        pytest.param(
            "“We won,” Sam Holm said. Deniz Holm left.", "We won", "Deniz Holm", False, id="a-name-like-an-arm"
        ),
        pytest.param("“I will vote no,” Sam Holm said.", "I will vote", None, False, id="cut-before-a-negation"),
        pytest.param(
            "“It ended well,” Ada Shah-Kent said. Ada Shah left.", "It ended well", "Ada Shah", False, id="half-a-name"
        ),
        pytest.param(NEITHER, "Ne kaçarız ne de susarız", "Metin Ural", True, id="neither-nor"),
        pytest.param(NEITHER, "de susarız", None, False, id="the-second-of-neither-nor"),
        pytest.param(NEITHER, "kaçarız ne de susarız", None, False, id="cut-behind-neither"),
        pytest.param(NEITHER, "Ne kaçarız ne de susarız", "Erol Ural", False, id="an-assistant-of-a-namesake"),
        pytest.param(
            "Iraq's minister denied it: “Not one has left,” Sami Adib told the radio.",
            "Not one has left",
            "Sami Adib",
            True,
            id="denied-before-a-colon",
        ),
    ],
)
def test_words_are_said_and_said_by_their_speaker(
    text: str, words: str, speaker: str | None, *, asserted: bool
) -> None:
    language: Language = "tr" if text in (TURKISH, NEITHER) else "en"
    assert _asserted(text, language, "quote", words, speaker) is asserted


@pytest.mark.parametrize(
    ("text", "kind", "value", "asserted"),
    [
        pytest.param("Two of Oman's 17 yards shut.", "quantity", "2 yards", True, id="a-part-of-somebodys-whole"),
        pytest.param("Last year 900 cadets came; now 700 will.", "quantity", "700 cadets", True, id="elliptic"),
        pytest.param("The firm lost Sh22.7bn in Kenya.", "amount", "22.7 billion shillings", True, id="shillings"),
        pytest.param("The firm lost Sh22.7bn in Kenya.", "amount", "$22.7 billion", False, id="shillings-in-dollars"),
        pytest.param("They blamed the chair, who leaves in June.", "date", "2026-06", True, id="leaves-in-a-month"),
    ],
)
def test_a_value_is_read_as_it_is_meant(text: str, kind: ClaimKind, value: str, *, asserted: bool) -> None:
    assert _asserted(text, "en", kind, value) is asserted


@pytest.mark.parametrize(
    ("value", "asserted"),
    [
        pytest.param("4 billion euros", True, id="the-first-of-a-change"),
        pytest.param("5 billion euros", True, id="the-second"),
        pytest.param("4 billion dollars", False, id="another-currency"),
    ],
)
def test_both_sums_of_a_change_have_its_currency(value: str, *, asserted: bool) -> None:
    assert _asserted(MIXED, "en", "amount", value) is asserted
