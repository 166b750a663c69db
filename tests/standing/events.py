"""What a sentence by itself decides for an event class."""

from communique.article import Article, Language
from communique.events import Event, MeetingEvent
from communique.passage import Passage, Sentence
from communique.rules.cues import cues_of
from communique.source import SourceText
from communique.spans import Span


def option(text: str, language: Language, event: type[Event] = MeetingEvent, field: str = "status") -> str | None:
    """The option that holds first, or None where the sentence decides nothing."""
    whole = Span(0, len(text))
    source = SourceText(Passage(Article(text=text, language=language), (Sentence(whole, 0, "body", 1),)))
    cues = cues_of(event, language)
    assert cues is not None
    return next((found for found, _ in cues.decided(source, field, (whole,))), None)
