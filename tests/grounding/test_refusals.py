"""What speaks against an event as a whole: its evidence, whose words it has, and what its class needs."""

from datetime import date
from typing import Any

import pytest

from communique.article import Article, Language
from communique.drafts import Draft, DraftValue, Proposed
from communique.events import ArmsDeal, MeetingEvent, Statement
from communique.extractor import annotated_article
from communique.grounded import GroundedEvent
from communique.grounding.ground import ground
from communique.verdicts import Policy, Verdict

WORDS = (
    "Foreign Minister Ada Korkmaz said the port would stay open. “Nobody will be turned away,” she added. "
    "The harbour was quiet. Defence Minister Bilal Rahmani said nothing."
)
SIDEBAR = (
    "Foreign Minister Ada Korkmaz opened a school in Izmir.\n\nRead more: Selim Tarhan meets Bilal Rahmani in Lahore"
)


def read(event: Any, fields: dict[str, DraftValue], text: str, language: Language = "en") -> GroundedEvent:
    article = annotated_article(Article(text=text, published=date(2026, 2, 13), language=language))
    return ground(Draft(event, tuple(article.numbered), fields), article, Policy())


def statement(speaker: str, words: str) -> GroundedEvent:
    return read(Statement, {"speaker": {"name": Proposed(speaker)}, "quote": Proposed(words)}, WORDS)


@pytest.mark.parametrize(
    ("speaker", "words", "fault"),
    [
        pytest.param("Ada Korkmaz", "the port would stay open", None, id="reported"),
        pytest.param("Ada Korkmaz", "Nobody will be turned away", None, id="a-pronoun-says-it"),
        pytest.param("Bilal Rahmani", "Nobody will be turned away", "a speaker", id="another-one's-words"),
        pytest.param("Bilal Rahmani", "The harbour was quiet", "a speaker", id="the-narrator's-words"),
    ],
)
def test_words_belong_to_whom_the_article_has_say_them(speaker: str, words: str, fault: str | None) -> None:
    grounded = statement(speaker, words)
    assert (grounded.fault is None) is (fault is None)
    assert fault is None or fault in str(grounded.fault)


def test_a_refused_speaker_is_told_with_the_one_who_spoke() -> None:
    grounded = statement("Bilal Rahmani", "Nobody will be turned away")
    check = next(check for check in grounded.checks if check.path == "/speaker/name")
    assert (check.verdict, check.rule, check.found) == (Verdict.CONTRADICTED, "attribution", "Ada Korkmaz")


@pytest.mark.parametrize(
    ("text", "language", "accepted"),
    [
        pytest.param("Türkiye bought frigates from Denizak Ltd.", "en", True, id="bought"),
        pytest.param("Türkiye and Denizak Ltd signed a deal for frigates.", "en", True, id="a-deal-signed"),
        pytest.param("Türkiye talked to Denizak Ltd about cooperation on frigates.", "en", False, id="cooperation"),
        pytest.param("Türkiye, Denizak Havacılık’tan fırkateyn satın aldı.", "tr", True, id="turkish-bought"),
        pytest.param("Türkiye, fırkateyn alanında iş birliğini ele aldı.", "tr", False, id="turkish-cooperation"),
    ],
)
def test_talks_about_cooperation_are_no_deal(text: str, language: Language, accepted: bool) -> None:  # noqa: FBT001
    what = "fırkateyn" if language == "tr" else "frigates"
    grounded = read(
        ArmsDeal, {"recipient": ({"name": Proposed("Türkiye")},), "description": Proposed(what)}, text, language
    )
    assert (grounded.fault is None) is accepted
    assert accepted or grounded.fault == "no words of the evidence tell of arms deal"


def test_an_event_of_the_boilerplate_is_refused_with_that_reason() -> None:
    names = ({"name": Proposed("Selim Tarhan")}, {"name": Proposed("Bilal Rahmani")})
    grounded = read(MeetingEvent, {"participants": names}, SIDEBAR)
    assert grounded.fault is not None
    assert grounded.fault.endswith("'Selim Tarhan' stands only in boilerplate")


def test_an_event_without_evidence_is_refused() -> None:
    article = annotated_article(Article(text=WORDS, language="en"))
    grounded = ground(Draft(Statement, (), {"quote": Proposed("the port would stay open")}), article, Policy())
    assert grounded.fault == "no evidence sentence was given"
