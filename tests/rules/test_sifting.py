"""What a form on a deal does not offer, because it stands for something else."""

from datetime import date

import pytest

from communique.article import Article, Language
from communique.drafts import Proposed
from communique.events import ArmsDeal
from communique.extractor import annotated_article
from communique.forms import SentenceForm
from communique.proposing import propose
from communique.rules.settling import settle


def _given(text: str, language: Language, field: str) -> str | None:
    article = annotated_article(
        Article(text=text, language=language, published=date(2026, 3, 11), published_from="given")
    )
    form = settle(propose(article, (ArmsDeal,), "sentence")[0])
    assert isinstance(form, SentenceForm)
    value = form.given.get(field)
    return value.text if isinstance(value, Proposed) else None


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        pytest.param("en", "Peru bought nine tanks from Spain in May 2024.", "May 2024", id="in-its-sentence"),
        pytest.param("en", "Peru bought nine tanks from Spain. It goes to the polls in May.", None, id="in-another"),
        pytest.param("en", "Peru bought nine tanks from Spain to use by May 2029.", None, id="to-come"),
        pytest.param(
            "en", "Peru bought nine tanks from Spain. The deal was signed in May 2024.", "May 2024", id="by-its-words"
        ),
        pytest.param("en", "Peru on Monday told reporters that Spain had sold it tanks.", None, id="of-another-clause"),
        pytest.param("en", "Peru bought tanks from Spain under a deal that dates from 2024.", "2024", id="of-the-deal"),
        pytest.param(
            "en", "Peru cancelled a 2022 contract for tanks with Spain on Monday.", "on Monday", id="its-year"
        ),
        pytest.param("en", "Peru took delivery of the tanks ordered in 2023 from Spain.", None, id="of-the-order"),
        pytest.param(
            "en", "Spain handed over the tanks to Peru at a ceremony on Monday.", "on Monday", id="a-ceremony"
        ),
        pytest.param(
            "en", "“Today we thank Spain for the nine tanks that it sold to Peru,” he said.", None, id="in-a-quotation"
        ),
        pytest.param("en", "On Monday a yard launched a corvette built by Spain for Peru.", None, id="of-a-launch"),
        pytest.param(
            "tr", "Peru, İspanya'dan dokuz tank aldı. Sözleşme dün imzalandı.", "dün", id="turkish-by-its-words"
        ),
    ],
)
def test_the_day_of_a_deal_stands_in_its_sentence_or_in_words_for_it(
    language: Language, text: str, when: str | None
) -> None:
    assert _given(text, language, "date") == when


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        pytest.param("en", "Peru bought nine tanks from Spain for three regions.", "nine tanks", id="things"),
        pytest.param("en", "Peru bought tanks from Spain for three regions.", None, id="no-things"),
        pytest.param("en", "Peru bought nine Toro 8x8 tanks from Spain.", "nine Toro 8x8 tanks", id="with-their-name"),
        pytest.param("en", "Peru bought 155mm artillery shells from Spain.", None, id="a-calibre"),
        pytest.param("en", "Peru received the last of nine tanks from Spain.", None, id="one-of-them-delivered"),
        pytest.param(
            "en", "Peru signed a contract with Spain, and saw the first of nine tanks.", "nine tanks", id="one-of-them"
        ),
        pytest.param("tr", "Peru, İspanya'dan aldığı 9 tankın ilkini teslim aldı.", None, id="turkish-one-delivered"),
        pytest.param("tr", "Peru, İspanya'dan 9 Toro savaş uçağı aldı.", "9 Toro savaş uçağı", id="turkish"),
    ],
)
def test_what_a_deal_counts_is_a_thing(language: Language, text: str, count: str | None) -> None:
    assert _given(text, language, "quantity") == count


def test_a_sum_told_in_another_currency_is_no_second_one() -> None:
    text = "Peru bought nine tanks from Spain. They cost 90 million pesos, or about $24 million."
    assert _given(text, "en", "amount") == "90 million pesos"


def test_the_name_of_another_thing_is_none_of_the_first() -> None:
    text = "Peru bought nine light jets from Spain and may replace its Toro fighters."
    assert _given(text, "en", "designation") is None


@pytest.mark.parametrize(
    ("language", "text", "is_offered"),
    [
        pytest.param("en", "Tanks were ordered in Spain in May.", False, id="a-place"),
        pytest.param("en", "Tanks were chosen in Spain's tender in May.", True, id="a-possessive"),
        pytest.param("tr", "Tank siparişi Madrid'de verildi.", False, id="turkish-locative"),
    ],
)
def test_a_country_in_which_something_happens_is_at_no_end(language: Language, text: str, *, is_offered: bool) -> None:
    article = annotated_article(Article(text=text, language=language))
    (form,) = propose(article, (ArmsDeal,), "sentence") or (None,)
    asked = {question.shape.name for question in form.questions} if isinstance(form, SentenceForm) else set()
    given = set(form.given) if isinstance(form, SentenceForm) else set()
    assert bool({"supplier", "recipient"} & (asked | given)) is is_offered


def test_a_member_of_unions_is_not_asked_for_as_them() -> None:
    text = "Türk yapımı bir dron ilk kez Avrupa Birliği ve NATO üyesi bir ülkeye ihraç edilecek."
    article = annotated_article(Article(text=text, language="tr"))
    forms = [form for form in propose(article, (ArmsDeal,), "sentence") if isinstance(form, SentenceForm)]
    asked = [question.shape.name for form in forms for question in form.questions if question.options]
    assert "recipient" not in asked
