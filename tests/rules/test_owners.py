"""Whose programme a sentence tells of."""

from collections.abc import Mapping

import pytest

from communique.article import Article
from communique.drafts import Proposed
from communique.events import MeetingEvent
from communique.extractor import annotated_article
from communique.forms import SentenceForm
from communique.proposing import propose

PROGRAMME = "programme includes meetings with Prime Minister Lino Ferro and Admiral Joe Reed."


@pytest.mark.parametrize(
    ("before", "whose", "parties"),
    [
        pytest.param("Ada Kent is in Lima.", "Her", ["Ada Kent", "Lino Ferro", "Joe Reed"], id="hers"),
        pytest.param(
            "Ministers Ada Kent and Veli Reis were seen off by Tom Hill.",
            "Their",
            ["Ada Kent", "Veli Reis", "Lino Ferro", "Joe Reed"],
            id="theirs",
        ),
        pytest.param("Ada Kent thanked Tom Hill.", "Her", None, id="of-two"),
        pytest.param("Ada Kent thanked Tom Hill.", "Their", None, id="no-pair"),
        pytest.param("The port is old.", "Their", None, id="of-nobody"),
    ],
)
def test_the_owner_meets_whom_the_programme_names(before: str, whose: str, parties: list[str] | None) -> None:
    """Where the owner is not certain there is no meeting: those named would meet each other."""
    article = annotated_article(Article(text=f"{before} {whose} {PROGRAMME}", language="en"))
    forms = [one for one in propose(article, (MeetingEvent,), "sentence") if isinstance(one, SentenceForm)]
    told = [form.given["participants"] for form in forms if 2 in form.focus]
    assert told == [] if parties is None else [_names(members) for members in told] == [parties]


def _names(members: object) -> list[str]:
    assert isinstance(members, tuple)
    found = [member.get("name") for member in members if isinstance(member, Mapping)]
    return [one.text for one in found if isinstance(one, Proposed)]
