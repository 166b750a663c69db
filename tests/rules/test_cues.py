"""Cue words match folded text, whole words, in their language."""

from typing import ClassVar

import pytest

from communique.article import Article, Language
from communique.errors import ConfigurationError
from communique.events import ArmsDeal, Cues, Event, MeetingEvent
from communique.passage import Passage, Sentence
from communique.rules.cue_patterns import compiled
from communique.rules.cues import cues_of
from communique.source import SourceText, fold
from communique.spans import Span


def source(text: str, language: Language = "en") -> SourceText:
    sentence = Sentence(Span(0, len(text)), 0, "body", 1)
    return SourceText(Passage(Article(text=text, language=language), (sentence,)))


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        pytest.param("met", "They met.", "met", id="whole-word"),
        pytest.param("met", "a metre", None, id="not-inside-a-word"),
        pytest.param("negotiat*", "Negotiations began", "negotiations", id="stem"),
        pytest.param("held … talks", "held long and frank talks", "held long and frank talks", id="gap"),
        pytest.param("held … talks", "held talks", "held talks", id="empty-gap"),
        pytest.param("held … talks", "held one two three four five six talks", None, id="gap-too-wide"),
        pytest.param("bir araya gel*", "BİR ARAYA GELDİ", "bir araya geldi", id="turkish-capitals"),
        pytest.param("*ecek", "görüşecek mi", "gorusecek", id="ending"),
        pytest.param("is|was sold", "it was sold", "was sold", id="one-of-several-words"),
        pytest.param("order*|sale* of", "two orders of", "orders of", id="one-of-several-stems"),
        pytest.param("worth $*", "worth x5", None, id="sign-is-literal"),
    ],
)
def test_a_cue_pattern_matches_folded_text(words: str, text: str, found: str | None) -> None:
    match = compiled([words]).search(fold(text))
    assert (match.group() if match else None) == found


def test_no_words_match_nothing() -> None:
    assert compiled([]).search("") is None


@pytest.mark.parametrize(
    ("text", "language", "trigger"),
    [
        pytest.param("Aksoy met Yusuf on Thursday.", "en", "met", id="english"),
        pytest.param("Aksoy, Yusuf ile bir araya geldi.", "tr", "bir araya geldi", id="turkish"),
        pytest.param("Aksoy, Yusuf ile bir araya geldi.", "other", "bir araya geldi", id="unknown-language-has-both"),
        pytest.param("The weather was fine.", "en", None, id="nothing"),
    ],
)
def test_a_sentence_is_proposed_by_its_trigger(text: str, language: Language, trigger: str | None) -> None:
    cues = cues_of(MeetingEvent, language)
    assert cues is not None
    found = cues.trigger(source(text, language), Span(0, len(text)))
    assert (found.of(text) if found else None) == trigger


def test_a_required_phrase_must_stand_there_too() -> None:
    cues = cues_of(ArmsDeal, "en")
    assert cues is not None
    wheat, ships = "Egypt bought wheat.", "Egypt bought frigates."
    assert cues.trigger(source(wheat), Span(0, len(wheat))) is None
    assert cues.trigger(source(ships), Span(0, len(ships))) == Span(6, 12)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("Aksoy met Yusuf.", "held", id="held"),
        pytest.param("Aksoy will meet Yusuf.", "planned", id="planned"),
        pytest.param("Aksoy did not meet Yusuf.", "denied", id="denied"),
        pytest.param("The meeting between Aksoy and Yusuf was cancelled.", "cancelled", id="cancelled"),
    ],
)
def test_the_status_is_decided_by_words(text: str, status: str) -> None:
    cues = cues_of(MeetingEvent, "en")
    assert cues is not None
    options = [option for option, _ in cues.decided(source(text), "status", (Span(0, len(text)),))]
    assert options[0] == status


class Sailing(Event):
    """A user's own event with cues of its own."""

    kind: ClassVar[str] = "sailing"
    cues: ClassVar[Cues | str | None] = Cues(triggers=("set sail",), phrases={"route": ("northern route",)})


class Lost(Event):
    """An event whose lexicon does not exist."""

    kind: ClassVar[str] = "lost"
    cues: ClassVar[Cues | str | None] = "nowhere"


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        pytest.param(
            "Peru is interested in tanks from Navalia, which has supplied many states.", "interest", id="aside"
        ),
        pytest.param(
            "Peru, which bought 24 tanks in 2013, is interested in ships.", "contract", id="a-deal-of-its-own"
        ),
        pytest.param("Peru is considering ordering tanks.", "interest", id="considered"),
        pytest.param("Peru ordered tanks.", "contract", id="done"),
    ],
)
def test_the_stage_is_that_of_the_main_clause(text: str, stage: str) -> None:
    cues = cues_of(ArmsDeal, "en")
    assert cues is not None
    options = [option for option, _ in cues.decided(source(text), "stage", (Span(0, len(text)),))]
    assert options[0] == stage


def test_cues_of_ones_own_hold_in_every_language() -> None:
    text = "Gazi set sail on the northern route."
    cues = cues_of(Sailing, "tr")
    assert cues is not None
    assert cues.trigger(source(text), Span(0, len(text))) == Span(5, 13)
    assert cues.phrase(source(text), "route", (Span(0, len(text)),)) == Span(21, 35)
    assert cues.phrase(source(text), "colour", (Span(0, len(text)),)) is None


def test_a_missing_lexicon_names_the_mend() -> None:
    with pytest.raises(ConfigurationError, match=r"no lexicon 'nowhere' in data/cues; give the event class a Cues"):
        cues_of(Lost, "en")


def test_an_event_without_cues_has_none() -> None:
    assert cues_of(Event, "en") is None
