"""Field values carry their words, or none at all."""

import pytest
from pydantic import ValidationError

from communique.fields import Amount, Country, Name
from communique.spans import Span


def test_a_value_knows_its_span() -> None:
    assert Name(text="Aksoy", start=3, end=8, value="Aksoy").span == Span(3, 8)


def test_an_inferred_value_may_have_no_words() -> None:
    assert Country(text=None, value="TUR").span is None


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param({"text": "Aksoy", "value": "Aksoy"}, id="words-without-place"),
        pytest.param({"text": None, "start": 1, "end": 2, "value": "Aksoy"}, id="place-without-words"),
        pytest.param({"text": "Aksoy", "start": 1, "value": "Aksoy"}, id="start-without-end"),
    ],
)
def test_words_and_place_come_together(broken: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="given together"):
        Name.model_validate(broken)


@pytest.mark.parametrize("code", [pytest.param("TR", id="alpha-2"), pytest.param("tur", id="lower-case")])
def test_a_country_is_alpha_3(code: str) -> None:
    with pytest.raises(ValidationError, match="pattern"):
        Country(text=None, value=code)


def test_a_currency_is_iso_4217() -> None:
    with pytest.raises(ValidationError, match="pattern"):
        Amount(text=None, value=1, currency="$")
