"""Words belong to whom the article attributes them to; where it names nobody, no name passes."""

import pytest

from communique.claims import Claim, check_claim
from communique.verdicts import Verdict

ENGLISH = (
    "Defence Minister Lars Holm met Adm. Petra Vance and Gen. Omar Vance in Oslo on Tuesday.\n\n"
    "“The fleet is ready for anything,” Petra Vance told reporters.\n\n"
    "Holm added that the talks would resume in March. Officials said the budget had doubled.\n\n"
    "The admiral, a colleague of Adm. Nils Ek, spoke of Bergen. “We sail at dawn tomorrow,” she said.\n\n"
    "Norway said the border stays open. Kari Moe wrote a long book about it. Bergen residents were worried."
)
TURKISH = (
    "Milli Savunma Bakanı Deniz Aksu konuştu. Aksu, “Bu anlaşmayı imzalamayacağız” dedi. "
    "“Bu tatbikat bir tehdit değildir” diyen Orgeneral Kemal Tan, teşekkür etti. Yeni üssün açılacağı bildirildi."
)


@pytest.mark.parametrize(
    ("words", "speaker", "verdict", "found"),
    [
        pytest.param("The fleet is ready for anything", "Petra Vance", Verdict.SUPPORTED, None, id="name"),
        pytest.param("The fleet is ready for anything", "Adm. Petra Vance", Verdict.SUPPORTED, None, id="title"),
        pytest.param(
            "The fleet is ready for anything", "Omar Vance", Verdict.CONTRADICTED, "Petra Vance", id="namesake"
        ),
        pytest.param(
            "The fleet is ready for anything", "Vance", Verdict.AMBIGUOUS, "Omar Vance and Petra Vance", id="two"
        ),
        pytest.param(
            "The fleet is ready for anything", "Erik Lund", Verdict.CONTRADICTED, "Petra Vance", id="stranger"
        ),
        pytest.param("the talks would resume in March", "Lars Holm", Verdict.SUPPORTED, None, id="reported"),
        pytest.param("the talks would resume in March", "Defence Minister", Verdict.SUPPORTED, None, id="office"),
        pytest.param(
            "the talks would resume in March", "Omar Vance", Verdict.CONTRADICTED, "Lars Holm", id="reported-swap"
        ),
        pytest.param("the budget had doubled", "Officials", Verdict.SUPPORTED, None, id="phrase"),
        pytest.param("the budget had doubled", "Lars Holm", Verdict.NOT_FOUND, "Officials", id="nobody-identified"),
        pytest.param("the border stays open", "Norway", Verdict.SUPPORTED, None, id="country"),
        pytest.param("the border stays open", "Norwegian", Verdict.SUPPORTED, None, id="country-in-another-form"),
        pytest.param("wrote a long book about it", "Kari Moe", Verdict.SUPPORTED, None, id="subject-of-the-sentence"),
        pytest.param("wrote a long book about it", "Lars Holm", Verdict.NOT_FOUND, None, id="not-the-subject"),
        pytest.param("residents were worried", "Lars Holm", Verdict.NOT_FOUND, None, id="attributed-to-nobody"),
    ],
)
def test_the_speaker_is_the_attributed_one(words: str, speaker: str, verdict: Verdict, found: str | None) -> None:
    result = check_claim(Claim(id="", text=ENGLISH, kind="quote", value=words, speaker=speaker, language="en"))
    assert (result.verdict, result.found) == (verdict, found), result.reason


def test_what_somebody_denies_is_not_said_by_him() -> None:
    text = "Minister Yavuz Karaca denied that the port had been sold."
    claim = Claim(id="", text=text, kind="quote", value="the port had been sold", speaker="Karaca", language="en")
    assert check_claim(claim).verdict is Verdict.CONTRADICTED


def test_an_unresolved_pronoun_does_not_stand_for_a_name() -> None:
    text = "Adm. Kari Moe met Gen. Eva Lund in Oslo. “We sail at dawn tomorrow,” she said."
    result = check_claim(
        Claim(id="", text=text, kind="quote", value="We sail at dawn", speaker="Kari Moe", language="en")
    )
    assert (result.verdict, result.found) == (Verdict.AMBIGUOUS, "she"), result.reason


@pytest.mark.parametrize(
    ("others", "speaker", "verdict"),
    [
        pytest.param("Maj. Gen. Yousef al-Rashid arrived.", "Yousef al-Rashid", Verdict.SUPPORTED, id="one-bearer"),
        pytest.param("Sara Rashid and Omar Rashid arrived.", "Omar Rashid", Verdict.AMBIGUOUS, id="two-bearers"),
        pytest.param("Sara Rashid and Omar Vance arrived.", "Omar Vance", Verdict.CONTRADICTED, id="another-name"),
    ],
)
def test_a_surname_alone_is_no_rival_of_a_fuller_form(others: str, speaker: str, verdict: Verdict) -> None:
    text = f"{others}\n\n“The road is closed for now,” {'al-Rashid' if 'al-' in others else 'Rashid'} told reporters."
    result = check_claim(Claim(id="", text=text, kind="quote", value="The road is closed", speaker=speaker))
    assert result.verdict is verdict, result.reason


@pytest.mark.parametrize(
    ("words", "speaker", "verdict"),
    [
        pytest.param("Bu anlaşmayı imzalamayacağız", "Deniz Aksu", Verdict.SUPPORTED, id="name"),
        pytest.param("Bu anlaşmayı imzalamayacağız", "Bakan Aksu", Verdict.SUPPORTED, id="title"),
        pytest.param("Bu anlaşmayı imzalamayacağız", "Milli Savunma Bakanı", Verdict.SUPPORTED, id="office"),
        pytest.param("Bu anlaşmayı imzalamayacağız", "Kemal Tan", Verdict.CONTRADICTED, id="another"),
        pytest.param("Bu tatbikat bir tehdit değildir", "Kemal Tan", Verdict.SUPPORTED, id="diyen"),
        pytest.param("Yeni üssün açılacağı", "Deniz Aksu", Verdict.NOT_FOUND, id="passive"),
    ],
)
def test_turkish_speakers(words: str, speaker: str, verdict: Verdict) -> None:
    result = check_claim(Claim(id="", text=TURKISH, kind="quote", value=words, speaker=speaker, language="tr"))
    assert result.verdict is verdict, result.reason


SPEAKERS = (
    "Nato Genel Sekreteri Hanne Vik toplantıdan sonra gazetecilere konuştu: “Kapımız komşulara açık.”\n\n"
    "Muhalefet milletvekili Sena Koru ise bütçeyi eleştirerek “Bu bütçede umut yok” dedi.\n\n"
    "Aynı yayına bağlanan eski elçi Ferit Arun ise bu görüşe katılmadığını belirterek, “Çare diyalogda” dedi.\n\n"
    "Sözcü Ana Rey, Bakan Bruno Lima'nın “Yaptırımlar sürüyor” dediğini bildirdi.\n\n"
    "Cumhurbaşkanı Başdanışmanı Kaan Ülgen heyeti ağırladı. Danışman, “Fiyatta anlaşamadık” diye ekledi.\n\n"
    "SSB Başkanı Prof. Dr. Mert Ozan törene geldi. Ozan, “Teslimat gecikmeyecek” dedi."
)


@pytest.mark.parametrize(
    ("words", "speaker", "verdict"),
    [
        pytest.param("Kapımız komşulara açık", "Hanne Vik", Verdict.SUPPORTED, id="colon"),
        pytest.param("Bu bütçede umut yok", "Sena Koru", Verdict.SUPPORTED, id="ise"),
        pytest.param("Bu bütçede umut yok", "Hanne Vik", Verdict.CONTRADICTED, id="ise-another"),
        pytest.param("Çare diyalogda", "Ferit Arun", Verdict.SUPPORTED, id="participle-and-ise"),
        pytest.param("Yaptırımlar sürüyor", "Bruno Lima", Verdict.SUPPORTED, id="handed-on"),
        pytest.param("Yaptırımlar sürüyor", "Ana Rey", Verdict.CONTRADICTED, id="who-hands-on"),
        pytest.param("Fiyatta anlaşamadık", "Kaan Ülgen", Verdict.SUPPORTED, id="chief-adviser"),
        pytest.param("Teslimat gecikmeyecek", "SSB Başkanı", Verdict.SUPPORTED, id="body-and-office"),
        pytest.param("Teslimat gecikmeyecek", "SSB", Verdict.CONTRADICTED, id="body-alone"),
        pytest.param("Teslimat gecikmeyecek", "NATO Başkanı", Verdict.CONTRADICTED, id="another-body"),
    ],
)
def test_turkish_sentences_name_their_speakers(words: str, speaker: str, verdict: Verdict) -> None:
    claim = Claim(id="", text=SPEAKERS, kind="quote", value=words, speaker=speaker, language="tr")
    assert check_claim(claim).verdict is verdict, check_claim(claim).reason
