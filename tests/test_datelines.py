"""What stands before a sentence to tell where it was sent from is no part of it."""

import pytest

from communique.datelines import behind_dateline


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        pytest.param("DOHA — Qatar has ordered tugs.", "Qatar has ordered tugs.", id="dash"),
        pytest.param("KUALA LUMPUR: Malaysia waits.", "Malaysia waits.", id="colon"),
        pytest.param("LAHORE - The minister left.", "The minister left.", id="hyphen"),
        pytest.param("LISBON, Dec. 3 (LusaWire) — The house met.", "The house met.", id="date-and-agency"),
        pytest.param("LIMA, 3 May 2024 — The house met.", "The house met.", id="day-with-its-year"),
        pytest.param(
            "LIMA, May 3, 2024 (LusaWire) — The house met.", "The house met.", id="american-day-with-its-year"
        ),
        pytest.param("LIMA, Peru, August 27. The house met.", "The house met.", id="full-stop"),
        pytest.param("İZMİR, 3 Mayıs 2024 – Bakan geldi.", "Bakan geldi.", id="turkish-day"),
        pytest.param("İZMİR (Ege Ajansı) - Bakan geldi.", "Bakan geldi.", id="turkish"),
        pytest.param("NATO met in Doha - it was warm.", "NATO met in Doha - it was warm.", id="an-acronym-that-acts"),
        pytest.param("Doha is warm: all agree.", "Doha is warm: all agree.", id="no-capitals"),
    ],
)
def test_a_sentence_begins_behind_its_dateline(sentence: str, rest: str) -> None:
    assert sentence[behind_dateline(sentence) :] == rest
