"""A deal that is told over several sentences."""

from datetime import date

import pytest

from communique.article import Article, Language
from communique.drafts import Proposed
from communique.events import ArmsDeal, MeetingEvent
from communique.extractor import annotated_article
from communique.forms import SentenceForm
from communique.proposing import propose
from communique.rules.continuing import continued
from communique.rules.cues import cues_of
from communique.rules.settling import settle


@pytest.mark.parametrize(
    ("language", "behind", "many"),
    [
        pytest.param("en", "The contract is worth $9 million.", 1, id="the-contract"),
        pytest.param("en", "The deal is big. Deliveries begin in 2028.", 2, id="two-sentences"),
        pytest.param("en", "The deal was signed by Chile.", 0, id="somebody-new"),
        pytest.param(
            "en",
            '"We have waited for them for years and we need them now," he said. The deal is big.',
            1,
            id="words-between",
        ),
        pytest.param("en", "The deal was financed by Denizak Bank.", 1, id="an-onlooker"),
        pytest.param("en", "The vessels will join the Peruvian Navy.", 1, id="a-part-of-its-state"),
        pytest.param("en", "This project will be finished with deliveries in 2028.", 1, id="this-project"),
        pytest.param("en", "It is also in talks with Spain on radars.", 0, id="another-step-for-other-things"),
        pytest.param("en", "The two leaders met.", 0, id="others-who-are-two"),
        pytest.param(
            "en", "Critics call it a waste. The deal is worth $9 million.", 1, id="the-deal-after-others'-views"
        ),
        pytest.param("en", "Critics call it a waste. It is worth $9 million.", 0, id="something-between"),
        pytest.param("en", "The contract is for 30 cutters.", 0, id="more-of-them"),
        pytest.param("en", "Rain fell.\n\nDeliveries run from 2028 to 2031.", 1, id="deliveries-farther-on"),
        pytest.param("en", "Rain fell.\n\nThe first cutter is due in 2028.", 1, id="its-thing-farther-on"),
        pytest.param("en", "Rain fell.\n\nThe first tank is due in 2028.", 0, id="another-thing-farther-on"),
        pytest.param("en", "Chile bought six tanks.\n\nDeliveries run to 2031.", 0, id="another-deal-between"),
        pytest.param("tr", "Yağmur yağdı. Teslimatlar 2028'de başlayacak.", 1, id="teslimatlar-farther-on"),
        pytest.param("en", "The first vessel was delivered on Monday.", 0, id="a-further-fact"),
        pytest.param("tr", "Sözleşmenin bedeli 9 milyon dolar.", 1, id="sozlesmenin"),
        pytest.param("tr", "Kalan botların teslimatı 2028'de bitecek.", 1, id="kalan"),
    ],
)
def test_sentences_that_go_on_telling_of_it_belong_to_it(language: Language, behind: str, many: int) -> None:
    first = "Peru ordered nine cutters from Spain." if language == "en" else "Peru, İspanya'dan dokuz bot sipariş etti."
    article = annotated_article(Article(text=f"{first} {behind}", language=language))
    cues = cues_of(ArmsDeal, language)
    assert cues is not None
    assert len(continued(article, ArmsDeal, cues, article.numbered[1])) == many


@pytest.mark.parametrize(
    ("language", "text", "things"),
    [
        pytest.param(
            "en",
            "Cantero has signed a contract with Peru. The contract covers nine cutters.",
            ["cutters"],
            id="contract",
        ),
        pytest.param("en", "Cantero has signed a contract with Peru. The contract covers much.", [], id="no-thing"),
        pytest.param("en", "Cantero's chief met Peru's envoy. The contract covers nine cutters.", [], id="no-deed"),
        pytest.param(
            "tr",
            "İspanyol Cantero, Peru Savunma Bakanlığı'ndan sipariş aldı. Sipariş dokuz botu kapsıyor.",
            ["botu"],
            id="siparis",
        ),
    ],
)
def test_what_is_bought_may_be_told_in_the_next_sentence(language: Language, text: str, things: list[str]) -> None:
    forms = propose(annotated_article(Article(text=text, language=language)), (ArmsDeal,), "sentence")
    given = [form.given["description"] for form in forms if isinstance(form, SentenceForm) and len(form.given) > 2]
    assert [thing.text for thing in given if isinstance(thing, Proposed)] == things


@pytest.mark.parametrize(
    ("language", "first", "behind", "many"),
    [
        pytest.param("en", "Peru ordered nine cutters.", "The vessels will be built by Navalia Marine.", 1, id="open"),
        pytest.param(
            "en", "Peru ordered cutters from Navalia Marine.", "The deal binds Peru and Navalia.", 1, id="short-name"
        ),
        pytest.param("en", "Peru ordered nine cutters.", "The vessels rival those built for Chile.", 0, id="held"),
        pytest.param(
            "tr", "Peru dokuz bot sipariş etti.", "Gemiler Denizci Tersanesi tarafından inşa edilecek.", 1, id="turkish"
        ),
    ],
)
def test_they_may_name_who_stands_at_an_end_that_is_open(
    language: Language, first: str, behind: str, many: int
) -> None:
    article = annotated_article(Article(text=f"{first} {behind}", language=language))
    cues = cues_of(ArmsDeal, language)
    assert cues is not None
    assert len(continued(article, ArmsDeal, cues, article.numbered[1])) == many


def test_what_they_tell_fills_one_form() -> None:
    text = (
        "Peru signed a contract with Navalia Marine for nine cutters, the navy said on Tuesday. The contract, worth $9 "
        "million, was signed on 3 March. Deliveries will begin in 2028."
    )
    article = annotated_article(Article(text=text, language="en", published=date(2026, 3, 11)))
    (form,) = (settle(form) for form in propose(article, (ArmsDeal,), "sentence"))
    assert isinstance(form, SentenceForm)
    assert form.focus == (1, 2, 3)
    told = {name: getattr(value, "text", None) for name, value in form.given.items()}
    assert told["amount"] == "$9 million"
    assert told["date"] == "on 3 March"
    deliveries = form.given["deliveries"]
    assert isinstance(deliveries, tuple)
    assert [getattr(value, "text", None) for value in deliveries] == ["2028"]
    assert form.is_decided


@pytest.mark.parametrize(
    ("behind", "many"),
    [
        pytest.param("The meeting lasted long.\n\nDuring the talks, tea was served.", 2, id="a-paragraph-each"),
        pytest.param("Ada Kent praised the port.\n\nThe meeting was attended by Lino Ferro.", 1, id="a-party-between"),
        pytest.param("Omar Rana praised the port.\n\nThe meeting was attended by Lino Ferro.", 0, id="another-between"),
        pytest.param("Lino Ferro also took part in the dinner meeting.", 1, id="who-also-took-part"),
        pytest.param("Lino Ferro also took part in a regatta.", 0, id="who-took-part-in-something-else"),
        pytest.param("Attending the meeting were Lino Ferro and Omar Rana.", 1, id="attending-it"),
    ],
)
def test_sentences_go_on_telling_of_a_meeting(behind: str, many: int) -> None:
    article = annotated_article(Article(text=f"Ada Kent met Veli Aydin in Doha.\n\n{behind}", language="en"))
    cues = cues_of(MeetingEvent, "en")
    assert cues is not None
    assert len(continued(article, MeetingEvent, cues, article.numbered[1])) == many
