"""What the article names only to say that it was another is contradicted; other negations deny no value."""

import pytest

from communique.claims import Claim, ClaimKind, check_claim
from communique.verdicts import Verdict


def verdict(text: str, kind: ClaimKind, value: str) -> Verdict:
    language = "tr" if any(letter in text for letter in "ğışçöü") else "en"
    claim = Claim.model_validate(
        {"id": "1", "text": text, "kind": kind, "value": value, "language": language, "published": "2026-02-13"}
    )
    return check_claim(claim).verdict


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        pytest.param("They bought three tugs, not two.", "quantity", "two tugs", id="number"),
        pytest.param("They bought three tugs instead of two tugs.", "quantity", "two tugs", id="instead-of"),
        pytest.param("The yard asks $3 million, not $2 million.", "amount", "$2 million", id="money"),
        pytest.param("They met not in Aksaz but in Izmir.", "place", "Aksaz", id="place"),
        pytest.param("They met on Monday rather than on Friday.", "date", "Friday", id="date"),
        pytest.param("Beş römorkör yerine altı römorkör alındı.", "quantity", "5 römorkör", id="turkish-yerine"),
        pytest.param("Heyet Aksaz'da değil İzmir'de ağırlandı.", "place", "Aksaz", id="turkish-place"),
        pytest.param("Görüşme cuma günü değil pazartesi yapıldı.", "date", "cuma", id="turkish-date"),
    ],
)
def test_a_value_that_is_denied_is_contradicted(text: str, kind: ClaimKind, value: str) -> None:
    assert verdict(text, kind, value) == Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        pytest.param("It could not on Friday confirm the sale.", "date", "Friday", id="a-deed"),
        pytest.param("Talks will not end until Friday.", "date", "Friday", id="until"),
        pytest.param("They sold hundreds, if not 2,000 shells.", "quantity", "2,000 shells", id="if-not"),
        pytest.param("They sold not only 300 shells.", "quantity", "300 shells", id="not-only"),
        pytest.param("They met in Aksaz, not Izmir. Aksaz is a port; Izmir, too.", "place", "Izmir", id="said-again"),
        pytest.param("Heyet yalnızca Aksaz'da değil İzmir'de de ağırlandı.", "place", "Aksaz", id="turkish-not-only"),
        pytest.param("Aksaz yerine getirilen sözleri açıkladı.", "place", "Aksaz", id="turkish-to-keep-a-word"),
    ],
)
def test_a_value_that_is_not_denied_stays(text: str, kind: ClaimKind, value: str) -> None:
    assert verdict(text, kind, value) in (Verdict.SUPPORTED, Verdict.INFERRED)
