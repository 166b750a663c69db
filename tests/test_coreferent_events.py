"""Events told of people by reference only: the names are those that the text before proves."""

import json
from datetime import date

import pytest

from communique.article import Article, Language
from communique.completion import Prompt
from communique.events import MeetingEvent, Statement
from communique.extractor import Extractor
from communique.records import EventRecord
from communique.testing import FakeClient
from communique.verdicts import Tier

ENGLISH = (
    "Turkish Defence Minister Cemil Aksoy met Pakistani Army Chief Gen. Haroon Yusuf in Rawalpindi on Monday.\n\n"
    "The two officials met again in Karachi on Tuesday."
)
TURKISH = (
    "Türk Savunma Bakanı Cemil Aksoy, Pakistan Savunma Bakanı Bilal Rahmani ile pazartesi günü bir araya geldi.\n\n"
    "İki bakan salı günü Karaçi’de yeniden görüşecek."
)


def second(text: str, language: Language) -> EventRecord:
    """The second meeting, of which a fake model is asked nothing but what it cannot tell."""
    article = Article(text=text, published=date(2026, 2, 13), language=language)
    extractor = Extractor(client=FakeClient(_first), kinds=(MeetingEvent,), strategy="sentence")
    return extractor.extract(article).records[1]


def _first(prompt: Prompt) -> str:
    """A fake small model: the first two of a list, the first that is no way out."""
    asked = (prompt.schema or {})["properties"]
    lists = {name: each["items"].get("enum", [])[:2] for name, each in asked.items() if each["type"] == "array"}
    return json.dumps({**{name: each["enum"][1] for name, each in asked.items() if name not in lists}, **lists})


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        pytest.param(ENGLISH, "en", ["Cemil Aksoy", "Haroon Yusuf"], id="english"),
        pytest.param(TURKISH, "tr", ["Cemil Aksoy", "Bilal Rahmani"], id="turkish"),
    ],
)
def test_a_meeting_of_the_two_has_both_names(text: str, language: Language, names: list[str]) -> None:
    record = second(text, language)
    assert record.accepted
    assert isinstance(record.event, MeetingEvent)
    assert [party.name.value for party in record.event.participants if party.name] == names


def test_a_name_by_reference_is_told_as_such_where_the_words_stand() -> None:
    record = second(ENGLISH, "en")
    check = next(check for check in record.checks if check.path == "/participants/0/name")
    assert (check.rule, check.tier, check.value) == ("coreference", Tier.ALIAS, "Cemil Aksoy")
    assert check.span is not None
    assert check.span.of(ENGLISH) == "The two officials"


@pytest.mark.parametrize("words", ["the statement added", "it said"])
def test_a_body_speaks_again_by_its_statement(words: str) -> None:
    text = f"The Harbour Board said the yard would close.\n\nNobody came.\n\n“We sail at dawn,” {words}."
    extractor = Extractor(client=FakeClient(_first), kinds=(Statement,), strategy="sentence")
    *_, last = extractor.extract(Article(text=text, language="en")).records
    assert isinstance(last.event, Statement)
    assert last.event.speaker is not None
    assert last.event.speaker.name is not None
    assert (last.event.speaker.name.value, last.accepted) == ("Harbour Board", True)
    check = next(check for check in last.checks if check.path == "/speaker/name")
    assert (check.tier, check.span and check.span.of(text)) == (Tier.ALIAS, words.rsplit(maxsplit=1)[0])
