"""Amounts and counts as others claim them: any writing of what the article says passes, and nothing else does."""

import pytest

from communique.claims import Claim, ClaimKind, ClaimVerdict, check_claim
from communique.spans import Span
from communique.verdicts import Tier, Verdict

ENGLISH = (
    "Denizak will build four stealth corvettes and two tankers for the Omani navy at a cost of $1.3 billion.\n\n"
    "Oman pays 30 percent in advance, up 4 percentage points, and about 36 drones follow within 18 months. "
    "The first two tankers arrive in May and the next two later. The yard employs at least 1,200 workers. "
    "Insurance takes between €5 and €7 million, fees another Rs 40 crore, and tugs of 450 tons help out. "
    "Canada lends 21 million Canadian dollars for the F-16 hangar and 12 Akbaba TB3 drones.\n\n"
    "The rival bid was £950 million for six frigates with a range of 300 km."
)
TURKISH = (
    "Denizak, Umman donanması için 1,3 milyar avroluk anlaşmayla dört korvet ve iki tankeri inşa edecek. "
    "Umman bedelin yüzde 30'unu peşin ödeyecek, 36 insansız hava aracı da 18 ay içinde teslim edilecek. "
    "Tersanede 500 bin TL'lik bakım yapıldı, 1 milyon 250 bin kişi geldi."
)


def claim(value: str, kind: ClaimKind, text: str = ENGLISH, evidence: tuple[Span, ...] | None = None) -> ClaimVerdict:
    language = "tr" if text is TURKISH else "en"
    return check_claim(Claim(id="1", text=text, kind=kind, value=value, language=language, evidence=evidence))


@pytest.mark.parametrize(
    ("value", "kind", "number", "words"),
    [
        pytest.param("$1.3 billion", "amount", 1.3e9, "$1.3 billion", id="as-printed"),
        pytest.param("1300000000 USD", "amount", 1.3e9, "$1.3 billion", id="digits-and-code"),
        pytest.param("US$1.3bn", "amount", 1.3e9, "$1.3 billion", id="short-scale"),
        pytest.param("1,300 million dollars", "amount", 1.3e9, "$1.3 billion", id="another-scale-word"),
        pytest.param("1,3 milyar dolar", "amount", 1.3e9, "$1.3 billion", id="the-other-language"),
        pytest.param("one point three billion dollars", "amount", 1.3e9, "$1.3 billion", id="in-words"),
        pytest.param("1.3 billion", "amount", 1.3e9, "$1.3 billion", id="currency-not-claimed"),
        pytest.param("30 per cent", "amount", 30, "30 percent", id="per-cent"),
        pytest.param("30%", "amount", 30, "30 percent", id="percent-sign"),
        pytest.param("yüzde 30", "amount", 30, "30 percent", id="yuzde"),
        pytest.param("4 percentage points", "amount", 4, "4 percentage points", id="points"),
        pytest.param("€5-7 million", "amount", 5e6, "€5 and €7 million", id="range"),
        pytest.param("400 million Pakistani rupees", "amount", 4e8, "Rs 40 crore", id="state-of-a-shared-name"),
        pytest.param("C$21 million", "amount", 2.1e7, "21 million Canadian dollars", id="dollars-of-a-state"),
        pytest.param("300 kilometres", "amount", 300, "300 km", id="unit-in-another-form"),
        pytest.param("four corvettes", "quantity", 4, "four stealth corvettes", id="head-noun"),
        pytest.param("4 corvettes", "quantity", 4, "four stealth corvettes", id="digits"),
        pytest.param("36 drones", "quantity", 36, "36 drones", id="about-is-no-part-of-the-value"),
        pytest.param("at least 36 drones", "quantity", 36, "36 drones", id="at-least-against-about"),
        pytest.param("1200 workers", "quantity", 1200, "1,200 workers", id="without-separator"),
        pytest.param("a 450-ton tug", "quantity", 450, "450 tons", id="singular"),
        pytest.param("12 Akbaba TB3", "quantity", 12, "12 Akbaba TB3 drones", id="designation"),
        pytest.param("two tankers", "quantity", 2, "two tankers", id="second-count-of-the-sentence"),
    ],
)
def test_what_the_article_says_is_supported(value: str, kind: ClaimKind, number: float, words: str) -> None:
    check = claim(value, kind)
    assert (check.verdict, check.value) == (Verdict.SUPPORTED, number), check.reason
    assert check.span is not None
    assert check.span.text == words


@pytest.mark.parametrize(
    ("value", "kind", "number"),
    [
        pytest.param("1,3 milyar avro", "amount", 1.3e9, id="lik"),
        pytest.param("€1.3 billion", "amount", 1.3e9, id="english"),
        pytest.param("500.000 TL", "amount", 5e5, id="code"),
        pytest.param("yarım milyon lira", "amount", 5e5, id="half"),
        pytest.param("%30", "amount", 30, id="percent"),
        pytest.param("30 percent", "amount", 30, id="english-percent"),
        pytest.param("4 korvet", "quantity", 4, id="digits"),
        pytest.param("iki tanker", "quantity", 2, id="noun-with-a-case"),
        pytest.param("1.250.000 kişi", "quantity", 1.25e6, id="two-scales"),
        pytest.param("36 hava aracı", "quantity", 36, id="noun-phrase"),
    ],
)
def test_what_a_turkish_article_says_is_supported(value: str, kind: ClaimKind, number: float) -> None:
    check = claim(value, kind, TURKISH)
    assert (check.verdict, check.value) == (Verdict.SUPPORTED, number), check.reason


@pytest.mark.parametrize(
    ("value", "kind", "found"),
    [
        pytest.param("$1.8 billion", "amount", "$1.3 billion", id="digit"),
        pytest.param("$1.3 million", "amount", "$1.3 billion", id="scale"),
        pytest.param("€1.3 billion", "amount", "$1.3 billion", id="currency"),
        pytest.param("21 million dollars", "amount", "21 million Canadian dollars", id="dollars-of-another-state"),
        pytest.param("€5 million", "amount", "€5 and €7 million", id="end-of-a-range"),
        pytest.param("€5-9 million", "amount", "€5 and €7 million", id="another-range"),
        pytest.param("33 percent", "amount", "30 percent", id="percent"),
        pytest.param("30 percentage points", "amount", "30 percent", id="points-against-percent"),
        pytest.param("1.3 million", "amount", "$1.3 billion", id="scale-without-currency"),
        pytest.param("300 miles", "amount", "300 km", id="unit"),
        pytest.param("five corvettes", "quantity", "four stealth corvettes", id="count"),
        pytest.param("30 drones", "quantity", "about 36 drones", id="count-with-its-hedge"),
        pytest.param("at most 1,200 workers", "quantity", "at least 1,200 workers", id="at-most-against-at-least"),
    ],
)
def test_another_number_unit_or_currency_at_the_same_slot_is_contradicted(
    value: str, kind: ClaimKind, found: str
) -> None:
    check = claim(value, kind)
    assert (check.verdict, check.found) == (Verdict.CONTRADICTED, found), check.reason


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        pytest.param("four frigates", "quantity", id="noun-of-another-count"),
        pytest.param("36 tanks", "quantity", id="another-noun"),
        pytest.param("16 hangars", "quantity", id="number-of-a-designation"),
        pytest.param("36 Akbaba drones", "quantity", id="name-of-another-count"),
        pytest.param("12 Akbaba pilots", "quantity", id="noun-after-a-name"),
        pytest.param("$1.3 billion", "quantity", id="money-is-no-quantity"),
        pytest.param("many corvettes", "quantity", id="no-number"),
        pytest.param("¥40 million", "amount", id="neither-number-nor-currency"),
    ],
)
def test_what_the_article_does_not_say_never_passes(value: str, kind: ClaimKind) -> None:
    assert claim(value, kind).verdict in (Verdict.NOT_FOUND, Verdict.CONTRADICTED)


def test_an_amount_outside_the_evidence_is_misplaced_and_the_evidence_contradicts_first() -> None:
    evidence = (Span(0, 20),)
    assert claim("£950 million", "amount", evidence=evidence).verdict is Verdict.MISPLACED
    assert claim("$2 billion", "amount", evidence=evidence).found == "$1.3 billion"


def test_an_amount_only_in_boilerplate_is_misplaced_and_contradicts_nothing() -> None:
    text = "Denizak sold nine tugs to Oman.\n\nRead more: Denizak wins $40 million order"
    assert claim("$40 million", "amount", text).verdict is Verdict.MISPLACED
    assert claim("$45 million", "amount", text).verdict is Verdict.NOT_FOUND


def test_an_ellipsis_counts_the_noun_before_it_but_a_new_clause_does_not() -> None:
    text = "Oman bought eight frigates and Qatar five. Oman bought nine frigates; six were hurt."
    assert claim("five frigates", "quantity", text).verdict is Verdict.SUPPORTED
    assert claim("six frigates", "quantity", text).verdict is Verdict.CONTRADICTED
    text = "It got the delivery of a dozen ferries, the first of 33 ordered in May."
    assert claim("12 ferries", "quantity", text).verdict is Verdict.SUPPORTED
    assert claim("33 ferries", "quantity", text).verdict is Verdict.SUPPORTED
    text = "The port took 640 ferries in May, up from 510 a year earlier."
    assert claim("510 ferries", "quantity", text).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("value", "tier"),
    [pytest.param("$1.3 billion", Tier.VERBATIM, id="words"), pytest.param("$1.3bn", Tier.EQUAL, id="value")],
)
def test_the_tier_tells_words_from_value(value: str, tier: Tier) -> None:
    assert claim(value, "amount").tier is tier


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param("44 tanks", "Vilnius wants 44 Kestrel 2A8 tanks; 100 tanks were denied.", id="model-with-letters"),
        pytest.param("12 F-16s", "Vilnius wants 12 Block 70/72 F-16s.", id="model-with-a-stroke"),
        pytest.param("20 vehicles", "Vilnius wants 20 8x8 armoured vehicles.", id="wheels"),
        pytest.param("five boats", "Vilnius wants five 97-metre patrol boats.", id="size"),
        pytest.param("18 howitzers", "Vilnius paid for 18 of 54 howitzers.", id="part-of-a-whole"),
        pytest.param("18 howitzers", "Vilnius paid for 18 of the 54 howitzers.", id="part-of-the-whole"),
        pytest.param("54 howitzers", "Vilnius paid for 18 of the 54 howitzers.", id="the-whole"),
    ],
)
def test_the_noun_is_found_behind_a_model_and_a_whole(value: str, text: str) -> None:
    assert claim(value, "quantity", text).verdict == Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("value", "verdict"),
    [
        pytest.param("18 obüs", Verdict.SUPPORTED, id="genitive"),
        pytest.param("3 tatbikat", Verdict.SUPPORTED, id="behind-a-noun-that-describes"),
        pytest.param("2 ortak", Verdict.SUPPORTED, id="such-a-noun-alone"),
        pytest.param("4 uçak", Verdict.SUPPORTED, id="ablative"),
        pytest.param("4 obüs", Verdict.CONTRADICTED, id="another-noun"),
    ],
)
def test_a_turkish_part_is_counted_in_the_noun_of_its_whole(value: str, verdict: Verdict) -> None:
    text = "Ordu 54 obüsün 18'ini, uçaklardan 4'ünü aldı. Üç ortak tatbikat yapıldı. İki ortak anlaştı."
    assert check_claim(Claim(id="1", text=text, kind="quantity", value=value, language="tr")).verdict == verdict


def test_a_bore_is_no_count_of_guns() -> None:
    text = "Gemilere 76 mm'lik topları Denizak verecek."
    verdicts = [
        check_claim(Claim(id="1", text=text, kind="quantity", value=value, language="tr")).verdict
        for value in ("76 top", "76 mm")
    ]
    assert verdicts == [Verdict.NOT_FOUND, Verdict.SUPPORTED]


def test_an_amount_is_found_among_many() -> None:
    text = ENGLISH + "\n\n" + " ".join(f"Yard {n} sold {n + 2000} lamps for ${n + 3000}." for n in range(10, 400))
    assert claim("$1.3 billion", "amount", text).verdict is Verdict.SUPPORTED
    assert claim("$2,600", "amount", text).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param("1.250 çalışan", "Tersanenin bin 250 çalışanı var.", id="participle-as-noun"),
        pytest.param("40 uçak", "Filonun 40 uçağı onarıldı.", id="harmony-of-printed-letters"),
        pytest.param("300 asker", "Kışla 300 askeri eğitti.", id="accusative-that-looks-like-an-adjective"),
        pytest.param("20 araç", "Depoda 20 askerî araç duruyor.", id="adjective-with-circumflex"),
    ],
)
def test_a_turkish_noun_is_counted_in_its_own_ending(value: str, text: str) -> None:
    found = check_claim(Claim(id="", text=text, kind="quantity", value=value, language="tr"))
    assert found.verdict is Verdict.SUPPORTED, found.reason
