"""A place is found whole, in any Turkish case, and near the event."""

from datetime import date

import pytest

from communique.claims import Claim, check_claim
from communique.spans import Span
from communique.verdicts import Tier, Verdict

TURKISH = (
    "Karaçi'de tatbikat sona erdi\n\n"
    "Heyet çarşamba günü Genelkurmay karargâhında ağırlandı, ardından Karaçi’deki tersaneyi gezdi.\n\n"
    "Bakan Deniz Vardar, Viyana'dan Zonguldağa uğramadan Türkiye'ye döndü."
)
ENGLISH = (
    "Minister Paul Boston of New Zealand flew from New York to Port Moresby in Papua New Guinea on Monday.\n\n"
    "He will visit South Korea and Türkiye in May."
)


def check(text: str, value: str, near: str | None = None) -> tuple[Verdict, Tier | None, str | None]:
    spans = None if near is None else (Span(text.index(near), text.index(near) + len(near)),)
    language = "tr" if text == TURKISH else "en"
    claim = Claim(
        id="1", text=text, kind="place", value=value, language=language, published=date(2026, 2, 6), evidence=spans
    )
    found = check_claim(claim)
    return found.verdict, found.tier, found.span.text if found.span else None


@pytest.mark.parametrize(
    ("value", "near", "tier", "text"),
    [
        pytest.param("Karaçi", "tersaneyi", Tier.VERBATIM, "Karaçi", id="before-an-apostrophe"),
        pytest.param("Karaçi’de", "tersaneyi", Tier.SUFFIX, "Karaçi", id="the-claim-has-a-suffix"),
        pytest.param("Genelkurmay karargâhı", None, Tier.SUFFIX, "Genelkurmay karargâhında", id="two-words-inflected"),
        pytest.param("Zonguldak", None, Tier.SUFFIX, "Zonguldağa", id="softened"),
        pytest.param("Turkey", None, Tier.EQUAL, "Türkiye", id="a-country-in-another-language"),
        pytest.param("Vienna", None, Tier.EQUAL, "Viyana", id="a-capital-in-another-language"),
    ],
)
def test_turkish_suffixes_and_other_names_of_a_country_do_not_matter(
    value: str, near: str | None, tier: Tier, text: str
) -> None:
    assert check(TURKISH, value, near) == (Verdict.SUPPORTED, tier, text)


def test_the_arabic_article_may_be_joined_or_stand_apart() -> None:
    text = "They met at al-Yamamah Palace and toured Al Udeid Air Base."
    assert check(text, "Al Yamamah Palace") == (Verdict.SUPPORTED, Tier.CASE, "al-Yamamah Palace")
    assert check(text, "Al-Udeid Air Base") == (Verdict.SUPPORTED, Tier.TYPOGRAPHY, "Al Udeid Air Base")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param(ENGLISH, "York", id="the-end-of-a-longer-city"),
        pytest.param(ENGLISH, "Guinea", id="the-end-of-another-country"),
        pytest.param(ENGLISH, "North Korea", id="another-country"),
        pytest.param(ENGLISH, "Seoul", id="the-capital-of-a-country-named"),
        pytest.param(ENGLISH, "Turkish", id="no-name-of-a-country"),
        pytest.param(ENGLISH, "Boston", id="a-person"),
        pytest.param(TURKISH, "Vardar", id="a-person-in-turkish"),
        pytest.param(TURKISH, "Karaçi'de Lahor", id="a-suffix-amid-the-words"),
        pytest.param(TURKISH, "Kara", id="the-beginning-of-another-place"),
    ],
)
def test_part_of_another_name_is_no_place(text: str, value: str) -> None:
    assert check(text, value)[0] is Verdict.NOT_FOUND


def test_a_place_of_another_paragraph_is_misplaced() -> None:
    assert check(ENGLISH, "Port Moresby", "visit South Korea")[0] is Verdict.MISPLACED


def test_the_place_of_the_dateline_is_inferred_where_the_evidence_says_here() -> None:
    text = "LIMA: The port was busy.\n\nAda Kent met Veli Aydin here.\n\nBadr Nasser met Ana Rojas."

    assert check(text, "Lima", "Ada Kent") == (Verdict.INFERRED, Tier.VERBATIM, "LIMA")
    assert check(text, "Lima", "Badr Nasser")[0] is Verdict.MISPLACED
    assert check(f"{text} They dined in Lima.", "Lima", "Badr Nasser") == (Verdict.SUPPORTED, Tier.VERBATIM, "Lima")
