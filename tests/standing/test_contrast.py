"""Who is named only to say that it was another."""

import pytest

from communique.article import Article, Language
from communique.drafts import Proposed
from communique.events import ArmsDeal, MeetingEvent
from communique.extractor import annotated_article
from communique.proposing import propose
from communique.rules.settling import settle
from communique.spans import Span
from communique.standing.contrast import is_excluded


@pytest.mark.parametrize(
    ("language", "text", "words", "excluded"),
    [
        pytest.param("en", "Ada Kent met Lino Ferro, not Veli Aydin.", "Veli Aydin", True, id="not"),
        pytest.param("en", "Ada Kent met Lino Ferro, not Veli Aydin.", "Lino Ferro", False, id="who-was"),
        pytest.param("en", "Instead of meeting Veli Aydin, she left.", "Veli Aydin", True, id="instead-of"),
        pytest.param("en", "She did not Veli Aydin see.", "Veli Aydin", False, id="an-auxiliary"),
        pytest.param("tr", "Veli Aydın ile değil Lino Ferro ile görüştü.", "Veli Aydın", True, id="ile-değil"),
        pytest.param("tr", "Yalnızca Veli Aydın değil Lino Ferro da geldi.", "Veli Aydın", False, id="not-only"),
    ],
)
def test_the_words_beside_it_deny_it(language: Language, text: str, words: str, excluded: bool) -> None:  # noqa: FBT001 - what is expected
    start = text.index(words)
    assert is_excluded(text, language, Span(start, start + len(words))) is excluded


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        pytest.param(
            "en", "Ada Kent met General Lino Ferro, not Admiral Veli Aydin.", ["Ada Kent", "Lino Ferro"], id="en"
        ),
        pytest.param(
            "tr", "Ada Kent, Veli Aydın ile değil Lino Ferro ile görüştü.", ["Ada Kent", "Lino Ferro"], id="tr"
        ),
    ],
)
def test_they_take_no_part(language: Language, text: str, parties: list[str]) -> None:
    (form,) = propose(annotated_article(Article(text=text, language=language)), (MeetingEvent,), "sentence")
    assert _names(getattr(settle(form), "given", {})["participants"]) == parties


def test_they_sell_nothing() -> None:
    text = "Peru bought tanks not from Denizak but from Kestrel Land."
    (form,) = propose(annotated_article(Article(text=text, language="en")), (ArmsDeal,), "sentence")
    assert _names(getattr(settle(form), "given", {})["supplier"]) == ["Kestrel Land"]


def _names(members: object) -> list[str]:
    assert isinstance(members, tuple)
    found = (member.get("name") or member.get("country") for member in members)
    return [one.text for one in found if isinstance(one, Proposed)]
