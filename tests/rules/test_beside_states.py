"""Firms that join their state at an end."""

from collections.abc import Mapping
from typing import Any

import pytest

from communique.article import Article
from communique.events import ArmsDeal
from communique.extractor import annotated_article
from communique.forms import SentenceForm
from communique.proposing import propose


def _suppliers(text: str) -> list[list[str]]:
    forms = propose(annotated_article(Article(text=text, language="en")), (ArmsDeal,), "sentence")
    given: list[Any] = [form.given.get("supplier", ()) for form in forms if isinstance(form, SentenceForm)]
    return [[_named(member) for member in members] for members in given]


def _named(member: Any) -> str:
    assert isinstance(member, Mapping)
    return " · ".join(value.text for value in member.values())


@pytest.mark.parametrize(
    ("text", "suppliers"),
    [
        pytest.param(
            "Spain will sell nine cutters to Peru. The ships are being built by Navalia Marine.",
            [["Spain · Spain", "Navalia Marine"]],
            id="beside-its-state",
        ),
        pytest.param(
            "Peru shelved the purchase of nine Spanish cutters. The contract with Navalia Marine was signed in 2017.",
            [["Navalia Marine"]],
            id="for-an-adjective",
        ),
        pytest.param(
            "Navalia Marine will sell nine cutters to Peru. The ships rival those built by Aquila Motors.",
            [["Navalia Marine"]],
            id="beside-no-firm",
        ),
    ],
)
def test_a_firm_that_is_told_of_then_joins_the_state_but_no_other_firm(text: str, suppliers: list[list[str]]) -> None:
    assert _suppliers(text) == suppliers
