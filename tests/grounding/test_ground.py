"""Verdicts, field type by field type: what is there is found, what is not there never passes."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

import pytest

from communique.article import Article, Language
from communique.drafts import Draft, DraftValue, Proposed
from communique.events import ArmsDeal, Event, Group, Party
from communique.extractor import annotated_article
from communique.fields import Amount, Country, Name, Phrase, Place, Quantity, Quote, When
from communique.grounded import likeness
from communique.grounding.ground import ground
from communique.verdicts import Check, Policy, Tier, Verdict

TEXT = (
    "Turkish Defence Minister Cemil Aksoy met Gen. Haroon Yusuf in Rawalpindi on Thursday. "
    "Aksoy offered 36 armed drones worth $1.3 billion and stayed until Friday.\n\n"
    "“We will not sign today, and we are in no hurry at all. Patience is a virtue,” Yusuf said in Karachi.\n\n"
    "In May 2019, Denizak sold eight frigates to Qatar for €200 million.\n\n"
    "Lt. Bilal Khan and Maj. Omar Khan watched. Khan smiled.\n\n"
    "Read more: Selim Tarhan visits Lahore"
)
ARTICLE = annotated_article(Article(text=TEXT, published=date(2026, 2, 13), language="en"))
TURKISH = annotated_article(
    Article(
        text="Savunma Bakanı Cemil Aksoy, Karaçi’de Orgeneral Harun Yusuf ile görüştü. Aksoy’un ziyareti kısa sürdü.",
        published=date(2026, 2, 13),
        language="tr",
    )
)


class Everything(Event):
    """An event with a field of every type."""

    kind: ClassVar[str] = "everything"
    name: Name | None = None
    country: Country | None = None
    when: When | None = None
    place: Place | None = None
    phrase: Phrase | None = None
    quote: Quote | None = None
    amount: Amount | None = None
    quantity: Quantity | None = None
    parties: tuple[Party, ...] = ()


def checked(field: str, words: str, *, evidence: tuple[int, ...] = (1, 2), article: Any = ARTICLE) -> Check:
    draft = Draft(Everything, evidence, {field: Proposed(words)})
    (check,) = ground(draft, article, Policy()).checks
    if check.span is not None and check.verdict.asserted:
        assert check.span.of(article.text)
    return check


@pytest.mark.parametrize(
    ("words", "verdict", "value", "tier"),
    [
        pytest.param("Cemil Aksoy", Verdict.SUPPORTED, "Cemil Aksoy", Tier.VERBATIM, id="verbatim"),
        pytest.param("CEMIL AKSOY", Verdict.SUPPORTED, "Cemil Aksoy", Tier.CASE, id="case"),
        pytest.param("Cemil Aksöy", Verdict.SUPPORTED, "Cemil Aksoy", Tier.ACCENT, id="accent"),
        pytest.param("Gen. Haroon Yusuf", Verdict.SUPPORTED, "Haroon Yusuf", Tier.TITLE, id="title"),
        pytest.param("Aksoy", Verdict.SUPPORTED, "Cemil Aksoy", Tier.VERBATIM, id="surname-gives-the-full-form"),
        pytest.param("Cemil Yusuf", Verdict.NOT_FOUND, None, None, id="mixture-of-two"),
        pytest.param("Haroon", Verdict.SUPPORTED, "Haroon Yusuf", Tier.VERBATIM, id="part-of-one-name"),
        pytest.param("Selim Tarhan", Verdict.MISPLACED, "Selim Tarhan", None, id="only-in-boilerplate"),
        pytest.param("Denizak", Verdict.MISPLACED, "Denizak", None, id="elsewhere"),
        pytest.param("Cemal Aksoy", Verdict.NOT_FOUND, None, None, id="one-letter-off"),
    ],
)
def test_names(words: str, verdict: Verdict, value: str | None, tier: Tier | None) -> None:
    check = checked("name", words)
    assert (check.verdict, check.value, check.tier) == (verdict, value, tier)


def test_a_name_coreferent_with_one_in_the_evidence_is_supported() -> None:
    check = checked("name", "Haroon Yusuf", evidence=(3,))
    assert (check.verdict, check.tier) == (Verdict.SUPPORTED, Tier.ALIAS)


def test_a_surname_of_two_people_is_ambiguous() -> None:
    check = checked("name", "Khan", evidence=(6,))
    assert check.verdict is Verdict.AMBIGUOUS
    assert check.found == "Bilal Khan and Omar Khan"


@pytest.mark.parametrize(
    ("words", "tier"),
    [pytest.param("Cemil Aksoy", Tier.VERBATIM, id="bare"), pytest.param("Harun Yusuf", Tier.VERBATIM, id="titled")],
)
def test_turkish_names(words: str, tier: Tier) -> None:
    check = checked("name", words, evidence=(1,), article=TURKISH)
    assert (check.verdict, check.tier) == (Verdict.SUPPORTED, tier)


@pytest.mark.parametrize(
    ("words", "verdict", "value", "tier"),
    [
        pytest.param("on Thursday", Verdict.INFERRED, "2026-02-12", Tier.VERBATIM, id="words"),
        pytest.param("Thursday", Verdict.INFERRED, "2026-02-12", Tier.VERBATIM, id="part-of-the-words"),
        pytest.param("2026-02-12", Verdict.INFERRED, "2026-02-12", Tier.EQUAL, id="value"),
        pytest.param("May 2019", Verdict.MISPLACED, "May 2019", None, id="elsewhere"),
        pytest.param("2026-02-11", Verdict.NOT_FOUND, None, None, id="another-day"),
        pytest.param("last spring", Verdict.NOT_FOUND, None, None, id="invented"),
    ],
)
def test_dates(words: str, verdict: Verdict, value: str | None, tier: Tier | None) -> None:
    check = checked("when", words)
    assert check.verdict is verdict
    assert check.tier is tier
    if verdict.asserted:
        assert check.value == value


def test_a_date_that_needs_no_anchor_is_supported() -> None:
    check = checked("when", "May 2019", evidence=(4,))
    assert (check.verdict, check.value, check.rule) == (Verdict.SUPPORTED, "2019-05", None)


@pytest.mark.parametrize(
    ("words", "verdict", "tier"),
    [
        pytest.param("We will not sign today", Verdict.SUPPORTED, Tier.VERBATIM, id="verbatim"),
        pytest.param('"We will not sign today"', Verdict.SUPPORTED, Tier.VERBATIM, id="marks"),
        pytest.param("“We will not sign today.”", Verdict.SUPPORTED, Tier.VERBATIM, id="a-stop-of-ones-own"),
        pytest.param("We will not sign today … Patience is a virtue", Verdict.SUPPORTED, Tier.ELLIPSIS, id="ellipsis"),
        pytest.param("Patience is a virtue … We will not sign", Verdict.NOT_FOUND, None, id="ellipsis-out-of-order"),
        pytest.param("We will sign today", Verdict.CONTRADICTED, None, id="negation-dropped"),
        pytest.param("We will not sign tomorrow", Verdict.CONTRADICTED, None, id="word-changed"),
        pytest.param("The moon is made of cheese", Verdict.NOT_FOUND, None, id="invented"),
        pytest.param("In a hurry", Verdict.NOT_FOUND, None, id="too-few-words-to-align"),
    ],
)
def test_quotes(words: str, verdict: Verdict, tier: Tier | None) -> None:
    check = checked("quote", words, evidence=(3,))
    assert (check.verdict, check.tier) == (verdict, tier)


def test_an_ellipsis_away_from_the_evidence_is_misplaced() -> None:
    assert checked("quote", "We will not sign … a virtue", evidence=()).verdict is Verdict.MISPLACED


@pytest.mark.parametrize(
    ("field", "words", "verdict", "value"),
    [
        pytest.param("amount", "$1.3 billion", Verdict.SUPPORTED, 1.3e9, id="words"),
        pytest.param("amount", "1300000000 USD", Verdict.SUPPORTED, 1.3e9, id="another-writing"),
        pytest.param("amount", "$1.8 billion", Verdict.CONTRADICTED, None, id="another-digit"),
        pytest.param("amount", "$1.3 million", Verdict.CONTRADICTED, None, id="another-scale"),
        pytest.param("amount", "€1.3 billion", Verdict.CONTRADICTED, None, id="another-currency"),
        pytest.param("amount", "€200 million", Verdict.MISPLACED, None, id="of-another-deal"),
        pytest.param("amount", "a fair price", Verdict.NOT_FOUND, None, id="no-amount"),
        pytest.param("quantity", "36 armed drones", Verdict.SUPPORTED, 36, id="count"),
        pytest.param("quantity", "36 drones", Verdict.SUPPORTED, 36, id="count-with-its-head-noun"),
        pytest.param("quantity", "40 drones", Verdict.CONTRADICTED, None, id="another-count"),
        pytest.param("quantity", "36 tanks", Verdict.NOT_FOUND, None, id="another-noun"),
    ],
)
def test_amounts(field: str, words: str, verdict: Verdict, value: float | None) -> None:
    check = checked(field, words)
    assert check.verdict is verdict, check.reason
    if verdict.asserted:
        assert check.value == value
    if verdict is Verdict.CONTRADICTED:
        assert check.found in ("$1.3 billion", "36 armed drones")


@pytest.mark.parametrize(
    ("field", "words", "verdict", "value"),
    [
        pytest.param("place", "Rawalpindi", Verdict.SUPPORTED, "Rawalpindi", id="place"),
        pytest.param("place", "Karachi", Verdict.MISPLACED, "Karachi", id="place-elsewhere"),
        pytest.param("place", "Lahore", Verdict.MISPLACED, "Lahore", id="place-in-boilerplate"),
        pytest.param("place", "Paris", Verdict.NOT_FOUND, None, id="no-place"),
        pytest.param("phrase", "armed drones", Verdict.SUPPORTED, "armed drones", id="phrase"),
        pytest.param("phrase", "was a success", Verdict.NOT_FOUND, None, id="no-phrase"),
        pytest.param("country", "Türkiye", Verdict.INFERRED, "TUR", id="country-by-adjective"),
        pytest.param("country", "Qatar", Verdict.MISPLACED, "Qatar", id="country-elsewhere"),
        pytest.param("country", "France", Verdict.NOT_FOUND, None, id="no-country"),
        pytest.param("country", "Atlantis", Verdict.NOT_FOUND, None, id="no-such-country"),
    ],
)
def test_words_and_countries(field: str, words: str, verdict: Verdict, value: str | None) -> None:
    check = checked(field, words)
    assert (check.verdict, check.value) == (verdict, value)


def test_a_country_named_outright_is_supported() -> None:
    assert checked("country", "Qatar", evidence=(4,)).verdict is Verdict.SUPPORTED


def test_a_turkish_place_is_found_without_its_suffix() -> None:
    assert checked("place", "Karaçi", evidence=(1,), article=TURKISH).verdict is Verdict.SUPPORTED


def parties(*people: Mapping[str, DraftValue]) -> Draft:
    return Draft(Everything, (1, 2), {"parties": people})


def test_one_bearer_is_listed_once() -> None:
    draft = parties({"name": Proposed("Cemil Aksoy")}, {"name": Proposed("Aksoy")}, {"name": Proposed("Haroon Yusuf")})
    grounded = ground(draft, ARTICLE, Policy())
    assert isinstance(grounded.event, Everything)
    assert [likeness(party) for party in grounded.event.parties] == ["cemil aksoy", "haroon yusuf"]
    assert [check.path for check in grounded.checks if check.path.endswith("/name")] == [
        "/parties/0/name",
        "/parties/1/name",
    ]


def test_a_refused_item_has_no_index() -> None:
    grounded = ground(parties({"name": Proposed("Nobody Known")}, {"name": Proposed("Cemil Aksoy")}), ARTICLE, Policy())
    assert [check.path for check in grounded.checks][:2] == ["/parties/-/name", "/parties/0/name"]
    assert isinstance(grounded.event, Everything)
    assert len(grounded.event.parties) == 1


def test_role_and_country_come_from_beside_the_name() -> None:
    grounded = ground(parties({"name": Proposed("Cemil Aksoy")}), ARTICLE, Policy())
    assert isinstance(grounded.event, Everything)
    (party,) = grounded.event.parties
    assert party.role is not None
    assert "Defence Minister" in party.role.value
    assert party.country is not None
    assert party.country.value == "TUR"
    assert {check.rule for check in grounded.checks if check.path.endswith("/country")} == {"apposition"}


@pytest.mark.parametrize(
    ("language", "told", "code"),
    [
        pytest.param("en", "Italy's Denizak Marine is proud.", "ITA", id="possessive"),
        pytest.param("en", "The order is the largest of Denizak Marine, a Norwegian yard.", "NOR", id="apposition"),
        pytest.param("en", "Denizak Marine is proud. The Finnish firm has 40 workers.", "FIN", id="the-firm"),
        pytest.param("en", "Italy praised Denizak Marine.", None, id="somebody-else's"),
        pytest.param("tr", "Peru'nun önde gelen üreticilerinden Denizak Marine sevinçli.", "PER", id="turkish"),
        pytest.param("tr", "Peru'nun Denizak Marine ile arası iyi.", None, id="turkish-somebody-else's"),
    ],
)
def test_a_firms_country_is_found_wherever_it_is_told(language: Language, told: str, code: str | None) -> None:
    text = f"Denizak Marine sold two boats.\n\n{told}"
    draft = Draft(ArmsDeal, (1,), {"supplier": ({"name": Proposed("Denizak Marine")},)})
    event = ground(draft, annotated_article(Article(text=text, language=language)), Policy()).event
    assert isinstance(event, ArmsDeal)
    (supplier,) = event.supplier
    assert (supplier.country and supplier.country.value) == code


def test_an_event_without_evidence_is_not_accepted() -> None:
    grounded = ground(Draft(Everything, (), {"name": Proposed("Cemil Aksoy")}), ARTICLE, Policy())
    assert grounded.fault == "no evidence sentence was given"


def test_values_of_another_shape_are_left_out() -> None:
    grounded = ground(Draft(Everything, (1,), {"name": {"name": Proposed("Cemil Aksoy")}}), ARTICLE, Policy())
    assert grounded.event == Everything()


def test_a_group_without_values_is_none() -> None:
    grounded = ground(parties({"name": Proposed("Nobody")}), ARTICLE, Policy())
    assert grounded.event == Everything()
    assert likeness(Group()) == repr(Group())
