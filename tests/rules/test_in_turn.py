"""One who meets others in turn, each at a place or on a day of its own."""

from collections.abc import Mapping
from datetime import date

import pytest

from communique.article import Article, Language
from communique.drafts import DraftValue, Proposed
from communique.events import MeetingEvent
from communique.extractor import annotated_article
from communique.forms import SentenceForm
from communique.proposing import propose
from communique.rules.settling import settle

Told = tuple[list[str], str | None, str | None]


def _told(text: str, language: Language) -> list[Told]:
    """The parties, the day and the place of each meeting."""
    article = annotated_article(Article(text=text, language=language, published=date(2021, 6, 10)))
    forms = [settle(form) for form in propose(article, (MeetingEvent,), "sentence")]
    return [
        (_parties(form), _words(form.given.get("date")), _words(form.given.get("place")))
        for form in forms
        if isinstance(form, SentenceForm)
    ]


def _parties(form: SentenceForm) -> list[str]:
    members = form.given["participants"]
    assert isinstance(members, tuple)
    return [_words(one.get("name")) or "" for one in members if isinstance(one, Mapping)]


def _words(value: DraftValue | None) -> str | None:
    return value.text if isinstance(value, Proposed) else None


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        pytest.param(
            "en",
            "Ada Kent met Veli Aydin in Lima on Monday and Lino Ferro in Cusco on Tuesday.",
            [
                (["Ada Kent", "Veli Aydin"], "on Monday", "Lima"),
                (["Ada Kent", "Lino Ferro"], "on Tuesday", "Cusco"),
            ],
            id="each-with-both",
        ),
        pytest.param(
            "en",
            "On Monday Ada Kent held talks with Veli Aydin in Lima and with Lino Ferro in Cusco.",
            [
                (["Ada Kent", "Veli Aydin"], "On Monday", "Lima"),
                (["Ada Kent", "Lino Ferro"], "On Monday", "Cusco"),
            ],
            id="one-day-for-both",
        ),
        pytest.param(
            "en",
            "Ada Kent met Veli Aydin and Lino Ferro in Lima on Monday.",
            [(["Ada Kent", "Veli Aydin", "Lino Ferro"], "on Monday", "Lima")],
            id="one-meeting",
        ),
        pytest.param(
            "en",
            "In Lima, Ada Kent met Veli Aydin and Lino Ferro on Monday.",
            [(["Ada Kent", "Veli Aydin", "Lino Ferro"], "on Monday", "Lima")],
            id="place-first",
        ),
        pytest.param(
            "tr",
            "Ada Kent pazartesi günü Lima'da Veli Aydın ile, salı günü Roma'da Lino Ferro ile görüştü.",
            [
                (["Ada Kent", "Veli Aydın"], "pazartesi günü", "Lima"),
                (["Ada Kent", "Lino Ferro"], "salı günü", "Roma"),
            ],
            id="turkish",
        ),
        pytest.param(
            "tr",
            "Ada Kent pazartesi günü Lima'da Veli Aydın'la, Roma'da da Lino Ferro'yla görüştü.",
            [
                (["Ada Kent", "Veli Aydın"], "pazartesi günü", "Lima"),
                (["Ada Kent", "Lino Ferro"], "pazartesi günü", "Roma"),
            ],
            id="turkish-one-day-for-both",
        ),
        pytest.param(
            "tr",
            "Ada Kent pazartesi günü Lima'da Veli Aydın ve Lino Ferro ile görüştü.",
            [(["Ada Kent", "Veli Aydın", "Lino Ferro"], "pazartesi günü", "Lima")],
            id="turkish-one-meeting",
        ),
    ],
)
def test_each_turn_is_a_meeting_of_its_own(language: Language, text: str, told: list[Told]) -> None:
    assert _told(text, language) == told
